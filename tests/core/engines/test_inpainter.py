"""Painting: the fixtures' numbers, rows that do not depend on each other, no memory, no finite numbers."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from core.arrays import frozen
from core.device import CPU, Device
from core.engines.inpaint_plan import Plan, thriftier
from core.engines.inpaint_torch import Speedups, TorchNetwork
from core.engines.inpainter import Inpainter, InpainterOptions, Network, Networks, load_inpainter
from core.errors import DeviceError
from tests.official import write_official
from tests.shared import parity

EXACT = InpainterOptions(device="cpu", precision="float32", backend="torch", batch=3)


@pytest.mark.parity
def test_latents_are_those_of_the_fixtures() -> None:
    inpainter = load_inpainter(parity("models/musetalkV15"), parity("models/sd-vae"), EXACT)
    crops = np.load(parity("golden/c_crops.npz"))["crops_bgr"][..., ::-1]
    wanted = np.load(parity("golden/c_vae_encode.npz"))["unet_input_mode"]
    made = inpainter.encode(crops)
    assert made.dtype == np.float32
    assert np.abs(made - wanted).max() < 5e-4


@pytest.mark.parity
def test_pictures_are_those_of_the_fixtures() -> None:
    """The decoder's fixture starts at latents: a U-Net that hands them through stands before it."""
    wanted = np.load(parity("golden/e_decode.npz"))
    inpainter = load_inpainter(parity("models/musetalkV15"), parity("models/sd-vae"), EXACT)
    inpainter._networks = replace(inpainter._networks, unet=TorchNetwork(_FirstHalf(), CPU))
    latents = np.concatenate([wanted["latents"]] * 2, axis=1)
    made = _pictures(inpainter, latents, np.zeros((4, 50, 384), np.float32))
    difference = np.abs(made[:2].astype(int) - wanted["decoded_bgr_u8_first2"][..., ::-1])
    assert difference.max() <= 1
    assert (difference > 0).mean() < 0.002
    means = made.astype(np.float64).mean(axis=(1, 2))[:, ::-1]
    assert np.abs(means - wanted["decoded_u8_mean_per_frame_channel_bgr"]).max() < 0.01


def test_rows_do_not_depend_on_each_other(official: Path) -> None:
    """Also with a last batch that is not full: 1, 8 and 3 + 3 + 2 rows at once."""
    latents, audio = _rows(8)
    float_pictures = []
    for batch in (1, 8, 3):
        inpainter = load_inpainter(official / "musetalkV15", official / "sd-vae", replace(EXACT, batch=batch))
        inpainter._plan = Plan(batch)  # on the processor pictures are decoded one by one
        seen = _Seen(inpainter._networks.decoder)
        inpainter._networks = replace(inpainter._networks, decoder=seen)
        inpainter.generate(latents, audio)
        float_pictures.append(torch.cat(seen.results))
        assert max(len(result) for result in seen.results) == min(batch, 8)
    allowed = 1e-5 * float(float_pictures[0].max() - float_pictures[0].min())
    assert (float_pictures[0] - float_pictures[1]).abs().max() < allowed
    assert (float_pictures[0] - float_pictures[2]).abs().max() < allowed


def test_crops_are_encoded_independently_too(inpainter: Inpainter) -> None:
    crops = np.random.default_rng(1).integers(0, 256, (5, 256, 256, 3), np.uint8)
    together = inpainter.encode(crops)
    apart = np.concatenate([inpainter.encode(crops[i : i + 1]) for i in range(5)])
    assert together.shape == (5, 8, 32, 32)
    assert np.abs(together - apart).max() < 1e-5


def test_the_masked_latent_knows_the_upper_half_only(inpainter: Inpainter) -> None:
    crops = np.random.default_rng(1).integers(0, 256, (2, 256, 256, 3), np.uint8)
    crops[1, :128] = crops[0, :128]
    first, second = inpainter.encode(crops)
    assert np.array_equal(first[:4], second[:4])
    assert np.abs(first[4:] - second[4:]).max() > 0.01


def test_what_is_encoded_can_be_painted_although_it_is_read_only(inpainter: Inpainter) -> None:
    latents = inpainter.encode(np.zeros((1, 256, 256, 3), np.uint8))
    assert not latents.flags.writeable
    (made,) = inpainter.generate(latents, frozen(np.zeros((1, 50, 384), np.float32)))
    assert made is not None
    assert not made.flags.writeable


def test_nothing_asked_for_is_nothing_given(inpainter: Inpainter) -> None:
    assert inpainter.encode(np.zeros((0, 256, 256, 3), np.uint8)).shape == (0, 8, 32, 32)
    assert inpainter.generate(np.zeros((0, 8, 32, 32), np.float32), np.zeros((0, 50, 384), np.float32)) == []


@pytest.mark.parametrize("fits", [pytest.param(7, marks=pytest.mark.slow), 3, pytest.param(1, marks=pytest.mark.slow)])
def test_running_out_of_memory_costs_time_and_no_frame(official: Path, fits: int) -> None:
    """Every network refuses more than `fits` rows, as if they did not fit in."""
    latents, audio = _rows(8)
    crops = np.random.default_rng(2).integers(0, 256, (2, 256, 256, 3), np.uint8)
    roomy = _loaded(official, batch=8)
    cramped = _loaded(official, batch=8)
    cramped._networks = Networks(*(_Cramped(net, fits) for net in _in_order(cramped._networks)))
    assert np.abs(cramped.encode(crops) - roomy.encode(crops)).max() < 1e-5
    wanted, made = _pictures(roomy, latents, audio), _pictures(cramped, latents, audio)
    assert np.abs(wanted.astype(int) - made).max() <= 1
    assert (wanted != made).mean() < 1e-3, "batches may round one of a thousand values differently"
    notices = cramped.notices()
    assert len(notices) >= 1
    assert len(set(notices)) == len(notices), "each step is told once"
    assert cramped.notices() == ()
    assert cramped.batch <= max(fits, 2)
    assert roomy.notices() == ()


def test_memory_that_runs_out_in_the_middle_loses_nothing(official: Path) -> None:
    latents, audio = _rows(8)
    roomy, cramped = _loaded(official, batch=2), _loaded(official, batch=4)
    networks = cramped._networks
    cramped._networks = replace(networks, decoder=_Failing(networks.decoder, at=2, error=MemoryError()))
    assert np.abs(_pictures(roomy, latents, audio).astype(int) - _pictures(cramped, latents, audio)).max() <= 1
    assert len(cramped.notices()) == 1


def test_other_errors_are_not_taken_for_a_lack_of_memory(official: Path) -> None:
    inpainter = _loaded(official, batch=4)
    networks = inpainter._networks
    inpainter._networks = replace(networks, unet=_Failing(networks.unet, at=1, error=RuntimeError("shapes differ")))
    with pytest.raises(RuntimeError, match="shapes differ"):
        inpainter.generate(*_rows(2))


def test_a_machine_too_small_for_one_row_says_so(official: Path) -> None:
    inpainter = _loaded(official, batch=8)
    inpainter._networks = Networks(*(_Cramped(net, 0) for net in _in_order(inpainter._networks)))
    with pytest.raises(DeviceError, match="Even one frame"):
        inpainter.generate(*_rows(2))


def test_the_ladder_on_a_graphics_card_ends_on_the_processor(official: Path) -> None:
    """Everything fails on the small card, as `_Card` has it; what comes back was painted by the processor."""
    latents, audio = _rows(5)
    card = Device("meta", "float32", "a small card")
    inpainter = _loaded(official, batch=8)
    networks = [_Card(net) for net in _in_order(inpainter._networks)]
    wanted = _pictures(inpainter, latents, audio)
    inpainter._networks, inpainter._home, inpainter._device = Networks(*networks), card, card
    inpainter._plan = Plan(8)
    inpainter._sent = torch.from_numpy  # type: ignore[method-assign] # no tensor can be put on a card that is not there
    made = _pictures(inpainter, latents, audio)
    assert np.abs(wanted.astype(int) - made).max() <= 1
    assert [net.places[-1] for net in networks] == ["cpu"] * 3
    assert any("cpu" in net.places[:-1] and "meta" in net.places for net in networks), "they took turns before"
    assert len(inpainter.notices()) == 6


def test_plans_become_thriftier_step_by_step() -> None:
    plans = []
    step = thriftier(Plan(8), on_cpu=False)
    while step is not None:
        plans.append(step.plan)
        step = thriftier(step.plan, on_cpu=False)
    assert plans == [
        Plan(4),
        Plan(2),
        Plan(2, sliced=True),
        Plan(1, sliced=True),
        Plan(1, sliced=True, offloaded=True),
        Plan(1, sliced=True, retreated=True),
    ]
    assert thriftier(Plan(1, sliced=True), on_cpu=True) is None


def test_an_overflow_is_painted_again_in_float32(official: Path) -> None:
    latents, audio = _rows(4)
    wanted = _pictures(_loaded(official, batch=4), latents, audio)
    inpainter = _loaded(official, batch=4, precision="bfloat16")
    networks = inpainter._networks
    inpainter._networks = replace(networks, decoder=_Overflowing(networks.decoder, row=2))
    inpainter._plan = Plan(4)
    made = _pictures(inpainter, latents, audio)
    assert np.abs(made[2].astype(int) - wanted[2]).mean() < 2, "not black, and close to what float32 gives"
    (notice,) = inpainter.notices()
    assert "bfloat16" in notice
    inpainter.generate(latents, audio)
    inpainter.generate(latents, audio)
    (notice,) = inpainter.notices()
    assert "going on in float32" in notice
    assert inpainter._device.precision == "float32"


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_a_row_that_is_never_finite_is_no_picture_and_the_others_are(official: Path, precision: str) -> None:
    latents, audio = _rows(4)
    audio[1] = np.nan
    made = _loaded(official, batch=4, precision=precision).generate(latents, audio)
    assert [picture is None for picture in made] == [False, True, False, False]


def test_what_was_recorded_is_recorded_anew_after_the_weights_have_moved(monkeypatch: pytest.MonkeyPatch) -> None:
    """A recording reads weights at their addresses, which a detour through float32 changes."""
    made: list[nn.Module] = []
    monkeypatch.setattr("torch.compile", lambda function, dynamic: made.append(function) or (lambda *x: function(*x)))
    network = TorchNetwork(nn.Conv2d(1, 1, 3), replace(CPU, precision="bfloat16"), Speedups(compiled=True))
    picture = torch.ones(3, 1, 8, 8)
    assert len(network(picture)) == 3, "rows that were filled up are cut off again"
    network.exactly(picture)
    assert len(made) == 2
    network.move(CPU)
    network.exactly(picture)
    assert len(made) == 2, "a network that was moved stays plain"


@pytest.mark.parametrize("precision", ["bfloat16", "float16"])
def test_short_formats_stay_close_to_float32(official: Path, precision: str) -> None:
    latents, audio = _rows(4)
    wanted = _pictures(_loaded(official, batch=4), latents, audio)
    made = _pictures(_loaded(official, batch=4, precision=precision), latents, audio)
    assert np.abs(wanted.astype(int) - made).mean() < 2


def test_closing_twice_is_fine(official: Path) -> None:
    inpainter = _loaded(official, batch=1)
    inpainter.close()
    inpainter.close()


@pytest.fixture(scope="module")
def inpainter(official: Path) -> Inpainter:
    return _loaded(official, batch=3)


@pytest.fixture(scope="module")
def official(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("official")
    return write_official(folder, only=("musetalkV15", "sd-vae", "taesd"))


def _loaded(folder: Path, batch: int, precision: str = "float32") -> Inpainter:
    options = replace(EXACT, batch=batch, precision=precision)
    return load_inpainter(folder / "musetalkV15", folder / "sd-vae", options)


def _rows(count: int) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    random = np.random.default_rng(3)
    latents = random.standard_normal((count, 8, 32, 32), np.float32)
    return latents, random.standard_normal((count, 50, 384), np.float32)


def _in_order(networks: Networks) -> tuple[Network, Network, Network]:
    return networks.unet, networks.encoder, networks.decoder


def _pictures(inpainter: Inpainter, latents: NDArray[np.float32], audio: NDArray[np.float32]) -> NDArray[np.uint8]:
    made = inpainter.generate(latents, audio)
    assert all(picture is not None for picture in made)
    return np.stack([picture for picture in made if picture is not None])


class _Around:
    """A network that passes everything on."""

    def __init__(self, network: Network) -> None:
        self.network = network

    def __call__(self, *inputs: torch.Tensor) -> torch.Tensor:
        return self.network(*inputs)

    def exactly(self, *inputs: torch.Tensor) -> torch.Tensor:
        return self.network.exactly(*inputs)

    def move(self, device: Device) -> None:
        self.network.move(device)

    def close(self) -> None:
        self.network.close()


class _Seen(_Around):
    """Keeps what the network gave."""

    def __init__(self, network: Network) -> None:
        super().__init__(network)
        self.results: list[torch.Tensor] = []

    def __call__(self, *inputs: torch.Tensor) -> torch.Tensor:
        self.results.append(self.network(*inputs))
        return self.results[-1]


class _Cramped(_Around):
    """Has no memory for more than so many rows."""

    def __init__(self, network: Network, fits: int) -> None:
        super().__init__(network)
        self.fits = fits

    def __call__(self, *inputs: torch.Tensor) -> torch.Tensor:
        if len(inputs[0]) > self.fits:
            raise torch.OutOfMemoryError("no memory left, says the test")
        return self.network(*inputs)


class _Failing(_Around):
    """Raises an error at one of its calls."""

    def __init__(self, network: Network, at: int, error: Exception) -> None:
        super().__init__(network)
        self.at, self.error = at, error

    def __call__(self, *inputs: torch.Tensor) -> torch.Tensor:
        self.at -= 1
        if self.at == 0:
            raise self.error
        return self.network(*inputs)


class _Card(_Around):
    """On the card everything fails; told to move, it says where it was sent and stays where it can be tested."""

    def __init__(self, network: Network) -> None:
        super().__init__(network)
        self.places = ["meta"]

    def __call__(self, *inputs: torch.Tensor) -> torch.Tensor:
        if self.places[-1] == "meta":
            raise RuntimeError("CUDA out of memory, says the test")
        return self.network(*inputs)

    def move(self, device: Device) -> None:
        self.places.append(device.name)


class _Overflowing(_Around):
    """One row of the short format's result is not finite."""

    def __init__(self, network: Network, row: int) -> None:
        super().__init__(network)
        self.row, self.short = row, True

    def __call__(self, *inputs: torch.Tensor) -> torch.Tensor:
        result = self.network(*inputs)
        if self.short:
            result[self.row, :, 100] = float("inf")
        return result

    def move(self, device: Device) -> None:
        self.short = device.precision != "float32"
        super().move(device)


class _FirstHalf(nn.Module):
    def forward(self, latents: torch.Tensor, audio: torch.Tensor) -> torch.Tensor:
        return latents[:, :4]
