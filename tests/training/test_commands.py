"""The training program from its command line: figures, pictures, stopping, going on, weights that dub."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from core.engines.musetalk_weights import resolve
from core.errors import SettingsError
from core.models.unet import load_unet
from core.project import EngineChoice
from core.weights import own_sets, verify
from tests import official
from tests.training.runs import write_drawn_shard, write_networks
from training import commands
from training.__main__ import main
from training.checkpoints import Checkpoints
from training.commands import part_of
from training.loop import Metrics
from training.picture_strip import error_of
from training.record import Record, read_metrics
from training.telling import StopWish


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    write_networks(folder)
    return official.write_official(folder, seed=3, only=("whisper",))


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three people's clips in it, a cache and weights of its own."""
    torch.set_num_threads(1)
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(tmp_path / "weights"))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    (tmp_path / "shards").mkdir()
    for seed in range(3):
        write_drawn_shard(tmp_path / "shards" / f"{seed}.shard", seed)
    return tmp_path


def smoke(place: Path, models: Path, *more: str) -> list[str]:
    data, out = place / "shards", place / "run"
    return ["train", "smoke", "--data", str(data), "--weights", str(models), "-o", str(out), "--json", *more]


def lines(text: str, event: str) -> list[dict[str, Any]]:
    told = [json.loads(line) for line in text.splitlines()]
    return [line for line in told if line["event"] == event]


def test_smoke_trains_tells_and_makes_weights_that_the_engine_takes(
    place: Path, models: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(smoke(place, models)) == 0
    out = capsys.readouterr().out
    told = lines(out, "metrics")
    assert [line["step"] for line in told] == [1, 2]
    assert all(line["losses"]["pixel"] > 0 for line in told)
    assert any("1 of 3 persons held out" in line["text"] for line in lines(out, "notice"))
    assert any("GB are free" in line["text"] for line in lines(out, "notice"))
    assert [json.loads(line) for line in (place / "run/metrics.jsonl").read_text().splitlines()] == [
        {key: value for key, value in line.items() if key != "event"} for line in told
    ]
    assert all(Path(line["path"]).read_bytes().startswith(b"\x89PNG") for line in lines(out, "sample"))
    assert lines(out, "result")[0]["step"] == 2

    assert main(["export", str(place / "run"), "-o", "mine", "--json"]) == 0
    assert verify("mine").fault == ""
    assert "mine" in own_sets()
    folder = place / "weights" / "mine"
    described = json.loads((folder / "weights.json").read_text())
    assert described["base"] == str(models)
    assert len(described["data"]) == 2
    assert all(len(digest) == 64 for digest in described["data"].values())
    state, _ = Checkpoints(place / "run").newest()
    assert state is not None
    load_unet(folder)
    assert main(["export", str(place / "run"), "-o", "mine"]) == 2
    assert main(["export", str(place / "run"), "-o", "musetalk-1.5"]) == 2


def test_exported_weights_are_those_of_the_checkpoint(place: Path, models: Path) -> None:
    from safetensors.torch import load_file

    assert main(smoke(place, models, "optimising.average=0.5")) == 0
    assert main(["export", str(place / "run"), "-o", "mine"]) == 0
    state, _ = Checkpoints(place / "run").newest()
    assert state is not None
    written = load_file(place / "weights/mine/unet.safetensors")
    assert len(written) == len(state["painter"])
    for name, tensor in written.items():
        assert (tensor == state["average"][f"unet.{name}"]).all()
    for part in ("sd-vae", "whisper"):
        (place / "weights" / "both" / part).parent.mkdir(exist_ok=True)
        (place / "weights" / "both" / part).symlink_to(models / part)
    (place / "weights/both/musetalkV15").symlink_to(place / "weights/mine")
    assert resolve(EngineChoice("musetalk", str(place / "weights/both"))).unet.name == "musetalkV15"


def test_a_run_goes_on_where_it_was_and_not_with_other_data(
    place: Path, models: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(smoke(place, models)) == 0
    assert main(smoke(place, models, "steps=4")) == 0
    told = lines(capsys.readouterr().out, "metrics")
    assert [line["step"] for line in told] == [1, 2, 3, 4]
    assert [row["step"] for row in read_metrics(place / "run/metrics.jsonl")] == [1, 2, 3, 4]
    write_drawn_shard(place / "shards" / "9.shard", 9)
    assert main(smoke(place, models, "steps=6")) == 2


def test_what_is_missing_is_told(place: Path, models: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "empty").mkdir()
    arguments = smoke(place, models)
    arguments[arguments.index(str(place / "shards"))] = str(place / "empty")
    assert main(arguments) == 3
    assert "prepare" in lines(capsys.readouterr().out, "error")[0]["hint"]
    assert main(smoke(place, models, "losses.perceptual=0.01")) == 4
    assert main(smoke(place, models, "steps=many")) == 2


def test_a_table_says_what_became_of_every_film(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "films").mkdir()
    for name in ("a|b.mp4", "c.mov"):
        (place / "films" / name).write_text("no film")
    assert main(["prepare", str(place / "films"), "-o", str(place / "out")]) == 0
    told = capsys.readouterr().out
    assert "c.mov" in told
    assert "0 of 0 clips kept" in told
    assert r"a\|b.mp4" in (place / "out/prepared.md").read_text()
    assert (place / "out/prepared.html").read_text().count("<tr") == 3
    assert main(["prepare", str(place / "films"), "-o", str(place / "out"), "--shard", "2/2", "--json"]) == 0
    assert [film["film"] for film in lines(capsys.readouterr().out, "result")[0]["films"]] == ["c.mov"]


def test_parts_of_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    assert part_of("2/3") == (1, 3)
    monkeypatch.setenv("RANK", "1")
    monkeypatch.setenv("WORLD_SIZE", "4")
    assert part_of("") == (1, 4)
    for wrong in ("0/3", "4/3", "2", "a/b"):
        with pytest.raises(SettingsError):
            part_of(wrong)


def test_a_wish_is_a_line_that_says_stop() -> None:
    for text, wanted in (("go\nstop\n", True), ("stopper\n", False), ("", False)):
        wish = StopWish(io.StringIO(text))
        deadline = time.monotonic() + 1
        while not wish() and time.monotonic() < deadline and wanted:
            time.sleep(0.005)
        assert wish() is wanted


def test_who_is_attended_stops_when_nobody_is_there_any_more() -> None:
    for attended in (True, False):
        wish = StopWish(io.StringIO("go\n"), attended)
        deadline = time.monotonic() + 0.5
        while not wish() and time.monotonic() < deadline:
            time.sleep(0.005)
        assert wish() is attended


@pytest.mark.slow
def test_a_run_that_goes_on_tells_what_was_before(
    place: Path, models: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(smoke(place, models, "show_every=1")) == 0
    before = capsys.readouterr().out
    assert lines(before, "earlier") == []
    drawn = lines(before, "sample")
    assert [line["step"] for line in drawn] == [1, 2]
    assert all(0 < line["error"] < 2 and Path(line["path"]).is_file() for line in drawn)
    assert main(smoke(place, models, "steps=3", "show_every=1")) == 0
    (earlier,) = lines(capsys.readouterr().out, "earlier")
    assert [row["step"] for row in earlier["metrics"]] == [1, 2]
    assert [{"event": "sample", **row} for row in earlier["samples"]] == drawn


def test_the_error_of_a_strip_is_the_pixel_loss_of_what_was_made() -> None:
    strip = np.zeros((1024, 512, 3), np.uint8)
    strip[512:640] = 51  # half of what was made is off by 0.4, where the whole range is 2; the rest is right
    assert error_of(strip) == pytest.approx(0.2)
    strip[:512] = 255
    assert error_of(strip) == pytest.approx(0.2)


def test_figures_of_steps_that_are_repeated_are_not_there_twice(tmp_path: Path) -> None:
    for steps in ((1, 2, 3), (3, 4)):
        record = Record(tmp_path)
        for step in steps:
            record.metrics(Metrics(step, {"pixel": 1.0}, 0.1, 0.2))
        record.close()
    path = tmp_path / "metrics.jsonl"
    path.write_text(path.read_text() + '{"step": 5, "los')
    assert [row["step"] for row in read_metrics(path)] == [1, 2, 3, 4]


def started(place: Path, models: Path) -> subprocess.Popen[str]:
    """A run that would take hours, after its first step."""
    program = subprocess.Popen(
        [sys.executable, "-m", "training", *smoke(place, models, "steps=100000", "checkpoint_every=100000")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    assert program.stdout is not None
    while '"metrics"' not in program.stdout.readline():
        assert program.poll() is None
    return program


@pytest.mark.slow
@pytest.mark.parametrize("way", ["line", "signal"])
def test_a_run_that_is_stopped_has_saved_its_work(place: Path, models: Path, way: str) -> None:
    with started(place, models) as program:
        if way == "line":
            out, _ = program.communicate("stop\n", timeout=60)
        else:
            program.send_signal(signal.SIGINT)
            out, _ = program.communicate(timeout=60)
    assert program.returncode == (0 if way == "line" else 6)
    state, _ = Checkpoints(place / "run").newest()
    assert state is not None
    assert state["step"] == read_metrics(place / "run/metrics.jsonl")[-1]["step"]
    assert len(lines(out, "result")) == (1 if way == "line" else 0)


def test_two_signals_end_at_once() -> None:
    wish = commands.Wish()
    wish._interrupt()
    assert wish()
    with pytest.raises(KeyboardInterrupt):
        wish._interrupt()


@pytest.mark.slow
def test_two_processes_of_accelerate_share_a_run(place: Path, models: Path) -> None:
    command = [sys.executable, "-m", "accelerate.commands.launch", "--cpu", "--num_processes", "2", "--mixed_precision"]
    command += ["no", "--num_machines", "1", "--dynamo_backend", "no", "-m", "training", *smoke(place, models)]
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert [line["step"] for line in lines(done.stdout, "metrics")] == [1, 2]
    assert [row["step"] for row in read_metrics(place / "run/metrics.jsonl")] == [1, 2]


@pytest.mark.slow
def test_trained_weights_dub_a_film(place: Path, models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.__main__ import main as dubwright
    from core.media.probe import probe

    assert main(smoke(place, models)) == 0
    assert main(["export", str(place / "run"), "-o", "mine"]) == 0
    demo = Path(__file__).resolve().parents[2] / "resources/demo"
    out = place / "dubbed.mp4"
    film, voice = str(demo / "presenter.mp4"), str(demo / "voice.flac")
    layout = place / "layout"
    layout.mkdir()
    (layout / "musetalkV15").symlink_to(place / "weights/mine")
    for part in ("sd-vae", "whisper"):
        (layout / part).symlink_to(models / part)
    monkeypatch.delenv("DUBWRIGHT_WEIGHTS")
    arguments = ["dub", film, voice, "-o", str(out), "--engine", "musetalk", "--weights", str(layout)]
    assert dubwright([*arguments, "--range", "0:0.5"]) == 0
    assert probe(out).frames == probe(demo / "presenter.mp4").frames
