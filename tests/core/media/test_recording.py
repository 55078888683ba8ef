"""What is said is on the disk at once, whatever happens to the program or to the microphone."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.errors import MediaError
from core.media.recording import RATE, GrowingWav, Recorder
from tests.virtual_mic import virtual_microphone


def test_the_file_is_whole_after_every_write(tmp_path: Path) -> None:
    path = tmp_path / "takes" / "one.wav"
    sound = np.random.default_rng(0).uniform(-1, 1, 3000).astype(np.float32)
    with GrowingWav(path, RATE) as file:
        for stop in (0, 1000, 1001, 3000):
            file.write(sound[file.samples : stop])
            heard, rate = soundfile.read(path, dtype="float32")
            assert rate == RATE
            np.testing.assert_array_equal(heard, sound[:stop])


def test_an_older_recording_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "one.wav"
    path.write_bytes(b"precious")
    with pytest.raises(MediaError, match=r"one\.wav"):
        GrowingWav(path, RATE)
    assert path.read_bytes() == b"precious"


KILLED = """
import sys, time
from pathlib import Path
import numpy as np
from core.media.recording import GrowingWav, RATE
with GrowingWav(Path(sys.argv[1]), RATE) as file:
    for _ in range(1000):
        file.write(np.full(RATE // 20, 0.5, np.float32))
        print(file.samples, flush=True)
        time.sleep(0.002)
"""


def test_a_killed_program_leaves_what_was_said(tmp_path: Path) -> None:
    path = tmp_path / "one.wav"
    with subprocess.Popen([sys.executable, "-c", KILLED, path], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = 0
        while told < 2 * RATE:
            told = int(process.stdout.readline())
        os.kill(process.pid, signal.SIGKILL)
        told = max([told, *(int(line) for line in process.stdout.read().split())])
    heard, _ = soundfile.read(path)
    assert told - RATE // 20 <= len(heard) <= told + RATE // 10
    assert np.all(heard == 0.5)


def test_a_missing_microphone_is_told_and_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    recorder = Recorder("", tmp_path / "one.wav")
    assert recorder.join() is None
    assert recorder.failure is not None
    assert "PortAudio" in recorder.failure.message
    assert list(tmp_path.iterdir()) == []


def test_a_click_lands_within_ten_milliseconds_and_an_unplugged_microphone_keeps_what_it_heard(tmp_path: Path) -> None:
    click = np.zeros(RATE // 2, np.float32)
    click[: RATE // 100] = 0.9
    with virtual_microphone(tmp_path / "pulse") as microphone, microphone.witness() as witness:
        recorder = Recorder("default", tmp_path / "one.wav")
        for _ in range(4):
            time.sleep(1.1)
            microphone.say(click)
        time.sleep(1.2)
        level, clipped = recorder.drain_levels()
        assert level > 0.5
        assert not clipped
        microphone.unplug()
        end = time.monotonic() + 10
        while recorder.runs and time.monotonic() < end:
            time.sleep(0.05)
        recorded = recorder.join()
    assert recorder.failure is not None
    assert "is kept" in recorder.failure.message
    assert recorded is not None
    heard, _ = soundfile.read(recorded.path, dtype="float32")
    assert len(heard) == recorded.samples
    loud = np.flatnonzero(np.abs(heard) > 0.2)
    onsets = loud[np.diff(loud, prepend=-RATE) > RATE // 3] / RATE + recorded.zero
    truth = np.array(witness.onsets())
    matched = min(len(truth), len(onsets))
    assert matched >= 3
    assert np.median(np.abs(onsets[:matched] - truth[:matched])) < 0.01
