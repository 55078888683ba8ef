"""What each word of the command line does: parse, make a value, run a job, tell the result. Knows no exit codes."""

import argparse
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import TypeVar

from core.console import Console
from core.errors import ProjectError, SettingsError
from core.job import Job, Progress, run
from core.project import Clip, Decoder, DubProject, EngineChoice, ExportOptions, Length, Look, Mix, Region, Span, Voice
from core.timing import frame_at, frames_within, parse_time, timecode

T = TypeVar("T")


def probe(options: argparse.Namespace, console: Console) -> None:
    """Say what is in a media file."""
    from core.media.describe import describe

    console.result(*describe(options.file))


def analyse(options: argparse.Namespace, console: Console) -> None:
    """Find the people of a film and say where they are seen."""
    from core.analysis import analyse as job
    from core.analysis import options_for
    from core.media.probe import footage_of
    from core.media.probe import probe as look

    info = look(options.video)
    for notice in info.notices:
        console.notice(notice)
    footage = footage_of(info, _face_pack(options, console))
    found = _run(job(info, options_for(footage)), console)
    rows = [
        {"face": track.id, "start": track.start, "stop": track.stop, "frames": int(track.present.sum())}
        for track in found.tracks
    ]
    lines = [
        f"face {row['face']}: {timecode(row['start'], info.rate)} to {timecode(row['stop'], info.rate)}, "
        f"seen in {row['frames']} frames"
        for row in rows
    ]
    summary = f"{info.frames} frames, {len(found.cuts)} cuts, {len(rows)} faces"
    console.result(
        {"frames": info.frames, "cuts": list(found.cuts), "faces": rows},
        "\n".join([summary, *lines]),
    )


def dub(options: argparse.Namespace, console: Console) -> None:
    """Dub a film with a voice, or render a project."""
    from core.render import export

    project = _project(options, console)
    report = _run(export(project, options.out), console)
    if options.sheet is not None:
        from core.compare import write_sheet

        assert project.footage is not None
        _run(write_sheet(project.footage.path, report.out, options.sheet), console)
    console.result(report.as_json(), report.as_text())


def demo(options: argparse.Namespace, console: Console) -> None:
    """Dub the built-in clip."""
    from core.demo import run_demo

    outcome = _run(run_demo(options.out), console)
    console.result(outcome.as_json(), outcome.as_text())


def weights(options: argparse.Namespace, console: Console) -> None:
    """List, fetch, import, verify or remove weights."""
    from core import weights_commands

    getattr(weights_commands, f"{options.action}_weights")(options, console)


def live(options: argparse.Namespace, console: Console) -> None:
    """Make a face speak with a live voice."""
    from core import commands_live

    commands_live.live(options, console)


def devices(options: argparse.Namespace, console: Console) -> None:
    """List microphones and loudspeakers."""
    from core import commands_live

    commands_live.devices(options, console)


def bench(options: argparse.Namespace, console: Console) -> None:
    """Measure a render on this machine, the networks of an engine, or a graphics card."""
    if options.gpu_report is not None:
        from core.gpu_report import gpu_report

        report = _run(gpu_report(options.gpu_report), console)
        console.result(report.as_json(), report.as_text())
        return
    if options.engine == "musetalk":
        from core.bench_musetalk import BenchSpec, measure_musetalk

        tiny = options.decoder == "tiny"
        spec = BenchSpec(options.weights, options.random_weights, tiny, options.backend, options.seconds)
        networks = _run(measure_musetalk(spec), console)
        console.result(networks.as_json(), networks.as_text())
        return
    from core.bench import measure

    outcome = _run(measure(EngineChoice(options.engine), options.seconds), console)
    console.result(outcome.as_json(), outcome.as_text())


def selfcheck(options: argparse.Namespace, console: Console) -> None:  # noqa: ARG001 - all commands look alike
    """Check this machine and this installation; the first fault that stops a dub is raised as an error."""
    from core.selfcheck import check

    outcome = _run(check(), console)
    console.result(outcome.as_json(), outcome.as_text())
    outcome.raise_fault()


def licences(options: argparse.Namespace, console: Console) -> None:  # noqa: ARG001 - all commands look alike
    """List what this installation is built of, with the words of every licence."""
    from core.licences import as_text
    from core.licences import licences as every

    parts = every()
    rows = [{"name": one.name, "version": one.version, "licence": one.licence} for one in parts]
    console.result({"licences": rows}, as_text(parts))


def _project(options: argparse.Namespace, console: Console) -> DubProject:
    from core.project_file import SUFFIX, load_project

    if options.video.suffix.lower() == SUFFIX and not options.video.is_dir():
        if options.voice is not None:
            raise SettingsError("A project already holds its voices.", "Leave the voice out, or name a film.")
        project = load_project(options.video)
        if project.footage is None or not project.clips:
            raise ProjectError("The project has nothing to dub.", "Add a film and a voice to it first.")
        return project
    if options.voice is None:
        raise SettingsError("There is no voice to dub with.", "Name a sound file after the film.")
    return _project_of(options, console)


def _project_of(options: argparse.Namespace, console: Console) -> DubProject:
    """The project that the options of `dub VIDEO VOICE` describe."""
    from core.engines import ENGINES
    from core.media.probe import footage_of
    from core.media.probe import probe as look

    if options.engine not in ENGINES:
        raise SettingsError(f"There is no engine “{options.engine}”.", f"Known are: {', '.join(ENGINES)}.")
    info = look(options.video)
    footage = footage_of(info, _face_pack(options, console))
    voice = Voice(options.voice, _signed_time(options.start, info.rate))
    clip = Clip("voice", _span(options.range, info.frames, info.rate), voice, options.face, _look(options))
    export = ExportOptions(options.codec, options.quality, Mix(options.mix), Length(options.length), options.loudness)
    return DubProject(footage, (clip,), _engine(options), export)


def _engine(options: argparse.Namespace) -> EngineChoice:
    """The engine and how it is run; a folder of weights is named in full, as a project may lie elsewhere."""
    folder = Path(options.weights)
    weights = str(folder.resolve()) if options.weights and folder.is_dir() else options.weights
    try:
        return EngineChoice(options.engine, weights, options.bbox_shift, options.chin_margin, Decoder(options.decoder))
    except ValueError as error:
        raise SettingsError(f"The engine cannot be run so: {error}.", "Choose a value in that range.") from error


def _look(options: argparse.Namespace) -> Look:
    """Which part of the face is replaced, as `--region jaw --cheeks 90,80` says it."""
    region, cheeks = Region(options.region), options.cheeks
    if cheeks is None:
        return Look(region)
    if region is not Region.JAW:
        raise SettingsError(f"The mask “{region}” has no cheek bands.", "Leave --cheeks out, or add --region jaw.")
    try:
        left, right = map(int, cheeks.split(","))
        return Look(region, cheeks=(left, right))
    except ValueError as error:
        hint = "Write two whole numbers from 0 to 256, e.g. 90,90."
        raise SettingsError(f"“{cheeks}” are no cheek widths.", hint) from error


def _face_pack(options: argparse.Namespace, console: Console) -> Path | None:
    """The folder of another face back end, after its licence was accepted if the user says so now."""
    pack: Path | None = options.face_pack
    if pack is None:
        return None
    if not pack.is_dir():
        raise SettingsError(f"There is no folder {pack}.", "Name the folder with the pack's ONNX files.")
    if options.accept_licence:
        from core.face.insight import LICENCE, accept_licence

        accept_licence(pack)
        console.notice(f"You have accepted: {LICENCE}")
    return pack


def _span(text: str | None, frames: int, rate: Fraction) -> Span:
    """Frames from IN up to OUT, of which either may be left out: `2.5:64` in seconds, `2.5-1:04` in any notation."""
    if text is None:
        return Span(0, frames)
    begin, mark, end = text.partition("-" if "-" in text else ":")
    if not mark or (mark == ":" and ":" in end):
        raise SettingsError(f"“{text}” is not a range.", "Write IN:OUT in seconds, or IN-OUT, e.g. 2.5-1:04.")
    start = frame_at(parse_time(begin, rate), rate) if begin.strip() else 0
    stop = min(frames_within(parse_time(end, rate), rate), frames) if end.strip() else frames
    if not 0 <= start < stop:
        raise SettingsError(f"The range “{text}” holds no frame of the film.", "Choose IN before OUT, inside the film.")
    return Span(start, stop)


def _signed_time(text: str, rate: Fraction) -> Fraction:
    stripped = text.strip()
    return -parse_time(stripped[1:], rate) if stripped.startswith("-") else parse_time(stripped, rate)


def _run(job: Job[T], console: Console) -> T:
    show: Callable[[Progress], None] = console.progress
    return run(job, show)
