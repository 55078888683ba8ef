"""Fixtures for tests of the engine: a short film with a face, a voice with a pause, a cache of their own."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.media.ffmpeg import ffmpeg_program, run
from core.media.sound import read_sound
from core.paths import RESOURCES

DEMO = RESOURCES / "demo"
RATE = 16_000


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Tests neither read nor fill the user's cache and logs."""
    patch = pytest.MonkeyPatch()
    patch.setenv("DUBWRIGHT_CACHE", str(tmp_path_factory.mktemp("cache")))
    patch.setenv("DUBWRIGHT_LOGS", str(tmp_path_factory.mktemp("logs")))


@pytest.fixture(scope="session")
def face_film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds of the built-in presenter at 640×360, lossless."""
    film = tmp_path_factory.mktemp("film") / "the “face” film é.mkv"
    source = str(DEMO / "presenter.mp4")
    run([ffmpeg_program(), "-y", "-i", source, "-t", "2", "-vf", "scale=640:360", "-c:v", "ffv1", str(film)])
    return film


@pytest.fixture(scope="session")
def pausing_voice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """0.7 s of the built-in voice, then silence, 2 s in all."""
    (spoken,) = DEMO.glob("voice.*")
    sound = np.zeros(2 * RATE, np.float32)
    words = read_sound(spoken, RATE)
    begin = int(np.flatnonzero(np.abs(words) > 0.05)[0])
    sound[: int(0.7 * RATE)] = words[begin : begin + int(0.7 * RATE)]
    path = tmp_path_factory.mktemp("voice") / "voice.wav"
    soundfile.write(path, sound, RATE)
    return path
