"""Fetching: progress, going on after a cut or a kill, refusing damage, one sentence for every failure."""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core import weights, weights_fetch
from core.errors import SettingsError, WeightsError
from core.job import Progress, run
from core.weights_fetch import accept_licence, fetch
from core.weights_import import remove
from tests.core.weights_catalogue import BIG, SMALL, hub, own_places, table, thing, use_catalogue
from tests.hub import COMMIT, FakeHub, fake_hub

__all__ = ["hub", "own_places", "thing"]


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights_fetch, "_PAUSE", 0.01)


def whole(folder: Path) -> bool:
    return (folder / "big.bin").read_bytes() == BIG and (folder / "config.json").read_bytes() == SMALL


def left_behind(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir() if path.name != "thing" and path.suffix != ".lock")


def test_a_set_arrives_whole_and_progress_counts_its_bytes(thing: Path, hub: FakeHub) -> None:
    hub.bytes_per_second = 10e6
    steps: list[Progress] = []
    folder = run(fetch("thing"), steps.append)
    assert folder == thing / "thing"
    assert whole(folder)
    assert left_behind(thing) == []
    counts = [step.done for step in steps if step.total]
    assert counts == sorted(counts)
    assert any(0 < count < len(BIG) for count in counts)
    assert (steps[-1].done, steps[-1].total) == (len(BIG) + len(SMALL),) * 2


def test_the_hub_is_asked_for_the_files_of_one_commit_and_for_nothing_else(thing: Path, hub: FakeHub) -> None:
    run(fetch("thing"))
    resolved = f"/someone/something/resolve/{COMMIT}"
    assert hub.asked == [
        "HEAD /someone/something/resolve/main/deep/big.bin",
        f"HEAD {resolved}/config.json",
        f"GET {resolved}/deep/big.bin",
        "GET /store/deep/big.bin",
        f"GET {resolved}/config.json",
    ]
    assert not any("torch" in headers.get("user-agent", "") for headers in hub.headers)


def test_what_was_fetched_is_held_against_what_the_hub_told(thing: Path, hub: FakeHub) -> None:
    folder = run(fetch("thing"))
    state = weights.verify("thing")
    assert state.fault == ""
    assert state.basis.startswith(f"hash as {hub.url} told it on 20")
    content = bytearray(BIG)
    content[5] ^= 1
    (folder / "big.bin").write_bytes(content)
    assert weights.verify("thing").fault == "big.bin is damaged."
    with pytest.raises(WeightsError, match=r"big\.bin is damaged"):
        weights.ensure_whole("thing")


def test_what_is_whole_is_not_fetched_again(thing: Path, hub: FakeHub) -> None:
    run(fetch("thing"))
    hub.asked.clear()
    assert run(fetch("thing")) == thing / "thing"
    assert hub.asked == []


def test_what_is_damaged_is_fetched_anew_with_a_notice(thing: Path, hub: FakeHub) -> None:
    folder = run(fetch("thing"))
    (folder / "config.json").write_bytes(SMALL.replace(b"T", b"t"))
    steps: list[Progress] = []
    assert whole(run(fetch("thing"), steps.append))
    assert any("damaged" in step.notice for step in steps)
    assert left_behind(thing) == []


def test_a_cut_line_is_taken_up_where_it_broke(thing: Path, hub: FakeHub) -> None:
    hub.cut_after = [700_000, 500_000, 1]
    assert whole(run(fetch("thing")))
    assert hub.sent == len(BIG) + len(SMALL)


def test_a_server_without_ranges_begins_anew(thing: Path, hub: FakeHub) -> None:
    hub.cut_after, hub.ranges = [700_000], False
    assert whole(run(fetch("thing")))
    assert hub.sent == 700_000 + len(BIG) + len(SMALL)


def test_a_line_that_brings_nothing_is_given_up_in_the_end(thing: Path, hub: FakeHub) -> None:
    hub.cut_after = [0] * 50
    with pytest.raises(WeightsError, match=r"too early|cannot be reached"):
        run(fetch("thing"))


def test_a_flipped_byte_is_refused_and_named(thing: Path, hub: FakeHub) -> None:
    hub.flip = {"deep/big.bin"}
    with pytest.raises(WeightsError, match=r"big\.bin came damaged"):
        run(fetch("thing"))
    assert weights.find("thing") is None
    hub.flip = set()
    assert whole(run(fetch("thing")))


def test_a_flipped_byte_of_a_small_file_is_refused_and_named(thing: Path, hub: FakeHub) -> None:
    hub.flip = {"config.json"}
    with pytest.raises(WeightsError, match=r"config\.json came damaged"):
        run(fetch("thing"))


def test_a_pinned_hash_wins_over_what_a_hub_says(
    thing: Path, hub: FakeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_catalogue(table(pinned=True), tmp_path / "resources", monkeypatch)
    hub.files["deep/big.bin"] = BIG[::-1]
    with pytest.raises(WeightsError, match="another file"):
        run(fetch("thing"))
    assert hub.sent == 0
    hub.files["deep/big.bin"] = BIG
    run(fetch("thing"))
    hub.marks = False  # a mirror that gives no hash of its own will do for a file that is pinned
    shutil.rmtree(thing / "thing")
    assert whole(run(fetch("thing")))


def test_a_hub_that_gives_no_hash_is_refused_if_none_is_known(thing: Path, hub: FakeHub) -> None:
    hub.marks = False
    with pytest.raises(WeightsError, match="gives no hash"):
        run(fetch("thing"))


def test_parts_of_two_contents_never_meet(thing: Path, hub: FakeHub) -> None:
    stop_in_the_middle(hub)
    hub.files["deep/big.bin"] = BIG[::-1]
    folder = run(fetch("thing"))
    assert (folder / "big.bin").read_bytes() == BIG[::-1]
    assert left_behind(thing) == []


def stop_in_the_middle(hub: FakeHub) -> float:
    """Begin to fetch from a hub that goes silent, and cancel; the seconds that cancelling took."""
    hub.stall_after = 1_000_000
    job = fetch("thing")
    while next(job).done < 900_000:
        pass
    begin = time.monotonic()
    job.close()
    taken = time.monotonic() - begin
    hub.stall_after = None
    return taken


def test_cancelling_takes_less_than_a_second_and_loses_nothing(thing: Path, hub: FakeHub) -> None:
    assert stop_in_the_middle(hub) < 1
    before = hub.sent
    assert whole(run(fetch("thing")))
    assert hub.sent - before <= len(BIG) + len(SMALL) - 900_000


def test_what_came_of_a_transfer_that_is_given_up_can_be_removed(thing: Path, hub: FakeHub) -> None:
    stop_in_the_middle(hub)
    assert left_behind(thing) == [".thing.part"]
    remove("thing")
    assert left_behind(thing) == []


_DRIVER = """
import sys
from pathlib import Path
from core import weights
weights.RESOURCES = Path(sys.argv[1])
from core.job import run
from core.weights_fetch import fetch
run(fetch("thing"), lambda step: print(step.done, flush=True))
"""


@pytest.mark.parametrize("seed", [1, 2])
def test_killing_it_at_any_point_loses_nothing(thing: Path, hub: FakeHub, tmp_path: Path, seed: int) -> None:
    hub.bytes_per_second = 4e6
    points = sorted(random.Random(seed).sample(range(1, 2_300_000), 2))
    for point in points:
        child = subprocess.Popen(
            [sys.executable, "-c", _DRIVER, str(tmp_path / "resources")],
            cwd=Path(__file__).resolve().parents[2],
            env=os.environ | {"PYTHONPATH": "."},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert child.stdout is not None
        while (line := child.stdout.readline()) and int(line) < point:
            pass
        child.kill()
        child.communicate()
        assert weights.find("thing") is None
    kept = sum(path.stat().st_size for path in (thing / ".thing.part").iterdir())
    assert kept >= points[-1] * 0.9
    hub.headers.clear()
    assert whole(run(fetch("thing")))
    assert {headers["range"] for headers in hub.headers if "range" in headers} == {f"bytes={kept}-"}
    assert left_behind(thing) == []


def test_a_named_mirror_wins_over_the_variable(thing: Path, hub: FakeHub) -> None:
    with fake_hub(hub.files) as other:
        run(fetch("thing", mirror=f"{other.url}/"))
        assert other.sent > len(BIG)
    assert hub.asked == []


def test_a_mirror_is_not_told_who_the_user_is(thing: Path, hub: FakeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    run(fetch("thing"))
    assert not any("authorization" in headers for headers in hub.headers)


def test_no_network_is_one_sentence_and_one_remedy(thing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(WeightsError, match=r"The hub http://127\.0\.0\.1:9 cannot be reached") as caught:
        run(fetch("thing"))
    assert "--mirror" in caught.value.hint


def test_being_offline_on_purpose_is_told(thing: Path, hub: FakeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    from huggingface_hub import constants

    monkeypatch.setattr(constants, "HF_HUB_OFFLINE", True)
    with pytest.raises(WeightsError, match="switched off"):
        run(fetch("thing"))


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        (401, "RepoNotFound", "does not have"),
        (404, "RevisionNotFound", "does not have"),
        (404, "EntryNotFound", "does not have"),
        (403, "GatedRepo", "asked for access"),
        (500, "", "error 500"),
        (418, "", "error 418"),
    ],
)
def test_what_a_hub_refuses_is_told(thing: Path, hub: FakeHub, status: int, code: str, said: str) -> None:
    hub.error = (status, code)
    with pytest.raises(WeightsError, match=said) as caught:
        run(fetch("thing"))
    assert caught.value.hint.endswith(".")


def test_an_address_that_is_none_is_told(thing: Path) -> None:
    with pytest.raises(WeightsError):
        run(fetch("thing", mirror="not an address"))


def test_too_small_a_disk_is_told_before_anything_is_fetched(
    thing: Path, hub: FakeHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9, 10_000))
    with pytest.raises(WeightsError, match="left") as caught:
        run(fetch("thing"))
    assert "DUBWRIGHT_WEIGHTS" in caught.value.hint
    assert hub.sent == 0


def test_two_at_once_do_not_get_in_each_others_way(thing: Path, hub: FakeHub) -> None:
    hub.bytes_per_second = 2e6
    first = fetch("thing")
    while next(first).done == 0:
        pass
    with pytest.raises(WeightsError, match="another Dubwright"):
        run(fetch("thing"))
    hub.bytes_per_second = float("inf")
    assert whole(run(first))


def test_a_licence_that_asks_is_accepted_once(
    thing: Path, hub: FakeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_catalogue(table(extra="ask = true"), tmp_path / "resources", monkeypatch)
    with pytest.raises(SettingsError, match=r"MIT \(nobody\)") as caught:
        run(fetch("thing"))
    assert "--accept-licence" in caught.value.hint
    assert hub.asked == []
    accept_licence(weights.weights_set("thing"))
    assert whole(run(fetch("thing")))
    shutil.rmtree(thing / "thing")
    assert whole(run(fetch("thing")))
    changed = table(extra="ask = true").replace("nobody", "somebody")
    use_catalogue(changed, tmp_path / "resources", monkeypatch)
    shutil.rmtree(thing / "thing")
    with pytest.raises(SettingsError, match="somebody"):
        run(fetch("thing"))


def test_what_is_written_down_says_where_it_is_from(thing: Path, hub: FakeHub) -> None:
    written = json.loads((run(fetch("thing")) / "weights.json").read_text())
    assert written["repository"] == "someone/something"
    assert set(written["files"]) == {"big.bin", "config.json"}


def test_a_set_that_is_supplied_says_how(own_places: Path) -> None:
    with pytest.raises(WeightsError) as caught:
        run(fetch("buffalo_l"))
    assert "weights import" in caught.value.hint
