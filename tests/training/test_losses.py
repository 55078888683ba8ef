"""Losses and critics give the numbers of the published code where it is right, and mean what they are named after."""

import json
import warnings

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.nn import functional

from tests.hash_rule import filled, hashed
from tests.shared import parity
from training.discriminator import PatchDiscriminator
from training.losses import Adversary, clip_of, critic_loss, feature_matching, generator_loss, sync_loss
from training.perceptual import PerceptualLoss, Pyramid, Vgg19, blur_kernel


@pytest.fixture(autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


def pictures(name: str, kind: str) -> Tensor:
    stored = np.load(parity(f"golden/{name}.npz"))[f"{kind}_u8_rgb"]
    return torch.from_numpy(stored).permute(0, 3, 1, 2).contiguous().float() / 127.5 - 1


def golden(name: str, array: str) -> Tensor:
    return torch.from_numpy(np.asarray(np.load(parity(f"golden/{name}.npz"))[array]))


@pytest.mark.parity
def test_the_pyramid_is_that_of_the_published_code() -> None:
    whole, half, quarter, eighth = Pyramid()(pictures("j_recon_losses", "real"))
    assert (whole[..., ::8, ::8] - golden("j_recon_losses", "real_224_sub8")).abs().max() < 1e-5
    for made, name in ((half, "0p5"), (quarter, "0p25"), (eighth, "0p125")):
        stored = golden("j_recon_losses", f"real_pyramid_{name}")
        assert (made[: len(stored)] - stored).abs().max() < 1e-5
    for scale, name in ((0.5, "0p5"), (0.25, "0p25"), (0.125, "0p125")):
        assert (blur_kernel(scale) - golden("j_recon_losses", f"pyramid_kernel_{name}")).abs().max() < 1e-5


@pytest.mark.parity
def test_the_perceptual_loss_is_that_of_the_published_code() -> None:
    channels = [int(width) for width in golden("j_recon_losses", "vgg_tiny_channels")]
    network = Vgg19(channels)
    shapes = {name: tuple(value.shape) for name, value in network.state_dict().items()}
    network.load_state_dict(filled(shapes, 1.6))
    loss = PerceptualLoss(network, published_range=True)
    real, made = pictures("j_recon_losses", "real"), pictures("j_recon_losses", "fake")
    assert (loss.parts(made, real) - golden("j_recon_losses", "vgg_l1_per_scale_layer")).abs().max() < 1e-5
    assert abs(float(loss(made, real)) - float(golden("j_recon_losses", "vgg_loss"))) < 1e-5
    assert abs(float((made - real).abs().mean()) - float(golden("j_recon_losses", "l1"))) < 1e-5


def renamed(published: str) -> str:
    """What torch calls today what the published code calls so."""
    name = published.removeprefix("discs.1.")
    for old, new in (("weight_orig", "original"), ("weight_u", "0._u"), ("weight_v", "0._v")):
        name = name.replace(f"conv.{old}", f"conv.parametrizations.weight.{new}")
    return name


def published_critic() -> PatchDiscriminator:
    """The critic of the fixture, its spectral norms with the stored vectors."""
    critic = PatchDiscriminator(8, 24)
    stored = json.loads(str(np.load(parity("golden/j_gan.npz"))["manifest"]))
    state = {renamed(name): hashed(name, tuple(shape), 1.0) for name, shape in stored.items()}
    critic.load_state_dict(state, strict=True)
    return critic.eval()


def power_iteration(critic: PatchDiscriminator) -> None:
    """One step of every spectral norm in the order of the published code: v before u (torch now does u before v)."""
    state = critic.state_dict()
    for name in [name for name in state if name.endswith("weight.original")]:
        weight, place = state[name].flatten(1), name.removesuffix("original")
        left, right = state[f"{place}0._u"], state[f"{place}0._v"]
        right.copy_(functional.normalize(weight.T @ left, dim=0))
        left.copy_(functional.normalize(weight @ right, dim=0))


@pytest.mark.parity
@pytest.mark.parametrize("which", ["face", "mouth"])
def test_the_critics_layers_are_the_published_ones(which: str) -> None:
    published = json.loads(parity(f"keys/keys_discriminator_{which}.json").read_text(encoding="utf-8"))["keys"]
    ours = {name: list(value.shape) for name, value in PatchDiscriminator().state_dict().items()}
    assert {renamed(name): shape for name, shape in published.items()} == ours


@pytest.mark.parity
def test_critic_and_adversarial_losses_are_those_of_the_published_code() -> None:
    critic = published_critic()
    real, made = pictures("j_gan", "real"), pictures("j_gan", "fake")
    small_real, small_made = Pyramid()(real)[0], Pyramid()(made)[0]  # judged at 224²
    with torch.inference_mode():
        power_iteration(critic)
        scores_made, maps_made = critic(small_made)
        power_iteration(critic)
        scores_real, maps_real = critic(small_real)
    assert (scores_made - golden("j_gan", "pred_map_fake")).abs().max() < 1e-4
    assert (scores_real - golden("j_gan", "pred_map_real")).abs().max() < 1e-4
    for number, found in enumerate(maps_made):
        stored = golden("j_gan", f"feature_map{number}_fake_sub4")
        assert (found[: len(stored), :, ::4, ::4] - stored).abs().max() < 1e-4
    loss = generator_loss(Adversary.LEAST_SQUARES, scores_made)
    assert abs(float(loss) - float(golden("j_gan", "gan_g_loss"))) < 1e-4
    assert abs(float(feature_matching(maps_real, maps_made)) - float(golden("j_gan", "fm_loss"))) < 1e-4
    with torch.inference_mode():
        power_iteration(critic)
        large_made, _ = critic(made)  # the critic learns on 256²
        power_iteration(critic)
        large_real, _ = critic(real)
        after, _ = critic(small_made)
    loss = critic_loss(Adversary.LEAST_SQUARES, large_real, large_made)
    assert abs(float(loss) - float(golden("j_gan", "gan_d_loss_after"))) < 1e-4
    assert (after - golden("j_gan", "pred_map_fake_eval_after")).abs().max() < 1e-4


@pytest.mark.parity
def test_least_squares_on_given_scores() -> None:
    real, made = golden("j_gan", "logits_real"), golden("j_gan", "logits_fake")
    assert abs(float(critic_loss(Adversary.LEAST_SQUARES, real, made)) - float(golden("j_gan", "lsgan_d"))) < 1e-4
    assert abs(float(generator_loss(Adversary.LEAST_SQUARES, made)) - float(golden("j_gan", "lsgan_g"))) < 1e-4


@pytest.mark.parity
def test_the_sync_loss_is_that_of_the_published_code() -> None:
    sound, faces = golden("j_sync_loss", "audio_embed"), golden("j_sync_loss", "vision_embed")
    assert abs(float(sync_loss(sound, faces)) - float(golden("j_sync_loss", "sync_loss_targets_one"))) < 1e-4


@pytest.mark.parametrize("kind", list(Adversary))
def test_a_critic_that_is_right_has_a_small_loss_and_a_generator_that_deceives_too(kind: Adversary) -> None:
    high, low = torch.ones(2, 1, 4, 4), torch.zeros(2, 1, 4, 4)
    assert critic_loss(kind, high, low) < critic_loss(kind, low, high)
    assert generator_loss(kind, high) < generator_loss(kind, low)


def test_a_critic_learns_to_tell_two_kinds_of_pictures() -> None:
    torch.manual_seed(0)
    critic = PatchDiscriminator(4, 16)
    optimiser = torch.optim.Adam(critic.parameters(), 1e-2)
    bright, dark = torch.rand(8, 3, 64, 128) * 0.2 + 0.7, torch.rand(8, 3, 64, 128) * 0.2 - 0.9
    for _ in range(20):
        loss = critic_loss(Adversary.WASSERSTEIN, critic(bright)[0], critic(dark)[0])
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    assert critic(bright)[0].mean() > critic(dark)[0].mean() + 0.1


def test_a_critic_with_spectral_norms_is_steady() -> None:
    """Its score changes no faster than its norms allow, however large the weights are."""
    torch.manual_seed(0)
    critic = PatchDiscriminator(4, 16).train()
    with torch.no_grad():
        for name, weight in critic.named_parameters():
            if name.endswith("original"):
                weight.mul_(100)
    first, _ = critic(torch.zeros(1, 3, 64, 64))
    with warnings.catch_warnings():
        second, _ = critic(torch.full((1, 3, 64, 64), 1e-3))
    assert (second - first).abs().max() < 1.0


def test_clips_hold_the_lower_halves_frame_after_frame() -> None:
    faces = torch.arange(8 * 3 * 4 * 2, dtype=torch.float32).reshape(8, 3, 4, 2)
    clips = clip_of(faces, 4)
    assert clips.shape == (2, 12, 2, 2)
    assert torch.equal(clips[1, 3:6], faces[5, :, 2:])


def test_the_network_of_the_perceptual_loss_sees_pictures_as_it_was_trained_to() -> None:
    seen: list[Tensor] = []
    network = Vgg19([1] * 16)
    network.features[0].register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0]))
    PerceptualLoss(network)(torch.full((1, 3, 224, 224), -1.0), torch.ones(1, 3, 224, 224))
    black = (0 - torch.tensor([0.485, 0.456, 0.406])) / torch.tensor([0.229, 0.224, 0.225])
    assert torch.allclose(seen[0][0, :, 0, 0], black, atol=1e-6)
