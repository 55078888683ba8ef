"""What a build of FFmpeg is under follows from its switches."""

import pytest

from core.media.builds import ffmpeg_builds, licence_of_build


@pytest.mark.parametrize(
    ("switches", "licence"),
    [
        ("--enable-shared", "LGPL-2.1-or-later"),
        ("--enable-version3", "LGPL-3.0-or-later"),
        ("--enable-gpl", "GPL-2.0-or-later"),
        ("--enable-gpl --enable-version3 --enable-libx264", "GPL-3.0-or-later"),
        ("--enable-gpl --enable-nonfree", "not to be passed on (--enable-nonfree)"),
        ("--enable-libx264 --enable-zlib", "LGPL-2.1-or-later, linked with libx264 under GPL-2.0-or-later"),
        ("--disable-libx264 --enable-libx264rgb", "LGPL-2.1-or-later"),
    ],
)
def test_licence_follows_from_switches(switches: str, licence: str) -> None:
    assert licence_of_build(switches) == licence


def test_installed_builds_tell_version_and_switches() -> None:
    builds = {build.within: build for build in ffmpeg_builds()}
    assert {"the program", "PyAV's libraries"} <= set(builds)
    assert all(build.version and "--" in build.configuration for build in builds.values())
