"""Which tracks of a film hold nothing but the names of its chapters. Knows no pictures and writes nothing.

MP4 and MOV keep chapters twice: as a list, and as a text track that other tracks refer to (QuickTime File Format,
“Chapter Lists”). Muxers that write only one reference for a track lose that to the chapters where there is a timecode,
too. The track is taken for subtitles then, and players show the chapters' names over the picture.
"""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av.container
import av.stream

from core.media.opening import media_errors

_TAG = "text"
_NEAR = Fraction(1, 20)  # seconds; lists and tracks count in different steps
_LISTED = 255  # bytes of a name in the list


def chapter_tracks(film: av.container.InputContainer, path: Path) -> frozenset[int]:
    """Numbers of the streams of an open file, which lies at `path`, that only name chapters.

    Raises MediaError if it cannot be read.
    """
    listed = [_listed(chapter) for chapter in film.chapters()]
    return frozenset(stream.index for stream in film.streams if listed and _names(stream, path, listed))


def _names(stream: av.stream.Stream, path: Path, listed: Sequence[tuple[Fraction, bytes]]) -> bool:
    """Whether a stream is known to be the chapters', or looks like subtitles and says what the list says, just then."""
    if stream.type == "data":
        return stream.discard == av.stream.Discard.all
    context, base = stream.codec_context, stream.time_base
    if stream.type != "subtitle" or context is None or context.codec_tag != _TAG or base is None:
        return False
    entries: Any = stream.index_entries
    if len(entries) != len(listed):
        return False
    with media_errors(path), path.open("rb") as file:
        said = []
        for entry in entries:
            file.seek(entry.pos)
            said.append((entry.timestamp * base, _text(file.read(entry.size))))
    pairs = zip(sorted(said), sorted(listed), strict=True)
    return all(abs(one - other) <= _NEAR and text == title for (one, text), (other, title) in pairs)


def _listed(chapter: Any) -> tuple[Fraction, bytes]:
    """When a chapter begins, in seconds, and its name."""
    return chapter["start"] * chapter["time_base"], str(chapter["metadata"].get("title", "")).encode()[:_LISTED]


def _text(sample: bytes) -> bytes:
    """What a sample of a text track says: two bytes tell how long that is, and what follows is how it looks."""
    return sample[2 : 2 + int.from_bytes(sample[:2])][:_LISTED]
