"""The same question is asked of the engine once, and the answers are the engine's own."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.arrays import Floats, Image, Sound
from core.engines import EngineSpec, FaceView, Patch, Refusal
from core.engines.remembering import Recent, RememberingEngine
from core.face.track import FaceTrack
from core.job import Job, Progress, run
from core.project import EngineChoice

POINTS = np.zeros((468, 3), np.float32)


def grey(share: float) -> Image:
    return np.full((2, 2, 3), share * 100, np.uint8)


class CountingEngine:
    """Answers with numbers that tell what it was asked, and counts."""

    def __init__(self) -> None:
        self.spec = EngineSpec("counting", None, 0.0, 4, True, 0.1, "test")
        self.asked: list[str] = []

    def study(self, track: FaceTrack, read: Any) -> Job[str]:
        yield Progress(0, 0)
        self.asked.append("study")
        return f"person {track.id}"

    def encode_audio(self, sound: Sound, times: NDArray[np.float64], rows: Floats | None = None) -> Sequence[int]:
        self.asked.append("audio")
        return [int(sound[0] * 100) + at for at in range(len(times))]

    def encode_faces(self, faces: Sequence[FaceView], person: Any) -> Sequence[tuple[int, str]]:
        return [(face.index, person) for face in faces]

    def generate(self, faces: Sequence[Any], features: Sequence[Any], presence: Floats) -> list[Patch | Refusal]:
        self.asked.append(f"generate {len(faces)}")
        return [
            Refusal(f"{face} refused")
            if face[0] == 3
            else Patch(face[0], feature, np.full((2, 2, 3), share * 100, "u1"))
            for face, feature, share in zip(faces, features, presence, strict=True)
        ]

    def notices(self) -> tuple[str, ...]:
        return ()

    def close(self) -> None:
        self.asked.append("close")


def track(number: int) -> FaceTrack:
    boxes = np.zeros((5, 4), np.float32)
    return FaceTrack(number, 0, np.zeros((5, 468, 3), np.float32), np.ones(5, bool), np.ones(5, np.float32), boxes)


def made(
    engine: RememberingEngine, images: Sequence[Image], voice: float = 0.1, share: float = 1.0, person: int = 0
) -> list[Patch | Refusal]:
    """Mouths for frames 0, 1, … of `images`."""
    study = run(engine.study(track(person), lambda _: iter(())))
    features = engine.encode_audio(np.full(8, voice, np.float32), np.arange(5.0))
    faces = engine.encode_faces([FaceView(at, image, POINTS) for at, image in enumerate(images)], study)
    return engine.generate(faces, [features[at] for at in range(len(images))], np.full(len(images), share, np.float32))


@pytest.fixture
def images() -> list[Image]:
    return [np.zeros((4, 4, 3), np.uint8) for _ in range(4)]


def test_answers_are_those_of_the_engine(images: list[Image]) -> None:
    first = made(RememberingEngine(CountingEngine()), images)
    assert [(patch.x, patch.y) for patch in first if isinstance(patch, Patch)] == [(0, 10), (1, 11), (2, 12)]
    assert first[3] == Refusal("(3, 'person 0') refused")


def test_nothing_is_asked_twice(images: list[Image]) -> None:
    inner = CountingEngine()
    engine = RememberingEngine(inner)
    first = made(engine, images)
    assert inner.asked == ["study", "audio", "generate 4"]
    again = made(engine, images)
    assert inner.asked == ["study", "audio", "generate 4"]
    assert all(one is other for one, other in zip(first, again, strict=True))


def test_only_what_is_new_is_asked(images: list[Image]) -> None:
    inner = CountingEngine()
    engine = RememberingEngine(inner)
    made(engine, images[:2])
    made(engine, images)
    assert inner.asked[-1] == "generate 2"


@pytest.mark.parametrize("change", [{"voice": 0.5}, {"share": 0.5}, {"person": 1}])
def test_another_voice_share_or_person_is_another_question(images: list[Image], change: dict[str, Any]) -> None:
    inner = CountingEngine()
    engine = RememberingEngine(inner)
    made(engine, images)
    made(engine, images, **change)
    assert inner.asked.count("generate 4") == 2


def test_a_picture_with_another_face_laid_over_it_is_another_question(images: list[Image]) -> None:
    inner = CountingEngine()
    engine = RememberingEngine(inner)
    made(engine, images)
    made(engine, [image.copy() for image in images])
    assert inner.asked.count("generate 4") == 2


class AdjustableCounting(CountingEngine):
    """Takes another shift, and nothing else."""

    def adjust(self, choice: EngineChoice) -> bool:
        self.asked.append("adjust")
        return not choice.weights


def test_an_engine_that_is_adjusted_is_asked_again_for_mouths_but_not_for_the_voice(images: list[Image]) -> None:
    engine = RememberingEngine(counting := AdjustableCounting())
    made(engine, images)
    counting.asked.clear()
    assert engine.adjust(EngineChoice(bbox_shift=0.1))
    made(engine, images)
    assert counting.asked == ["adjust", "study", "generate 4"]


def test_what_takes_other_networks_forgets_nothing(images: list[Image]) -> None:
    engine = RememberingEngine(counting := AdjustableCounting())
    made(engine, images)
    assert not engine.adjust(EngineChoice(weights="others"))
    assert not RememberingEngine(CountingEngine()).adjust(EngineChoice(bbox_shift=0.1))
    counting.asked.clear()
    made(engine, images)
    assert counting.asked == []


def test_closing_forgets(images: list[Image]) -> None:
    inner = CountingEngine()
    engine = RememberingEngine(inner)
    made(engine, images)
    engine.close()
    made(engine, images)
    assert inner.asked == ["study", "audio", "generate 4", "close", "study", "audio", "generate 4"]


def test_the_budget_forgets_what_was_used_longest_ago() -> None:
    recent: Recent[str, int] = Recent(10, float)
    for name, weight in (("a", 4), ("b", 4)):
        recent.put(name, weight)
    assert recent.get("a") == 4
    recent.put("c", 5)
    assert (recent.get("a"), recent.get("b"), recent.get("c")) == (4, None, 5)
    recent.put("huge", 99)
    assert recent.get("huge") == 99
    assert recent.get("a") is None
