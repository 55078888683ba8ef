"""Any single frame of a project, original and dubbed, as soon as it can be had. Knows no window and no threads.

A session is owned by one thread and follows one person's work: it keeps what a change leaves valid.

    change                           made again
    film                             everything
    voice, its start, face, span     what is heard and where the mouth is wanted; faces studied before are remembered
    engine, weights, decoder         engine and all that is its own
    other options of the engine      what it makes; its networks stay loaded
    look                             the blend; the mouth only where `hold` or `fade` change how much of it is ours

Frames are those of the film: where the result is to be longer than the film, the frames after its end are not shown.
What is shown of a frame is what an export writes before it is encoded, because both come from `core.dub.Dubber`.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from core.analysis import Analysis, analyse, options_for
from core.arrays import Image, frozen
from core.cache import DamagedEntryError
from core.dub import Dubber, Masked, Outcome, Scene, needs_parser, prepare
from core.engines import load_engine
from core.engines.remembering import Recent, RememberingEngine
from core.face.parse import FaceParser, find_parser
from core.face.track import FaceTrack
from core.geometry import Box
from core.in_step import Dubbed, Judged, judge
from core.inspection import Found, Inspection, inspect_frame
from core.job import Job, Progress, run
from core.media.info import Frame, VideoInfo
from core.media.probe import probe
from core.media.proxy import Proxy, is_wanted, make_proxy
from core.media.reader import VideoReader
from core.pictures import Picture
from core.project import Clip, DubProject, EngineChoice, Footage, Span
from core.schedule import Slot
from core.seen import bare, seen
from core.stopwatch import Stopwatch
from core.sync_judge import chosen_judge
from core.trace import Trace
from core.voice import Voicing

_FRAMES = 256 << 20
"""Bytes of decoded frames that are kept."""

_WINDOW = 24
"""Frames that are decoded at once for one who goes backwards: from a far key frame each costs as much as all."""

_PORTRAITS, _PORTRAIT_SIDE = 12, 96


@dataclass(frozen=True, slots=True)
class FaceFacts:
    """One person that can be chosen: id of the track, frames it spans, frames it is seen in, a small picture."""

    id: int
    start: int
    stop: int
    seen: int
    portrait: Image | None = None


@dataclass(frozen=True, slots=True)
class FilmFacts:
    """What a person wants to know of a film. Faces that are seen longest come first."""

    info: VideoInfo
    faces: tuple[FaceFacts, ...]


@dataclass(frozen=True, slots=True)
class PreviewFrame:
    """One frame: the film's picture, and the dubbed one, which is None while the voice is not ready.

    Both are read-only; they are the same array where nothing was changed. `notices` are what there is to tell since
    the frame before, each told once. A `rough` one is not the frame itself: a small picture of the film, made large.
    """

    index: int
    original: Image
    dubbed: Image | None
    outcomes: tuple[Outcome, ...] = ()
    notices: tuple[str, ...] = ()
    faces: tuple[Masked, ...] = ()
    rough: bool = False


class PreviewSession:
    """Gives frames of one project after another. `open` the film first, then make its voices `ready`."""

    def __init__(self) -> None:
        self._film: _Film | None = None
        self._engine: tuple[EngineChoice, RememberingEngine] | None = None
        self._dubber: Dubber | None = None
        self._prepared: DubProject | None = None
        self._heard: dict[Path, Voicing] = {}
        self._parser: tuple[str, FaceParser] | None = None
        self._told: set[str] = set()

    def open(self, footage: Footage) -> Job[FilmFacts]:
        """Look at a film; frames can be had after the first step, faces are known at the end.

        Raises MediaError if the film cannot be read or is another one than it was.
        """
        self.close()
        self._told = set()
        info = probe(footage.path)
        film = _Film(footage, info)
        self._film = film
        yield Progress(0, 0, "faces")
        film.analysis = yield from analyse(info, options_for(footage))
        yield Progress(0, 0, "portraits")
        return FilmFacts(info, tuple(film.faces(film.analysis)))

    def ready(self, project: DubProject) -> Job[bool]:
        """Make the clips of a project ready; whether dubbed frames can be had. False if its film is not open.

        Raises what `core.dub.prepare` raises.
        """
        film = self._film
        if film is None or film.analysis is None or film.footage != project.footage or not project.clips:
            return False
        project = seen(project)
        self._dubber, self._prepared = None, None
        yield Progress(0, 0, "voice")
        engine = self._engine_of(project.engine)
        self._heard = {}
        parser = self._parser_of(project)
        self._dubber = yield from prepare(project, film.scene(film.analysis), engine, film.read, self._heard, parser)
        self._prepared = project
        for notice in self._notices(self._dubber):
            yield Progress(0, 0, "voice", notice=notice)
        return True

    def frame(self, project: DubProject, index: int) -> PreviewFrame | None:
        """One frame of a project, with its looks as they are now; None while its film is not open.

        Raises MediaError if the film cannot be read any more.
        """
        film = self._film
        if film is None or film.footage != project.footage:
            return None
        picture = film.picture(index)
        dubber = self._dubber_for(seen(project), film)
        if dubber is None:
            return PreviewFrame(index, picture.image, None)
        result = dubber.dub([picture])[0]
        image = frozen(result.image)
        return PreviewFrame(index, picture.image, image, result.outcomes, self._notices(dubber), result.faces)

    def reach(self, project: DubProject, index: int) -> Job[None]:
        """Decode towards a frame that `frame` would have to go far for; whoever wants another one may stop this.

        Raises as `frame` does.
        """
        film = self._film
        if film is not None and film.footage == project.footage:
            for _ in film.approach(index):
                yield Progress(0, 0, "reading")
                if film is not self._film:
                    return

    def make_rough(self, footage: Footage) -> Job[bool]:
        """Make small pictures of a film in which going to a frame takes long; whether there are any then.

        Raises MediaError as `core.media.proxy.make_proxy` does.
        """
        film = self._film
        if film is None or film.footage != footage or not is_wanted(film.info):
            return False
        path = yield from make_proxy(film.info)
        if path is None or film is not self._film:
            return False
        film.use_proxy(path)
        return film.proxy is not None

    def glimpse(self, project: DubProject, index: int) -> PreviewFrame | None:
        """At once, a rough picture of a frame as it was filmed; None where there is none."""
        film = self._film
        if film is None or film.footage != project.footage or film.proxy is None:
            return None
        try:
            image = film.proxy.picture(index, film.info.width, film.info.height)
        except DamagedEntryError:
            film.drop_proxy()
            return None
        return PreviewFrame(index, frozen(image), None, rough=True)

    def inspect(self, project: DubProject, index: int) -> Inspection | None:
        """How one frame was dubbed, from the same steps that `frame` takes; None while it cannot be dubbed.

        What the session remembers of a face or a mouth costs it no seconds here either. Raises as `frame` does.
        """
        film = self._film
        if film is None or film.footage != project.footage:
            return None
        watch = Stopwatch()
        with watch.stage("reading"):
            picture = film.picture(index)
        dubber = self._dubber_for(seen(project), film)
        if dubber is None:
            return None
        trace = Trace()
        result = dubber.dub([picture], trace)[0]
        found = [Found(*face) for face in dubber.found(picture)]
        faces = inspect_frame(index, result.outcomes, found, trace.faces, picture.image)
        return Inspection(index, faces, {"reading": watch.seconds["reading"], **trace.seconds})

    def judge(self, project: DubProject, clip: Clip, span: Span) -> Job[Judged | None]:
        """Whether the mouth seen in a stretch of a clip is in step with its voice; None while nothing is dubbed.

        Raises as `core.in_step.judge` does.
        """
        film = self._film
        if film is None or film.footage != project.footage:
            return None
        dubber = self._dubber_for(seen(project), film)
        if dubber is None:
            return None
        dubbed = Dubbed(project, film.info, dubber, self._heard, lambda: self._dubber is dubber, chosen_judge())
        return (yield from judge(dubbed, clip, span))

    def unload(self) -> None:
        """Give back the engine's memory; frames are not dubbed until the project is made `ready` again."""
        if self._engine is not None:
            self._engine[1].close()
        if self._parser is not None:
            self._parser[1].close()
        self._engine = self._parser = self._dubber = self._prepared = None

    def close(self) -> None:
        """Give back the film, the engine and what was kept; the session can be used again."""
        if self._film is not None:
            self._film.close()
        self._film = None
        self.unload()

    def _engine_of(self, choice: EngineChoice) -> RememberingEngine:
        if self._engine is not None and self._engine[0] != choice:
            engine = self._engine[1]
            if engine.adjust(choice):
                self._engine = (choice, engine)
            else:
                engine.close()
                self._engine = None
        if self._engine is None:
            self._engine = (choice, RememberingEngine(load_engine(choice)))
        return self._engine[1]

    def _parser_of(self, project: DubProject) -> FaceParser | None:
        """The parser of a project that needs one; weights that are missing are looked for again each time."""
        if not needs_parser(project):
            return None
        if self._parser is None or self._parser[0] != project.engine.weights:
            if self._parser is not None:
                self._parser[1].close()
            found = find_parser(project.engine.weights)
            self._parser = None if found is None else (project.engine.weights, found)
        return None if self._parser is None else self._parser[1]

    def _notices(self, dubber: Dubber) -> tuple[str, ...]:
        """What there is to tell and was not told since the film was opened: every change of a look prepares anew."""
        fresh = tuple(notice for notice in dubber.notices() if notice not in self._told)
        self._told.update(fresh)
        return fresh

    def _dubber_for(self, project: DubProject, film: "_Film") -> Dubber | None:
        """The dubber of a project that differs from the one made ready in its looks at most, else None."""
        if self._prepared is None or bare(project) != bare(self._prepared):
            return None
        if project.clips != self._prepared.clips and film.analysis is not None:
            engine, parser = self._engine_of(project.engine), self._parser_of(project)
            self._dubber = run(prepare(project, film.scene(film.analysis), engine, film.read, self._heard, parser))
            self._prepared = project
        return self._dubber


class _Film:
    """An open film: pictures by number, kept while they are looked at, and what was found in it."""

    def __init__(self, footage: Footage, info: VideoInfo) -> None:
        self.footage, self.info = footage, info
        self.analysis: Analysis | None = None
        self._opened = ExitStack()
        self._reader = self._opened.enter_context(VideoReader(info))
        self._last = -1
        self.proxy: Proxy | None = None
        self._frames: Recent[int, Frame] = Recent(_FRAMES, lambda frame: float(frame.image.nbytes))

    def scene(self, analysis: Analysis) -> Scene:
        """The film as it is, frame by frame."""
        return Scene(self.info, analysis, tuple(map(self._slot, range(self.info.frames))))

    def picture(self, index: int) -> Picture:
        """One frame, as a dubber wants it."""
        frame = self._frames.get(index) or self._read(index)
        return Picture(index, self._slot(index), frame.image, frame.alpha)

    def approach(self, index: int) -> Iterator[None]:
        """Go nearer to a frame, a little at a time."""
        return iter(()) if self._frames.get(index) else self._reader.approach(self._wanted(index).start)

    def _wanted(self, index: int) -> range:
        """What is read for a frame. One who goes back will want those before it, which the decoder passes anyway."""
        room = max(int(_FRAMES // 2 // (self.info.width * self.info.height * 3)), 1)
        goes_back = 0 < self._last - index <= _WINDOW
        return range(max(index + 1 - min(_WINDOW, room), 0) if goes_back else index, index + 1)

    def _read(self, index: int) -> Frame:
        """A frame from the file, and those that are read with it."""
        wanted = self._wanted(index)
        self._last = index
        read = [self._frames.put(*pair) for pair in zip(wanted, self._reader.frames(wanted), strict=True)]
        return read[-1]

    def use_proxy(self, path: Path) -> None:
        """Have small pictures; a file that is damaged is removed, so that it is made again another time."""
        self.proxy = None
        try:
            self.proxy = self._opened.enter_context(Proxy(path, self.info.frames))
        except DamagedEntryError:
            path.unlink(missing_ok=True)

    def drop_proxy(self) -> None:
        """Have small pictures no longer: they are damaged, and are made again another time."""
        if self.proxy is not None:
            self.proxy.close()
            self.proxy.path.unlink(missing_ok=True)
        self.proxy = None

    def read(self, indices: Sequence[int]) -> Iterator[Image]:
        """Pictures of rising numbers, for an engine that studies a face; they are not kept."""
        return (frame.image for frame in self._reader.frames(indices))

    def faces(self, analysis: Analysis) -> Iterator[FaceFacts]:
        """The people that can be chosen, those seen longest first; the first few with a picture."""
        tracks = sorted(_one_per_person(analysis), key=lambda track: -int(track.present.sum()))
        for place, track in enumerate(tracks):
            portrait = self._portrait(track) if place < _PORTRAITS else None
            yield FaceFacts(track.id, track.start, track.stop, int(track.present.sum()), portrait)

    def close(self) -> None:
        """Close the file."""
        self._opened.close()

    def _slot(self, index: int) -> Slot:
        return Slot(index, self.info.ticks[index])

    def _portrait(self, track: FaceTrack) -> Image | None:
        """The person where the face was surest, as a small square."""
        row = int(np.argmax(np.where(track.present, track.confidence, -1)))
        if not track.present[row]:
            return None
        box = Box(*map(float, track.boxes[row])).square().expand(0.2)
        image = self.picture(track.start + row).image
        piece = image[box.clip_to(image.shape[1], image.shape[0]).slices]
        return frozen(cv2.resize(piece, (_PORTRAIT_SIDE, _PORTRAIT_SIDE), interpolation=cv2.INTER_AREA))


def _one_per_person(analysis: Analysis) -> Iterator[FaceTrack]:
    """The first track of every person; tracks of unknown people stand for themselves."""
    met: set[int] = set()
    for track in analysis.tracks:
        if track.person < 0 or track.person not in met:
            met.add(track.person)
            yield track
