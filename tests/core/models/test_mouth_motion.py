"""The network gives the same in pieces as at once, and hears no further ahead than it says."""

from pathlib import Path

import pytest
import safetensors.torch
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import WeightsError
from core.models.mouth_motion import CHANNELS, MOTION_RATE, NETWORK_AHEAD, MouthMotion, activated, load_mouth_motion
from core.models.speech_features import BANDS, FRAME_RATE


@pytest.fixture(scope="module")
def network() -> MouthMotion:
    torch.manual_seed(3)
    return MouthMotion().eval()


def some(frames: int) -> torch.Tensor:
    return torch.randn(1, frames, BANDS, generator=torch.Generator().manual_seed(5))


@settings(max_examples=25, deadline=None)
@given(sizes=st.lists(st.integers(0, 40), max_size=12))
@torch.inference_mode()
def test_pieces_give_what_the_whole_gives(network: MouthMotion, sizes: list[int]) -> None:
    features = some(200)
    whole, _ = network(features)
    state, told, start = network.start(), [], 0
    for size in sizes:
        raw, state = network(features[:, start : start + size], state, last=False)
        told.append(raw)
        start += size
    raw, _ = network(features[:, start:], state, last=True)
    torch.testing.assert_close(torch.cat([*told, raw], 1), whole, atol=1e-4, rtol=1e-4)


@torch.inference_mode()
def test_one_row_for_two_frames(network: MouthMotion) -> None:
    for frames in (2, 4, 50, 301):
        raw, _ = network(some(frames))
        assert raw.shape == (1, (frames + 1) // 2, len(CHANNELS))


@torch.inference_mode()
def test_it_hears_exactly_as_far_ahead_as_it_says(network: MouthMotion) -> None:
    features = some(200)
    before, _ = network(features)
    changed = features.clone()
    changed[:, 120:] += 1
    after, _ = network(changed)
    first = int((before != after).any(-1)[0].nonzero()[0])
    assert first == round((120 / FRAME_RATE - NETWORK_AHEAD) * MOTION_RATE)


def test_motion_is_in_range() -> None:
    raw = torch.linspace(-9, 9, 60).reshape(10, 6)
    motion = activated(raw)
    assert motion.min() >= 0
    assert motion[:, :3].max() <= 1.25
    assert motion[:, 3:].max() <= 1


def test_weights_come_back_from_a_file(network: MouthMotion, tmp_path: Path) -> None:
    safetensors.torch.save_file(network.state_dict(), tmp_path / "w.safetensors")
    loaded = load_mouth_motion(tmp_path / "w.safetensors")
    with torch.inference_mode():
        torch.testing.assert_close(loaded(some(40))[0], network(some(40))[0])


def test_foreign_or_damaged_weights_are_refused(network: MouthMotion, tmp_path: Path) -> None:
    safetensors.torch.save_file({"head.0.weight": torch.zeros(2)}, tmp_path / "foreign.safetensors")
    (tmp_path / "damaged.safetensors").write_bytes(b"no weights at all")
    for name in ("foreign", "damaged", "absent"):
        with pytest.raises(WeightsError, match=name):
            load_mouth_motion(tmp_path / f"{name}.safetensors")
