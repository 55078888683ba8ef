"""From a project to a film on disk. Knows the order of the stages, nothing of what they do.

    analyse ▸ listen and study ▸ soundtrack ▸ [read ahead ▸ dub ▸ encode] ▸ rename

Every frame of the film gives one frame of the result, at the same time. The file appears complete or not at all. Where
only a part is written, its frames are those of the whole; the first of them is shown when the film's first would be.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from core.analysis import analyse, options_for
from core.device import single_threaded
from core.dub import FrameResult, Scene, parser_for, prepare
from core.engines import load_engine
from core.engines.timed import TimedEngine
from core.errors import ProjectError
from core.job import Job, Progress
from core.media.carry import Stretch
from core.media.info import VideoInfo
from core.media.mix import mix_soundtrack
from core.media.probe import fingerprint, probe
from core.media.reader import VideoReader
from core.media.sound import ENGINE_RATE, probe_sound, read_engine_sound
from core.media.write_spec import SoundPart, WriteSpec, spec_like
from core.media.writer import carried_by, check_target, write_video
from core.pictures import pictures
from core.prefetch import prefetch
from core.project import DubProject, Footage, Span
from core.report import ExportReport, Tally
from core.schedule import Slot, schedule, slot_time, written
from core.scratch import scratch
from core.soundtrack import mix_spec
from core.stopwatch import Stopwatch

_AHEAD = 4
"""Frames decoded ahead of the engine, and finished frames waiting for the encoder."""

_SHOW = 25
"""Every so many frames the progress carries a picture."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """The frames of the whole result, and which of them are written."""

    slots: tuple[Slot, ...]
    span: Span

    @property
    def written(self) -> tuple[Slot, ...]:
        return self.slots[self.span.start : self.span.stop]

    @property
    def is_all(self) -> bool:
        return len(self.span) == len(self.slots)

    def begin(self, info: VideoInfo) -> Fraction:
        """Time of the film, in seconds, at which the result begins."""
        return slot_time(self.written[0], info)

    def length(self, info: VideoInfo) -> Fraction:
        """Length of the result in seconds."""
        if self.span.stop < len(self.slots):
            return slot_time(self.slots[self.span.stop], info) - self.begin(info)
        if len(self.slots) == info.frames:
            return info.duration - self.begin(info)
        return slot_time(self.slots[-1], info) + 1 / info.rate - self.begin(info)


@dataclass(slots=True)
class _Render:
    """What a render in progress keeps."""

    project: DubProject
    footage: Footage
    info: VideoInfo
    watch: Stopwatch = field(default_factory=Stopwatch)
    tally: Tally = field(default_factory=Tally)
    notices: list[str] = field(default_factory=list)


def export(project: DubProject, out: Path) -> Job[ExportReport]:
    """Write a project as a film to `out`, in place of a file that may be there.

    Raises ProjectError if there is nothing to render, MediaError, FaceError, WeightsError and DeviceError as the stages
    do. Closing the job leaves no file and no thread behind.
    """
    if project.footage is None:
        raise ProjectError("The project has no film.", "Add one first.")
    render = _Render(project, project.footage, probe(project.footage.path))
    with single_threaded(), scratch() as folder:
        yield from _announce(render)
        slots = schedule(project, render.info, (yield from _voice_end(project)))
        plan = _Plan(slots, written(project, slots))
        spec = _write_spec(render, plan)
        check_target(out, spec)
        sound = yield from _soundtrack(render, plan, folder)
        yield from _pictures(render, plan, out, replace(spec, sound=sound))
    return _report(render, out)


def _announce(render: _Render) -> Job[None]:
    """Tell what is odd about the film, before any work is done on it."""
    notices = list(render.info.notices)
    if fingerprint(render.footage.path) != render.footage.fingerprint:
        notices.append(f"{render.footage.path.name} has changed since the project was made.")
    render.notices += notices
    for notice in notices:
        yield Progress(0, render.info.frames, "film", notice=notice)


def _voice_end(project: DubProject) -> Job[Fraction]:
    """Time of the film at which the last voice ends. Raises MediaError if a voice cannot be read."""
    ends = []
    for clip in project.clips:
        ends.append(clip.voice.start + (yield from _duration(clip.voice.path)))
    return max(ends, default=Fraction(0))


def _duration(voice: Path) -> Job[Fraction]:
    """Length of a voice in seconds; where the file does not tell, it is decoded."""
    told = probe_sound(voice).duration
    if told is not None:
        return told
    return Fraction(len((yield from read_engine_sound(voice))), ENGINE_RATE)


def _write_spec(render: _Render, plan: _Plan) -> WriteSpec:
    """A film like the source, with the times of the schedule and without the sound that is replaced."""
    info, export = render.info, render.project.export
    voices = tuple(clip.voice.path for clip in render.project.clips)
    earlier = plan.written[0].tick - info.ticks[0]
    end = info.ticks[0] + round(plan.length(info) / info.time_base)
    last = plan.written[-1].tick - earlier
    shorter = plan.is_all and len(plan.slots) < info.frames
    return spec_like(
        info,
        ticks=tuple(slot.tick - earlier for slot in plan.written),
        codec=export.codec,
        quality=export.quality,
        replaced=info.audio[0].index if info.audio else None,
        until=info.start + plan.length(info) if shorter else None,
        stretch=_stretch(info, plan),
        **({} if plan.is_all else {"last": max(1, end - last)}),
        inputs=(info.path, *voices),
    )


def _stretch(info: VideoInfo, plan: _Plan) -> Stretch | None:
    """Which part of the film is written; None for all of it."""
    if plan.is_all:
        return None
    begin = info.start + plan.begin(info)
    return Stretch(begin, begin + plan.length(info), info.start, info.rate)


def _soundtrack(render: _Render, plan: _Plan, folder: Path) -> Job[SoundPart]:
    """Mix the new sound of the film into a file of its own."""
    info = render.info
    wanted = mix_spec(render.project, info, plan.length(info), plan.begin(info))
    with render.watch.stage("sound"):
        made = yield from mix_soundtrack(wanted, folder / "sound.wav")
    return SoundPart(made.path, info.start, made.channels)


def _pictures(render: _Render, plan: _Plan, out: Path, spec: WriteSpec) -> Job[None]:
    """Find the faces, make the speakers ready, and write every frame. Missing weights end it before the work begins."""
    info, watch, count = render.info, render.watch, len(plan.span)
    with (
        closing(TimedEngine(load_engine(render.project.engine), watch)) as engine,
        parser_for(render.project) as parser,
    ):
        with watch.stage("analyse"):
            analysis = yield from analyse(info, options_for(render.footage))
        with watch.stage("study"), VideoReader(info) as reader:
            scene = Scene(info, analysis, plan.slots)
            dubber = yield from prepare(
                render.project, scene, engine, lambda rows: (f.image for f in reader.frames(rows)), parser=parser
            )
        carried = yield from carried_by(out, spec)
        with VideoReader(info) as film, write_video(out, spec, carried) as writer:
            yield from _told(render, (*writer.notices, *dubber.notices()), count)
            frames = pictures(film, plan.written, plan.span.start)
            ahead = prefetch(watch.items("decode", frames), _AHEAD)
            with closing(watch.items("dub", dubber.batches(ahead))) as finished:
                for batch in finished:
                    with watch.stage("encode"):
                        for result in batch:
                            writer.put(result.image, result.alpha)
                    yield _counted(render, batch, count)
                    yield from _told(render, dubber.notices(), count)
            with watch.stage("encode"):
                writer.finish()


def _told(render: _Render, notices: Iterable[str], total: int) -> Iterator[Progress]:
    for notice in notices:
        render.notices.append(notice)
        yield Progress(render.tally.frames, total, "frames", notice=notice)


def _counted(render: _Render, batch: list[FrameResult], total: int) -> Progress:
    before = render.tally.frames
    render.tally.count(batch)
    shown = batch[-1].image if before // _SHOW != render.tally.frames // _SHOW else None
    return Progress(render.tally.frames, total, "frames", image=shown)


def _report(render: _Render, out: Path) -> ExportReport:
    tally = render.tally
    return ExportReport(
        out,
        render.info.rate,
        tally.frames,
        tally.dubbed,
        tally.original,
        tally.ranges(),
        tuple(render.notices),
        render.watch.seconds,
    )
