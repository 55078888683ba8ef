"""Words that come from below and are shown as they are: stages of work, troubles, reasons.

Short ones are only marked for translation, and whoever shows one passes it through `tr`. Sentences are known by their
templates; whoever shows one passes it through `noticed`.
"""

import json
import re
from collections.abc import Sequence
from functools import cache

from app.language import TRANSLATIONS, later, tr

STAGES = (
    later("cache"),
    later("checkpoint"),
    later("checks"),
    later("comparing"),
    later("data"),
    later("demo"),
    later("faces"),
    later("fetched"),
    later("fetching"),
    later("files"),
    later("film"),
    later("films to compare"),
    later("formats"),
    later("frames"),
    later("in step"),
    later("live"),
    later("machine"),
    later("microphones"),
    later("networks"),
    later("other tracks"),
    later("pictures"),
    later("plain loop"),
    later("portraits"),
    later("problems"),
    later("reading"),
    later("reading sound"),
    later("recording"),
    later("sound"),
    later("starting"),
    later("steadying"),
    later("steps"),
    later("timeline"),
    later("verifying"),
    later("voice"),
    later("ways to run"),
    later("weights"),
)
"""What a job does just now."""

REASONS = (
    later("no face"),
    later("face uncertain"),
    later("face jumps"),
    later("mouth outside the picture"),
    later("head turned too far"),
    later("face larger than the engine paints"),
    later("out of sync"),
    later("the network gave no picture"),
)
"""Why a frame is a problem, or stays as it was filmed."""

SENTENCES = TRANSLATIONS / "core.json"
"""What `core` says in whole sentences, with places for what changes: made by `python -m tests.translations`."""


def noticed(text: str) -> str:
    """What `core` says, in the language of the person; what nobody knows stays as it is."""
    for template, start, end in _templates():
        if text.startswith(start) and text.endswith(end) and (found := _pattern(template).fullmatch(text)):
            said = tr(template)
            if said == template:
                return text
            return said.format(**{name: noticed(value) for name, value in found.groupdict().items()})
    return tr(text) if text else ""


def shortly(names: Sequence[str]) -> str:
    """The first of many names, and how many there are beyond."""
    return ", ".join(names[:6]) + (f" … (+{len(names) - 6})" if len(names) > 6 else "")


@cache
def _templates() -> tuple[tuple[str, str, str], ...]:
    """Every template with what it begins and ends with, those that say most first."""
    known: list[str] = json.loads(SENTENCES.read_text(encoding="utf-8"))
    known.sort(key=lambda template: -len(re.sub(r"{\w+}", "", template)))
    return tuple((each, each.partition("{")[0], each.rpartition("}")[2]) for each in known)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*)", re.escape(template)), re.DOTALL)
