"""Tensors come out of every format as they are; code, damage and what does not fit are refused with the file's name."""

import os
import pickle
import random
import zipfile
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path

import pytest
import safetensors.torch
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from torch import nn

from core.errors import WeightsError
from core.models import checkpoint
from core.models.checkpoint import halved, load_state, load_strictly


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def state() -> OrderedDict[str, torch.Tensor]:
    values = torch.Generator().manual_seed(3)
    return OrderedDict(
        weight=torch.randn(64, 32, generator=values), bias=torch.randn(64, generator=values), count=torch.tensor(7)
    )


def written(folder: Path, suffix: str = ".pth", legacy: bool = False) -> Path:
    path = folder / f"net{suffix}"
    if suffix == ".safetensors":
        safetensors.torch.save_file(dict(state()), path)
    else:
        torch.save(state(), path, _use_new_zipfile_serialization=not legacy)
    return path


def assert_same(loaded: dict[str, torch.Tensor], expected: dict[str, torch.Tensor]) -> None:
    assert list(loaded) == list(expected) or set(loaded) == set(expected)
    for name, tensor in expected.items():
        assert loaded[name].dtype == tensor.dtype
        assert torch.equal(loaded[name], tensor)


@pytest.mark.parametrize("suffix", [".pth", ".pt", ".bin", ".safetensors"])
def test_every_format_gives_the_same_tensors(tmp_path: Path, suffix: str) -> None:
    assert_same(load_state(written(tmp_path, suffix)), state())


def test_the_format_of_before_2020_is_read(tmp_path: Path) -> None:
    assert_same(load_state(written(tmp_path, legacy=True)), state())


def test_zipped_and_safe_files_are_mapped_and_not_copied(tmp_path: Path) -> None:
    tensor = load_state(written(tmp_path))["weight"]
    tensor[0, 0] = 5.0  # a private mapping may be written to; the file must not change
    assert float(load_state(written(tmp_path))["weight"][0, 0]) != 5.0


class _Bomb:
    """Unpickling this would make a folder."""

    def __init__(self, target: Path) -> None:
        self.target = target

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.target),)


@pytest.mark.parametrize("legacy", [False, True], ids=["zip", "legacy"])
def test_code_in_a_pickle_is_refused_by_name_and_never_runs(tmp_path: Path, legacy: bool) -> None:
    target, path = tmp_path / "made-by-the-pickle", tmp_path / "net.pth"
    torch.save({"weight": torch.zeros(2), "extra": _Bomb(target)}, path, _use_new_zipfile_serialization=not legacy)
    with pytest.raises(WeightsError, match=r"net\.pth holds more than tensors \(\w+\.mkdir\)"):
        load_state(path)
    assert not target.exists()
    torch.load(path, weights_only=False)  # the same file is a bomb to who opens it otherwise
    assert target.exists()


def test_a_bare_pickle_with_code_never_runs(tmp_path: Path) -> None:
    target, path = tmp_path / "made-by-the-pickle", tmp_path / "net.bin"
    path.write_bytes(pickle.dumps(_Bomb(target)))
    with pytest.raises(WeightsError, match=r"net\.bin"):
        load_state(path)
    assert not target.exists()


def test_a_whole_network_in_a_pickle_is_refused_by_name(tmp_path: Path) -> None:
    torch.save(nn.Linear(2, 2), tmp_path / "net.pth")
    with pytest.raises(WeightsError, match=r"holds more than tensors \(torch\.nn\.modules\.linear\.Linear\)"):
        load_state(tmp_path / "net.pth")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ([torch.zeros(2)], "no table"),
        ({}, "no table"),
        (torch.zeros(2), "no table"),
        ({"state_dict": {"weight": torch.zeros(2)}}, "“state_dict”.*no tensor"),
        ({"epoch": 3, "weight": torch.zeros(2)}, "“epoch”.*no tensor"),
        ({3: torch.zeros(2)}, "“3”.*no tensor"),
        ({"weight": torch.eye(3).to_sparse()}, "“weight”.*no dense tensor"),
    ],
)
def test_anything_but_a_table_of_tensors_is_refused(tmp_path: Path, content: object, said: str) -> None:
    torch.save(content, tmp_path / "net.pth")
    with pytest.raises(WeightsError, match=said):
        load_state(tmp_path / "net.pth")


@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
@pytest.mark.parametrize("share", [0.01, 0.5, 0.99])
def test_a_truncated_file_is_damaged(tmp_path: Path, suffix: str, share: float) -> None:
    path = written(tmp_path, suffix)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(WeightsError, match=r"net\S+ is damaged"):
        load_state(path)


def test_what_is_no_file_of_weights_is_told(tmp_path: Path) -> None:
    empty, text, other = tmp_path / "empty.pth", tmp_path / "text.pth", tmp_path / "other.pth"
    empty.touch()
    text.write_text("version https://git-lfs.github.com/spec/v1\n")
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("readme.txt", "hello")
    for path, said in ((empty, "is empty"), (text, "no file of weights"), (other, "damaged"), (tmp_path, "read")):
        with pytest.raises(WeightsError, match=said):
            load_state(path)
    with pytest.raises(WeightsError, match="cannot be read"):
        load_state(tmp_path / "missing.pth")


@pytest.mark.parametrize("legacy", [False, True], ids=["zip", "legacy"])
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), count=st.integers(1, 40))
def test_flipped_bytes_give_tensors_or_one_error(tmp_path: Path, legacy: bool, seed: int, count: int) -> None:
    path = written(tmp_path, legacy=legacy)
    content, chance = bytearray(path.read_bytes()), random.Random(seed)
    for _ in range(count):
        content[chance.randrange(4, min(len(content), 1500))] = chance.randrange(256)
    path.write_bytes(content)
    with suppress(WeightsError):
        load_state(path)


def test_a_network_takes_exactly_its_tensors(tmp_path: Path) -> None:
    network = nn.Linear(32, 64)
    whole = {name: tensor for name, tensor in state().items() if name != "count"}
    load_strictly(network, whole, tmp_path / "net.pth")
    assert torch.equal(network.weight, whole["weight"])
    wrong: list[tuple[dict[str, torch.Tensor], str]] = [
        ({"weight": whole["weight"]}, r"net\.pth has no “bias”"),
        (whole | {"more": torch.zeros(1)}, r"net\.pth has a “more”"),
        (whole | {"bias": torch.zeros(3)}, r"“bias” .*net\.pth has the shape \(3,\) instead of \(64,\)"),
    ]
    for tensors, said in wrong:
        with pytest.raises(WeightsError, match=said):
            load_strictly(network, tensors, tmp_path / "net.pth")


def test_a_network_without_memory_takes_the_tensors_over(tmp_path: Path) -> None:
    with torch.device("meta"):
        network = nn.Linear(32, 64)
    whole = load_state(written(tmp_path))
    del whole["count"]
    load_strictly(network, whole, tmp_path / "net.pth")
    assert network.weight.data_ptr() == whole["weight"].data_ptr()
    assert network.weight.requires_grad


def test_half_precision_is_made_once(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path)
    half = halved(path)
    assert half.is_relative_to(cache)
    expected = {name: tensor.half() if tensor.is_floating_point() else tensor for name, tensor in state().items()}
    assert_same(load_state(half), expected)
    monkeypatch.setattr(checkpoint, "load_state", lambda _: pytest.fail("the original was read again"))
    assert halved(path) == half


def test_half_precision_follows_its_original(tmp_path: Path) -> None:
    path = written(tmp_path)
    first = halved(path)
    torch.save({"weight": torch.ones(3)}, path)
    second = halved(path)
    assert float(load_state(second)["weight"].sum()) == 3.0
    assert not first.exists()


def test_what_would_overflow_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "net.pth"
    tensors = {"large": torch.tensor([1e30, 1.0]), "odd": torch.tensor([float("inf"), 1.0]), "usual": torch.ones(4)}
    torch.save(tensors, path)
    loaded = load_state(halved(path))
    assert torch.equal(loaded["large"], tensors["large"])
    assert loaded["odd"].dtype == loaded["usual"].dtype == torch.float16


def test_every_type_and_shape_survives(tmp_path: Path) -> None:
    path = tmp_path / "net.pth"
    types = (torch.float64, torch.float16, torch.bfloat16, torch.int64, torch.uint8, torch.bool)
    tensors = {str(kind): torch.arange(6).reshape(2, 3).to(kind) for kind in types}
    tensors |= {
        "turned": torch.randn(5, 4).t(),
        "empty": torch.zeros(0, 3),
        "single": torch.tensor(1.5),
        "é": torch.ones(1),
    }
    torch.save(tensors, path)
    expected = {name: tensor.half() if tensor.dtype in (torch.float32, torch.float64) else tensor
                for name, tensor in tensors.items()}  # fmt: skip
    assert_same(load_state(halved(path)), expected)


def test_a_type_that_the_format_lacks_keeps_the_original(tmp_path: Path) -> None:
    path = tmp_path / "net.pth"
    torch.save({"wave": torch.zeros(3, dtype=torch.complex64), "usual": torch.zeros(3)}, path)
    assert halved(path) == path


def test_a_damaged_half_is_made_again(tmp_path: Path) -> None:
    path = written(tmp_path)
    half = halved(path)
    half.write_bytes(half.read_bytes()[:50])
    assert "weight" in load_state(halved(path))


def test_what_is_short_already_is_used_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "net.pth"
    torch.save({"weight": torch.zeros(4, dtype=torch.bfloat16)}, path)
    assert halved(path) == path


def test_a_cache_that_takes_nothing_costs_only_the_gain(tmp_path: Path, cache: Path) -> None:
    cache.mkdir()
    (cache / "halved").write_text("a file where a folder should be")
    path = written(tmp_path)
    assert halved(path) == path


def test_a_damaged_original_is_told(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(WeightsError, match="damaged"):
        halved(path)
