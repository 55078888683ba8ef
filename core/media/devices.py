"""Microphones and loudspeakers of this machine. Knows nothing of what is said or played.

What is plugged in later is seen after `core.media.portaudio.rescan`, which is refused while a stream is open; a
microphone that lost its device closes its stream first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter
from types import TracebackType
from typing import Any, Self

import numpy as np

from core.arrays import Sound
from core.errors import DeviceError
from core.media import portaudio
from core.media.ring import Ring
from core.media.sample_clock import SampleClock

STALLED = 0.6
"""Seconds without a block after which a device counts as unplugged."""

STARTING = 2.5
"""Seconds more that a device has for its first block."""

CLIPPED = 0.999
"""Level from which a sample counts as clipped."""

_BLOCK_SECONDS = 0.01
_OUTPUT_BLOCK_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Device:
    """A sound device: PortAudio's number of it (valid until the next `rescan`), its name and the system it belongs to.

    `inputs` and `outputs` are channels, `rate` its own samples a second; `default` says that the system prefers it.
    """

    id: int
    name: str
    host: str
    inputs: int
    outputs: int
    rate: int
    default: bool = False


def inputs() -> tuple[Device, ...]:
    """Devices that can be recorded from, the preferred one first. Raises DeviceError if PortAudio cannot be used."""
    return tuple(device for device in _devices(0) if device.inputs)


def outputs() -> tuple[Device, ...]:
    """Devices that can be played on, the preferred one first. Raises DeviceError if PortAudio cannot be used."""
    return tuple(device for device in _devices(1) if device.outputs)


def find_input(wanted: str | int | None = None) -> Device:
    """The microphone of this number, of this name or part of a name, or the preferred one.

    Raises DeviceError if there is none.
    """
    return _found(inputs(), wanted, "microphone")


def find_output(wanted: str | int | None = None) -> Device:
    """The loudspeaker of this number, of this name or part of a name, or the preferred one.

    Raises DeviceError if there is none.
    """
    return _found(outputs(), wanted, "loudspeaker")


class Microphone:
    """Records into a ring, at `rate` samples a second, while the `with` block lasts.

    Where the device cannot do that rate or that many channels it records as it can, and is converted.
    Entering raises DeviceError if the device cannot be opened.
    """

    def __init__(self, device: Device, rate: int, ring: Ring) -> None:
        self.device = device
        self.rate = rate
        self.ring = ring
        self.clock = SampleClock(rate)
        self.overflows = 0
        self._stream: Any = None
        self._level = self._peak = 0.0
        self._clipped = 0
        self._last = 0.0
        self._feed = _Converted(ring, rate, rate)

    def __enter__(self) -> Self:
        self._open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    @property
    def latency(self) -> float:
        """Seconds from the air to the ring, as the driver reports them; 0 while closed."""
        return float(self._stream.latency) if self._stream is not None else 0.0

    @property
    def gone(self) -> bool:
        """Whether the device does not deliver any more: it was unplugged, or its driver hangs."""
        stream = self._stream
        return stream is None or not stream.active or perf_counter() - self._last > STALLED

    @property
    def level(self) -> float:
        """Loudness of the newest block: root of the mean square, 0..1."""
        return self._level

    def drain_peak(self) -> float:
        """Highest sample since the last call, 0..1."""
        peak, self._peak = self._peak, 0.0
        return peak

    def drain_clipped(self) -> int:
        """Samples that were too loud for the device since the last call."""
        clipped, self._clipped = self._clipped, 0
        return clipped

    def reopen(self) -> bool:
        """Try to go on after the device had gone; False while it, or PortAudio, cannot be had.

        The time it was away becomes silence in the ring, so that sample numbers keep to the clock. PortAudio cannot see
        the device again while another stream is open.
        """
        self._close()
        try:
            portaudio.rescan()
            again = [
                device for device in inputs() if (device.host, device.name) == (self.device.host, self.device.name)
            ]
            if not again:
                return False
            self.device = again[0]
            self._open()
        except DeviceError:
            return False
        return True

    def trouble(self) -> str:
        """As a source of a live voice: what is wrong with a microphone is told by `gone` and `overflows`."""
        return ""

    def _open(self) -> None:
        tries = [
            (self.rate, self.ring.channels),
            (self.device.rate, self.ring.channels),
            (self.device.rate, self.device.inputs),
        ]
        sounddevice = portaudio.library()
        for number, (rate, channels) in enumerate(tries):
            try:
                self._stream = sounddevice.InputStream(
                    device=self.device.id,
                    samplerate=rate,
                    channels=channels,
                    blocksize=round(rate * _BLOCK_SECONDS),
                    latency="low",
                    dtype="float32",
                    callback=self._heard,
                )
            except (sounddevice.PortAudioError, ValueError) as error:
                if number == len(tries) - 1:
                    raise portaudio.refused(self.device.name, error) from error
            else:
                self._feed = _Converted(self.ring, rate, self.rate)
                break
        portaudio.start(self._stream, self.device.name)
        self._last = perf_counter() + STARTING

    def _close(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            portaudio.stop(stream)

    def _heard(self, block: Sound, frames: int, times: Any, status: Any) -> None:
        """Called by PortAudio on a thread of its own."""
        now = perf_counter()
        self._last = now
        if status.input_overflow:
            self.overflows += 1
        age = times.currentTime - times.inputBufferAdcTime
        began = now - (age if 0 < age < 1 else frames / self._feed.rate)
        self._fill_gap(began)
        self.clock.note(self._feed.position, began)
        self._feed.write(block)
        loudest = float(np.abs(block).max(initial=0.0))
        self._level = float(np.sqrt(np.mean(np.square(block)))) if frames else 0.0
        self._peak = max(self._peak, loudest)
        if loudest >= CLIPPED:
            self._clipped += int((np.abs(block) >= CLIPPED).sum())

    def _fill_gap(self, began: float) -> None:
        """Silence for what was missed, if that was more than the jitter of a driver."""
        if not self.clock.runs:
            return
        missed = round(self.clock.sample_at(began)) - self._feed.position
        if missed > self.rate // 5:
            self._feed.skip(missed)


class Speaker:
    """Plays what `pull` gives, at `rate` samples a second, while the `with` block lasts.

    `pull(n)` is called on PortAudio's thread and must give (n, channels) samples at once. Entering raises DeviceError
    if the device cannot be opened.
    """

    def __init__(self, device: Device, rate: int, channels: int, pull: Callable[[int], Sound]) -> None:
        self.device = device
        self.rate = rate
        self.channels = channels
        self.volume = 1.0
        self.underflows = 0
        self._pull = pull
        self._stream: Any = None
        self._given = 0
        self._clock = SampleClock(rate)
        self._told = 0.0
        self._last = 0.0

    def __enter__(self) -> Self:
        sounddevice = portaudio.library()
        try:
            self._stream = sounddevice.OutputStream(
                device=self.device.id,
                samplerate=self.rate,
                channels=self.channels,
                blocksize=round(self.rate * _OUTPUT_BLOCK_SECONDS),
                latency="low",
                dtype="float32",
                callback=self._play,
            )
        except (sounddevice.PortAudioError, ValueError) as error:
            raise portaudio.refused(self.device.name, error) from error
        portaudio.start(self._stream, self.device.name)
        self._last = perf_counter() + STARTING
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            portaudio.stop(stream)

    @property
    def latency(self) -> float:
        """Seconds from `pull` to the air, as the driver reports them; 0 while closed."""
        return float(self._stream.latency) if self._stream is not None else 0.0

    @property
    def gone(self) -> bool:
        """Whether the device does not ask for sound any more: it was unplugged, or its driver hangs."""
        stream = self._stream
        return stream is None or not stream.active or perf_counter() - self._last > STALLED

    def clock(self) -> float:
        """Seconds of sound that have been heard in the air. Never falls, and stands while the device stands."""
        heard = self._clock.sample_at(perf_counter())
        self._told = max(self._told, min(heard, self._given) / self.rate)
        return self._told

    def _play(self, block: Sound, frames: int, times: Any, status: Any) -> None:
        """Called by PortAudio on a thread of its own."""
        now = perf_counter()
        self._last = now
        if status.output_underflow:
            self.underflows += 1
        ahead = times.outputBufferDacTime - times.currentTime
        self._clock.note(self._given, now + (ahead if 0 <= ahead < 2 else self.latency))
        block[:] = self._pull(frames)
        block *= np.float32(self.volume)
        self._given += frames


class _Converted:
    """Writes blocks of a device into a ring of another rate or of fewer channels."""

    def __init__(self, ring: Ring, rate: int, wanted: int) -> None:
        self.rate = rate
        self._ring, self._wanted = ring, wanted
        self._begin, self._taken = ring.written, 0
        self._resampler: Any = None
        if rate != wanted:
            import soxr

            self._resampler = soxr.ResampleStream(rate, wanted, ring.channels, dtype="float32", quality="LQ")

    @property
    def position(self) -> int:
        """Sample of the ring that the next sample of the device belongs to; a resampler holds some back."""
        return self._begin + round(self._taken * self._wanted / self.rate)

    def write(self, block: Sound) -> None:
        self._taken += len(block)
        if block.shape[1] != self._ring.channels:
            block = np.repeat(block.mean(axis=1, keepdims=True), self._ring.channels, axis=1)
        self._ring.write(block if self._resampler is None else self._resampler.resample_chunk(block))

    def skip(self, samples: int) -> None:
        """Silence in the ring for what never came."""
        self._begin += samples
        silence = np.zeros((min(samples, self._ring.capacity), self._ring.channels), np.float32)
        while samples > 0:
            self._ring.write(silence[:samples])
            samples -= len(silence)


def _devices(side: int) -> list[Device]:
    """All devices, those that the system prefers for input (side 0) or output (1) first."""
    sounddevice = portaudio.library()
    try:
        hosts = [host["name"] for host in sounddevice.query_hostapis()]
        preferred = sounddevice.default.device[side]
        found = [
            Device(
                int(row["index"]),
                str(row["name"]),
                hosts[row["hostapi"]],
                int(row["max_input_channels"]),
                int(row["max_output_channels"]),
                round(row["default_samplerate"]),
                row["index"] == preferred,
            )
            for row in sounddevice.query_devices()
        ]
    except sounddevice.PortAudioError as error:
        raise portaudio.unusable(error) from error
    return sorted(found, key=lambda device: not device.default)


def _found(devices: tuple[Device, ...], wanted: str | int | None, what: str) -> Device:
    if not devices:
        raise DeviceError(f"There is no {what}.", portaudio.PLUGGED)
    if wanted is None or wanted == "":
        return devices[0]
    for fits in (_numbered, _named, _nearly_named):
        for device in devices:
            if fits(device, str(wanted)):
                return device
    known = ", ".join(f"{device.id} ({device.name})" for device in devices)
    raise DeviceError(f"There is no {what} “{wanted}”.", f"There are: {known}.")


def _numbered(device: Device, wanted: str) -> bool:
    return str(device.id) == wanted


def _named(device: Device, wanted: str) -> bool:
    return device.name == wanted


def _nearly_named(device: Device, wanted: str) -> bool:
    return wanted.lower() in device.name.lower()
