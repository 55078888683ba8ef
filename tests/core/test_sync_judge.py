"""Whoever judges finds what was planted, at any rate of frames and across holes; the best one that is here judges."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from safetensors.torch import save_file
from torch import Tensor

from core.agreement import LAGS, NOT_JUDGED, Verdict, agreement
from core.arrays import Floats, Sound
from core.errors import WeightsError
from core.models.chung_syncnet import ChungSyncNet, distances_by_lag
from core.models.mouth_motion import CHANNELS, MOTION_RATE
from core.models.sync_small import SyncNetwork
from core.sync_judge import By, ChungJudge, GapJudge, Lips, SmallJudge, _cut, _mean_curve, _shown, chosen_judge
from core.voice import Voicing
from tests.core.weights_catalogue import own_places

__all__ = ["own_places"]
SECONDS = 8


def loudness(seed: int = 0) -> Floats:
    """How loud somebody is in every 50th of a second."""
    drawn = np.convolve(np.random.default_rng(seed).normal(size=SECONDS * 50), np.hanning(9), "same")
    return np.asarray(np.clip(0.5 + 0.2 * drawn, 0.02, 1), np.float32)


def voice(seed: int = 0) -> Voicing:
    """Noise of that loudness, and what was heard in it."""
    loud = loudness(seed)
    noise = np.random.default_rng(seed + 1).normal(0, 0.2, SECONDS * 16_000)
    rows = np.zeros((SECONDS * MOTION_RATE, len(CHANNELS)), np.float32)
    rows[:, CHANNELS.index("open")], rows[:, CHANNELS.index("speech")] = loud, 1
    return Voicing((noise * np.repeat(loud, 320)).astype(np.float32), rows)


def lips(late: float = 0.0, rate: float = 25.0, seed: int = 0, holes: bool = False) -> Lips:
    """A mouth as open as the voice is loud, `late` seconds later, and pictures as bright as it is open."""
    times = np.arange(0.7, SECONDS - 0.7, 1 / rate)
    if holes:
        times = times[(times % 2.5) > 0.5]
    told = np.interp(times - late, np.arange(SECONDS * 50) / 50, loudness(seed))
    error = np.random.default_rng(seed + 9).normal(0, 0.005, len(times))
    looks = np.broadcast_to((200 * told).astype(np.uint8)[:, None, None, None], (len(times), 64, 64, 3))
    return Lips((0.1 * told + error).astype(np.float32), times, looks)


class Reader(SyncNetwork):
    """A network that sees brightness and hears loudness."""

    def lips(self, mouths: Tensor) -> Tensor:
        return self._swings(mouths.mean(dim=(2, 3, 4)))

    def sounds(self, windows: Tensor) -> Tensor:
        return self._swings(windows[..., 6:10].mean(dim=(2, 3)))

    def _swings(self, values: Tensor) -> Tensor:
        return ((values - values.mean()) / values.std())[..., None]


class Meter:
    """The same for whole faces, with distances."""

    def distances(self, faces: NDArray[np.uint8], sound: Sound) -> Tensor | None:
        heard = np.abs(sound[: 640 * len(faces)]).reshape(len(faces), 640).mean(axis=1)
        seen = torch.from_numpy(faces.mean(axis=(1, 2, 3)))
        return distances_by_lag(self._swings(seen), self._swings(torch.from_numpy(heard)))

    def _swings(self, values: Tensor) -> Tensor:
        return 5 * ((values - values.mean()) / values.std())[:, None].double()


def small() -> SmallJudge:
    torch.set_num_threads(1)
    return SmallJudge(Reader(8, 8).eval(), "small")


def chung() -> ChungJudge:
    return ChungJudge(Meter(), "chung")  # type: ignore[arg-type] - it does what is needed of the network


@pytest.mark.parametrize("rate", [24000 / 1001, 25.0, 60.0])
@pytest.mark.parametrize("late", [-0.4, 0.0, 0.2])
def test_what_was_planted_is_found_by_whoever_judges(late: float, rate: float) -> None:
    for judge in (GapJudge(), small(), chung()):
        found = judge.judge(lips(late, rate), voice())
        assert found.lag == pytest.approx(late, abs=0.03), judge.by
        assert found.verdict is (Verdict.CHECK if late else Verdict.GOOD), judge.by
        assert found.r > 0.9


def test_pictures_alone_find_it_across_holes() -> None:
    for late in (-0.4, 0.0, 0.2):
        for judge in (small(), chung()):
            curve = _mean_curve(lips(late, holes=True), judge._curve_of(voice().sound))
            assert curve is not None
            assert (int(np.argmax(curve)) - 15) / 25 == pytest.approx(late, abs=0.03), judge.by


def test_what_pictures_show_counts() -> None:
    """The same gaps with pictures of another mouth are believed less, with the right ones more."""
    mine, other = lips(), lips(seed=5)
    swapped = Lips(mine.gaps, mine.times, other.looks)
    alone = GapJudge().judge(mine, voice()).confidence
    assert small().judge(swapped, voice()).confidence < small().judge(mine, voice()).confidence - 0.5
    assert small().judge(mine, voice()).confidence > alone + 0.5
    assert chung().judge(swapped, voice()).verdict is Verdict.BAD


def test_without_enough_pictures_the_gap_judges_alone() -> None:
    seen = lips(rate=25)
    scattered = np.flatnonzero(np.arange(len(seen.times)) % 20 < 12)
    assert seen.looks is not None
    few = Lips(seen.gaps[scattered], seen.times[scattered], seen.looks[scattered])
    alone = agreement(few.gaps, few.times, voice().rows)
    assert small().judge(few, voice()) == chung().judge(few, voice()) == alone
    still = Lips(np.full_like(seen.gaps, 0.02), seen.times, seen.looks)
    assert small().judge(still, voice()) == chung().judge(still, voice()) == NOT_JUDGED
    with pytest.raises(ValueError, match="watches"):
        small().judge(Lips(seen.gaps, seen.times), voice())


@given(
    rate=st.sampled_from([15.0, 24000 / 1001, 25.0, 29.97, 60.0]),
    kept=st.lists(st.integers(0, 400), unique=True, max_size=60),
    begin=st.floats(-3, 3),
)
def test_networks_are_shown_25_frames_a_second_without_holes(rate: float, kept: list[int], begin: float) -> None:
    runs = np.ones(401, bool)
    runs[kept] = False
    times = begin + np.flatnonzero(runs) / rate
    for rows, first in _shown(times):
        ticks = first + np.arange(len(rows)) / 25
        assert 16 <= len(rows) <= 125
        assert np.abs(times[rows] - ticks).max() <= 0.05 + 1e-6
        assert (np.diff(rows) >= 0).all()


def test_sound_is_cut_with_silence_where_there_is_none() -> None:
    sound = np.arange(1, 6401, dtype=np.float32)
    assert (_cut(sound, 0.04, 3) == sound[640 : 4 * 640]).all()
    early = _cut(sound, -0.04, 3)
    assert (early[640:] == sound[:1280]).all()
    assert not early[:640].any()
    assert not _cut(sound, -2.0, 3).any()
    assert not _cut(sound, 9.0, 3).any()
    late = _cut(sound, 0.36, 3)
    assert (late[:640] == sound[-640:]).all()
    assert len(late) == len(_cut(sound, -2.0, 3)) == 1920


@dataclass(frozen=True, slots=True)
class Published:
    """Files as they are brought: of the small network, and of the published one with random values."""

    small: Path
    chung: Path


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Published:
    folder = tmp_path_factory.mktemp("sync")
    (folder / "small").mkdir()
    (folder / "chung").mkdir()
    save_file(SyncNetwork(8, 24).state_dict(), folder / "small/sync.safetensors")
    torch.save(ChungSyncNet().state_dict(), folder / "chung/syncnet_v2.model")
    return Published(folder / "small", folder / "chung")


def test_the_best_judge_that_is_here_is_chosen(own_places: Path, published: Published) -> None:
    assert chosen_judge() == GapJudge()
    with pytest.raises(WeightsError, match="sync-small"):
        chosen_judge("sync-small")
    (own_places / "sync-small").symlink_to(published.small)
    ours = chosen_judge()
    assert ours.by is By.SMALL
    assert chosen_judge() is ours
    assert ours.key == chosen_judge(str(published.small)).key == chosen_judge("sync-small").key
    (own_places / "syncnet").symlink_to(published.chung)
    assert chosen_judge().by is By.CHUNG
    assert chosen_judge("lips") == GapJudge()
    assert chosen_judge(str(published.small / "sync.safetensors")).by is By.SMALL
    assert len({chosen_judge(name).key for name in ("", "lips", "sync-small")}) == 3


def test_what_is_no_such_network_is_refused(own_places: Path, published: Published, tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="no network that judges"):
        chosen_judge(str(tmp_path))
    save_file({"eyes.0.0.weight": torch.zeros(5), "other": torch.zeros(2)}, tmp_path / "sync.safetensors")
    with pytest.raises(WeightsError, match=r"sync\.safetensors"):
        chosen_judge(str(tmp_path))
    with pytest.raises(WeightsError):
        chosen_judge("nobody")


def test_networks_take_the_mouth_and_the_face_out_of_a_picture() -> None:
    points = np.zeros((468, 3), np.float32)
    random = np.random.default_rng(0)
    points[:, :2] = random.uniform(40, 160, (468, 2))
    picture = random.integers(0, 255, (200, 200, 3), np.uint8)
    mouth, face = small().look(picture, points), chung().look(picture, points)
    assert mouth is not None
    assert face is not None
    assert (mouth.shape, face.shape) == ((64, 64, 3), (224, 224, 3))
    assert GapJudge().look(picture, points) is None
    unseen = np.full_like(points, np.nan)
    assert small().look(picture, unseen) is None
    assert chung().look(picture, unseen) is None


def test_lags_lie_evenly_about_zero() -> None:
    assert np.allclose(LAGS, -LAGS[::-1])
    assert len(LAGS) == 61
