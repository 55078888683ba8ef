"""Films become shards; what is not fit to learn from is left out, and told why."""

import subprocess
from pathlib import Path
from types import SimpleNamespace

import imageio_ffmpeg
import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from core.analysis import AnalysisOptions, analyse, choose_face
from core.errors import MediaError
from core.face.crop import CropRule, cut_out, face_box
from core.face.points68 import from_mesh
from core.job import run
from core.media.probe import probe
from core.media.reader import VideoReader
from core.models.sync_small import SyncNetwork
from core.project import Span
from core.sync_judge import By
from tests.shared import media
from training.filters import Limits
from training.prepare import ClipVerdict, FilmVerdict, Preparation, _found, films_below, person_of, prepare
from training.shard import Shard, shards_in
from training.verdict_table import as_text

pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.fixture
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    torch.set_num_threads(1)


def ffmpeg(*arguments: object) -> None:
    subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", *map(str, arguments)], check=True)


def link(source: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / (name or source.name)).symlink_to(source)


@pytest.mark.footage
def test_a_good_clip_becomes_a_shard_whose_crops_are_those_of_dubbing(tmp_path: Path) -> None:
    film = media("video_retalking/face2.mp4")
    link(film, tmp_path / "films")
    (verdict,) = run(prepare(Preparation(tmp_path / "films", tmp_path / "shards", lossless=True)))
    assert verdict.kept == 1
    (path,) = shards_in(tmp_path / "shards")
    shard = Shard(path)
    assert shard.facts.person == "face2"
    assert abs(len(shard) / 25 - 5) < 0.2
    assert abs(len(shard.sound) / 16_000 - len(shard) / 25) < 0.001
    info = probe(film)
    analysis = run(analyse(info, AnalysisOptions()))
    track = choose_face(analysis, Span(0, analysis.frames), None)
    with VideoReader(info) as reader:
        for frame in (0, 50, 100):
            points = track.at(frame + track.start)
            assert points is not None
            box = face_box(from_mesh(points), CropRule())
            assert box is not None
            x, y = (int(corner) for corner in shard.corners[frame])
            crop = cut_out(shard.piece(frame), box.shift(-x, -y))
            assert (crop == cut_out(reader.frame(frame + track.start).image, box)).all()


@pytest.mark.footage
def test_a_second_run_looks_at_nothing_again(tmp_path: Path) -> None:
    link(media("video_retalking/face2.mp4"), tmp_path / "films")
    wanted = Preparation(tmp_path / "films", tmp_path / "shards")
    first = run(prepare(wanted))
    stamps = {path: path.stat().st_mtime_ns for path in (tmp_path / "shards").iterdir()}
    assert run(prepare(wanted)) == first
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "shards").iterdir()} == stamps
    shards_in(tmp_path / "shards")[0].unlink()
    assert run(prepare(wanted)) == first
    assert len(shards_in(tmp_path / "shards")) == 1


@pytest.mark.footage
def test_another_judge_of_lips_and_sound_looks_again_and_is_named(tmp_path: Path) -> None:
    link(media("video_retalking/face2.mp4"), tmp_path / "films")
    torch.manual_seed(0)
    save_file(SyncNetwork(8, 16).state_dict(), tmp_path / "sync.safetensors")
    films, shards = tmp_path / "films", tmp_path / "shards"
    (alone,) = run(prepare(Preparation(films, shards, sync="lips")))
    (both,) = run(prepare(Preparation(films, shards, sync=str(tmp_path / "sync.safetensors"))))
    assert (alone.by, both.by) == (By.LIPS, By.SMALL)
    assert alone.key != both.key
    assert alone.clips[0].figures["confidence"] != both.clips[0].figures["confidence"]
    assert alone.clips[0].figures["lag"] == pytest.approx(both.clips[0].figures["lag"], abs=0.02)
    assert "were judged by: sync-small." in as_text([both])


def test_machines_share_the_films_and_none_is_done_twice(tmp_path: Path) -> None:
    for name in "abcde":
        (tmp_path / f"{name}.mp4").write_text("no film")
    parts = [run(prepare(Preparation(tmp_path, tmp_path / "out", part=part, parts=2))) for part in range(2)]
    assert sorted(verdict.film for verdicts in parts for verdict in verdicts) == [f"{name}.mp4" for name in "abcde"]
    assert all(verdict.trouble for verdicts in parts for verdict in verdicts)


def test_a_folder_without_films_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="no films"):
        run(prepare(Preparation(tmp_path, tmp_path / "out")))


def test_persons_are_folders_or_films(tmp_path: Path) -> None:
    (tmp_path / "ann" / "old").mkdir(parents=True)
    for name in ("ann/1.mp4", "ann/old/2.mov", "bob.mkv", "notes.txt"):
        (tmp_path / name).touch()
    assert [person_of(film, tmp_path) for film in films_below(tmp_path)] == ["ann", "ann/old", "bob"]


@pytest.mark.parametrize(("seconds", "clips"), [(8, [8]), (30, [30]), (34, [17, 17]), (61, [20.4, 20.32, 20.32])])
def test_a_long_stretch_is_cut_into_equal_clips(seconds: float, clips: list[float]) -> None:
    """Of a few seconds that are left over it cannot be told whether lips and sound belong together."""
    count = int(seconds * 25)
    track = SimpleNamespace(start=0, present=np.ones(count, bool))
    film = SimpleNamespace(times=np.arange(count) / 25, analysis=SimpleNamespace(tracks=(track,)))
    found = list(_found(film))  # type: ignore[arg-type] - what is looked at of a film
    assert np.concatenate([clip.frames for clip in found]).tolist() == list(range(count))
    assert [clip.seconds for clip in found] == pytest.approx(clips, abs=0.05)
    assert [clip.begin for clip in found] == pytest.approx([clip.frames[0] / 25 for clip in found])


CLEAN = (
    "sadtalker/WDA_AlexandriaOcasioCortez_000.mp4",
    "latentsync/demo1_video.mp4",
    "latentsync/demo2_video.mp4",
    "obama/rally.mp4",
    "obama/weekly_address.mp4",
    "video_retalking/face1.mp4",
    "video_retalking/face2.mp4",
    "video_retalking/face3.mp4",
    "video_retalking/face4.mp4",
    "liveportrait/d6.mp4",
)


def face_width(film: Path) -> float:
    analysis = run(analyse(probe(film), AnalysisOptions()))
    track = choose_face(analysis, Span(0, analysis.frames), None)
    return float(np.median(track.boxes[track.present, 2] - track.boxes[track.present, 0]))


def plant(folder: Path) -> None:
    """Films with one fault each, made of good ones."""
    films = [media(name) for name in CLEAN]
    for number, film in enumerate(films):
        other = films[(number + 3) % len(films)]
        quick = ("-c:v", "libx264", "-preset", "ultrafast", "-crf", 12, "-t", 8, "-c:a", "aac")

        def to(fault: str, number: int = number) -> Path:
            (folder / fault).mkdir(parents=True, exist_ok=True)
            return folder / fault / f"{number}.mp4"

        ffmpeg("-i", film, "-i", other, "-map", "0:v:0", "-map", "1:a:0", *quick, "-shortest", to("voice"))
        ffmpeg(
            "-i",
            film,
            "-itsoffset",
            0.3 + 0.02 * number,
            "-i",
            film,
            "-map",
            "0:v:0",
            "-map",
            "1:a:0",
            *quick,
            to("shift"),
        )
        ffmpeg("-i", film, "-vf", "scale=512:512,split[a][b];[b]hflip[c];[a][c]hstack", *quick, to("two"))
        ffmpeg("-i", film, "-vf", f"gblur=sigma={3.5 / 256 * face_width(film):.2f}", *quick, to("blur"))
        ffmpeg("-i", film, "-af", "volume=0", *quick, to("silence"))


def long_enough(verdict: FilmVerdict) -> list[ClipVerdict]:
    """The clips that are not left out for their length alone."""
    return [clip for clip in verdict.clips if clip.figures["seconds"] >= Limits().seconds]


WORDS = {
    "voice": ("belong together", "late", "early", "speaks in"),
    "shift": ("late", "early", "belong together"),
    "two": ("people are seen",),
    "blur": ("blurred",),
    "silence": ("no sound",),
}


@pytest.mark.slow
@pytest.mark.footage
@pytest.mark.timeout(1200)
def test_planted_faults_are_found_and_good_clips_are_kept(tmp_path: Path) -> None:
    plant(tmp_path / "bad")
    verdicts = run(prepare(Preparation(tmp_path / "bad", tmp_path / "shards")))
    by_fault: dict[str, list[FilmVerdict]] = {fault: [] for fault in WORDS}
    names = [film.parent.name for film in films_below(tmp_path / "bad")]
    for fault, verdict in zip(names, verdicts, strict=True):
        by_fault[fault].append(verdict)
    right = {
        fault: [
            bool(verdict.clips)
            and all(any(w in r for r in clip.reasons for w in WORDS[fault]) for clip in verdict.clips)
            for verdict in found
        ]
        for fault, found in by_fault.items()
    }
    wrong = {fault: [CLEAN[at] for at, ok in enumerate(found) if not ok] for fault, found in right.items()}
    assert np.mean([ok for found in right.values() for ok in found]) >= 0.95, wrong
    for name in CLEAN:
        link(media(name), tmp_path / "good" / Path(name).stem)
    kept = run(prepare(Preparation(tmp_path / "good", tmp_path / "kept")))
    clips = [clip for verdict in kept for clip in long_enough(verdict)]
    assert np.mean([bool(clip.shard) for clip in clips]) >= 0.9, [clip for clip in clips if not clip.shard]
