"""Lips that follow a voice are told from lips that do not, and a shift between the two is measured."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.agreement import BELIEVED, IN_SYNC, Agreement, Verdict, agreement
from core.analysis import AnalysisOptions, analyse, choose_face
from core.arrays import Floats
from core.face.mesh import lip_gap
from core.job import run
from core.media.probe import probe
from core.media.sound import engine_sound, probe_sound
from core.models.mouth_motion import CHANNELS, MOTION_RATE
from core.project import Span
from core.voice import observe
from tests.shared import media

Pair = tuple[Floats, NDArray[np.float64], Floats]
"""Lip gaps, their times, and what was heard."""


def spoken(seconds: float = 8.0, seed: int = 0, late: float = 0.0, rate: float = 25.0) -> Pair:
    """Lips that do what is heard, `late` seconds later, seen with some error."""
    rng = np.random.default_rng(seed)
    rows = np.zeros((int(seconds * MOTION_RATE), len(CHANNELS)), np.float32)
    syllables = np.convolve(rng.normal(0, 1, len(rows)), np.hanning(9), "same")
    rows[:, CHANNELS.index("open")] = np.clip(0.4 + 0.2 * syllables, 0, 1)
    rows[:, CHANNELS.index("speech")] = 1
    times = np.arange(0.5, seconds - 0.5, 1 / rate)
    told = np.interp(times - late, np.arange(len(rows)) / MOTION_RATE, rows[:, 0])
    gap = 0.1 * told + rng.normal(0, 0.01, len(times))
    return gap.astype(np.float32), times, rows


@given(
    late=st.integers(-10, 10), seed=st.integers(0, 20), rate=st.sampled_from([24000 / 1001, 25.0, 29.97, 50.0, 60.0])
)
def test_a_planted_shift_is_found_within_half_a_frame(late: int, seed: int, rate: float) -> None:
    found = agreement(*spoken(seed=seed, late=late / 25, rate=rate))
    assert abs(found.lag - late / 25) < 0.5 / 25
    assert found.verdict is (Verdict.GOOD if abs(found.lag) <= IN_SYNC else Verdict.CHECK)


def test_lips_of_another_speech_do_not_agree() -> None:
    found = [agreement(*spoken(seed=seed)[:2], spoken(seed=seed + 100)[2]) for seed in range(40)]
    kept = [judged for judged in found if judged.verdict is Verdict.GOOD]
    assert len(kept) <= 2


@pytest.mark.parametrize("why", ["no rows", "no frames", "one frame", "silence", "still mouth", "too short"])
def test_what_cannot_be_judged_is_not(why: str) -> None:
    gap, times, rows = spoken()
    silent = rows.copy()
    silent[:, CHANNELS.index("speech")] = 0
    pair = {
        "no rows": (gap, times, rows[:0]),
        "no frames": (gap[:0], times[:0], rows),
        "one frame": (gap[:1], times[:1], rows),
        "silence": (gap, times, silent),
        "still mouth": (np.full_like(gap, 0.02), times, rows),
        "too short": (gap[:20], times[:20], rows),
    }[why]
    found = agreement(*pair)
    assert found == Agreement(0.0, 0.0, 0.0, 0.0)
    assert found.verdict is Verdict.UNKNOWN


TALKING = (
    "sadtalker/WDA_AlexandriaOcasioCortez_000.mp4",
    "latentsync/demo1_video.mp4",
    "latentsync/demo2_video.mp4",
    "obama/rally.mp4",
    "obama/weekly_address.mp4",
    "video_retalking/face1.mp4",
    "video_retalking/face2.mp4",
    "video_retalking/face3.mp4",
    "video_retalking/face4.mp4",
    "liveportrait/d6.mp4",
    "grid10/bbaf2n.mpg",
    "grid10/brbk7n.mpg",
    "grid10/lbax4n.mpg",
    "grid10/lbbc2a.mpg",
    "grid10/lrwp9a.mpg",
    "grid10/lwbsza.mpg",
    "grid10/sbia1a.mpg",
    "other_systems_output/wav2lip.mp4",
    "other_systems_output/retalking.mp4",
)


def filmed(film: Path) -> Pair:
    info = probe(film)
    analysis = run(analyse(info, AnalysisOptions()))
    track = choose_face(analysis, Span(0, analysis.frames), None)
    seen = track.start + np.flatnonzero(track.present)
    heard = probe_sound(film).start
    times = np.array([float(info.ticks[frame] * info.time_base - heard) for frame in seen])
    gap = np.array([lip_gap(track.points[int(frame) - track.start]) for frame in seen], np.float32)
    return gap, times, run(observe(engine_sound(film))).rows


@pytest.mark.slow
@pytest.mark.footage
def test_real_films_agree_with_their_own_sound_and_not_with_others() -> None:
    films = {name: filmed(media(name)) for name in TALKING}
    true = [agreement(*pair) for pair in films.values()]
    wrong = [
        agreement(*films[name][:2], films[other][2])
        for name in films
        for other in films
        if name != other and not (name.startswith("obama") and other.startswith("obama"))
    ]
    judged = [found for found in true if found.judged]
    against = [found for found in wrong if found.judged]
    assert np.mean([found.verdict is Verdict.GOOD for found in judged]) >= 0.9
    assert np.mean([found.verdict is Verdict.GOOD for found in against]) <= 0.07
    above = np.array([found.confidence for found in judged])[:, None] > np.array([f.confidence for f in against])
    assert above.mean() > 0.95
    assert np.median([found.confidence for found in judged]) > BELIEVED


@pytest.mark.slow
@pytest.mark.footage
@pytest.mark.parametrize("name", TALKING[:9])
def test_shifts_of_real_films_are_found_within_a_frame(name: str) -> None:
    gap, times, rows = filmed(media(name))
    own = agreement(gap, times, rows).lag
    found = [agreement(gap, times + shift / 25, rows).lag - own for shift in range(-10, 11)]
    assert np.mean(np.abs(np.array(found) * 25 - np.arange(-10, 11)) <= 1) >= 0.95
