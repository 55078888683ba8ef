"""What became of a folder of films, as a table for people: as text, as Markdown, as a page. Judges nothing itself."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from core.errors import MediaError
from training.prepare import FilmVerdict

_COLUMNS = ("film", "from", "to", "", "reason")
_STYLE = (
    "body{font:14px/1.5 sans-serif;margin:2em}table{border-collapse:collapse}"
    "td,th{padding:.2em .8em;text-align:left;border-bottom:1px solid #ccc}.kept{color:#060}.left{color:#900}"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One clip, or one film that could not be used at all; times in seconds, empty where there are none."""

    film: str
    begin: str
    end: str
    kept: bool
    reason: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as words."""
        return (self.film, self.begin, self.end, "kept" if self.kept else "left out", self.reason)


def rows_of(verdicts: Sequence[FilmVerdict]) -> list[Row]:
    """A row for every clip, in the films' order; films without one have a row with the reason."""
    rows = []
    for verdict in verdicts:
        for clip in verdict.clips:
            times = (f"{clip.begin:.1f}", f"{clip.end:.1f}")
            rows.append(Row(verdict.film, *times, bool(clip.shard), "; ".join(clip.reasons)))
        if not verdict.clips:
            rows.append(Row(verdict.film, "", "", False, verdict.trouble or "no face is seen in it"))
    return rows


def summary(verdicts: Sequence[FilmVerdict]) -> str:
    """One sentence: clips and seconds that were kept, how many were left out, and who judged lips and sound."""
    clips = [clip for verdict in verdicts for clip in verdict.clips]
    kept = [clip for clip in clips if clip.shard]
    seconds = sum(clip.end - clip.begin for clip in kept)
    unused = sum(not verdict.kept for verdict in verdicts)
    judges = ", ".join(sorted({verdict.by.value for verdict in verdicts}))
    return (
        f"{len(kept)} of {len(clips)} clips kept, {seconds / 60:.1f} minutes; "
        f"{unused} of {len(verdicts)} films gave nothing. Lips and sound were judged by: {judges or 'nobody'}."
    )


def kept_seconds(verdicts: Sequence[FilmVerdict]) -> float:
    """Seconds that can be learned from."""
    return sum(clip.end - clip.begin for verdict in verdicts for clip in verdict.clips if clip.shard)


def told_of(verdicts: Sequence[FilmVerdict], least: float) -> dict[str, Any]:
    """The verdicts for a program: films with their clips, seconds that were kept, and how many are the least."""
    films = [
        {
            "film": verdict.film,
            "trouble": "" if verdict.clips else verdict.trouble or "no face is seen in it",
            "clips": [
                {"begin": clip.begin, "end": clip.end, "kept": bool(clip.shard), "reasons": list(clip.reasons)}
                for clip in verdict.clips
            ],
        }
        for verdict in verdicts
    ]
    return {"films": films, "seconds": kept_seconds(verdicts), "least": least}


def reasons_counted(verdicts: Sequence[FilmVerdict]) -> list[tuple[str, int]]:
    """How often clips were left out for what, the most frequent first; numbers in the reasons are taken together."""
    found = [reason for verdict in verdicts for clip in verdict.clips for reason in clip.reasons]
    found += [verdict.trouble for verdict in verdicts if verdict.trouble]
    return Counter("".join("#" if c.isdigit() else c for c in reason) for reason in found).most_common()


def as_text(verdicts: Sequence[FilmVerdict]) -> str:
    """The table for a terminal."""
    rows = [_COLUMNS, *(row.cells for row in rows_of(verdicts))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS) - 1)]
    lines = ["  ".join([*(cell.ljust(w) for cell, w in zip(row, widths, strict=False)), row[-1]]) for row in rows]
    return "\n".join([*(line.rstrip() for line in lines), "", summary(verdicts)])


def as_markdown(verdicts: Sequence[FilmVerdict]) -> str:
    """The table as Markdown."""
    lines = [_line(_COLUMNS), _line(("---",) * len(_COLUMNS)), *(_line(row.cells) for row in rows_of(verdicts))]
    return "\n".join([f"# Prepared films\n\n{summary(verdicts)}\n", *lines, ""])


def as_page(verdicts: Sequence[FilmVerdict]) -> str:
    """The table as an HTML page."""
    head = "".join(f"<th>{name}" for name in _COLUMNS)
    body = "\n".join(
        f"<tr class={'kept' if row.kept else 'left'}>" + "".join(f"<td>{escape(cell)}" for cell in row.cells)
        for row in rows_of(verdicts)
    )
    return (
        f"<!doctype html><meta charset=utf-8><title>Prepared films</title><style>{_STYLE}</style>\n"
        f"<h1>Prepared films</h1><p>{escape(summary(verdicts))}</p>\n<table><tr>{head}\n{body}\n</table>\n"
    )


def write_tables(verdicts: Sequence[FilmVerdict], stem: Path) -> tuple[Path, Path]:
    """Write the Markdown and the page beside each other. Raises MediaError if they cannot be written."""
    paths = (stem.with_name(f"{stem.name}.md"), stem.with_name(f"{stem.name}.html"))
    try:
        stem.parent.mkdir(parents=True, exist_ok=True)
        for path, text in zip(paths, (as_markdown(verdicts), as_page(verdicts)), strict=True):
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise MediaError(f"{stem.parent} cannot be written: {error.strerror}.", "Name another folder.") from error
    return paths


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
