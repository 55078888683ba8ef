"""Label maps of faces: the right pixels, once, kept, and whole."""

from dataclasses import astuple
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
import torch

from core.blob_store import BlobStore
from core.device import CPU, Device
from core.errors import WeightsError
from core.face import parse
from core.face.crop import CropRule, face_box
from core.face.parse import FaceParser, square_around, square_of
from core.face.points68 import from_mesh
from core.geometry import Box
from core.models.face_parser import DEVIATION, MEAN, BiSeNet
from tests.core.face.drawn_mesh import drawn_mesh
from tests.hash_rule import filled


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file as the published one is: a plain state dict, here with weights made of the parameters' names."""
    shapes = {name: tuple(value.shape) for name, value in BiSeNet().state_dict().items()}
    path = tmp_path_factory.mktemp("face-parsing") / parse.FILE
    torch.save(filled(shapes, 1.3), path)
    return path


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "cache"))


def picture(seed: int, height: int = 300, width: int = 260) -> np.ndarray:
    coarse = np.random.default_rng(seed).integers(0, 256, (height // 20 + 1, width // 20 + 1, 3), dtype=np.uint8)
    return np.ascontiguousarray(np.kron(coarse, np.ones((20, 20, 1), np.uint8))[:height, :width])


class Brightness:
    """In place of the network: labels are made of the red of the pixels; `asked` is how many pictures it was given."""

    asked: ClassVar[list[int]] = []

    def __init__(self, path: Path, device: Device) -> None:
        pass

    def classes(self, crops: list[np.ndarray]) -> list[np.ndarray]:
        self.asked.append(len(crops))
        return [np.ascontiguousarray(crop[..., 0] % 19) for crop in crops]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many pictures the network was given in each call."""
    monkeypatch.setattr(parse, "_Network", Brightness)
    monkeypatch.setattr(Brightness, "asked", [])
    return Brightness.asked


def test_labels_are_those_of_the_plain_network(weights: Path) -> None:
    image = picture(0, 512, 512)
    net = BiSeNet().eval()
    net.load_state_dict(torch.load(weights, weights_only=True))
    given = ((image / np.float32(255) - MEAN) / DEVIATION).astype(np.float32).transpose(2, 0, 1)
    with torch.inference_mode():
        plain = net(torch.from_numpy(np.ascontiguousarray(given))[None])[0].argmax(0).numpy()
    made = FaceParser(weights, CPU).labels([(image, Box(0, 0, 512, 512))])[0]
    assert made.classes.dtype == np.uint8
    assert (made.classes == plain).mean() > 0.9999
    assert made.box == Box(0, 0, 512, 512)


def test_a_face_is_parsed_once(weights: Path, asked: list[int]) -> None:
    parser, box = FaceParser(weights, CPU), Box(20, 30, 220, 230)
    first = parser.labels([(picture(1), box), (picture(2), box), (picture(1).copy(), box)])
    assert np.array_equal(first[0].classes, first[2].classes)
    parser.close()
    again = FaceParser(weights, CPU).labels([(picture(2), box), (picture(1), box)])
    assert asked == [2]
    assert np.array_equal(again[0].classes, first[1].classes)
    assert np.array_equal(again[1].classes, first[0].classes)


def test_other_pixels_weights_and_number_formats_are_parsed_anew(
    weights: Path, asked: list[int], tmp_path: Path
) -> None:
    box, changed = Box(20, 30, 220, 230), picture(1)
    FaceParser(weights, CPU).labels([(picture(1), box)])
    changed[100, 100] ^= 1
    FaceParser(weights, CPU).labels([(changed, box)])
    FaceParser(weights, Device("cpu", "bfloat16", "")).labels([(picture(1), box)])
    (tmp_path / "other.pth").write_bytes(weights.read_bytes())
    FaceParser(tmp_path / "other.pth", CPU).labels([(picture(1), box)])
    assert asked == [1, 1, 1, 1]


def test_nothing_is_loaded_while_everything_is_known(
    weights: Path, asked: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    face = (picture(3), Box(0, 0, 100, 100))
    FaceParser(weights, CPU).labels([face])
    monkeypatch.setattr(parse, "_Network", None)
    FaceParser(weights, CPU).labels([face])


def test_a_full_store_changes_no_label(weights: Path, asked: list[int]) -> None:
    faces = [(picture(seed), Box(0, 0, 200, 200)) for seed in (4, 5)]
    kept = FaceParser(weights, CPU).labels(faces)
    small = FaceParser(weights, CPU, BlobStore("tiny", 10))
    unkept = small.labels(faces)
    assert all(np.array_equal(a.classes, b.classes) for a, b in zip(kept, unkept, strict=True))
    assert len(small.notices()) == 1
    assert asked == [2, 2]


def test_a_square_beyond_the_picture_is_filled_with_black() -> None:
    white = np.full((100, 80, 3), 255, np.uint8)
    cut = parse._cut(white, Box(-50, -50, 150, 150))
    assert cut.shape == (512, 512, 3)
    assert (cut[140:370, 140:320] == 255).all()
    assert (cut[:120] == 0).all()
    assert (cut[:, :120] == 0).all()
    assert (cut[390:] == 0).all()
    assert (cut[:, 340:] == 0).all()
    assert (parse._cut(white, Box(200, 200, 300, 300)) == 0).all()


@pytest.mark.parametrize("scale", [5.0, 40.0, 300.0])
def test_the_square_holds_the_face_and_moves_with_it(scale: float) -> None:
    points = drawn_mesh((160.0, 100.0), scale)
    square = square_of(points)
    assert square is not None
    assert square.width == square.height
    assert square.x0 < points[:, 0].min()
    assert square.x1 > points[:, 0].max()
    assert square.y1 > points[:, 1].max()
    moved = square_of(points + np.float32(7))
    assert moved is not None
    assert np.allclose(astuple(moved), astuple(square.shift(7, 7)), atol=1e-3)


def test_the_square_is_the_published_one_but_for_the_rounding() -> None:
    points = drawn_mesh((160.3, 100.6), 77.0)
    face = face_box(from_mesh(points), CropRule())
    square = square_of(points)
    assert face is not None
    assert square is not None
    assert np.abs(np.subtract(astuple(square), astuple(square_around(face)))).max() < 3


@pytest.mark.parametrize("width", [90.0, 200.5, 512.0, 700.25, 1500.0])
def test_a_square_between_pixels_is_cut_there(width: float) -> None:
    ramp = np.linspace(0, 255, 2000)
    for x in (40.0, 40.3, 40.8):
        across = np.repeat(np.tile(np.rint(ramp)[None], (1700, 1))[..., None], 3, axis=2).astype(np.uint8)
        made = parse._cut(across, Box(x, 100.7, x + width, 100.7 + width))
        places = x + (np.arange(512) + 0.5) * width / 512 - 0.5
        wanted = np.interp(places, np.arange(2000), ramp)
        assert np.abs(made[5:-5, 5:-5, 0] - wanted[None, 5:-5]).mean() < 0.35
        assert abs(float(made[5:-5, 5:-5].mean()) - float(wanted[5:-5].mean())) < 0.1


def test_points_that_enclose_nothing_have_no_square() -> None:
    assert square_of(np.full((468, 3), 3, np.float32)) is None
    assert square_around(Box(17, 19, 18, 20)).area == 0


@pytest.mark.parametrize("damage", ["cut", "another", "text"])
def test_damaged_weights_are_told(weights: Path, tmp_path: Path, damage: str) -> None:
    path = tmp_path / parse.FILE
    if damage == "another":
        torch.save({"cp.resnet.conv1.weight": torch.zeros(64, 3, 7, 7)}, path)
    else:
        path.write_bytes(weights.read_bytes()[:5000] if damage == "cut" else b"text")
    with pytest.raises(WeightsError, match=parse.FILE):
        FaceParser(path, CPU).labels([(picture(0), Box(0, 0, 100, 100))])


def test_missing_weights_are_told(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=parse.FILE):
        FaceParser(tmp_path / parse.FILE, CPU)


@pytest.mark.parametrize("inside", [True, False])
def test_the_parser_is_looked_for_beside_the_engines_weights_first(
    weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inside: bool
) -> None:
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(tmp_path / "none"))
    models = tmp_path / "models"
    (models / "face-parse-bisent").mkdir(parents=True)
    if inside:
        (models / "face-parse-bisent" / parse.FILE).symlink_to(weights)
    found = parse.find_parser(str(models))
    assert (found is not None) == inside
    assert parse.find_parser() is None
    assert parse.find_parser("musetalk-1.5") is None
