"""How many rows at once are fastest on this machine: measured once, then remembered. Knows no network."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress

from core.cache import content_key, entry, writing
from core.device import Device, free_memory
from core.errors import MediaError

CANDIDATES = (1, 2, 4, 8, 16, 32)

_WORTH_IT = 0.97  # of the time a row took before: a larger batch must save at least this much, for it delays previews
_ROW_BYTES = 500 << 20
"""What a row takes while it is decoded, in float32, generously; see docs/performance.md."""
_KIND = "inpainting"


def tuned_batch(key: str, device: Device, seconds_a_row: Callable[[int], float]) -> int:
    """The number of rows under which a row takes least time; `seconds_a_row` measures it, infinity = too large.

    It is remembered under `key`, device and number format in the cache; where that cannot be written, it is measured
    anew the next time.
    """
    note = entry(_KIND, content_key("batch", key, device.title, device.precision), ".json")
    with suppress(OSError, ValueError, KeyError, TypeError):
        remembered = int(json.loads(note.read_text(encoding="utf-8"))["batch"])
        if remembered in CANDIDATES and fits(remembered, device):
            return remembered
    best = _measured(device, seconds_a_row)
    with suppress(MediaError), writing(note) as part:
        part.write_text(json.dumps({"batch": best, "key": key, "device": device.title}), encoding="utf-8")
    return best


def fits(batch: int, device: Device) -> bool:
    """True if so many rows are likely to fit into the memory that is free now; one always counts as fitting."""
    row = _ROW_BYTES if device.precision == "float32" else _ROW_BYTES // 2
    return batch == 1 or batch * row <= free_memory(device)


def _measured(device: Device, seconds_a_row: Callable[[int], float]) -> int:
    best, least = 1, seconds_a_row(1)
    for batch in CANDIDATES[1:]:
        if not fits(batch, device):
            break
        taken = seconds_a_row(batch)
        if taken > least * _WORTH_IT:
            break
        best, least = batch, taken
    return best
