"""PortAudio, the library behind all sound devices: loaded late, begun anew, its failures told. Knows no device.

It looks for devices once, when it is initialised; the only way to see what was plugged in since is to end it and to
begin it again. That would destroy open streams under the feet of their owners, so it is refused while one is open.
"""

from importlib import import_module
from threading import Lock
from typing import Any

from core.errors import DeviceError

PLUGGED = "Plug one in, or start the sound server, and look again."
"""What to do where there is no device."""


class _Open:
    """How many streams there are."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.streams = 0


_open = _Open()


def library() -> Any:
    """The module sounddevice. Raises DeviceError if it, or PortAudio, is missing."""
    try:
        return import_module("sounddevice")
    except (ImportError, OSError) as error:
        hint = "Install PortAudio (on Debian and Ubuntu: sudo apt install libportaudio2), then start again."
        raise DeviceError("The sound library PortAudio cannot be used.", hint) from error


def rescan() -> bool:
    """See what has been plugged in or out; numbers of devices change. False if a stream is open and forbids it.

    Raises DeviceError if PortAudio cannot be used.
    """
    sounddevice = library()
    with _open.lock:
        if _open.streams:
            return False
        try:
            # The only way to a new list of devices; sounddevice offers it under these names only.
            sounddevice._terminate()  # noqa: SLF001
            sounddevice._initialize()  # noqa: SLF001
        except sounddevice.PortAudioError as error:
            raise unusable(error) from error
    return True


def start(stream: Any, name: str) -> None:
    """Start a stream of the device of this name. Raises DeviceError, with the stream closed, if it will not."""
    with _open.lock:
        _open.streams += 1
    try:
        stream.start()
    except library().PortAudioError as error:
        stop(stream)
        raise refused(name, error) from error


def stop(stream: Any) -> None:
    """End a started stream, whose device may be gone: what it says about that is of no use any more."""
    try:
        stream.abort(ignore_errors=True)
        stream.close(ignore_errors=True)
    finally:
        with _open.lock:
            _open.streams -= 1


def unusable(error: Exception) -> DeviceError:
    """What to tell where there is no sound system."""
    return DeviceError(f"PortAudio finds no sound system: {error}.", PLUGGED)


def refused(name: str, error: Exception) -> DeviceError:
    """What to tell where a device cannot be opened."""
    hint = "Close other programs that use it, allow this one to use it in the system's settings, or choose another."
    return DeviceError(f"The sound device “{name}” cannot be opened: {error}.", hint)
