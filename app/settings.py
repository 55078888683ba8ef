"""What the person prefers, apart from any project: theme and recent files. Knows no window.

One JSON file in the folder of settings. A file that cannot be read, or a field in it that makes no sense, never stops
the start: the default is used and `load_settings` says so.
"""

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Annotated, Any

import platformdirs
from annotated_types import Interval
from pydantic import TypeAdapter, ValidationError
from PySide6.QtCore import QObject, Signal

from app.keymap import PRESETS, Preset
from app.language import OWN_NAMES, Language, later
from app.theme import Scheme
from core.cache import LIMIT
from core.paths import CACHE

RECENT = 8
"""Projects that are remembered."""


@dataclass(frozen=True, slots=True)
class About:
    """What a page of settings says of a field, marked by `later`: its name, and what it does in one sentence.

    A field of some values has `choices`; a number has its `span`, the `step` between two values, and a `unit`. What
    a `variable` of the environment says comes before it.
    """

    title: str
    help: str
    choices: Mapping[Any, str] = field(default_factory=dict)
    span: tuple[float, float] = (0.0, 0.0)
    step: float = 1.0
    unit: str = ""
    variable: str = ""


_LANGUAGE = About(
    later("Language"),
    later("Words of the window; holds from the next start on."),
    {Language.SYSTEM: later("As the desktop has it"), **OWN_NAMES},
)
_SCHEME = About(
    later("Colours"),
    later("Dark, light, or as the desktop has it."),
    {
        Scheme.SYSTEM: later("Colours of the desktop"),
        Scheme.DARK: later("Dark colours"),
        Scheme.LIGHT: later("Light colours"),
    },
)
_PRESET = About(later("Keys"), later("Whose keys are used; single ones can be changed."), PRESETS)
_KEPT = About(
    later("Memory for finished frames"),
    later("Frames kept round the playhead, so that looking at them again costs nothing; 0 leaves it to Dubwright."),
    span=(0, 16_384),
    step=256,
    unit=later(" MB"),
)
_COUNT_IN = About(
    later("Count-in"),
    later("Seconds, with a beep each, that the picture rolls before you speak."),
    span=(1, 10),
    unit=later(" s"),
)
_POST_ROLL = About(
    later("Post-roll"),
    later("Seconds that are recorded after the out point."),
    span=(0.0, 10.0),
    step=0.5,
    unit=later(" s"),
)
_CACHE = About(
    later("Cache folder"),
    later("Where analyses, waveforms and finished mouths lie that can be made again; holds from the next start on."),
    variable=CACHE,
)
_CACHE_GB = About(
    later("Largest cache"),
    later("What was used longest ago goes first, never what is in use; holds as soon as this page is closed."),
    span=(1, 4000),
    step=5,
    unit=later(" GB"),
    variable=LIMIT,
)


@dataclass(frozen=True, slots=True)
class Settings:
    """Typed settings; every field has a default."""

    scheme: Scheme = field(default=Scheme.DARK, metadata={"about": _SCHEME})
    recent: tuple[Path, ...] = ()
    welcomed: bool = False
    version: int = 1
    language: Language = field(default=Language.SYSTEM, metadata={"about": _LANGUAGE})
    preset: Preset = field(default=Preset.DUBWRIGHT, metadata={"about": _PRESET})
    kept_mb: Annotated[int, Interval(ge=0, le=16_384)] = field(default=0, metadata={"about": _KEPT})
    """Megabytes of finished frames that are kept; 0 is a part of the memory that is free."""
    count_in: Annotated[int, Interval(ge=1, le=10)] = field(default=3, metadata={"about": _COUNT_IN})
    """Seconds before a take, with a beep each."""
    post_roll: Annotated[float, Interval(ge=0, le=10)] = field(default=1.0, metadata={"about": _POST_ROLL})
    """Seconds after the out point of a take."""
    cache: Path | None = field(default=None, metadata={"about": _CACHE})
    """Where the cache lies; None is the usual place of the system."""
    cache_gb: Annotated[int, Interval(ge=1, le=4000)] = field(default=40, metadata={"about": _CACHE_GB})
    """Gigabytes that the cache may take."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The person's own keys, by the id of an action."""

    def with_recent(self, path: Path) -> "Settings":
        """The same with `path` as the project used last."""
        others = (other for other in self.recent if other != path)
        return replace(self, recent=(path, *others)[:RECENT])


def about(setting: Field[Any]) -> About | None:
    """What a page says of a field of `Settings`; None if it shows it elsewhere or not at all."""
    told: About | None = setting.metadata.get("about")
    return told


class Preferences(QObject):
    """The settings in use; every change is told and written at once."""

    changed = Signal(object)  # Settings

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def set(self, settings: Settings) -> None:
        """Use other settings. Raises OSError if they cannot be written; they are used all the same."""
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)
            save_settings(settings)


def config_folder() -> Path:
    """Where settings are kept; `DUBWRIGHT_CONFIG` overrides it.

    Where that cannot be made it is a folder for temporary files: the program works, and forgets what is preferred.
    """
    return _usable(_wanted())


def load_settings() -> tuple[Settings, tuple[str, ...]]:
    """The settings, and what was left at its default because it made no sense: fields, the file, or its folder."""
    path = _file()
    if path.parent != _wanted():
        return Settings(), (str(_wanted()),)
    if not path.exists():
        return Settings(), ()
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings(), (path.name,)
    return _validated(data) if isinstance(data, dict) else (Settings(), (path.name,))


def save_settings(settings: Settings) -> None:
    """Write the settings whole or not at all."""
    path = _file()
    part = path.with_suffix(".part")
    part.write_bytes(TypeAdapter(Settings).dump_json(settings, indent=1))
    part.replace(path)


def _validated(data: dict[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """Settings from `data`, dropping one bad field after another."""
    known = {name: value for name, value in data.items() if name in Settings.__dataclass_fields__}
    faults: list[str] = []
    while True:
        try:
            return TypeAdapter(Settings).validate_python(known), tuple(faults)
        except ValidationError as error:
            fault = str(error.errors()[0]["loc"][0])
            faults.append(fault)
            del known[fault]


def _wanted() -> Path:
    return Path(os.environ.get("DUBWRIGHT_CONFIG") or platformdirs.user_config_path("dubwright"))


@cache
def _usable(folder: Path) -> Path:
    """The folder, made, or one for temporary files; the same throughout a run."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.mkdtemp(prefix="dubwright-"))
    return folder


def _file() -> Path:
    return config_folder() / "settings.json"
