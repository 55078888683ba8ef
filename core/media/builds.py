"""Which builds of FFmpeg this installation carries, and what they are under. Opens no media.

FFmpeg itself is LGPL; what it is built with decides what a build is under. A build that says of itself that it is LGPL
may still be linked with x264 or x265, which are GPL: both are named.
"""

import ctypes
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from core.media.ffmpeg import ffmpeg_program

_GPL_LIBRARIES = (
    *("libx264", "libx265", "libxvid", "libvidstab", "librubberband", "libdavs2", "libxavs2", "frei0r", "avisynth"),
    *("libcdio", "libdvdread", "libdvdnav"),
)


@dataclass(frozen=True, slots=True)
class FfmpegBuild:
    """One build: what it is in, its version, the switches of FFmpeg's `configure`, and where its builders are."""

    within: str
    version: str
    configuration: str
    builders: str

    @property
    def licence(self) -> str:
        """Short name of what the build is under."""
        return licence_of_build(self.configuration)


def ffmpeg_builds() -> tuple[FfmpegBuild, ...]:
    """FFmpeg's own program, PyAV's libraries, and OpenCV's where those are files of their own.

    Raises MediaError if there is no program.
    """
    builds = (_program(), _pyav(), _opencv())
    return tuple(build for build in builds if build is not None)


def licence_of_build(configuration: str) -> str:
    """Short name of what a build with these switches of FFmpeg's `configure` is under."""
    if "--enable-nonfree" in configuration.split():
        return "not to be passed on (--enable-nonfree)"
    third = "--enable-version3" in configuration.split()
    if "--enable-gpl" in configuration.split():
        return "GPL-3.0-or-later" if third else "GPL-2.0-or-later"
    own = "LGPL-3.0-or-later" if third else "LGPL-2.1-or-later"
    linked = [name for name in _GPL_LIBRARIES if f"--enable-{name}" in configuration.split()]
    return f"{own}, linked with {' and '.join(linked)} under GPL-2.0-or-later" if linked else own


def _program() -> FfmpegBuild:
    asked = subprocess.run([ffmpeg_program(), "-version"], capture_output=True, text=True, check=False).stdout
    version = re.search(r"ffmpeg version (\S+)", asked)
    configuration = re.search(r"configuration: (.*)", asked)
    return FfmpegBuild(
        "the program",
        version[1] if version else "unknown",
        configuration[1] if configuration else "",
        "https://github.com/imageio/imageio-binaries",
    )


def _pyav() -> FfmpegBuild:
    import av
    from av._core import library_meta

    configuration = str(library_meta["libavcodec"]["configuration"])
    return FfmpegBuild(
        "PyAV's libraries", str(av.ffmpeg_version_info), configuration, "https://github.com/PyAV-Org/pyav-ffmpeg"
    )


def _opencv() -> FfmpegBuild | None:
    import cv2

    library = next(Path(cv2.__file__).parent.parent.glob("opencv_python*.libs/libavcodec*"), None)
    if library is None:
        return None
    loaded = ctypes.CDLL(str(library))
    loaded.avcodec_configuration.restype = ctypes.c_char_p
    loaded.avcodec_version.restype = ctypes.c_uint
    number = int(loaded.avcodec_version())
    version = f"libavcodec {number >> 16}.{number >> 8 & 255}.{number & 255}"
    configuration = loaded.avcodec_configuration().decode()
    return FfmpegBuild("OpenCV's libraries", version, configuration, "https://github.com/opencv/opencv-python")
