"""`python -m tests.footage_report OUT VOICE FILM…`: dub real films with a voice that is not theirs, and judge it.

Writes the dubbed film and a contact sheet of every film to OUT and prints, per film: whether frames and times equal the
source's; the largest difference from the source in frames that should be the original; the mouth found again in the
result against the commanded opening (correlation, gain, mean and largest gap at p, b, m); correlation with the source's
own opening; frames a second from file to file. Mouths are found by the product's own networks (`tests.attention_mesh`)
and, where its file is on this machine, by one that the product does not use (`tests.refined_mesh`).
"""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.analysis import Analysis, AnalysisOptions, analyse
from core.compare import write_sheet
from core.device import single_threaded
from core.dub import Scene, Speaker, prepare
from core.engines import load_engine
from core.engines.instant import TURNED
from core.face import lips
from core.face.mesh import face_frame
from core.job import run
from core.media.info import VideoInfo
from core.media.probe import fingerprint, probe
from core.media.reader import VideoReader
from core.project import Clip, DubProject, EngineChoice, ExportOptions, Footage, Span, Voice
from core.render import export
from core.report import ExportReport
from core.schedule import schedule
from tests.attention_mesh import AttentionMesh
from tests.refined_mesh import ARCHIVE, Mesh, RefinedMesh, seen_gap

CLOSED = 0.8  # press above which lips are commanded shut


@dataclass(frozen=True)
class Openings:
    """Commanded, found again, and the source's own lip gap of the fully dubbed frames; where lips are to be shut."""

    commanded: NDArray[np.float64]
    found: NDArray[np.float64]
    own: NDArray[np.float64]
    shut: NDArray[np.bool_]


def main() -> None:
    out, voice, films = Path(sys.argv[1]), Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]]
    out.mkdir(parents=True, exist_ok=True)
    with single_threaded():
        for film in films:
            print(judge(film, voice, out), flush=True)


def judge(film: Path, voice: Path, out: Path) -> str:
    """One line of figures."""
    info = probe(film)
    project = _project(film, voice, info)
    result = out / f"{film.parent.name}-{film.stem}.mkv"
    report = run(export(project, result))
    run(write_sheet(film, result, result.with_suffix(".png")))
    speaker = _speaker(project, info)
    made = probe(result)
    whole = "whole" if made.ticks == info.ticks or _same_times(made, info) else "TIMES DIFFER"
    still = _still_difference(info, made, speaker)
    return f"{film.parent.name}/{film.stem:32} {whole} {_told(report)} silence ±{still} {_figures(info, made, speaker)}"


def _project(film: Path, voice: Path, info: VideoInfo) -> DubProject:
    footage = Footage(film, fingerprint(film), info.frames, info.rate)
    clip = Clip("voice", Span(0, info.frames), Voice(voice))
    return DubProject(footage, (clip,), export=ExportOptions(codec="ffv1"))


def _speaker(project: DubProject, info: VideoInfo) -> Speaker:
    analysis: Analysis = run(analyse(info, AnalysisOptions()))
    scene = Scene(info, analysis, schedule(project, info, info.duration))
    with VideoReader(info) as reader:
        read = lambda rows: (frame.image for frame in reader.frames(rows))  # noqa: E731
        dubber = run(prepare(project, scene, load_engine(EngineChoice()), read))
    return max(dubber._speakers, key=lambda speaker: int(speaker.wanted.sum()))


def _same_times(made: VideoInfo, info: VideoInfo) -> bool:
    times = [(made.time_of(i), info.time_of(i)) for i in range(min(made.frames, info.frames))]
    return made.frames == info.frames and all(abs(a - b) <= made.time_base / 2 for a, b in times)


def _still_difference(info: VideoInfo, made: VideoInfo, speaker: Speaker) -> int:
    quiet = np.flatnonzero(speaker.wanted & (speaker.presence == 0)).tolist()
    worst = 0
    with VideoReader(info) as source, VideoReader(made) as result:
        for one, two in zip(source.frames(quiet), result.frames(quiet), strict=True):
            worst = max(worst, int(np.abs(one.image.astype(np.int16) - two.image).max()))
    return worst


def _figures(info: VideoInfo, made: VideoInfo, speaker: Speaker) -> str:
    told = []
    with tempfile.TemporaryDirectory() as scratch:
        if ARCHIVE.exists():
            told.append("refined: " + _told_openings(_openings(info, made, speaker, RefinedMesh(Path(scratch)))))
        told.append("attention: " + _told_openings(_openings(info, made, speaker, AttentionMesh())))
    return " | ".join(told)


def _told_openings(measured: Openings) -> str:
    if len(measured.commanded) < 20:
        return "too few dubbed frames to measure"
    r = np.corrcoef(measured.commanded, measured.found)[0, 1]
    gain = np.polyfit(measured.commanded, measured.found, 1)[0]
    own = np.corrcoef(measured.own, measured.found)[0, 1]
    shut = measured.found[measured.shut]
    told = f"{shut.mean():.3f} (most {shut.max():.3f} of {len(shut)})" if len(shut) else "none"
    return f"r {r:.3f} gain {gain:.3f} pbm {told} own {own:+.2f} in {len(measured.found)} frames"


def _openings(info: VideoInfo, made: VideoInfo, speaker: Speaker, net: Mesh) -> Openings:
    """Openings in the plane of the picture, as shares of the face's scale, where the mouth is wholly ours."""
    numbers, rows = np.flatnonzero(speaker.presence == 1).tolist(), []
    with VideoReader(info) as source, VideoReader(made) as result:
        for number, own, ours in zip(numbers, source.frames(numbers), result.frames(numbers), strict=True):
            points = speaker.track.at(number)
            if points is None or abs(speaker.person.at(points)[1]) > TURNED or (own.image == ours.image).all():
                continue
            frame, shape = face_frame(points), speaker.features[number]
            pose = lips.pose(points, shape, speaker.person.habits, speaker.person.at(points)[0])
            commanded = lips.seen(pose.gap, pose.round) * float(np.linalg.norm(frame.down[:2]))
            seen = [seen_gap(net, image, points) / frame.scale for image in (ours.image, own.image)]
            rows.append((commanded, *seen, shape.press > CLOSED))
    table = np.array(rows or [(0.0, 0.0, 0.0, False)])
    table = table[np.isfinite(table).all(axis=1)]
    return Openings(table[:, 0], table[:, 1], table[:, 2], table[:, 3] > 0)


def _told(report: ExportReport) -> str:
    passed = sum(span.stop - span.start for span in report.passed)
    speed = report.frames_per_second
    return f"{report.frames} frames {report.dubbed} dubbed {report.original} silent {passed} passed {speed:.0f}/s"


if __name__ == "__main__":
    main()
