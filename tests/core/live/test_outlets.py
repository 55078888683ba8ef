"""What takes pictures and sound: recording, monitor, camera."""

import sys
import time
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from core.errors import DeviceError, MediaError
from core.live import camera
from core.live.camera import VirtualCamera
from core.live.figures import LiveFrame
from core.live.monitor import Monitor
from core.live.recording import Recording
from core.live.source import RATE
from core.media.devices import Device
from core.media.probe import probe
from core.media.reader import VideoReader
from core.media.ring import Ring
from core.media.sample_clock import SampleClock
from core.media.sound import read_sound


def frame(number: int, start: int, rate: Fraction = Fraction(25)) -> LiveFrame:
    image = np.full((64, 96, 3), 255 if number in (10, 30) else 40, np.uint8)
    at = float(number / rate)
    return LiveFrame(number, at, start + round(at * RATE), image, 0.2, {})


def session(out: Path, numbers: list[int]) -> None:
    """Pictures that flash, and clicks at the times of pictures 10 and 30, in a ring that was in use before."""
    ring, start = Ring(10 * RATE), 12_345
    ring.write(np.zeros(start, np.float32))
    sound = np.zeros(3 * RATE, np.float32)
    for number in (10, 30):
        at = number * RATE // 25
        sound[at : at + 240] = 0.8
    ring.write(sound)
    with Recording(out, ring, Fraction(25), (96, 64), ()) as recording:
        for number in numbers:
            recording.put(frame(number, start))
            time.sleep(0.01)


@pytest.mark.parametrize("name", ["session.mp4", "session.mkv"])
def test_a_recording_is_in_sync_though_pictures_are_missing(tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    session(out, [n for n in range(50) if n not in (0, 1, 5, 6, 7, 20)])
    info = probe(out)
    assert (info.frames, info.rate, info.constant_rate) == (50, 25, True)
    with VideoReader(info) as reader:
        bright = [index for index, shown in enumerate(reader.span(0, 50)) if shown.image.mean() > 150]
    assert bright == [10, 30]
    sound = np.abs(read_sound(out, RATE))
    onsets = np.flatnonzero((sound[1:] > 0.3) & (sound[:-1] <= 0.3))
    assert abs(onsets[0] / RATE - 0.4) < 0.005
    assert any(abs(onset / RATE - 1.2) < 0.005 for onset in onsets)
    assert len(sound) / RATE == pytest.approx(2.0, abs=0.03)
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("end", [GeneratorExit, KeyboardInterrupt, DeviceError("It is gone.", "Plug it in."), KeyError])
def test_what_was_spoken_is_kept_when_the_session_is_cancelled_or_fails(tmp_path: Path, end: Any) -> None:
    out = tmp_path / "a.mp4"
    ring = Ring(2 * RATE)
    ring.write(np.zeros(RATE, np.float32))
    with (
        suppress(GeneratorExit, KeyboardInterrupt, DeviceError, KeyError),
        Recording(out, ring, Fraction(25), (96, 64), ()) as r,
    ):
        for number in range(10):
            r.put(frame(number, 0))
        raise end
    assert probe(out).frames == 10
    assert list(tmp_path.iterdir()) == [out]


def test_nothing_is_left_where_nothing_was_recorded(tmp_path: Path) -> None:
    with suppress(KeyError), Recording(tmp_path / "a.mp4", Ring(RATE), Fraction(25), (96, 64), ()):
        raise KeyError
    assert list(tmp_path.iterdir()) == []


def test_an_input_is_never_written_over(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    film.write_bytes(b"x")
    with pytest.raises(MediaError, match="inputs"), Recording(film, Ring(9), Fraction(25), (96, 64), (film,)):
        pass
    assert film.read_bytes() == b"x"


def test_the_monitor_is_as_late_as_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    ring, clock, now = Ring(10 * RATE), SampleClock(RATE), [100.0]
    monkeypatch.setattr("core.live.monitor.perf_counter", lambda: now[0])
    source: Any = SimpleNamespace(ring=ring, clock=clock)
    delay = [0.15]
    monitor = Monitor(source, Device(0, "x", "x", 0, 1, RATE), lambda: delay[0])
    skews = []
    for block in range(400):
        clock.note(ring.written, now[0] - 0.01)
        ring.write(np.arange(ring.written, ring.written + 480, dtype=np.float64).astype(np.float32))
        if block == 200:
            delay[0] = 0.3
        played = monitor.pull(480)
        if block > 100:
            skews.append((ring.written - 480 - played[-1, 0]) / RATE - (delay[0] - 0.02))
        now[0] += 0.01
    assert np.abs(skews).max() < 0.04


def test_a_machine_without_the_cameras_package_or_driver_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pyvirtualcam", None)
    with pytest.raises(DeviceError, match="pyvirtualcam") as told, VirtualCamera((96, 64), Fraction(25)):
        pass
    assert "pip install" in told.value.hint

    def missing(**_: Any) -> None:
        raise RuntimeError("no backend")

    monkeypatch.setitem(sys.modules, "pyvirtualcam", SimpleNamespace(Camera=missing))
    monkeypatch.setattr(camera.sys, "platform", "linux")
    with pytest.raises(DeviceError, match="no backend") as told, VirtualCamera((96, 64), Fraction(25)):
        pass
    assert "v4l2loopback" in told.value.hint


def test_pictures_reach_the_camera_and_it_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    sent, closed = [], []
    made = SimpleNamespace(device="/dev/video9", send=sent.append, close=lambda: closed.append(True))
    monkeypatch.setitem(sys.modules, "pyvirtualcam", SimpleNamespace(Camera=lambda **_: made))
    with VirtualCamera((96, 64), Fraction(25)) as shown:
        assert shown.name == "/dev/video9"
        shown.put(frame(10, 0))
    assert sent[0].mean() == 255
    assert closed == [True]
