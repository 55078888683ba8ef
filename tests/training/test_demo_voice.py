"""The voice of the demonstration."""

import shutil

import numpy as np
import pytest
import soundfile

from core.errors import MediaError
from training.demo_voice import RATE, write_demo_voice

pytestmark = pytest.mark.skipif(shutil.which("flite") is None, reason="flite is not installed")


def test_the_voice_is_written_with_quiet_ends_and_no_overload(tmp_path):
    sound, rate = soundfile.read(write_demo_voice(tmp_path / "voice.flac", "Hello, and welcome."))
    assert rate == RATE
    assert sound.ndim == 1
    assert np.abs(sound).max() == pytest.approx(0.7, abs=0.01)
    assert np.abs(sound[: RATE // 5]).max() < 0.001
    assert np.abs(sound[-RATE // 5 :]).max() < 0.001


def test_a_name_that_is_no_sound_is_refused(tmp_path):
    with pytest.raises(MediaError):
        write_demo_voice(tmp_path / "voice.txt", "Hello.")
