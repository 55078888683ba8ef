"""Which keys do what: the usual ones, those of other editors, and the person's own. Knows ids and keys, no action.

A key is written as Qt writes it, `Ctrl+Shift+Z`. Nothing here is changed in place: a table of keys is a mapping from
the id of an action to its keys, the first of which is shown beside it.
"""

from collections.abc import Mapping
from enum import StrEnum

from app.language import later

Keys = Mapping[str, tuple[str, ...]]


class Preset(StrEnum):
    """Whose keys are used."""

    DUBWRIGHT = "dubwright"
    PREMIERE = "premiere"
    RESOLVE = "resolve"


PRESETS = {
    Preset.DUBWRIGHT: later("Dubwright"),
    Preset.PREMIERE: later("As in Premiere Pro"),
    Preset.RESOLVE: later("As in DaVinci Resolve"),
}
"""What a preset is called."""

_CHANGES: dict[Preset, Keys] = {
    Preset.DUBWRIGHT: {},
    Preset.PREMIERE: {
        "mark_nothing": ("Ctrl+Shift+X",),
        "zoom_in": ("=", "+"),
        "zoom_all": ("\\",),
        "loop": ("Ctrl+L",),
        "dock_live": ("Alt+Shift+L",),
        "edge_back": ("Up", "Ctrl+Shift+M"),
        "edge_forward": ("Down", "Shift+M"),
        "dock_exports": ("Alt+Shift+M",),
        "forward": ("Right",),
        "back": ("Left",),
        "redo": ("Ctrl+Shift+Z",),
        "keys": ("Ctrl+Alt+K", "Shift+/", "?"),
    },
    Preset.RESOLVE: {
        "zoom_in": ("Ctrl+=", "Ctrl++"),
        "zoom_out": ("Ctrl+-",),
        "zoom_all": ("Shift+Z",),
        "loop": ("Ctrl+/",),
        "timecode": ("=",),
        "edge_back": ("Up", "Shift+Up"),
        "edge_forward": ("Down", "Shift+Down"),
        "forward": ("Right", "."),
        "redo": ("Ctrl+Shift+Z",),
        "keys": ("Ctrl+Alt+K", "Shift+/", "?"),
    },
}
"""What is other than usual. Frames are stepped and films are played alike everywhere."""


def keys_of(usual: Keys, preset: Preset, own: Keys) -> dict[str, tuple[str, ...]]:
    """The keys in use: the usual ones, changed by the preset, changed by the person; unknown ids are left out."""
    changes = {**_CHANGES[preset], **own}
    return {name: changes.get(name, keys) for name, keys in usual.items()}


def conflicts(keys: Keys) -> dict[str, list[str]]:
    """Keys that more than one action has → the ids of those, in order; none of these keys would do anything."""
    held: dict[str, list[str]] = {}
    for name, its in keys.items():
        for key in dict.fromkeys(its):
            held.setdefault(key, []).append(name)
    return {key: names for key, names in held.items() if len(names) > 1}


def holder(keys: Keys, key: str, beside: str) -> str | None:
    """The id of the action, other than `beside`, that has a key; None if it is free."""
    return next((name for name, its in keys.items() if key in its and name != beside), None)


def with_key(keys: Keys, own: Keys, name: str, key: str) -> dict[str, tuple[str, ...]]:
    """The person's own keys once `name` has `key` as its only one, and whoever had it goes without.

    `key` "" takes all keys from `name`. `keys` are those in use now, `own` those of the person's among them.
    """
    changed = {**own, name: (key,) if key else ()}
    for other, its in keys.items():
        if other != name and key and key in its:
            changed[other] = tuple(each for each in its if each != key)
    return changed
