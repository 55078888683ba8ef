"""Outlines lie where the sound is, at every zoom, and are kept."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from core.job import run
from core.media import peaks
from core.media.peaks import BLOCK, RATE, Outliner, Peaks, peaks_of


def outlined(sound: np.ndarray, pieces: int = 1) -> Peaks:
    outliner = Outliner()
    for piece in np.array_split(sound.astype(np.float32), pieces):
        outliner.push(piece)
    return outliner.finish()


@given(st.integers(0, 400_000), st.floats(1 / 3000, 2.0), st.integers(1, 7))
@settings(max_examples=60, deadline=None)
def test_a_click_is_within_a_column_of_its_place_at_every_zoom(at: int, width: float, pieces: int) -> None:
    sound = np.zeros(400_001, np.float32)
    sound[at] = 0.8
    count = int(np.ceil(len(sound) / RATE / width))
    columns = outlined(sound, pieces).columns(0.0, width, count)
    loud = np.flatnonzero(columns[:, 1] > 0.7)
    assert len(loud)
    assert np.abs(loud + 0.5 - at / RATE / width).max() <= 1.5
    assert np.floor(at / RATE / width + 1e-6) in loud


def test_both_signs_and_the_true_height_are_kept() -> None:
    columns = outlined(np.tile([0.5, -0.25], 48_000)).columns(0, 0.01, 50)
    np.testing.assert_allclose(columns, [[-0.25, 0.5]] * 50, atol=1e-4)


def test_before_and_after_the_sound_there_is_nothing() -> None:
    outline = outlined(np.full(RATE, 0.5))
    columns = outline.columns(-1.0, 0.1, 30)
    assert not columns[:10].any()
    assert columns[10:20, 1].min() > 0.49
    assert not columns[21:].any()  # the last block may reach half a column further
    assert outline.seconds == 1.0


def test_an_empty_sound_has_an_empty_outline() -> None:
    assert not outlined(np.zeros(0)).columns(0, 0.1, 5).any()


def test_a_file_is_outlined_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "cache"))
    sound = np.zeros(3 * RATE, np.float32)
    sound[RATE + 7 * BLOCK] = 0.9
    soundfile.write(tmp_path / "a.wav", sound, RATE)
    first = run(peaks_of(tmp_path / "a.wav"))
    monkeypatch.setattr(peaks, "SoundReader", None)
    again = run(peaks_of(tmp_path / "a.wav"))
    assert np.array_equal(first.levels[0], again.levels[0])
    assert np.flatnonzero(again.levels[0][:, 1] > 20_000).tolist() == [RATE // BLOCK + 7]


def test_a_damaged_outline_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "cache"))
    soundfile.write(tmp_path / "a.wav", np.full(RATE, 0.25, np.float32), RATE)
    run(peaks_of(tmp_path / "a.wav"))
    kept = next((tmp_path / "cache" / "peaks").iterdir())
    kept.write_bytes(kept.read_bytes()[:100])
    assert run(peaks_of(tmp_path / "a.wav")).seconds == 1.0
