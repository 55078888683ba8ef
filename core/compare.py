"""Film and result side by side on one picture, to be judged by eye. Knows where faces are, not how they were dubbed."""

from pathlib import Path

import cv2
import numpy as np

from core.analysis import AnalysisOptions, analyse
from core.arrays import Image, Points
from core.cast import cast
from core.errors import FaceError, MediaError
from core.face.track import FaceTrack
from core.job import Job
from core.media.probe import probe
from core.media.reader import VideoReader
from core.project import Span
from core.sheet import Cell, contact_sheet

COLUMNS, ROWS = 10, 2


def write_sheet(film: Path, result: Path, out: Path) -> Job[Path]:
    """Write a contact sheet of frames spread over the film as PNG. Raises MediaError if a file cannot be used."""
    before, after = probe(film), probe(result)
    analysis = yield from analyse(before, AnalysisOptions())
    try:
        tracks = [role.track for role in cast(analysis, Span(0, before.frames), None)]
    except FaceError:  # a film without a face has a sheet too: of whole frames
        tracks = []
    count = min(before.frames, after.frames)
    frames = np.unique(np.linspace(0, count - 1, COLUMNS * ROWS).round().astype(int)).tolist()
    with VideoReader(before) as source, VideoReader(after) as output:
        pairs = zip(frames, source.frames(frames), output.frames(frames), strict=True)
        cells = [Cell(frame, one.image, two.image, _points(tracks, frame)) for frame, one, two in pairs]
    _save(contact_sheet(cells, tile=240, columns=COLUMNS), out)
    return out


def _points(tracks: list[FaceTrack], frame: int) -> Points | None:
    return next((track.at(frame) for track in tracks if track.seen(frame)), None)


def _save(image: Image, out: Path) -> None:
    """Through memory, because OpenCV does not open files with every name on every system."""
    encoded = cv2.imencode(".png", cv2.cvtColor(image, cv2.COLOR_RGB2BGR))[1]
    try:
        out.write_bytes(encoded.tobytes())
    except OSError as error:
        raise MediaError(f"{out} cannot be written: {error.strerror}.", "Choose another place.") from error
