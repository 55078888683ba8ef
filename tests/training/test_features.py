"""What a network is shown in training is what it is shown when a film is dubbed."""

from pathlib import Path

import numpy as np
import pytest
import torch

from core.engines import FaceView, inpaint_load, inpainter, load_engine
from core.engines.musetalk import Face, MuseTalkEngine
from core.errors import WeightsError
from core.face.crop import CropRule, face_box
from core.face.points68 import from_mesh
from core.face.track import FaceTrack
from core.job import run
from core.models.vae import load_vae
from core.project import EngineChoice
from tests import official
from tests.core.face.drawn_mesh import drawn_mesh
from training.features import SpeechFeatures
from training.networks import Judges, batch_of
from training.prepare import piece_box
from training.samples import Samples, Sampling, crop_of
from training.shard import ClipData, Shard, ShardFacts, encoded, write_shard

FRAMES, SIZE = 50, (240, 320)


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    return official.write_official(folder, seed=77, only=("musetalkV15", "sd-vae", "whisper"))


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torch.set_num_threads(1)
    for name, value in {"CACHE": str(tmp_path / "cache"), "DEVICE": "cpu", "PRECISION": "float32"}.items():
        monkeypatch.setenv(f"DUBWRIGHT_{name}", value)
    monkeypatch.setattr(inpaint_load, "is_installed", lambda: False)
    monkeypatch.setattr(inpainter, "tuned_batch", lambda *_: 1)


def view(frame: int) -> FaceView:
    """A face that walks through noise."""
    image = np.random.default_rng(frame).integers(0, 256, (*SIZE, 3), np.uint8)
    return FaceView(frame, image, drawn_mesh((140.0 + frame, 110.0), 60.0))


@pytest.fixture
def shard(tmp_path: Path) -> Shard:
    """The clip of `view`, as it is prepared."""
    pieces, corners, boxes, landmarks = [], [], [], []
    for frame in range(FRAMES):
        seen = view(frame)
        points = from_mesh(seen.points)
        box = face_box(points, CropRule())
        assert box is not None
        room = piece_box(box, SIZE[1], SIZE[0])
        pieces.append(encoded(np.ascontiguousarray(seen.image[room.slices]), lossless=True))
        corners.append((room.x0, room.y0))
        boxes.append((box.x0, box.y0, box.x1, box.y1))
        landmarks.append(points)
    facts = ShardFacts("a.mp4", "x", 0.0, "ann", {})
    sound = np.random.default_rng(0).normal(0, 0.1, FRAMES * 640).astype(np.float32)
    numbers = [np.array(rows, np.int32) for rows in (corners, boxes)]
    write_shard(tmp_path / "a.shard", ClipData(facts, pieces, numbers[0], np.stack(landmarks), numbers[1], sound))
    return Shard(tmp_path / "a.shard")


def dubbed(engine: MuseTalkEngine, frame: int) -> Face:
    seen = view(frame)
    track = FaceTrack(
        0, 0, seen.points[None], np.ones(1, bool), np.ones(1, np.float32), np.array([[80, 30, 240, 200]], np.float32)
    )
    (face,) = engine.encode_faces([seen], run(engine.study(track, lambda _: iter(()))))
    assert not face.refusal
    return face


def test_a_batch_of_training_is_what_dubbing_feeds_the_network(models: Path, shard: Shard) -> None:
    samples = Samples([shard], SpeechFeatures(models / "whisper"), Sampling(margins=None))
    judges = Judges(load_vae(models / "sd-vae"), None, None)
    engine = load_engine(EngineChoice("musetalk", str(models), chin_margin=0.0))
    assert isinstance(engine, MuseTalkEngine)
    heard = engine.encode_audio(shard.sound, np.arange(FRAMES) / 25)
    windows = SpeechFeatures(models / "whisper")(shard)
    try:
        for number in range(3):
            drawn = samples.sample(number)
            (frame,) = (k for k in range(FRAMES) if (windows[k] == drawn.audio[0]).all())
            (reference,) = (k for k in range(FRAMES) if (crop_of(shard, k) == drawn.references[0]).all())
            assert (heard[frame] == drawn.audio[0]).all()
            fed = judges.latents(batch_of([drawn], torch.device("cpu")))[0].numpy()
            target, other = dubbed(engine, frame).latent, dubbed(engine, reference).latent
            assert target is not None
            assert other is not None
            assert np.abs(fed[:4] - np.asarray(target.values)[:4]).max() < 1e-4
            assert np.abs(fed[4:] - np.asarray(other.values)[4:]).max() < 1e-4
    finally:
        engine.close()


def test_a_shard_is_heard_once(models: Path, shard: Shard, monkeypatch: pytest.MonkeyPatch) -> None:
    first = SpeechFeatures(models / "whisper")(shard)
    assert len(first) == FRAMES
    monkeypatch.setattr(SpeechFeatures, "_hearing", lambda _: pytest.fail("heard again"))
    again = SpeechFeatures(models / "whisper")(Shard(shard.path))
    assert all((one == other).all() for one, other in zip(first, again, strict=True))
    assert (again[3:5][1] == first[4]).all()


def test_another_encoder_hears_anew(models: Path, shard: Shard, tmp_path: Path) -> None:
    other = official.write_official(tmp_path / "other", seed=5, only=("whisper",)) / "whisper"
    assert (SpeechFeatures(models / "whisper")(shard)[20] != SpeechFeatures(other)(shard)[20]).any()


def test_a_missing_encoder_is_told(shard: Shard, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(WeightsError):
        SpeechFeatures(tmp_path / "empty")(shard)
