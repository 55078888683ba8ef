"""Who is seen in a film, where and when: found once, kept in the cache. Knows nothing of networks.

The analysis is an observation: it can be made again from the film at any time, and is, if its file is damaged.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Image
from core.cache import DamagedEntryError, content_key, entry, trim, writing
from core.errors import FaceError, SettingsError
from core.face.finder import SMALLEST, FaceFinder, FaceSource
from core.face.follow import Trail
from core.face.mesh import POINTS
from core.face.people import Looks, people, proportions
from core.face.smooth import smooth_rows
from core.face.stored import PointSpool
from core.face.track import FaceTrack, join
from core.face.track_file import TrackRows, read_tracks, write_tracks
from core.face.watch import Watched, Watcher
from core.job import Job, Progress
from core.media.info import VideoInfo
from core.media.probe import fingerprint
from core.media.reader import VideoReader
from core.paths import cache_folder
from core.prefetch import prefetch
from core.project import Footage, Span

VERSION = 2
"""To be raised whenever the same film would be seen differently; entries of other versions are not used."""

BUDGET = 4 << 30
"""Bytes that all analyses together may take on disk."""

_KIND = "faces"
_LOOKED_AT = 60  # frames from which a face's proportions are taken
_AHEAD, _STEP, _PICTURE_STEP, _PICTURE_SIDE = 4, 5, 50, 480


@dataclass(frozen=True, slots=True)
class AnalysisOptions:
    """How faces are found.

    - `backend`: "mesh", the built-in one, or "insightface", which needs `pack`, a folder of ONNX files
    - `smallest`: smallest face looked for, as a share of the picture's longer side
    - `steady`: whether points are smoothed in time
    """

    backend: str = "mesh"
    pack: Path | None = None
    smallest: float = SMALLEST
    steady: bool = True

    def __post_init__(self) -> None:
        if self.backend not in {"mesh", "insightface"}:
            raise SettingsError(f"There is no face back end “{self.backend}”.", "Known are mesh and insightface.")
        if self.backend == "insightface" and self.pack is None:
            raise SettingsError("The insightface back end needs a pack.", "Name the folder with its ONNX files.")


def options_for(footage: Footage) -> AnalysisOptions:
    """How a project wants faces to be found in its film."""
    if footage.face_pack is None:
        return AnalysisOptions()
    return AnalysisOptions("insightface", footage.face_pack)


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was seen in a film of `frames` frames of `size` (width, height) pixels.

    `tracks` are in order of their start and do not reach across `cuts`, the frames at which new shots begin.
    """

    fingerprint: str
    size: tuple[int, int]
    frames: int
    tracks: tuple[FaceTrack, ...]
    cuts: tuple[int, ...]
    backend: str


def analyse(info: VideoInfo, options: AnalysisOptions) -> Job[Analysis]:
    """Find every person of a film, from the cache if it was done before.

    Raises MediaError if the film or the cache cannot be read, WeightsError if networks are missing.
    """
    print_of_film = fingerprint(info.path)
    key = content_key(VERSION, print_of_film, info.frames, (info.width, info.height), asdict(options))
    path = entry(_KIND, key, ".npz")
    if path.exists():
        try:
            return load(path)
        except DamagedEntryError:
            yield Progress(0, info.frames, "faces", notice="The cached face analysis was damaged and is made again.")
    spool = PointSpool(cache_folder(), POINTS)
    try:
        watched = yield from _watch(info, options, spool)
        with writing(path) as part:
            meta = {"fingerprint": print_of_film, "size": (info.width, info.height), "frames": info.frames}
            described = {**meta, "cuts": watched.cuts, "backend": options.backend}
            for rows in write_tracks(part, described, _steadied(watched, spool, options.steady)):
                yield Progress(rows, len(spool), "steadying")
    finally:
        spool.close()
    trim(_KIND, BUDGET)
    return load(path)


def load(path: Path) -> Analysis:
    """The analysis in a file of the cache. Raises DamagedEntryError if it cannot be used."""
    meta, tracks = read_tracks(path)
    try:
        width, height = meta["size"]
        return Analysis(
            str(meta["fingerprint"]),
            (int(width), int(height)),
            int(meta["frames"]),
            tracks,
            tuple(int(cut) for cut in meta["cuts"]),
            str(meta["backend"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedEntryError(f"{path.name}: {error}") from error


def choose_face(analysis: Analysis, span: Span, wanted: int | None) -> FaceTrack:
    """The track to dub in a span: the one whose id is wanted, or else the largest and longest seen there.

    Where the same person is known to be seen in other shots too, all of those are in the track that is returned.
    Raises FaceError if there is no face, or not the one wanted.
    """
    seen = {track.id: seen_area(track, span) for track in analysis.tracks}
    chosen = max(seen, key=lambda number: seen[number], default=None) if wanted is None else wanted
    if chosen is None or chosen not in seen:
        raise FaceError(*_missing(wanted, seen))
    if wanted is None and seen[chosen] == 0:
        raise FaceError(*_missing(None, {}))
    track = next(track for track in analysis.tracks if track.id == chosen)
    same = [other for other in analysis.tracks if other.person == track.person >= 0 or other is track]
    joined = join(same)
    if seen_area(joined, span) == 0:
        raise FaceError(f"Face {chosen} is not seen between frames {span.start} and {span.stop}.", _HINT)
    return joined


_HINT = "Choose another stretch of the film, or another face."


def _missing(wanted: int | None, seen: dict[int, float]) -> tuple[str, str]:
    if wanted is None:
        return ("There is no face in this stretch of the film.", _HINT)
    known = ", ".join(map(str, sorted(seen))) or "none"
    return (f"There is no face {wanted} in this film.", f"Faces found: {known}.")


def seen_area(track: FaceTrack, span: Span) -> float:
    """Area of a track's boxes summed over the frames of a span; 0 if the person is not seen there."""
    rows = slice(max(span.start - track.start, 0), max(span.stop - track.start, 0))
    boxes = track.boxes[rows][track.present[rows]]
    return float(((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])).sum())


def _watch(info: VideoInfo, options: AnalysisOptions, spool: PointSpool) -> Job[Watched]:
    watcher = Watcher(_source(options), spool, info.rate)
    with VideoReader(info) as reader:
        frames = prefetch(reader.span(0, info.frames), _AHEAD)
        try:
            for done, frame in enumerate(frames, 1):
                watcher.update(frame.image)
                if done % _STEP == 0:
                    shown = _thumbnail(frame.image) if done % _PICTURE_STEP == 0 else None
                    yield Progress(done, info.frames, "faces", shown)
        finally:
            frames.close()  # type: ignore[attr-defined]  # prefetch() is a generator
    return watcher.finish()


def _source(options: AnalysisOptions) -> FaceSource:
    if options.pack is not None and options.backend == "insightface":
        from core.face.insight import InsightBackend

        return InsightBackend(options.pack)
    return FaceFinder(options.smallest)


def _thumbnail(image: Image) -> Image:
    scale = min(_PICTURE_SIDE / max(image.shape[:2]), 1.0)
    small: Image = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)  # type: ignore[assignment]
    return small


def _steadied(watched: Watched, spool: PointSpool, steady: bool) -> list[tuple[TrackRows, Iterator[Floats]]]:
    trails = [trail for shot in watched.shots for trail in shot.trails]
    trails.sort(key=lambda trail: (trail.start, -trail.boxes[0].area))
    persons = people([_looks_of(trail, spool) for trail in trails])
    numbered = enumerate(zip(trails, persons, strict=True))
    return [(_rows_of(number, trail, who), _points_of(trail, spool, steady)) for number, (trail, who) in numbered]


def _looks_of(trail: Trail, spool: PointSpool) -> Looks:
    some = trail.rows[:: max(len(trail.rows) // _LOOKED_AT, 1)]
    return Looks(trail.start, trail.stop, proportions(spool.read(some)), trail.texture, trail.embedding)


def _rows_of(number: int, trail: Trail, person: int) -> TrackRows:
    places = np.array(trail.frames) - trail.start
    present = np.zeros(trail.stop - trail.start, bool)
    present[places] = True
    confidence = np.zeros(len(present), np.float32)
    confidence[places] = trail.scores
    landmarks = np.stack(trail.landmarks) if trail.landmarks else None
    return TrackRows(number, trail.start, present, confidence, person, trail.embedding, landmarks)


def _points_of(trail: Trail, spool: PointSpool, steady: bool) -> Iterator[Floats]:
    """Points of the frames a trail is seen in, each unbroken run smoothed by itself."""
    for run in _runs(np.array(trail.frames)):
        rows: Sequence[int] = [trail.rows[place] for place in run]
        if steady:
            yield from smooth_rows(lambda start, stop, rows=rows: spool.read(rows[start:stop]), len(rows))  # type: ignore[misc]
        else:
            yield spool.read(rows)


def _runs(frames: NDArray[np.intp]) -> list[NDArray[np.intp]]:
    """Places of consecutive frame numbers, one array per unbroken run."""
    return np.split(np.arange(len(frames)), np.flatnonzero(np.diff(frames) > 1) + 1)
