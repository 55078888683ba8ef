"""What the pages about this machine and its weights ask of `core`, as jobs that import what they need when they begin.

They run on a thread of their own: an hour of fetching must not keep an export waiting.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from core.job import Job, Progress

if TYPE_CHECKING:
    from core.cache_room import CacheRoom, Cleared
    from core.machine import Machine
    from core.project import DubProject
    from core.selfcheck import Checkup
    from core.weights import WeightsState
    from core.weights_import import Imported
    from core.weights_list import WeightsEntry

T = TypeVar("T")

_MEGABYTE = 10**6


class Page(StrEnum):
    """A page that is shown in a window of its own."""

    FIRST_STEPS = "first steps"
    WEIGHTS = "weights"
    CHECK = "check"
    LICENCES = "licences"
    ABOUT = "about"
    SETTINGS = "settings"
    KEY_EDITOR = "key editor"


@dataclass(frozen=True, slots=True)
class Upkeep:
    """The jobs of `core` that these pages know. `fetch` records that the licence was accepted, if it asks for that."""

    machine: Callable[[], Job[Machine]]
    weights: Callable[[], Job[tuple[WeightsEntry, ...]]]
    fetch: Callable[[str], Job[Path]]
    verify: Callable[[str], Job[WeightsState]]
    bring: Callable[[Path], Job[tuple[Imported, ...]]]
    remove: Callable[[str], Job[str]]
    check: Callable[[], Job[Checkup]]
    demo: Callable[[], Job[DubProject]]
    cache: Callable[[], Job[CacheRoom]]
    clear_cache: Callable[[], Job[Cleared]]
    hold_cache: Callable[[], Job[int]]


def real_upkeep() -> Upkeep:
    """The jobs of `core`."""
    return Upkeep(
        _machine, _weights, _fetch, _verify, _bring, _remove, _check, _demo, _cache, _clear_cache, _hold_cache
    )


def _machine() -> Job[Machine]:
    """What this machine can do. Raises DeviceError."""
    yield Progress(0, 0, "machine")
    from core.machine import look_at_machine

    return look_at_machine()


def _weights() -> Job[tuple[WeightsEntry, ...]]:
    """All sets of weights."""
    yield Progress(0, 0, "weights")
    from core.weights_list import list_weights

    return list_weights()


def _fetch(name: str) -> Job[Path]:
    """Fetch a set whose licence the person has accepted. Raises WeightsError."""
    yield Progress(0, 0, "weights")
    from core.weights import weights_set
    from core.weights_fetch import accept_licence, fetch

    if weights_set(name).ask:
        accept_licence(weights_set(name))
    return (yield from _in_megabytes(fetch(name)))


def _verify(name: str) -> Job[WeightsState]:
    """Compare every file of a set with its hash. Raises WeightsError if there is no such set."""
    yield Progress(0, 0, "weights")
    from core.weights import verifying

    return (yield from _in_megabytes(verifying(name)))


def _bring(folder: Path) -> Job[tuple[Imported, ...]]:
    """Use the weights in a folder where they lie. Raises WeightsError."""
    yield Progress(0, 0, "weights")
    from core.weights_import import import_folder

    return (yield from _in_megabytes(import_folder(folder)))


def _remove(name: str) -> Job[str]:
    """Remove a set, and say what was done. Raises WeightsError."""
    yield Progress(0, 0, "weights")
    from core.weights_import import remove

    return remove(name)


def _check() -> Job[Checkup]:
    """Look for faults of this machine and this installation."""
    yield Progress(0, 0, "checks")
    from core.selfcheck import check

    return (yield from check())


def _demo() -> Job[DubProject]:
    """The clip that comes with the program, and its voice. Raises MediaError."""
    yield Progress(0, 0, "demo")
    from core.demo import demo_project

    return demo_project()


def _cache() -> Job[CacheRoom]:
    """How much room the cache takes. Raises MediaError or SettingsError."""
    yield Progress(0, 0, "cache")
    from core.cache_room import look_at_cache

    return look_at_cache()


def _clear_cache() -> Job[Cleared]:
    """Remove what nobody uses from the cache. Raises MediaError."""
    yield Progress(0, 0, "cache")
    from core.cache_room import clear_cache

    return clear_cache()


def _hold_cache() -> Job[int]:
    """Remove what was used longest ago from a cache that is over its limit. Raises MediaError or SettingsError."""
    yield Progress(0, 0, "cache")
    from core.cache_room import hold_limit

    return hold_limit()


def _in_megabytes(job: Job[T]) -> Job[T]:
    """A job that counts bytes, counted so that a person can read it."""
    try:
        while True:
            progress = next(job)
            label = f"{progress.label} (MB)" if progress.total else progress.label
            yield replace(progress, done=progress.done // _MEGABYTE, total=-(-progress.total // _MEGABYTE), label=label)
    except StopIteration as end:
        result: T = end.value
        return result
    finally:
        job.close()
