"""The dock of the engine: every control is a step of the history, and what is not here is not chosen."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.application import Application
from app.panels.engine import EnginePanel
from app.panels.weights import WeightsPage
from app.upkeep import Page
from core.project import Decoder, EngineChoice
from tests.app.fakes import FakeWork


@pytest.fixture
def ready() -> bool:
    return True


@pytest.fixture
def panel(dubbing: Application, fake_work: FakeWork, qtbot: QtBot, ready: bool) -> Iterator[EnginePanel]:
    """The dock, shown, after it has looked at the machine."""
    fake_work.upkeep.ready = ready
    with qtbot.waitSignal(dubbing.engine.known):
        dubbing.engine.show()
    yield dubbing.engine
    dubbing.engine.hide()


def engine(application: Application) -> EngineChoice:
    return application.document.project.engine


def test_device_and_memory_are_shown(panel: EnginePanel) -> None:
    told = panel.machine.text()
    assert "processor" in told
    assert "9.0 of 16.0 GB" in told
    assert "4.7 GB: it fits" in told


def test_every_decision_is_a_step_with_a_name(panel: EnginePanel, dubbing: Application) -> None:
    before = dubbing.document.project
    panel.engine.chosen.emit("musetalk")
    assert panel._musetalk.isVisible()
    panel.weights.chosen.emit("musetalk-1.0")
    panel.shift.changed.emit(0.1, object())
    panel.trained.click()
    panel.margin.changed.emit(0.2, object())
    assert engine(dubbing) == EngineChoice("musetalk", "musetalk-1.0", 0.1, 0.2)
    names = []
    while (name := dubbing.document.undo_text) not in (None, "Import voice"):
        names.append(name)
        dubbing.document.undo()
    steps = ["Chin margin", "Chin margin", "Border shift", "Weights", "Engine"]
    assert names == steps
    assert dubbing.document.project == before


def test_one_drag_is_one_step(panel: EnginePanel, dubbing: Application) -> None:
    panel.engine.chosen.emit("musetalk")
    drag = object()
    for value in (0.01, 0.05, 0.1):
        panel.shift.changed.emit(value, drag)
    dubbing.document.undo()
    assert engine(dubbing) == EngineChoice("musetalk")


def test_a_decoder_that_is_not_here_is_not_chosen(panel: EnginePanel, dubbing: Application) -> None:
    panel.engine.chosen.emit("musetalk")
    panel.decoder.chosen.emit(Decoder.TINY)
    assert engine(dubbing).decoder is Decoder.FULL
    assert "taesd" in dubbing.window.messages.text
    assert dubbing.pages.made[Page.WEIGHTS].isVisible()


@pytest.mark.parametrize("ready", [False])
def test_an_engine_without_its_weights_leads_to_the_page_of_weights(panel: EnginePanel, dubbing: Application) -> None:
    panel.engine.chosen.emit("musetalk")
    assert engine(dubbing) == EngineChoice()
    assert panel.engine.value == "instant"
    assert "musetalk-1.5" in dubbing.window.messages.text
    assert isinstance(dubbing.pages.made[Page.WEIGHTS], WeightsPage)


@pytest.mark.parametrize("ready", [False])
def test_weights_that_come_can_be_chosen_at_once(
    panel: EnginePanel, dubbing: Application, fake_work: FakeWork, qtbot: QtBot
) -> None:
    dubbing.commands.show_page(Page.WEIGHTS)
    page = dubbing.pages.made[Page.WEIGHTS]
    assert isinstance(page, WeightsPage)
    fake_work.upkeep.ready = True
    with qtbot.waitSignal(panel.known):
        page.get_now("musetalk-1.5")
    panel.engine.chosen.emit("musetalk")
    panel.weights.chosen.emit("musetalk-1.5")
    assert engine(dubbing) == EngineChoice("musetalk", "musetalk-1.5")


def test_only_sets_of_the_inpainting_network_are_offered(panel: EnginePanel) -> None:
    assert panel.weights._values[:2] == ["", "musetalk-1.0"]
