"""People for tests: a mesh without a network, pictures of a clip, the built-in networks or a skip."""

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from core.arrays import Floats, Image, Points
from core.errors import WeightsError
from core.face import mesh
from core.face.finder import FaceFinder
from core.face.landmarks import FaceFound


def make_mesh(x: float = 300.0, y: float = 200.0, scale: float = 100.0) -> Points:
    """An egg of points with eyes, nose and mouth where they belong; `scale` is half its width."""
    rng = np.random.default_rng(1)
    points = rng.normal(size=(mesh.POINTS, 3)).astype(np.float32)
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    points *= np.array([1.0, 1.2, -0.5], np.float32)
    places = {
        mesh.EYE_LEFT: (-0.5, -0.3), mesh.EYE_RIGHT: (0.5, -0.3), mesh.FOREHEAD: (0, -1.2), mesh.CHIN: (0, 1.2),
        mesh.NOSE_BRIDGE: (0, -0.3), mesh.NOSE_BASE: (0, 0.35), mesh.NOSE_TIP: (0, 0.25),
        mesh.LIP_UPPER_INNER: (0, 0.65), mesh.LIP_LOWER_INNER: (0, 0.7),
        mesh.MOUTH_LEFT: (-0.3, 0.68), mesh.MOUTH_RIGHT: (0.3, 0.68),
    }  # fmt: skip
    for index, place in places.items():
        points[index] = (*place, -0.2)
    return (points * np.float32(scale) + np.array([x, y, 0], np.float32)).astype(np.float32)


def make_texture(person: int) -> Floats:
    """Looks of a person; those of two people have nothing in common."""
    values = np.random.default_rng(person).normal(size=351).astype(np.float32)
    return values / np.float32(np.linalg.norm(values))


def make_face(x: float, y: float = 200.0, scale: float = 50.0, person: int = 0) -> FaceFound:
    return FaceFound(make_mesh(x, y, scale), 1.0, make_texture(person))


def pictures(path: Path, count: int) -> Iterator[Image]:
    """The first pictures of a clip, RGB."""
    with av.open(str(path)) as container:
        for number, frame in enumerate(container.decode(video=0)):
            if number >= count:
                return
            yield np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)


def finder() -> FaceFinder:
    """A finder, or skip where the networks have not been fetched."""
    try:
        return FaceFinder()
    except WeightsError as error:
        pytest.skip(error.message)
