"""Sound devices, with a PortAudio that is played by the test."""

import sys
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from core.errors import DeviceError
from core.media import portaudio
from core.media.devices import Device, Microphone, Speaker, find_input, inputs, outputs
from core.media.ring import Ring


class FakeStream:
    latency = 0.03

    def __init__(self, library: "FakeAudio", **options: Any) -> None:
        self.library, self.options, self.active = library, options, False
        if options["samplerate"] not in library.rates or options["channels"] not in library.channels:
            raise library.PortAudioError("Invalid sample rate")

    def start(self) -> None:
        self.active = True
        self.library.streams.append(self)

    def abort(self, ignore_errors: bool = True) -> None:
        self.active = False

    def close(self, ignore_errors: bool = True) -> None:
        self.library.closed += 1

    def give(self, block: np.ndarray, age: float = 0.02, lost: bool = False) -> None:
        times = SimpleNamespace(currentTime=5.0, inputBufferAdcTime=5.0 - age)
        self.options["callback"](block, len(block), times, SimpleNamespace(input_overflow=lost))

    def take(self, frames: int, ahead: float = 0.05, lost: bool = False) -> np.ndarray:
        block = np.zeros((frames, self.options["channels"]), np.float32)
        times = SimpleNamespace(currentTime=5.0, outputBufferDacTime=5.0 + ahead)
        self.options["callback"](block, frames, times, SimpleNamespace(output_underflow=lost))
        return block


class FakeAudio:
    class PortAudioError(Exception):
        pass

    def __init__(self) -> None:
        self.default = SimpleNamespace(device=[1, 0])
        self.names = ["Speakers", "Built-in", "USB microphone"]
        self.rates, self.channels = {48000, 44100}, {1, 2}
        self.streams: list[FakeStream] = []
        self.closed = self.begun = 0

    def query_hostapis(self) -> list[dict[str, str]]:
        return [{"name": "Core"}]

    def query_devices(self) -> list[dict[str, Any]]:
        return [
            {"index": index, "name": name, "hostapi": 0, "max_input_channels": 2 * (name != "Speakers"),
             "max_output_channels": 2 * (name == "Speakers"), "default_samplerate": 44100.0}
            for index, name in enumerate(self.names)
        ]  # fmt: skip

    def InputStream(self, **options: Any) -> FakeStream:  # noqa: N802 - sounddevice's name
        return FakeStream(self, **options)

    OutputStream = InputStream

    def _terminate(self) -> None:
        self.begun -= 1

    def _initialize(self) -> None:
        self.begun += 1


@pytest.fixture
def audio(monkeypatch: pytest.MonkeyPatch) -> FakeAudio:
    library = FakeAudio()
    monkeypatch.setitem(sys.modules, "sounddevice", library)
    return library


def test_devices_are_listed_the_preferred_one_first(audio: FakeAudio) -> None:
    assert [device.name for device in inputs()] == ["Built-in", "USB microphone"]
    assert outputs() == (Device(0, "Speakers", "Core", 0, 2, 44100, True),)
    assert [find_input(wanted).id for wanted in (None, "2", 2, "usb", "Built-in")] == [1, 2, 2, 2, 1]


def test_an_unknown_device_is_told_with_those_there_are(audio: FakeAudio) -> None:
    with pytest.raises(DeviceError, match="no microphone “9”") as told:
        find_input("9")
    assert "USB microphone" in told.value.hint
    audio.names = []
    with pytest.raises(DeviceError, match="There is no microphone"):
        find_input()


def test_a_machine_without_portaudio_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    with pytest.raises(DeviceError, match="PortAudio cannot be used") as told:
        inputs()
    assert "libportaudio2" in told.value.hint


def test_a_microphone_fills_its_ring_and_tells_level_peak_and_clipping(audio: FakeAudio) -> None:
    ring = Ring(48000)
    with Microphone(find_input(), 48000, ring) as microphone:
        (stream,) = audio.streams
        stream.give(np.full((480, 1), 0.5, np.float32))
        stream.give(np.full((480, 1), -1.0, np.float32), lost=True)
        assert ring.read(470, 20)[:, 0].tolist() == [0.5] * 10 + [-1.0] * 10
        assert microphone.level == pytest.approx(1.0)
        assert (microphone.drain_peak(), microphone.drain_clipped(), microphone.overflows) == (1.0, 480, 1)
        assert (microphone.drain_peak(), microphone.drain_clipped()) == (0.0, 0)
        assert not microphone.gone
        stream.active = False
        assert microphone.gone
    assert audio.closed == 1


def test_a_device_of_another_rate_is_converted(audio: FakeAudio) -> None:
    audio.rates, audio.channels = {44100}, {2}
    ring = Ring(48000)
    with Microphone(find_input(), 16000, ring):
        wave = np.sin(2 * np.pi * 440 * np.arange(44100) / 44100).astype(np.float32)
        for start in range(0, 44100, 441):
            audio.streams[0].give(np.repeat(wave[start : start + 441, None], 2, axis=1))
    heard = ring.read(0, 16000)[:, 0]
    assert len(heard) == pytest.approx(16000, abs=800)
    assert np.abs(np.fft.rfft(heard[2000:10000])).argmax() == 440 // 2


def test_an_unplugged_microphone_comes_back_with_silence_for_the_time_between(
    audio: FakeAudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr("core.media.devices.perf_counter", lambda: now[0])
    ring = Ring(480_000)
    with Microphone(find_input("usb"), 48000, ring) as microphone:
        audio.streams[0].give(np.ones((480, 1), np.float32))
        now[0] += 2
        assert microphone.gone
        audio.names = ["Speakers", "Built-in"]
        assert not microphone.reopen()
        audio.names = ["Speakers", "USB microphone"]
        assert microphone.reopen()
        assert microphone.device.id == 1
        audio.streams[-1].give(np.ones((480, 1), np.float32))
        assert ring.written == pytest.approx(2 * 48000 + 480, abs=2)
        assert ring.read(480, 2 * 48000 - 481).max() == 0


def test_portaudio_is_not_begun_anew_under_an_open_stream(audio: FakeAudio) -> None:
    with Microphone(find_input(), 48000, Ring(100)):
        assert not portaudio.rescan()
    assert portaudio.rescan()
    assert audio.begun == 0


def test_a_device_that_cannot_be_opened_is_told(audio: FakeAudio) -> None:
    audio.rates = set()
    with pytest.raises(DeviceError, match="“Built-in” cannot be opened"), Microphone(find_input(), 48000, Ring(10)):
        pass


def test_a_speaker_plays_what_it_pulls_and_its_clock_tells_what_was_heard(
    audio: FakeAudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [50.0]
    monkeypatch.setattr("core.media.devices.perf_counter", lambda: now[0])
    monkeypatch.setattr("core.media.sample_clock.perf_counter", lambda: now[0])
    with Speaker(outputs()[0], 48000, 2, lambda count: np.ones((count, 2), np.float32)) as speaker:
        speaker.volume = 0.25
        stream = audio.streams[-1]
        assert speaker.clock() == 0
        assert (stream.take(4800) == 0.25).all()
        assert speaker.clock() == 0  # it is on its way to the air
        now[0] += 0.05 + 0.04
        assert speaker.clock() == pytest.approx(0.04)
        now[0] += 1.0
        assert speaker.clock() == pytest.approx(0.1)  # no more was given
        stream.take(4800, lost=True)
        assert speaker.underflows == 1
        assert speaker.clock() >= 0.1
