"""The commands that a newcomer tries first, each run as a whole."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from core.__main__ import main
from core.demo import FILM, demo_voice
from core.media.probe import probe


def result(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    told: dict[str, object] = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert told["event"] == "result"
    return told


def test_the_demo_makes_a_whole_film_and_a_sheet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "-o", str(tmp_path / "new" / "folder"), "--json"]) == 0
    told = result(capsys)
    film = probe(tmp_path / "new" / "folder" / "dubbed.mp4")
    assert told["frames"] == film.frames == probe(FILM).frames
    assert isinstance(told["dubbed"], int)
    assert told["dubbed"] > film.frames // 2
    sheet = cv2.imread(str(tmp_path / "new" / "folder" / "sheet.png"))
    assert sheet is not None
    assert float(np.std(sheet)) > 20


def test_what_is_shipped_for_the_demo_is_small() -> None:
    assert FILM.stat().st_size <= 2 << 20
    assert demo_voice().stat().st_size <= 300 << 10


def test_bench_tells_speed_by_stage_and_memory(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bench", "--seconds", "1", "--json"]) == 0
    told = result(capsys)
    assert told["frames"] in range(23, 30)  # cut without encoding, so to the nearest frame that can be copied
    stages = told["milliseconds_per_frame"]
    assert isinstance(stages, dict)
    wanted = {"sound", "analyse", "study", "decode", "hear", "prepare", "paint", "dub", "encode", "whole"}
    assert wanted == set(stages)
    assert stages["analyse"] > 1  # a cached analysis would take no time
    assert isinstance(told["peak_memory_mib"], float)
    assert told["peak_memory_mib"] > 50


def test_selfcheck_finds_this_machine_fit(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["selfcheck", "--json"]) == 0
    findings = result(capsys)["findings"]
    assert isinstance(findings, list)
    names = {found["name"] for found in findings}
    assert {"processor", "encoders", "cache", "weights instant", "weights face_mesh"} <= names
    assert all(found["remedy"] for found in findings if found["fault"])
