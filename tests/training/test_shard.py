"""Shards keep a clip as it was, and say so when they cannot."""

from pathlib import Path

import numpy as np
import pytest

from core.errors import MediaError
from training.shard import ClipData, Shard, ShardFacts, encoded, shards_in, write_shard


def clip(frames: int = 4, lossless: bool = True) -> tuple[ClipData, list[np.ndarray]]:
    rng = np.random.default_rng(0)
    pictures = [rng.integers(0, 256, (40, 30 + n, 3)).astype(np.uint8) for n in range(frames)]
    facts = ShardFacts("a film.mp4", "abc", 1.2, "ann", {"sharpness": 0.5})
    return ClipData(
        facts,
        [encoded(picture, lossless) for picture in pictures],
        np.arange(2 * frames, dtype=np.int32).reshape(frames, 2),
        rng.uniform(0, 100, (frames, 68, 2)).astype(np.float32),
        rng.integers(0, 100, (frames, 4)).astype(np.int32),
        rng.uniform(-1, 1, 640 * frames).astype(np.float32),
    ), pictures


def test_what_was_written_is_read(tmp_path: Path) -> None:
    data, pictures = clip()
    write_shard(tmp_path / "x.shard", data)
    shard = Shard(tmp_path / "x.shard")
    assert len(shard) == 4
    assert shard.facts == data.facts
    for frame in (3, 0, 2, 1):
        assert (shard.piece(frame) == pictures[frame]).all()
    assert (shard.landmarks == data.landmarks).all()
    assert (shard.boxes == data.boxes).all()
    assert (shard.corners == data.corners).all()
    assert np.abs(shard.sound - data.sound).max() <= 1 / 32767
    assert shards_in(tmp_path) == [tmp_path / "x.shard"]


def test_lossy_pictures_are_close_and_smaller() -> None:
    smooth = np.kron(np.arange(64, dtype=np.uint8).reshape(8, 8), np.ones((16, 16), np.uint8))[..., None].repeat(3, 2)
    noise = np.random.default_rng(1).integers(-3, 4, smooth.shape)
    picture = np.clip(smooth + noise + 60, 0, 255).astype(np.uint8)
    assert len(encoded(picture)) < 0.6 * len(encoded(picture, lossless=True))


@pytest.mark.parametrize("damage", ["empty", "text", "cut", "foreign"])
def test_a_file_that_is_no_shard_is_refused_by_name(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "bad.shard"
    write_shard(path, clip()[0])
    whole = path.read_bytes()
    if damage == "foreign":
        import torch
        from safetensors.torch import save_file

        save_file({"a": torch.zeros(1)}, path)
    else:
        path.write_bytes({"empty": b"", "text": b"not a shard", "cut": whole[: len(whole) // 2]}[damage])
    with pytest.raises(MediaError, match=r"bad\.shard"):
        Shard(path)


def test_a_damaged_picture_is_told_by_its_number(tmp_path: Path) -> None:
    path = tmp_path / "x.shard"
    data, _ = clip()
    data.pieces[2] = b"\0" * len(data.pieces[2])
    write_shard(path, data)
    shard = Shard(path)
    shard.piece(1)
    with pytest.raises(MediaError, match="Frame 2"):
        shard.piece(2)


def test_nothing_is_left_of_a_shard_that_could_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(MediaError):
        write_shard(tmp_path / "file" / "x.shard", clip()[0])
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
