"""Settings survive: a restart, a fault in one field, a file of nonsense."""

import json
from pathlib import Path

import pytest

from app.settings import RECENT, Preferences, Settings, config_folder, load_settings, save_settings
from app.theme import Scheme


def test_what_is_saved_is_loaded() -> None:
    settings = Settings(Scheme.LIGHT, (Path("/a.dub"), Path("/b.dub")))
    save_settings(settings)
    assert load_settings() == (settings, ())


def test_without_a_file_the_usual_settings_are_used() -> None:
    assert load_settings() == (Settings(), ())


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\x00"])
def test_nonsense_never_stops_the_start(text: str) -> None:
    (config_folder() / "settings.json").write_text(text, encoding="utf-8")
    settings, _ = load_settings()
    assert settings == Settings()


def test_one_bad_field_costs_only_itself() -> None:
    data = {"scheme": "pink", "recent": ["/a.dub"], "version": 1, "unknown": 3}
    (config_folder() / "settings.json").write_text(json.dumps(data), encoding="utf-8")
    settings, faults = load_settings()
    assert settings == Settings(recent=(Path("/a.dub"),))
    assert faults == ("scheme",)


def test_recent_projects_are_few_and_the_newest_comes_first() -> None:
    settings = Settings()
    for number in range(RECENT + 3):
        settings = settings.with_recent(Path(f"/{number}.dub"))
    settings = settings.with_recent(Path("/5.dub"))
    assert settings.recent[0] == Path("/5.dub")
    assert len(settings.recent) == RECENT
    assert len(set(settings.recent)) == RECENT


def test_a_preference_is_told_and_written_at_once(qapp: object) -> None:
    preferences = Preferences(Settings())
    told: list[Settings] = []
    preferences.changed.connect(told.append)
    light = Settings(Scheme.LIGHT)
    preferences.set(light)
    preferences.set(light)
    assert told == [light]
    assert load_settings()[0] == light
