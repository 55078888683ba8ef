"""A microphone and a loudspeaker that are not there, for tests: PulseAudio with a sink whose monitor is a source.

Needs pulseaudio, pulseaudio-utils and PortAudio's ALSA back end with the pulse plug-in (on Debian and Ubuntu the
packages pulseaudio pulseaudio-utils libasound2-plugins libportaudio2); skips where one is missing.

    with virtual_microphone(folder) as microphone:
        microphone.say(sound)                 # heard by whoever records
        microphone.unplug(); microphone.plug()
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from core.errors import DeviceError
from core.media import portaudio
from core.media.devices import Device, inputs

RATE = 48_000
_PROGRAMS = ("pulseaudio", "pactl", "pacat", "parec")
_SETTLED = 2.5  # a fresh sink delivers nothing for up to two seconds
_ALSA = """
</usr/share/alsa/alsa.conf>
pcm.!default { type pulse hint { show on description "virtual microphone" } }
ctl.!default { type pulse }
"""


class VirtualMicrophone:
    """A running server; made by `virtual_microphone`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._server: subprocess.Popen[bytes] | None = None
        self._mouth: subprocess.Popen[bytes] | None = None
        self._said: list[subprocess.Popen[bytes]] = []

    @property
    def running(self) -> bool:
        """Whether it is plugged in."""
        return self._server is not None

    def device(self) -> Device:
        """The microphone as PortAudio sees it."""
        return next(device for device in inputs() if device.name == "default")

    def start(self) -> None:
        """Start the server, with silence flowing."""
        self._server = subprocess.Popen(
            ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--log-level=error",
             "-L", f"module-native-protocol-unix socket={self.folder}/native auth-anonymous=1"],
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._wait_for_server()
        self._load("module-null-sink", "sink_name=virt", f"rate={RATE}")
        self._load("module-remap-source", "master=virt.monitor", "source_name=virtmic")
        subprocess.run(["pactl", "set-default-sink", "virt"], check=True)
        subprocess.run(["pactl", "set-default-source", "virtmic"], check=True)
        command = ["pacat", "--latency-msec=20", "--format=float32le", f"--rate={RATE}", "--channels=1", "/dev/zero"]
        self._mouth = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(_SETTLED)

    def stop(self) -> None:
        """End what was started."""
        for process in (*self._said, self._mouth, self._server):
            if process is not None:
                process.terminate()
                process.wait(10)
        self._said, self._mouth, self._server = [], None, None

    def unplug(self) -> None:
        """Pull the plug: the server is gone, and with it every device."""
        self.stop()

    def plug(self) -> None:
        """Put it in again."""
        self.start()

    def say(self, sound: np.ndarray, rate: int = RATE) -> None:
        """Play mono float32 sound into the microphone; returns at once."""
        path = self.folder / "said.raw"
        path.write_bytes(np.ascontiguousarray(sound, np.float32).tobytes())
        command = ["pacat", "--latency-msec=20", "--format=float32le", f"--rate={rate}", "--channels=1", str(path)]
        self._said.append(subprocess.Popen(command, stderr=subprocess.DEVNULL))

    @contextmanager
    def witness(self) -> Iterator["Witness"]:
        """Record the microphone by another way than the program's, with the time at which every piece came."""
        command = ["parec", "--latency-msec=5", "--format=float32le", f"--rate={RATE}", "--channels=1"]
        with subprocess.Popen([*command, "--device=virtmic"], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            witness = Witness(process.stdout.fileno())
            witness.start()
            try:
                yield witness
            finally:
                process.terminate()
                witness.join()

    def _load(self, *module: str) -> None:
        subprocess.run(["pactl", "load-module", *module], check=True, capture_output=True)

    def _wait_for_server(self) -> None:
        for _ in range(100):
            if subprocess.run(["pactl", "info"], capture_output=True, check=False).returncode == 0:
                return
            time.sleep(0.1)
        pytest.skip("PulseAudio does not start here")


class Witness:
    """Reads raw sound from a pipe and notes when it came."""

    def __init__(self, pipe: int) -> None:
        from threading import Thread

        self.pieces: list[tuple[float, np.ndarray]] = []
        self._pipe = pipe
        self._thread = Thread(target=self._read, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def join(self) -> None:
        self._thread.join()

    def onsets(self, threshold: float = 0.2, apart: float = 0.3) -> list[float]:
        """Seconds of `time.perf_counter` at which loud sounds came, that follow `apart` seconds without any."""
        found: list[float] = []
        last = -np.inf
        for arrived, piece in self.pieces:
            for place in np.flatnonzero(np.abs(piece) > threshold).tolist():
                at = arrived - (len(piece) - place) / RATE
                if at - last > apart:
                    found.append(at)
                last = at
        return found

    def _read(self) -> None:
        while data := os.read(self._pipe, 1 << 16):
            whole = data[: len(data) // 4 * 4]
            self.pieces.append((time.perf_counter(), np.frombuffer(whole, np.float32)))


@contextmanager
def virtual_microphone(folder: Path) -> Iterator[VirtualMicrophone]:
    """The microphone, as PortAudio's default device, until the block ends. Skips where it cannot be had."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the virtual microphone needs Linux")
    for program in _PROGRAMS:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    config = folder / "alsa.conf"
    config.write_text(_ALSA)
    patch = pytest.MonkeyPatch()
    patch.setenv("XDG_RUNTIME_DIR", str(folder))
    patch.setenv("PULSE_RUNTIME_PATH", str(folder))
    patch.setenv("PULSE_STATE_PATH", str(folder))
    patch.setenv("PULSE_SERVER", f"unix:{folder}/native")
    patch.setenv("ALSA_CONFIG_PATH", str(config))
    microphone = VirtualMicrophone(folder)
    try:
        microphone.start()
        _see(microphone)
        yield microphone
    finally:
        microphone.stop()
        patch.undo()
        try:
            portaudio.rescan()
        except DeviceError:
            return  # there was no PortAudio to begin with


def _see(microphone: VirtualMicrophone) -> None:
    try:
        portaudio.rescan()
        microphone.device()
    except (DeviceError, StopIteration):
        pytest.skip("PortAudio sees no device of PulseAudio (libasound2-plugins is missing?)")
