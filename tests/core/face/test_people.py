"""The same person in different shots: joined when looks leave no doubt, else kept apart."""

from dataclasses import replace

import numpy as np
import pytest

from core.arrays import Floats
from core.face.people import Looks, people, proportions
from tests.core.face.people import make_mesh, make_texture


def face(person: int, turn: float = 0.0, scale: float = 80.0) -> Floats:
    """Someone with a head of their own form, (5, 468, 3)."""
    form = 1 + np.random.default_rng(person).normal(scale=0.05, size=(468, 3))
    points = (make_mesh(0, 0, 1) * form).astype(np.float32)
    spin = np.array([[np.cos(turn), 0, np.sin(turn)], [0, 1, 0], [-np.sin(turn), 0, np.cos(turn)]], np.float32)
    return np.repeat((points @ spin * np.float32(scale))[None], 5, axis=0)


def looks(start: int, person: int, **changes: object) -> Looks:
    made = Looks(start, start + 50, proportions(face(person)), make_texture(person), None)
    return replace(made, **changes)  # type: ignore[arg-type]


def test_proportions_do_not_change_with_size_and_turn() -> None:
    assert np.allclose(proportions(face(1)), proportions(face(1, turn=0.5, scale=300)), atol=1e-4)
    assert not np.allclose(proportions(face(1)), proportions(face(2)), atol=0.02)


def test_two_people_who_come_and_go() -> None:
    seen = [looks(0, 1), looks(0, 2), looks(50, 2), looks(100, 1), looks(100, 3)]
    assert people(seen) == [0, 1, 1, 0, 2]


def test_nobody_is_in_two_places() -> None:
    assert people([looks(0, 1), looks(30, 1), looks(100, 1)]) == [0, 1, 0]


@pytest.mark.parametrize(
    "doubt", [{"texture": make_texture(9)}, {"texture": None}, {"proportions": proportions(face(9))}]
)
def test_a_doubt_keeps_them_apart(doubt: dict[str, object]) -> None:
    assert people([looks(0, 1), looks(50, 1, **doubt)]) == [0, 1]


def test_an_embedding_decides() -> None:
    one, other = np.eye(8, dtype=np.float32)[:2]
    assert people([looks(0, 1, embedding=one), looks(50, 2, embedding=one)]) == [0, 0]
    assert people([looks(0, 1, embedding=one), looks(50, 1, embedding=other)]) == [0, 1]


def test_no_tracks() -> None:
    assert people([]) == []
