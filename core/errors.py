"""What can go wrong through no fault of ours, each as one sentence and one remedy. Knows nothing of how it is shown.

Whatever is raised and is not a `DubError` is a defect of this program and is reported as one.
"""

from typing import ClassVar


class DubError(Exception):
    """One sentence for the user, and a hint: what to do about it."""

    exit_code: ClassVar[int] = 3

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class MediaError(DubError, OSError):
    """A file cannot be read or written."""

    def __str__(self) -> str:
        return self.message


class FaceError(DubError):
    """There is no face, or not the one asked for."""


class WeightsError(DubError):
    """Weights are missing, damaged or made for another engine."""

    exit_code = 4


class DeviceError(DubError):
    """A device is missing, busy or too small."""

    exit_code = 5


class ProjectError(DubError, ValueError):
    """A project file cannot be read or is newer than this program."""


class SettingsError(DubError, ValueError):
    """A value that the user typed cannot be used."""

    exit_code = 2
