"""What was found in a film is told: a line, every trouble, and the rest on demand."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.application import Application
from app.panels.found import FoundReport, facts
from core.media.info import Colour, StreamInfo, VideoInfo

PLAIN = VideoInfo(
    Path("/films/film.mp4"), 1280, 720, Fraction(25), True, tuple(range(100)), Fraction(1, 25), Fraction(4), "h264",
    "yuv420p", keys=(0, 50),
)  # fmt: skip


def told(**changes: Any) -> dict[str, str]:
    return dict(facts(replace(PLAIN, **changes)))


def test_a_plain_film() -> None:
    rows = told()
    assert rows["Size"] == "1280 × 720"
    assert rows["Rate"] == "25 frames/s, constant"
    assert rows["Length"] == "00:00:04:00, 100 frames"
    assert rows["Picture"] == "H.264, 8 bits, yuv420p"
    assert rows["Key frames"] == "at most 50 frames apart"
    assert (rows["Sound"], rows["Trouble"]) == ("none", "none found")
    assert set(rows).isdisjoint({"Stored", "Begins", "Transparency", "Chapters"})


@pytest.mark.parametrize(
    ("changes", "title", "text"),
    [
        ({"constant_rate": False, "ticks": (0, 1, 3, 4)}, "Rate", "40 to 80 ms"),
        ({"ticks": (0,)}, "Rate", "still"),
        ({"rotation": 90}, "Stored", "turned by 90°"),
        ({"mirrored": True}, "Stored", "mirrored; shown"),
        ({"mirrored": True, "rotation": 180}, "Stored", "mirrored and turned by 180°"),
        ({"pixel_aspect": Fraction(16, 15)}, "Size", "pixels of 16:15"),
        ({"colour": Colour("bt2020nc", "bt2020", "smpte2084", "tv")}, "Colours", "HDR (PQ)"),
        ({"colour": Colour("bt2020nc", "bt2020", "arib-std-b67", "tv")}, "Colours", "HDR (HLG)"),
        ({"colour": Colour("bt709", range="pc")}, "Colours", "BT.709, full range"),
        ({"colour": Colour()}, "Colours", "not told"),
        ({"alpha": True}, "Transparency", "kept by ProRes"),
        ({"chapters": 12}, "Chapters", "12"),
        ({"ticks": tuple(range(2, 102))}, "Begins", "0.080 s"),
        ({"bits": 10, "pixel_format": "yuv420p10le", "codec": "hevc"}, "Picture", "HEVC, 10 bits"),
    ],
)
def test_everything_odd_is_told(changes: dict[str, Any], title: str, text: str) -> None:
    assert text in told(**changes)[title]


def test_every_track_is_told() -> None:
    streams = (
        StreamInfo(1, "audio", "aac", "eng", "Commentary", 48_000, 2, "stereo"),
        StreamInfo(2, "audio", "ac3", "", "", 44_100, 6, "5.1"),
        StreamInfo(3, "subtitle", "subrip", "deu"),
        StreamInfo(4, "data", ""),
    )
    rows = told(streams=streams)
    assert rows["Sound"] == "Commentary, eng, AAC, 48 kHz, stereo\nac3, 44.1 kHz, 5.1"
    assert rows["Subtitles"] == "deu, subrip"
    assert rows["Data"] == "of an unknown kind"


def test_troubles_are_in_sight_and_the_rest_is_unfolded_by_key(qtbot: QtBot) -> None:
    report = FoundReport()
    qtbot.addWidget(report)
    report.show()
    assert "Looking" in report.line.text()
    trouble = "The file breaks off before its end; it is used up to its last good frame."
    report.show_info(replace(PLAIN, notices=(trouble,)))
    assert report.troubles.isVisible()
    assert report.troubles.text() == f"• {trouble}"
    assert not report._facts.isVisible()
    report.more.setFocus()
    qtbot.keyClick(report.more, " ")
    assert report._facts.isVisible()
    assert report.rows["Size"] == "1280 × 720"
    report.show_info(replace(PLAIN, width=640))
    assert report.rows["Size"] == "640 × 720"
    assert not report.troubles.isVisible()


def test_the_window_tells_of_its_film(dubbing: Application) -> None:
    found = dubbing.window.side.found
    assert found.line.text() == "64 × 36, 25 frames/s, without sound"
    found.more.click()
    assert found.rows["Length"] == "00:00:04:00, 100 frames"
