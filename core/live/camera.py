"""A camera that is none: other programs see the live picture as a webcam. Knows no face.

Needs the optional package pyvirtualcam, and a driver of the system that it speaks to.
"""

import sys
from contextlib import closing
from fractions import Fraction
from importlib import import_module
from types import TracebackType
from typing import Any, Self

from core.errors import DeviceError
from core.live.figures import LiveFrame

_DRIVERS = {
    "linux": "Install v4l2loopback and load it: sudo modprobe v4l2loopback exclusive_caps=1.",
    "darwin": "Install OBS Studio 30 or later, and start its virtual camera once.",
    "win32": "Install OBS Studio, which brings a virtual camera.",
}


class VirtualCamera:
    """Sends pictures of `size` (width, height) at `rate` while the `with` block lasts.

    Entering raises DeviceError if the package or the driver is missing, with what to install.
    """

    def __init__(self, size: tuple[int, int], rate: Fraction) -> None:
        self._size, self._rate = size, rate
        self._camera: Any = None

    def __enter__(self) -> Self:
        try:
            library = import_module("pyvirtualcam")
        except ImportError as error:
            hint = 'Install it: pip install "dubwright[camera]".'
            raise DeviceError("The virtual camera needs the package pyvirtualcam.", hint) from error
        width, height = self._size
        try:
            self._camera = library.Camera(width=width, height=height, fps=float(self._rate))
        except RuntimeError as error:
            driver = _DRIVERS.get(sys.platform, "Install a virtual camera for this system.")
            raise DeviceError(f"There is no virtual camera: {error}.", driver) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with closing(self._camera):
            self._camera = None

    @property
    def name(self) -> str:
        """What other programs call the camera; empty while it is closed."""
        return "" if self._camera is None else str(self._camera.device)

    def put(self, frame: LiveFrame) -> None:
        """Show a picture; it stays until the next."""
        self._camera.send(frame.image)
