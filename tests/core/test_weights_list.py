"""What there is of weights, for whoever shows it."""

from pathlib import Path

import pytest

from core.job import run
from core.weights import verify, verifying, weights_set
from core.weights_fetch import fetch
from core.weights_import import import_folder
from core.weights_list import Place, in_bytes, list_weights, weights_entry
from tests.core.weights_catalogue import BIG, SMALL, hub, own_places, thing
from tests.hub import FakeHub

__all__ = ["hub", "own_places", "thing"]


def test_a_set_that_was_never_fetched_has_the_size_that_it_will_have(thing: Path) -> None:
    (entry,) = list_weights()
    assert (entry.set, entry.place, entry.folder) == (weights_set("thing"), Place.MISSING, None)
    assert entry.bytes == len(BIG)  # that of the small file is not known before it is fetched
    assert entry.can_be_fetched
    assert not entry.can_be_removed


def test_what_came_before_a_stop_is_counted_and_can_be_removed(thing: Path, hub: FakeHub) -> None:
    job = fetch("thing")
    while hub.sent < 500_000:
        next(job)
    job.close()
    entry = weights_entry("thing")
    assert 400_000 < entry.begun <= len(BIG) + len(SMALL)
    assert entry.can_be_fetched
    assert entry.can_be_removed


def test_a_set_that_is_here_tells_its_own_size(thing: Path, hub: FakeHub) -> None:
    run(fetch("thing"))
    entry = weights_entry("thing")
    assert (entry.place, entry.bytes, entry.begun) == (Place.HERE, len(BIG) + len(SMALL), 0)
    assert not entry.can_be_fetched
    assert entry.can_be_removed


def test_an_import_is_told_apart_and_so_is_one_that_has_gone(thing: Path, tmp_path: Path) -> None:
    folder = tmp_path / "thing-folder"
    folder.mkdir()
    (folder / "big.bin").write_bytes(BIG)
    (folder / "config.json").write_bytes(SMALL)
    run(import_folder(tmp_path))
    assert weights_entry("thing").place is Place.IMPORTED
    (folder / "big.bin").unlink()
    assert weights_entry("thing").place is Place.GONE
    assert weights_entry("thing").can_be_removed


def test_what_belongs_to_the_program_is_not_removed(own_places: Path) -> None:
    entry = weights_entry("instant")
    assert entry.is_here
    assert not entry.can_be_removed


def test_verifying_tells_how_far_it_is_and_ends_at_once_when_it_is_not_wanted(thing: Path, hub: FakeHub) -> None:
    run(fetch("thing"))
    steps = list(verifying("thing"))
    assert steps[-1].done == steps[-1].total == len(BIG) + len(SMALL)
    job = verifying("thing")
    next(job)
    job.close()
    assert verify("thing").fault == ""


@pytest.mark.parametrize(("count", "told"), [(3_400_074_924, "3.40 GB"), (53_289_463, "53.3 MB"), (748, "748 bytes")])
def test_sizes_as_people_say_them(count: int, told: str) -> None:
    assert in_bytes(count) == told
