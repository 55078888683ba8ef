"""A fine-tune refuses what is not fit, proves what it did, and leaves the base alone."""

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from core.errors import MediaError, SettingsError
from core.job import Job, run
from core.weights import own_sets, sha256, verify
from tests import official
from tests.training.runs import tiny_recipe, write_drawn_shard, write_networks
from training.__main__ import main
from training.finetune import LEAST, FineTune, adapt, finetune, refuse_if_unfit
from training.prepare import ClipVerdict, FilmVerdict
from training.proof import Verdict
from training.run_setup import Order
from training.telling import JsonTeller


@pytest.fixture
def wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FineTune:
    """A drawn face whose voice is noise."""
    torch.set_num_threads(1)
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(tmp_path / "weights"))
    write_networks(tmp_path / "models")
    official.write_official(tmp_path / "models", seed=3, only=("whisper",))
    (tmp_path / "work/shards").mkdir(parents=True)
    write_drawn_shard(tmp_path / "work/shards/a.shard", count=160)
    recipe = replace(tiny_recipe(steps=4), show_every=100)
    order = Order(recipe, tmp_path, str(tmp_path / "models"), tmp_path, held_out=0.3)
    return FineTune((), "ann", tmp_path / "work", order)


@pytest.mark.slow
def test_useless_data_is_not_better_and_the_base_stays(wanted: FineTune, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.face.finder import MESH_FILE, WEIGHTS
    from core.weights import weights_file
    from training import finetune as tuning

    monkeypatch.delenv("DUBWRIGHT_WEIGHTS")
    mesh = weights_file(WEIGHTS, MESH_FILE)
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(wanted.work.parent / "weights"))
    monkeypatch.setattr(tuning, "weights_file", lambda *_: mesh)
    base = wanted.work.parent / "models/musetalkV15/unet.pth"
    before, out = sha256(base), io.StringIO()
    outcome = run(adapt(wanted, JsonTeller(out)))
    assert outcome is not None
    assert outcome.proof.verdict in (Verdict.SAME, Verdict.WORSE)
    assert outcome.use == wanted.order.weights
    assert outcome.pairs
    assert all(path.is_file() for path in outcome.pairs)
    assert sha256(base) == before
    assert "ann" in own_sets()
    assert verify("ann").fault == ""
    described = json.loads((outcome.folder / "weights.json").read_text())
    assert described["figures"]["verdict"] == outcome.proof.verdict
    assert outcome.proof.verdict in described["purpose"]
    assert set(described["data"]) == {"a.shard"}
    assert "held out" in out.getvalue()
    with pytest.raises(SettingsError, match="already"):
        run(adapt(wanted, JsonTeller(out)))


def test_a_wish_to_stop_leaves_no_weights_and_goes_on_later(wanted: FineTune) -> None:
    assert run(adapt(wanted, JsonTeller(io.StringIO()), lambda: True)) is None
    assert "ann" not in own_sets()
    assert list((wanted.work / "run").glob("*.ckpt"))


def test_films_that_are_not_fit_are_refused_with_reasons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DUBWRIGHT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("DUBWRIGHT_WEIGHTS", str(tmp_path / "weights"))
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    (tmp_path / "a.mp4").write_text("no film")
    assert main(["finetune", str(tmp_path / "a.mp4"), "-o", "ann", "--json", "--work", str(tmp_path / "work")]) == 3
    told = capsys.readouterr().out
    assert "0 seconds of these films can be learned from" in told
    assert "a.mp4" in told
    assert "--vgg" in told
    check = next(line for line in map(json.loads, told.splitlines()) if line["event"] == "check")
    assert (check["seconds"], check["least"]) == (0, LEAST)
    assert [(film["film"], bool(film["trouble"]), film["clips"]) for film in check["films"]] == [("a.mp4", True, [])]


def test_a_check_tells_what_a_run_takes_and_begins_none(wanted: FineTune, monkeypatch: pytest.MonkeyPatch) -> None:
    clips = (ClipVerdict(0.0, 30.0, "a.shard", ()), ClipVerdict(30.0, 40.0, "", ("blurred",)))

    def prepared(_: object) -> Job[tuple[FilmVerdict, ...]]:
        yield from ()
        return (FilmVerdict("a.mp4", "k", clips),)

    monkeypatch.setattr("training.finetune.prepare", prepared)
    out = io.StringIO()
    assert run(finetune(replace(wanted, only_check=True), JsonTeller(out))) is None
    told = {line["event"]: line for line in map(json.loads, out.getvalue().splitlines())}
    assert told["check"]["seconds"] == 30
    assert [clip["reasons"] for clip in told["check"]["films"][0]["clips"]] == [[], ["blurred"]]
    assert told["estimate"]["steps"] == 4
    assert 0 < told["estimate"]["memory"] < told["estimate"]["free"]
    assert "metrics" not in told
    assert not (wanted.work / "run").exists()


def test_enough_film_is_not_refused() -> None:
    good = ClipVerdict(0.0, 15.0, "a.shard", ())
    bad = ClipVerdict(15.0, 45.0, "", ("blurred",))
    with pytest.raises(MediaError, match="15 seconds") as refused:
        refuse_if_unfit([FilmVerdict("a.mp4", "k", (good, bad))])
    assert "blurred" in str(refused.value)
    refuse_if_unfit([FilmVerdict("a.mp4", "k", (good, replace(good, begin=20.0, end=30.0)))])


def test_a_name_that_is_taken_is_told_before_any_work(wanted: FineTune) -> None:
    with pytest.raises(SettingsError, match="already"):
        next(finetune(replace(wanted, name="musetalk-1.5"), JsonTeller(io.StringIO())))
