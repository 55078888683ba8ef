"""What is told of weights is what was measured; what cannot be measured is left out by name."""

import io
import json
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from core.arrays import Floats
from core.errors import MediaError, WeightsError
from core.job import run
from core.media.probe import probe
from core.models.face_landmarks import FaceMesh
from core.weights import weights_file
from tests import official
from tests.shared import media, weights
from tests.training.runs import windows, write_drawn_shard, write_networks
from training.__main__ import main
from training.brush import crops_of, landmarks_of
from training.evaluate import NOT_HERE, Evaluation, Instruments, evaluate
from training.evaluation_page import page
from training.identity import Identity, Scaling, aligned
from training.shard import Shard

Crops = NDArray[np.uint8]


class Copyist:
    """Paints the reference, and writes down what it was told."""

    def __init__(self) -> None:
        self.heard: list[Floats] = []

    def paint(self, shown: Crops, references: Crops, audio: Floats) -> Crops:
        assert (shown == references).all()
        self.heard.append(audio)
        return references


@pytest.fixture(scope="module")
def tools() -> Instruments:
    return Instruments(FaceMesh(weights_file("face_mesh", "face_landmark.tflite")), windows)


@pytest.fixture
def shards(tmp_path: Path) -> list[Shard]:
    return [write_drawn_shard(tmp_path / f"{seed}.shard", seed) for seed in range(3)]


def test_a_copy_is_as_sharp_and_calm_as_the_film(shards: list[Shard], tools: Instruments) -> None:
    found = run(evaluate(Copyist(), shards, tools, 1.0))
    assert [(one.person, one.voice) for one in found.people] == [
        ("person 0", "person 1"),
        ("person 1", "person 2"),
        ("person 2", "person 0"),
    ]
    summary = found.summary
    for name, value in (("sharpness", 1.0), ("jitter", 1.0), ("seam", 0.0)):
        told = summary[name]
        assert told is not None
        assert told.mean == pytest.approx(value)
        assert told.groups == 3
    assert all(len(one.film) == 25 for one in found.people)


def test_everybody_has_the_voice_of_another(shards: list[Shard], tools: Instruments) -> None:
    found = run(evaluate(Copyist(), shards, tools, 1.0))
    sounds = [shard.sound[: 25 * 640] for shard in shards]
    assert all((one.sound == sounds[(number + 1) % 3]).all() for number, one in enumerate(found.people))


def test_what_cannot_be_measured_is_left_out_by_name(shards: list[Shard], tools: Instruments) -> None:
    found = run(evaluate(Copyist(), shards, tools, 1.0))
    assert set(NOT_HERE) == set(found.left_out) == {"fid", "lse_c", "lse_d", "csim"}
    assert not set(found.left_out) & set(found.summary)
    assert found.summary["agreement"] is None  # noise for a voice: there is no speech to judge
    text, told = found.as_text(), json.dumps(found.as_json(), allow_nan=False)
    assert "fid        left out" in text
    assert "agreement  not measured" in text
    assert '"agreement": null' in told
    assert "left out" in page(found, "<mine>")
    assert "&lt;mine&gt;" in page(found, "<mine>")


def test_one_clip_is_told(shards: list[Shard], tools: Instruments) -> None:
    with pytest.raises(MediaError, match="another"):
        run(evaluate(Copyist(), shards[:1], tools))


def test_clips_of_one_person_count_each(tmp_path: Path, tools: Instruments) -> None:
    shards = [write_drawn_shard(tmp_path / f"{name}.shard", 7) for name in "ab"]
    found: Evaluation = run(evaluate(Copyist(), shards, tools, 0.5))
    assert [one.person for one in found.people] == ["a", "b"]


def test_the_command_leaves_figures_a_page_and_clips(
    tmp_path: Path, shards: list[Shard], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    torch.set_num_threads(1)
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    write_networks(tmp_path / "models")
    official.write_official(tmp_path / "models", seed=3, only=("whisper",))
    out = tmp_path / "report"
    arguments = ["evaluate", str(tmp_path), "--weights", str(tmp_path / "models"), "-o", str(out), "--seconds", "0.2"]
    assert main([*arguments, "--json"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    written = json.loads((out / "evaluation.json").read_text())
    assert written["summary"] == told["summary"]
    clips = sorted((out / "clips").iterdir())
    assert [clip.name for clip in clips] == ["00-person-0.mp4", "01-person-1.mp4", "02-person-2.mp4"]
    info = probe(clips[0])
    assert (info.width, info.height, info.frames) == (512, 256, 5)
    assert all(f"clips/{clip.name}" in (out / "evaluation.html").read_text() for clip in clips)


def test_a_file_that_is_no_network_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.onnx").write_text("nothing")
    with pytest.raises(WeightsError, match=r"a\.onnx"):
        Identity(tmp_path / "a.onnx")


@pytest.mark.weights
@pytest.mark.footage
def test_people_are_like_themselves_and_not_like_others(tmp_path: Path) -> None:
    from training.prepare import Preparation, prepare
    from training.shard import shards_in

    identity = Identity(weights("face_id/MobileFaceNet.onnx"), Scaling.IMAGENET)
    (tmp_path / "films").mkdir()
    for name in ("face2", "face3"):
        (tmp_path / "films" / f"{name}.mp4").symlink_to(media(f"video_retalking/{name}.mp4"))
    run(prepare(Preparation(tmp_path / "films", tmp_path / "shards")))
    one, other = (Shard(path) for path in shards_in(tmp_path / "shards")[:2])

    def embedding(shard: Shard, frame: int) -> Floats:
        frames = range(frame, frame + 1)
        return identity.embedding(crops_of(shard, frames)[0], landmarks_of(shard, frames)[0])

    assert embedding(one, 5) @ embedding(one, 45) > 0.7
    assert embedding(one, 5) @ embedding(other, 5) < 0.4


def test_a_face_is_moved_turned_and_scaled_into_place() -> None:
    from training.identity import _PLACES

    image = np.zeros((256, 256, 3), np.uint8)
    turned = (_PLACES - 56) @ np.array([[0.8, 0.6], [-0.6, 0.8]], np.float32) * 1.5 + 130
    landmarks = np.zeros((68, 2), np.float32)
    landmarks[36:42], landmarks[42:48] = turned[0], turned[1]
    landmarks[[30, 48, 54]] = turned[2:]
    x, y = turned[2].round().astype(int)
    image[y - 2 : y + 3, x - 2 : x + 3] = 255
    rows, columns = np.nonzero(aligned(image, landmarks)[..., 0] > 128)
    assert np.hypot(columns.mean() - _PLACES[2, 0], rows.mean() - _PLACES[2, 1]) < 1
