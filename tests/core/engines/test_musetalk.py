"""The MuseTalk engine: every frame its own face and its own sound, and faces that cannot be painted left alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.arrays import Floats, Image, Points, Sound
from core.dub import Dubber, Kind, Speaker
from core.engines import FaceView, LiveEngine, Patch, Refusal, inpaint_load, inpainter, load_engine
from core.engines.kept_paintings import KeptPaintings
from core.engines.musetalk import MuseTalkEngine
from core.engines.remembering import RememberingEngine
from core.face import mesh
from core.face.crop import SIDE, CropRule, face_box
from core.face.points68 import from_mesh
from core.face.track import FaceTrack
from core.job import run
from core.pictures import Picture
from core.project import Clip, Decoder, EngineChoice, Look, Span, Voice
from core.schedule import Slot
from tests import official
from tests.core.face.drawn_mesh import drawn_mesh

SIZE = (240, 320)
CENTRE, SCALE = (160.0, 100.0), 60.0
MOUTH = (138, 160)
SOUND: Sound = np.random.default_rng(3).normal(0, 0.1, 32_000).astype(np.float32)


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With an autoencoder that is smaller still: it would take most of the time of these tests."""
    only = ("musetalkV15", "musetalk", "sd-vae", "whisper")
    return official.write_official(tmp_path_factory.mktemp("models"), 77, only, vae=(4, 8, 8, 8))


@pytest.fixture(autouse=True)
def exact(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"CACHE": str(tmp_path), "DEVICE": "cpu", "PRECISION": "float32"}.items():
        monkeypatch.setenv(f"DUBWRIGHT_{name}", value)
    monkeypatch.setattr(inpaint_load, "is_installed", lambda: False)  # conversions take longer than these tests
    monkeypatch.setattr(inpainter, "tuned_batch", lambda *_: 4)


@pytest.fixture
def engine(models: Path) -> Iterator[MuseTalkEngine]:
    engine = load_engine(EngineChoice("musetalk", str(models)))
    assert isinstance(engine, MuseTalkEngine)
    yield engine
    engine.close()


def noise(seed: int = 0) -> Image:
    return np.random.default_rng(seed).integers(0, 256, (*SIZE, 3), np.uint8)


def view(points: Points | None = None, index: int = 0, image: Image | None = None) -> FaceView:
    return FaceView(
        index, noise(index) if image is None else image, drawn_mesh(CENTRE, SCALE) if points is None else points
    )


def track(frames: int = 1, **fields: Any) -> FaceTrack:
    points = np.tile(drawn_mesh(CENTRE, SCALE)[None], (frames, 1, 1))
    whole = {"present": np.ones(frames, bool), "landmarks": None} | fields
    boxes = np.tile(np.array([80, 30, 240, 200], np.float32), (frames, 1))
    return FaceTrack(0, 0, points, whole["present"], np.ones(frames, np.float32), boxes, landmarks=whole["landmarks"])


def turned(points: Points, degrees: float) -> Points:
    """The mesh turned around its vertical axis."""
    middle, angle = np.array([*CENTRE, 0]), np.radians(degrees)
    turn = np.array([[np.cos(angle), 0, -np.sin(angle)], [0, 1, 0], [np.sin(angle), 0, np.cos(angle)]])
    return ((points - middle) @ turn.T + middle).astype(np.float32)


class Marks:
    """Networks that paint marks: red is the mark of the face, green that of the sound."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def encode(self, crops: Image) -> Floats:
        red = crops[:, SIDE // 2, SIDE // 2, 0].astype(np.float32)
        return np.ones((len(crops), 8, 32, 32), np.float32) * red[:, None, None, None]

    def generate(self, latents: Floats, audio: Floats) -> list[Image | None]:
        self.batches.append(len(latents))
        marks = np.stack([latents[:, 0, 0, 0], audio[:, 0, 0], audio[:, 0, 0] * 0], axis=-1)
        return list(np.broadcast_to(marks[:, None, None].astype(np.uint8), (len(marks), SIDE, SIDE, 3)))

    def notices(self) -> tuple[str, ...]:
        return ()

    def close(self) -> None:
        pass


def marked(engine: MuseTalkEngine) -> Marks:
    marks = Marks()
    engine._kept = KeptPaintings(marks, "marks", "marks")
    engine.spec = replace(engine.spec, batch=3)
    return marks


FRAMES = 24


@pytest.mark.parametrize("missing", [[], [0], [7, 8], [23], [3, 11, 12, 13, 20], list(range(24))])
def test_no_frame_takes_the_face_or_the_sound_of_another(engine: MuseTalkEngine, missing: list[int]) -> None:
    marked(engine)
    present = np.ones(FRAMES, bool)
    present[missing] = False
    windows = [np.full((50, 384), 200 - i, np.float32) for i in range(FRAMES)]
    clip = Clip("a", Span(0, FRAMES), Voice(Path("v.wav")), look=Look(match_colour=False))
    person = run(engine.study(track(FRAMES, present=present), lambda _: iter(())))
    speaker = Speaker(
        clip, track(FRAMES, present=present), person, windows, np.ones(FRAMES, bool), present.astype(np.float32)
    )
    pictures = (Picture(i, Slot(i, 7 * i * i), np.full((*SIZE, 3), 100 + i, np.uint8)) for i in range(FRAMES))
    results = [result for batch in Dubber(engine, [speaker]).batches(pictures) for result in batch]
    assert [result.number for result in results] == list(range(FRAMES))
    for i, result in enumerate(results):
        wanted = [100 + i] * 3 if i in missing else [100 + i, 200 - i, 0]
        assert result.image[MOUTH].tolist() == wanted
        assert result.outcomes[0].kind is (Kind.PASSED if i in missing else Kind.DUBBED)


def test_a_frame_is_given_the_sound_of_its_own_time(engine: MuseTalkEngine) -> None:
    """At uneven times, before the sound and after it, and in any order of asking."""
    even = np.arange(-10, 60) / 25
    odd = np.array([-1.0, 0.0, 0.04, 0.16, 0.2, 1.48, 1.52, 1.96, 2.5])
    windows, picked = engine.encode_audio(SOUND, even), engine.encode_audio(SOUND, odd)
    assert len(picked) == len(odd)
    for row in reversed(range(len(odd))):
        assert picked[row].shape == (50, 384)
        nearest = int(np.abs(even - odd[row]).argmin())
        if abs(even[nearest] - odd[row]) < 1e-9:
            assert (picked[row] == windows[nearest]).all()


def test_a_batch_of_one_paints_what_a_batch_of_three_paints(models: Path, tmp_path: Path, monkeypatch: Any) -> None:
    painted = []
    views = [view(index=i) for i in range(3)]
    for folder, size in (("one", 1), ("three", 3)):
        monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / folder))
        engine = MuseTalkEngine(EngineChoice("musetalk", str(models)))
        person = run(engine.study(track(), lambda _: iter(())))
        windows = engine.encode_audio(SOUND, np.arange(3) / 25)
        made: list[Patch | Refusal] = []
        for first in range(0, 3, size):
            faces = engine.encode_faces(views[first : first + size], person)
            made += engine.generate(faces, windows[first : first + size], np.ones(size, np.float32))
        painted.append(made)
        engine.close()
    for one, three in zip(*painted, strict=True):
        assert isinstance(one, Patch)
        assert isinstance(three, Patch)
        assert (one.x, one.y) == (three.x, three.y)
        off = np.abs(one.image.astype(int) - three.image)
        assert off.max() <= 1
        assert (off > 0).mean() < 0.002


def test_a_patch_fills_the_box_and_differs_with_face_and_sound(engine: MuseTalkEngine) -> None:
    person = run(engine.study(track(), lambda _: iter(())))
    windows = engine.encode_audio(SOUND, np.array([0.2, 0.9]))
    faces = engine.encode_faces([view(index=0), view(index=1)], person)
    patches = engine.generate([*faces, faces[0]], [windows[0], windows[0], windows[1]], np.ones(3, np.float32))
    points = drawn_mesh(CENTRE, SCALE)
    box = face_box(from_mesh(points), CropRule(margin=0.07 * mesh.face_frame(points).scale))
    assert box is not None
    for patch in patches:
        assert isinstance(patch, Patch)
        assert (patch.x, patch.y) == (box.x0, box.y0)
        assert patch.image.shape == (box.height, box.width, 3)
        assert patch.image.dtype == np.uint8
    first, face, sound = (patch.image.astype(int) for patch in patches if isinstance(patch, Patch))
    assert np.abs(first - face).max() > 3
    assert np.abs(first - sound).max() > 3


@pytest.mark.parametrize(
    ("points", "reason"),
    [
        (drawn_mesh(CENTRE, 8.0), "face too small"),
        (drawn_mesh(CENTRE, SCALE) * np.float32(np.nan), "face too small"),
        (turned(drawn_mesh(CENTRE, SCALE), 65), "head turned too far"),
        (turned(drawn_mesh(CENTRE, SCALE), -65), "head turned too far"),
        (drawn_mesh((160.0, 220.0), SCALE), "mouth outside the picture"),
    ],
)
def test_a_face_that_cannot_be_painted_is_left_alone(engine: MuseTalkEngine, points: Points, reason: str) -> None:
    marks = marked(engine)
    faces = engine.encode_faces([view(points), view()], run(engine.study(track(), lambda _: iter(()))))
    made = engine.generate(faces, [np.zeros((50, 384), np.float32)] * 2, np.ones(2, np.float32))
    assert made[0] == Refusal(reason)
    assert isinstance(made[1], Patch)
    assert marks.batches == [1]


def test_a_head_that_turns_away_fades_into_the_original(engine: MuseTalkEngine) -> None:
    marked(engine)
    person, image = run(engine.study(track(), lambda _: iter(()))), np.full((*SIZE, 3), 90, np.uint8)
    shares = []
    for degrees in (40, 50, 55, 59):
        faces = engine.encode_faces([view(turned(drawn_mesh(CENTRE, SCALE), degrees), image=image)], person)
        (patch,) = engine.generate(faces, [np.full((50, 384), 250, np.float32)], np.ones(1, np.float32))
        assert isinstance(patch, Patch)
        shares.append((int(patch.image[5, 5, 1]) - 90) / 160)
    assert shares[0] == 1
    assert shares == sorted(shares, reverse=True)
    assert shares[-1] < 0.1


def test_a_face_at_the_border_keeps_its_place(engine: MuseTalkEngine) -> None:
    """The box leaves the picture on top and on the left; what is laid over is still in the right place."""
    marked(engine)
    person = run(engine.study(track(), lambda _: iter(())))
    near = drawn_mesh((30.0, 40.0), SCALE)
    faces = engine.encode_faces([view(near)], person)
    (patch,) = engine.generate(faces, [np.zeros((50, 384), np.float32)], np.ones(1, np.float32))
    assert isinstance(patch, Patch)
    assert patch.x < 0
    assert patch.y < 0
    far = engine.encode_faces([view()], person)[0].box
    assert abs(far.width - patch.image.shape[1]) <= 1
    assert abs(patch.x - (far.x0 - 130)) <= 1
    assert abs(patch.y - (far.y0 - 60)) <= 1


def test_nothing_is_painted_where_the_networks_fail(engine: MuseTalkEngine) -> None:
    marks = marked(engine)
    marks.generate = lambda latents, audio: [None] * len(latents)  # type: ignore[method-assign]
    faces = engine.encode_faces([view()], run(engine.study(track(), lambda _: iter(()))))
    made = engine.generate(faces, [np.zeros((50, 384), np.float32)], np.ones(1, np.float32))
    assert made == [Refusal("the network gave no picture")]


def box_of_view(models: Path, person: Any = None, **options: Any) -> NDArray[np.float64]:
    engine = MuseTalkEngine(EngineChoice("musetalk", str(models), **options))
    marked(engine)
    (face,) = engine.encode_faces([view()], person or run(engine.study(track(), lambda _: iter(()))))
    engine.close()
    return np.array([face.box.x0, face.box.y0, face.box.x1, face.box.y1])


def test_shift_and_margin_are_shares_of_the_face(models: Path) -> None:
    usual = box_of_view(models)
    assert np.abs(box_of_view(models, chin_margin=0.27) - usual - (0, 0, 0, 0.2 * SCALE)).max() <= 1
    assert np.abs(box_of_view(models, bbox_shift=0.1) - usual - (0, 0.2 * SCALE, 0, 0)).max() <= 1


def test_shift_and_margin_are_adjusted_without_loading_anything_again(models: Path) -> None:
    engine = MuseTalkEngine(EngineChoice("musetalk", str(models)))
    marks = marked(engine)
    wanted = EngineChoice("musetalk", str(models), bbox_shift=0.1, chin_margin=0.27)
    assert engine.adjust(wanted)
    (face,) = engine.encode_faces([view()], run(engine.study(track(), lambda _: iter(()))))
    fresh = MuseTalkEngine(wanted)
    marked(fresh)
    (other,) = fresh.encode_faces([view()], run(fresh.study(track(), lambda _: iter(()))))
    assert face.box == other.box
    assert engine.spec.reach == fresh.spec.reach
    assert engine._kept is not None
    assert engine._kept._inpainting is marks
    assert not engine.adjust(replace(wanted, decoder=Decoder.TINY))
    assert not engine.adjust(EngineChoice("musetalk"))


def test_a_shift_off_the_nose_is_told_once(models: Path) -> None:
    for shift, told in ((0.5, 1), (0.0, 0)):
        engine = MuseTalkEngine(EngineChoice("musetalk", str(models), bbox_shift=shift))
        marked(engine)
        for _ in range(2):
            run(engine.study(track(), lambda _: iter(())))
        assert len(engine.notices()) == told
        assert engine.notices() == ()
        engine.close()


def test_landmarks_of_the_back_end_put_the_box_and_do_not_shake_it(engine: MuseTalkEngine) -> None:
    marked(engine)
    frames = 31
    ours = from_mesh(drawn_mesh(CENTRE, SCALE))
    shaken = np.random.default_rng(2).integers(-2, 3, (frames, 1, 2)) + ours[None]
    shaken[:, 8, 1] += 6  # their chin lies lower
    shaken[4] = 0  # and in one frame they have none
    plain = run(engine.study(track(frames), lambda _: iter(())))
    theirs = run(engine.study(track(frames, landmarks=shaken.astype(np.float32)), lambda _: iter(())))
    assert plain.correction == (0, 0, 0, 0)
    x0, y0, x1, y1 = np.array(theirs.correction) * SCALE
    assert (abs(x0), abs(x1)) < (1.1, 1.1)
    assert y1 == pytest.approx(6, abs=1.1)
    assert y0 == pytest.approx(-6, abs=1.6)
    boxes = {engine.encode_faces([view(index=i)], theirs)[0].box for i in range(3)}
    assert len(boxes) == 1


def test_a_preview_paints_a_frame_once(engine: MuseTalkEngine) -> None:
    marks = marked(engine)
    remembering = RememberingEngine(engine)
    person = run(remembering.study(track(), lambda _: iter(())))
    features = remembering.encode_audio(SOUND, np.array([0.0, 0.5]))
    one = view()
    for _ in range(3):
        faces = remembering.encode_faces([one], person)
        (patch,) = remembering.generate(faces, [features[1]], np.ones(1, np.float32))
        assert isinstance(patch, Patch)
    assert marks.batches == [1]
    assert remembering.notices() == ()


def test_memory_that_runs_out_costs_time_and_no_frame(models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    engine = MuseTalkEngine(EngineChoice("musetalk", str(models)))
    person = run(engine.study(track(), lambda _: iter(())))
    kept = engine._load()
    unet = kept._inpainting._networks.unet  # type: ignore[attr-defined]
    plain = unet._module.forward

    def starved(latents: Any, audio: Any) -> Any:
        if len(latents) > 1:
            raise RuntimeError("DefaultCPUAllocator: can't allocate memory")
        return plain(latents, audio)

    monkeypatch.setattr(unet._module, "forward", starved)
    faces = engine.encode_faces([view()], person)
    windows = engine.encode_audio(SOUND, np.arange(3) / 25)
    made = engine.generate(faces * 3, windows[:], np.ones(3, np.float32))
    assert all(isinstance(patch, Patch) for patch in made)
    assert any("Memory ran out" in notice for notice in engine.notices())
    engine.close()


def test_closing_twice_is_allowed(engine: MuseTalkEngine) -> None:
    run(engine.study(track(), lambda _: iter(())))
    engine.close()
    engine.close()


def test_a_voice_that_is_being_spoken_has_a_window_for_every_moment(engine: MuseTalkEngine) -> None:
    assert isinstance(engine, LiveEngine)
    stream = engine.stream()
    for _ in range(50):
        stream.push(np.random.default_rng(0).normal(0, 0.1, 320).astype(np.float32))
    assert 1 - engine.spec.look_ahead - 0.04 <= stream.known_until < 1
    assert stream.feature(stream.known_until).shape == (50, 384)
