"""The command line: what it says, where, and with which exit code."""

import io
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import torch

from core import commands
from core.__main__ import main
from core.console import JsonConsole, TextConsole
from core.errors import SettingsError
from core.job import Progress
from core.models.face_parser import BiSeNet
from core.paths import weights_folder
from core.project import Span
from tests.hash_rule import filled
from tests.official import write_official
from tests.shared import weights

ROOT = Path(__file__).resolve().parents[2]


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_dub_tells_progress_and_result_as_json(
    face_film: Path, pausing_voice: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.mp4"
    assert main(["dub", str(face_film), str(pausing_voice), "-o", str(out), "--json"]) == 0
    told = capfd.readouterr()
    events = lines(told.out)
    assert events[-1]["event"] == "result"
    assert events[-1]["frames"] == 50
    assert {"sound", "frames"} <= {event["label"] for event in events if event["event"] == "progress"}
    assert told.err == ""
    assert out.exists()


def test_probe_of_film_and_sound(face_film: Path, pausing_voice: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["probe", str(face_film), "--json"]) == 0
    film = lines(capsys.readouterr().out)[-1]
    assert (film["kind"], film["width"], film["frames"], film["rate"]) == ("film", 640, 50, "25")
    assert main(["probe", str(pausing_voice)]) == 0
    assert "16000 Hz" in capsys.readouterr().out


def test_analyse_lists_faces(face_film: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", str(face_film), "--json"]) == 0
    found = lines(capsys.readouterr().out)[-1]
    assert [face["frames"] for face in found["faces"]] == [50]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["dub", "none.mp4", "none.wav", "-o", "out.mp4"], 3),
        (["dub", "film", "-o", "out.mp4"], 2),
        (["dub", "film", "voice", "-o", "out.mp4", "--engine", "magic"], 2),
        (["dub", "film", "voice", "-o", "out.mp4", "--codec", "magic"], 2),
        (["dub", "film", "voice", "-o", "out.mp4", "--range", "9:3"], 2),
        (["dub", "film", "voice", "-o", "out.mp4", "--start", "soon"], 2),
        (["dub", "film", "voice", "-o", "out.mp4", "--region", "jaw", "--cheeks", "90"], 2),
        (["dub", "film", "voice", "-o", "out.mp4", "--region", "jaw", "--cheeks", "90,300"], 2),
        (["dub", "film", "voice", "-o", "out.mp4", "--region", "jaw", "--cheeks", "wide,90"], 2),
        (["dub", "film", "voice", "-o", "out.mp4", "--region", "neck", "--cheeks", "90,90"], 2),
        (["dub", "film", "voice", "-o", "out.mp4", "--face", "7"], 3),
        (["dub", "film", "voice", "-o", "out.xyz"], 3),
        (["dub", "film", "voice", "-o", "no/such/folder/out.mp4"], 3),
    ],
)
def test_refusals(
    arguments: list[str],
    code: int,
    face_film: Path,
    pausing_voice: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    files = {"film": str(face_film), "voice": str(pausing_voice)}
    assert main([files.get(argument, argument) for argument in arguments]) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.strip().splitlines()) == 2
    assert "Traceback" not in told.err
    assert list(tmp_path.iterdir()) == []


def test_a_region_is_cut_by_the_parser_beside_the_engines_weights(
    face_film: Path, pausing_voice: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "models" / "face-parse-bisent"
    folder.mkdir(parents=True)
    shapes = {name: tuple(value.shape) for name, value in BiSeNet().state_dict().items()}
    torch.save(filled(shapes, 1.3), folder / "79999_iter.pth")
    dub = ["dub", str(face_film), str(pausing_voice), "--range", "0.2:0.4", "--region", "jaw", "--cheeks", "80,70"]
    assert main([*dub, "--weights", str(folder.parent), "-o", str(tmp_path / "out.mkv"), "--json"]) == 0
    events = lines(capfd.readouterr().out)
    assert not [event for event in events if "face-parsing" in event.get("text", "")]
    assert events[-1]["dubbed"] > 0
    (folder / "79999_iter.pth").write_bytes(b"damaged")
    (film, voice) = (str(face_film), str(pausing_voice))
    again = ["dub", film, voice, "--range", "0.5:0.6", "--region", "raw", "--weights", str(folder.parent)]
    assert main([*again, "-o", str(tmp_path / "again.mkv")]) == 4
    assert not (tmp_path / "again.mkv").exists()


@pytest.mark.weights
def test_another_face_back_end_wants_its_licence_accepted_once(
    face_film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    mesh = Path(os.environ.get("DUBWRIGHT_WEIGHTS") or weights_folder()) / "face_mesh"
    shutil.copytree(mesh, tmp_path / "own" / "face_mesh")
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(tmp_path / "own"))
    pack = tmp_path / "pack"
    pack.mkdir()
    shutil.copy(weights("face_detect/scrfd_2.5g_kps.onnx"), pack)
    analyse = ["analyse", str(face_film), "--face-pack", str(pack)]
    assert main(analyse) == 2
    assert "--accept-licence" in capsys.readouterr().err
    assert main([*analyse, "--accept-licence", "--json"]) == 0
    events = lines(capsys.readouterr().out)
    assert any("accepted" in event.get("text", "") for event in events)
    assert [face["frames"] for face in events[-1]["faces"]] == [50]
    assert main(analyse) == 0


def test_wrong_usage_is_2() -> None:
    for arguments in ([], ["sing"], ["dub"], ["weights", "eat"]):
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        assert caught.value.code == 2


def test_missing_weights_are_4(
    face_film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(tmp_path))
    assert main(["weights", "verify"]) == 4
    assert "bootstrap.py weights" in capsys.readouterr().err


def test_a_defect_is_1_and_leaves_a_report(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(commands, "probe", broken)
    assert main(["probe", "film.mp4"]) == 1
    told = capsys.readouterr().err
    assert "defect of ours" in told
    report = Path(told.split("send us ")[1].strip().rstrip("."))
    assert "ZeroDivisionError: ours" in report.read_text(encoding="utf-8")


def test_interrupting_is_6_and_leaves_nothing(face_film: Path, pausing_voice: Path, tmp_path: Path) -> None:
    """The film is extended to an hour, so that there is time to interrupt; it ends within a second or so."""
    out = tmp_path / "out.mkv"
    command = [sys.executable, "-m", "core", "dub", str(face_film), str(pausing_voice), "-o", str(out), "--json"]
    options = ["--length", "voice", "--start", "600", "--codec", "ffv1"]
    with subprocess.Popen([*command, *options], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if '"label": "frames"' in line:
                break
        began = time.monotonic()
        process.terminate()
        process.stdout.read()
        assert process.wait(10) == 6
        assert time.monotonic() - began < 3
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_that_was_lost_in_native_code_is_raised_at_the_next_step() -> None:
    for console in (JsonConsole(io.StringIO()), TextConsole()):
        console.progress(Progress(0, 1, "frames"))
        console.stop = True
        with pytest.raises(KeyboardInterrupt):
            console.progress(Progress(1, 1, "frames"))


@pytest.mark.parametrize(
    ("text", "span"),
    [
        (None, Span(0, 500)),
        ("2.5:7", Span(62, 175)),
        ("2.5-1:04", Span(62, 500)),
        ("-3", Span(0, 75)),
        ("4-", Span(100, 500)),
        ("00:00:02:12-00:00:04:00", Span(62, 100)),
    ],
)
def test_ranges_as_typed(text: str | None, span: Span) -> None:
    assert commands._span(text, 500, 25) == span  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", "5", "1:2:3:4", "9-3", "30-40", "x-y"])
def test_other_ranges_are_refused(text: str) -> None:
    with pytest.raises(SettingsError):
        commands._span(text, 500, 25)  # type: ignore[arg-type]


MUSETALK = ["--engine", "musetalk", "--json"]


def test_missing_weights_of_an_engine_are_told_before_any_work(
    face_film: Path, pausing_voice: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(tmp_path / "weights"))
    out = tmp_path / "out.mp4"
    assert main(["dub", str(face_film), str(pausing_voice), "-o", str(out), *MUSETALK]) == 4
    events = lines(capfd.readouterr().out)
    assert "dubwright weights get musetalk-1.5" in events[-1]["hint"]
    assert not {"faces", "frames"} & {event.get("label") for event in events}
    assert not out.exists()


@pytest.mark.parametrize(("folder", "name"), [("musetalkV15", "unet.pth"), ("whisper", "pytorch_model.bin")])
def test_damaged_weights_of_a_folder_are_named(
    face_film: Path, pausing_voice: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], folder: str, name: str
) -> None:
    models = write_official(tmp_path / "models", only=("musetalkV15", "sd-vae", "whisper"))
    whole = (models / folder / name).read_bytes()
    (models / folder / name).write_bytes(whole[: len(whole) // 2])
    dub = ["dub", str(face_film), str(pausing_voice), "-o", str(tmp_path / "out.mp4"), "--weights", str(models)]
    assert main([*dub, *MUSETALK]) == 4
    assert name in lines(capfd.readouterr().out)[-1]["message"]
    assert not (tmp_path / "out.mp4").exists()


@pytest.mark.parametrize("option", [["--bbox-shift", "3"], ["--chin-margin", "-0.1"], ["--chin-margin", "nan"]])
def test_options_out_of_range_are_wrong_usage(
    option: list[str], face_film: Path, pausing_voice: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    dub = ["dub", str(face_film), str(pausing_voice), "-o", str(tmp_path / "out.mp4"), *MUSETALK]
    assert main([*dub, *option]) == 2
    assert option[1] in lines(capfd.readouterr().out)[-1]["message"]
