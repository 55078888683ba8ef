"""The part of the journey through the pages about this machine, its weights and the program, in both colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from app.panels.check import CheckPage
from app.panels.first_steps import FirstStepsPage
from app.panels.licence import LicenceDialog
from app.panels.settings import SettingsPage
from app.panels.weights import WeightsPage
from app.theme import Scheme
from app.upkeep import Page
from core.project import EngineChoice

if TYPE_CHECKING:
    from tests.journey import Journey


def walk(journey: Journey) -> None:
    """Open every page, from the menu, and close it with Escape."""
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        journey.application.commands.use_scheme(scheme)
        for page in Page:
            journey.do(page.name.lower())
            dialog = journey.application.pages.made[page]
            _wait(journey, page)
            journey.rest(0.3)
            journey.picture(f"{page.value.replace(' ', '-')}-{scheme.value}", dialog)
            if isinstance(dialog, WeightsPage):
                _ask_for_weights(journey, dialog, scheme)
            if isinstance(dialog, SettingsPage):
                _ask_to_clear(journey, dialog, scheme)
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            assert not dialog.isVisible(), f"{page} does not close"


def choose_an_engine(journey: Journey) -> None:
    """Look at the dock of the engine; what needs weights that are not here is not chosen."""
    application = journey.application
    dock, document = application.engine, application.document
    before = document.project
    dock.toggleViewAction().trigger()
    journey.until(lambda: "GB" in dock.machine.text(), "the memory of this machine")
    journey.picture("engine-dock")
    dock.engine.chosen.emit("musetalk")
    if document.project.engine == EngineChoice():
        journey.rest(0.5)
        journey.picture("engine-needs-weights")
        application.pages.made[Page.WEIGHTS].close()
    else:
        journey.picture("engine-dock-musetalk")
        document.undo()
    assert document.project == before, "choosing left something behind"
    dock.hide()


def _wait(journey: Journey, page: Page) -> None:
    dialog = journey.application.pages.made[page]
    if isinstance(dialog, CheckPage):
        journey.until(lambda: dialog._checkup is not None and not dialog.progress.isVisible(), "the check")
    elif isinstance(dialog, FirstStepsPage):
        journey.until(lambda: "GB" in dialog.machine.text(), "what this machine can do")
    elif isinstance(dialog, SettingsPage):
        journey.until(lambda: "GB" in dialog.cache.told.text(), "the room of the cache")
    elif isinstance(dialog, WeightsPage):
        journey.until(lambda: dialog.table.rowCount() > 0, "the list of weights")


def _ask_to_clear(journey: Journey, page: SettingsPage, scheme: Scheme) -> None:
    page.cache.clear.click()
    box = page.findChildren(QMessageBox)[-1]
    journey.rest(0.3)
    journey.picture(f"clear-cache-{scheme.value}", box)
    box.reject()


def _ask_for_weights(journey: Journey, page: WeightsPage, scheme: Scheme) -> None:
    if not page.whole.isVisible():
        return
    page.whole.click()
    dialog = page.findChildren(LicenceDialog)[-1]
    journey.rest(0.3)
    journey.picture(f"licences-of-weights-{scheme.value}", dialog)
    dialog.reject()
