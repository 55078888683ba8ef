"""What lies in a bundle says whom it is from."""

from pathlib import Path

import numpy as np
import pytest

from core import licences_bundle
from core.licences_bundle import licences_of_bundle, unlisted
from core.media.builds import ffmpeg_builds

ENTRIES = [
    ("numpy/_core/multiarray.pyc", str(Path(np.__file__).parent / "_core/multiarray.py")),
    ("numpy.libs/libsomething.so", "somewhere"),
    ("sounddevice.pyc", "somewhere"),
    ("objects/mine.pkl", "somewhere"),
]


@pytest.fixture
def names() -> set[str]:
    return {one.name for one in licences_of_bundle(ENTRIES)}


def test_files_lead_to_distributions(names: set[str]) -> None:
    assert {"dubwright", "numpy", "sounddevice", "Python", "FFmpeg, the program"} <= names
    assert "torch" not in names


def test_a_build_of_ffmpeg_that_is_not_packed_is_not_listed(names: set[str]) -> None:
    assert "FFmpeg, OpenCV's libraries" not in names
    packed = licences_of_bundle([*ENTRIES, ("libavcodec-1.so.62", "opencv_python.libs/libavcodec-1.so.62")])
    assert ("FFmpeg, OpenCV's libraries" in {one.name for one in packed}) == any(
        build.within == "OpenCV's libraries" for build in ffmpeg_builds()
    )


def test_what_is_needed_and_not_packed_is_told() -> None:
    missing = unlisted(ENTRIES)
    assert "torch" in missing
    assert "numpy" not in missing


@pytest.mark.skipif(not Path("/usr/share/doc/libc6/copyright").exists(), reason="no Debian")
def test_system_libraries_lead_to_packages() -> None:
    library = next(Path("/lib").glob("*-linux-gnu/libc.so.6"))
    (found,) = [one for one in licences_of_bundle([("libc.so.6", str(library))]) if "(Debian)" in one.name]
    assert found.name == "libc6 (Debian)"
    assert "GNU Lesser General Public" in found.text


def test_without_dpkg_the_system_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences_bundle.shutil, "which", lambda name: None)
    assert not [one for one in licences_of_bundle([("a.so", "/usr/lib/a.so")]) if "(Debian)" in one.name]
