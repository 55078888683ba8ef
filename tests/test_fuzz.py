"""Whatever is given to the command line, it ends with a clear sentence or a whole result, never anything else."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PIL import Image as Picture

ROOT = Path(__file__).resolve().parent.parent
COUNT, WORKERS = 300, 2
DEMO = ROOT / "resources" / "demo" / "presenter.mp4"


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Small whole files that are then damaged: films with a face in several containers, a sound, a picture."""
    from core.media.ffmpeg import ffmpeg_program, run

    folder = tmp_path_factory.mktemp("fuzz")
    place = folder / "seeds"
    place.mkdir()
    cut = [ffmpeg_program(), "-y", "-i", str(DEMO), "-frames:v", "5", "-vf", "scale=320:-2"]
    run([*cut, "-c:v", "libx264", str(place / "film.mp4")])
    run([*cut, "-c:v", "libvpx-vp9", "-b:v", "200k", str(place / "film.webm")])
    run([*cut, "-c:v", "mpeg4", str(place / "film.mkv")])
    sound = np.sin(np.arange(16_000) / 20).astype(np.float32) * 0.3
    soundfile.write(place / "voice.wav", sound, 16_000)
    Picture.fromarray(np.full((48, 64, 3), 128, np.uint8)).save(place / "still.png")
    return folder


@pytest.fixture(scope="module")
def verdicts(seeds: Path) -> list[dict[str, Any]]:
    """One line per case; the cases run in two processes, so that a crash in a codec is seen as missing lines."""

    def part(seed: int) -> list[dict[str, Any]]:
        folder = seeds / f"run {seed}"
        folder.mkdir()
        (folder / "seeds").symlink_to(seeds / "seeds")
        command = [sys.executable, "-m", "tests.fuzz", str(folder), str(seed), str(COUNT // WORKERS)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-3000:]
        return [json.loads(line) for line in done.stdout.splitlines()]

    with ThreadPoolExecutor(WORKERS) as pool:
        return [verdict for lines in pool.map(part, range(1, WORKERS + 1)) for verdict in lines]


def test_every_case_came_to_an_end(verdicts: list[dict[str, Any]]) -> None:
    assert len(verdicts) == COUNT


def test_only_success_or_a_refusal(verdicts: list[dict[str, Any]]) -> None:
    bad = [v for v in verdicts if v["code"] not in (0, 2, 3)]
    assert not bad, json.dumps(bad[:5], indent=1)


def test_a_refusal_is_one_sentence_and_a_hint(verdicts: list[dict[str, Any]]) -> None:
    refused = [v for v in verdicts if v["code"] != 0]
    assert len(refused) > COUNT // 3
    unclear = [
        v for v in refused if not v["message"].endswith((".", "?", "!")) or not v["hint"] or len(v["message"]) > 200
    ]
    assert not unclear, json.dumps(unclear[:5], indent=1)


def test_the_damaged_file_is_accused_and_no_other(verdicts: list[dict[str, Any]]) -> None:
    whole = ("voice.wav", "film.mkv")
    wrong = [v for v in verdicts if v["message"].startswith(whole)]
    assert not wrong, json.dumps(wrong[:5], indent=1)


def test_nothing_partial_is_left_and_no_input_changed(verdicts: list[dict[str, Any]]) -> None:
    assert not [v for v in verdicts if v["traceback"] or v["leftovers"] or v["input_changed"]]
    assert not [v for v in verdicts if v["output"] and v["code"] != 0]
    assert not [v for v in verdicts if v["code"] == 0 and v["command"][0] == "dub" and not v["output"]]


def test_no_case_takes_long(verdicts: list[dict[str, Any]]) -> None:
    slow = [v for v in verdicts if v["seconds"] > 20]
    assert not slow, json.dumps(slow[:5], indent=1)
