"""What an evaluation leaves: figures as JSON, a table, and a page with clips side by side. Measures nothing.

    evaluation.json    evaluation.html    clips/00-PERSON.mp4

Each clip has the film on the left, what was painted on the right, and the voice.
"""

import json
from html import escape
from pathlib import Path

import numpy as np

from core.errors import MediaError
from core.job import Job, Progress
from training.evaluate import Evaluation, PersonResult
from training.pairs import write_pair

_STYLE = (
    "body{font:15px/1.5 sans-serif;margin:2em}table{border-collapse:collapse}td,th{padding:.2em .8em;text-align:left;"
    "border-bottom:1px solid #ccc}video{width:512px;display:block}figure{display:inline-block;margin:1em}"
)


def write_evaluation(found: Evaluation, folder: Path, title: str) -> Job[Path]:
    """Write everything into a folder; the page. Raises MediaError if it cannot be written."""
    try:
        (folder / "clips").mkdir(parents=True, exist_ok=True)
        text = json.dumps({"weights": title, **found.as_json()}, indent=1, ensure_ascii=False)
        (folder / "evaluation.json").write_text(text, encoding="utf-8")
        (folder / "evaluation.html").write_text(page(found, title), encoding="utf-8")
    except OSError as error:
        raise MediaError(f"{folder} cannot be written: {error.strerror}.", "Name another folder.") from error
    for number, person in enumerate(found.people):
        yield Progress(number, len(found.people), "clips")
        write_pair((person.film, person.painted), person.sound, folder / _clip(number, person))
    return folder / "evaluation.html"


def page(found: Evaluation, title: str) -> str:
    """The page as HTML."""
    rows = "".join(
        f"<tr><td>{escape(name)}<td>{escape('not measured' if value is None else value.as_text())}"
        f"<td>{escape(found.networks[name])}"
        for name, value in found.summary.items()
    )
    missing = "".join(f"<tr><td>{escape(name)}<td>left out<td>{escape(why)}" for name, why in found.left_out.items())
    clips = "".join(_figure(number, person) for number, person in enumerate(found.people))
    told = f"{len(found.people)} people, each with the voice of another clip; mean, and what holds it 95 times of 100."
    return (
        f"<!doctype html><meta charset=utf-8><title>{escape(title)}</title><style>{_STYLE}</style>\n"
        f"<h1>{escape(title)}</h1><p>{told}</p>\n"
        f"<table><tr><th>figure<th>value<th>measured with{rows}{missing}</table>\n"
        f"<p>Left the film, right what was painted.</p>\n{clips}\n"
    )


def _figure(number: int, person: PersonResult) -> str:
    values = ", ".join(f"{name} {value:.2f}" for name, value in person.figures.items() if np.isfinite(value))
    source = _clip(number, person)
    told = escape(f"{person.person} with the voice of {person.voice}: {values}")
    video = f'<video controls preload=none src="{escape(source)}"></video>'
    return f"<figure>{video}<figcaption>{told}</figcaption></figure>"


def _clip(number: int, person: PersonResult) -> str:
    """Where a person's clip lies, below the page."""
    name = "".join(c if c.isalnum() or c in "-_" else "-" for c in person.person)
    return f"clips/{number:02d}-{name}.mp4"
