"""The composition root: makes every part of the program and ties them together. The only file that knows all parts."""

import faulthandler
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QDialog

from app.autosave import Autosave
from app.cache_place import CachePlace
from app.commands import Commands, Desk
from app.dialogs import Dialogs, FileDialogs
from app.document import Document
from app.exports import Exports
from app.hooks import telling
from app.kept_frames import usual_budget
from app.keys import KeyKeeper
from app.language import speak, tr
from app.live import Live, LiveWork
from app.main_window import MainWindow
from app.mask_tools import MaskTools
from app.notify import Notifier
from app.pages import Pages
from app.panels.about import AboutPage, LicencesPage
from app.panels.cache_box import CacheBox
from app.panels.check import CheckPage
from app.panels.engine import EnginePanel
from app.panels.export_dialog import ExportDialog
from app.panels.exports import ExportsPanel
from app.panels.first_steps import FirstStepsPage
from app.panels.history import HistoryPanel
from app.panels.inspector import InspectorPanel
from app.panels.key_editor import KeyEditor
from app.panels.live import LivePanel
from app.panels.mask import MaskPanel
from app.panels.settings import SettingsPage
from app.panels.takes import TakesPanel
from app.panels.weights import WeightsPage
from app.playback import Playback, SoundDesk
from app.preview import Preview
from app.recording import MakeRecorder, Recording
from app.review import Review
from app.settings import Preferences, Settings, config_folder, load_settings
from app.speaker import Speakers
from app.tasks import Tasks
from app.training_dock import TrainingDock
from app.upkeep import Page, Upkeep, real_upkeep
from app.widgets.mask_overlay import MaskOverlay
from app.work import Work, real_work
from app.worker import GpuWorker
from core.errors import MediaError, ProjectError
from core.export_queue import ExportQueue
from core.paths import RESOURCES, log_folder
from core.project_file import SUFFIX, save_project
from core.scratch import clear_abandoned


class Application(QObject):
    """The running program. After `shut_down` nothing computes any more and nothing is held."""

    def __init__(
        self,
        qt: QApplication,
        work: Work | None = None,
        dialogs: Dialogs | None = None,
        live: LiveWork | None = None,
        speakers: Speakers | None = None,
        recorders: MakeRecorder | None = None,
    ) -> None:
        super().__init__()
        work = work or real_work()
        settings, faults = load_settings()
        self.cache = CachePlace(settings)
        speak(qt, settings.language)
        self._qt = qt
        self._keys = KeyKeeper(self)
        self.worker = GpuWorker()
        self.document = Document()
        self.notifier = Notifier(self.rescue, self)
        self.tasks = Tasks(self.worker, self.notifier, self)
        self.preview = Preview(self.document, self.worker, self.tasks, work.session())
        preferences = Preferences(settings, self)
        self._speakers = speakers or Speakers()
        self.playback = Playback(self.document, self.preview, self.tasks, SoundDesk(work.mix, self._speakers.open))
        review = Review(self.document, self.preview, self.tasks, work)
        self.recording = Recording(self.document, self.preview, self.playback, recorders)
        self.recording.tell = self.notifier.error
        self.exports = Exports(self.worker, work.export, self.notifier, config_folder() / "exports", self)
        desk = Desk(
            self.document,
            self.preview,
            self.playback,
            review,
            self.recording,
            self.tasks,
            work,
            self.notifier,
            preferences,
            self.exports,
        )
        self.commands = Commands(desk, dialogs or FileDialogs())
        self.window = MainWindow(self.commands)
        self.live = Live(self.document, self.tasks, live)
        self._add_docks()
        self.pages = self._add_pages(work.upkeep)
        self._add_exports()
        self._heed(preferences, faults)
        self._keep_aside()
        qt.installEventFilter(self._keys)
        self.worker.start()

    def welcome(self) -> None:
        """Show the first steps, once."""
        if self.commands.desk.preferences.settings.welcomed or not self.window.isVisible():
            return
        self.commands.show_page(Page.FIRST_STEPS)
        self.commands.prefer(replace(self.commands.desk.preferences.settings, welcomed=True))

    def rescue(self) -> str:
        """Save the project beside itself, where the last state cannot be lost, and say where."""
        if self.document.is_saved:
            return tr("Your project is saved.")
        for place in self._rescue_places():
            try:
                save_project(self.document.project, place)
            except ProjectError:
                continue  # the next place may be on a disk that works
            return tr("Your project was saved as {place}.").format(place=place)
        return tr("Your project could not be saved by itself: please try to save it now.")

    def _rescue_places(self) -> Iterator[Path]:
        path = self.document.path
        if path is not None:
            yield path.with_name(f"{path.stem}.rescued{SUFFIX}")
        with suppress(MediaError):  # there may be no folder for logs
            yield log_folder() / f"rescued{SUFFIX}"

    def _keep_aside(self) -> None:
        """Keep what is not saved where a crash cannot reach it, at once when a take is laid."""
        self.autosave = Autosave(self.document, self.notifier, lambda: self.recording.unfinished)
        self.recording.placed.connect(self.autosave.save)
        self.window.closing_checks.append(self.recording.may_leave)

    def _add_docks(self) -> None:
        """What is done with a microphone, and to the mask by hand; what a frame was made of; what was done so far."""
        self.window.add_dock(LivePanel(self.live), "Ctrl+L")
        takes = TakesPanel(self.commands, self.recording, self.window.actions_by_id["record"])
        self.window.add_dock(takes, "Ctrl+R")
        self.inspector = InspectorPanel(self.commands, self.preview.session)
        self.window.add_dock(self.inspector, "Ctrl+D")
        self.mask_tools = MaskTools(self.commands)
        self.mask_overlay = MaskOverlay(self.window.stage.video, self.mask_tools)
        self.mask = MaskPanel(self.commands, self.mask_tools)
        self.window.add_dock(self.mask, "Ctrl+K")
        self.window.side.mask_wanted.connect(self.mask.come)
        self.history = HistoryPanel(self.document)
        self.window.add_dock(self.history, "Ctrl+H")

    def _add_pages(self, upkeep: Upkeep) -> Pages:
        """The windows about this machine, its weights and the program, and the dock of the engine beside them."""
        self._errand_worker = GpuWorker()  # what only waits for a network or a disk, beside what computes
        window, errands = self.window, Tasks(self._errand_worker, self.notifier, self)
        self.errands = errands
        _join(errands, self.tasks)
        self.engine = EnginePanel(self.commands, errands, upkeep)
        window.add_dock(self.engine, "Ctrl+E")
        self.training = TrainingDock(self.commands, window, errands, self._speakers.open)
        self.training.training.made.connect(self.engine.look)

        def weights() -> WeightsPage:
            page = WeightsPage(errands, upkeep, window.icon, window)
            page.altered.connect(self.engine.look)
            return page

        def first_steps() -> FirstStepsPage:
            page = FirstStepsPage(self.commands, errands, upkeep, window)
            page.musetalk_wanted.connect(get_musetalk)
            return page

        def get_musetalk() -> None:
            page = self.pages.show(Page.WEIGHTS)
            assert isinstance(page, WeightsPage)
            page.get_musetalk()

        def licences() -> LicencesPage:
            from core.licences import licences

            return LicencesPage(licences(), window)

        makers: dict[Page, Callable[[], QDialog]] = {
            Page.FIRST_STEPS: first_steps,
            Page.WEIGHTS: weights,
            Page.CHECK: lambda: CheckPage(errands, upkeep, window.icon, window),
            Page.LICENCES: licences,
            Page.ABOUT: lambda: AboutPage(self.commands, window),
            Page.SETTINGS: lambda: SettingsPage(
                self.commands, partial(CacheBox, errands, upkeep), window.icon, self.cache.fixed, window
            ),
            Page.KEY_EDITOR: lambda: KeyEditor(self.commands, window.actions_by_id, window),
        }
        pages = Pages(makers, self)
        self.commands.page_asked.connect(pages.show)
        self._errand_worker.start()
        return pages

    def _heed(self, preferences: Preferences, faults: Sequence[str]) -> None:
        """Use the settings, now and after every change, and tell which could not be read."""
        preferences.changed.connect(self._use)
        self._use(preferences.settings)
        if faults:
            self.notifier.warning(tr("Some settings could not be read; the usual ones are used."), ", ".join(faults))
        if self.cache.fault is not None:
            self.notifier.warning(self.cache.fault.message, tr("The cache lies at its usual place until then."))

    def _use(self, settings: Settings) -> None:
        """What settings mean to the parts that have no window."""
        self.cache.limit(settings)
        self.preview.kept.limit(settings.kept_mb * 2**20 or usual_budget())
        self.recording.count_in, self.recording.post_roll = settings.count_in, settings.post_roll

    def _add_exports(self) -> None:
        """The dialog that asks for an export, and the dock that lists them: it comes to sight with each new one."""
        window, known = self.window, set[str]()
        self.export_dialog = ExportDialog(self.commands, self.errands, window)
        self.commands.export_asked.connect(self.export_dialog.ask)
        dock = ExportsPanel(self.commands, self.exports, window.icon)
        window.add_dock(dock, "Ctrl+Shift+M")

        def show(queue: ExportQueue) -> None:
            names = {export.id for export in queue.exports}
            if names - known:
                dock.show()
            known.clear()
            known.update(names)

        self.exports.changed.connect(show)

    def shut_down(self) -> None:
        """Cancel all work, wait for the thread to end and give back what was held."""
        self._qt.removeEventFilter(self._keys)
        self.autosave.close()
        self.recording.close()
        self.training.close()
        self.playback.stop()
        self._speakers.close()
        self._errand_worker.shut_down()
        self.worker.shut_down()
        self.exports.close()
        self.preview.close()
        self.live.close()
        self.cache.close()


def run(files: Sequence[Path]) -> int:
    """Start the program with these files, run it until the window is closed, and return the exit code."""
    with ExitStack() as held:
        crash = _watch_for_faults(held)
        qt = QApplication([sys.argv[0]])
        qt.setApplicationName("dubwright")
        qt.setDesktopFileName("dubwright")
        qt.setWindowIcon(QIcon(str(RESOURCES / "icons" / "dubwright.svg")))
        application = Application(qt)
        held.enter_context(telling(application.notifier))
        application.window.show()
        if crash is not None:
            application.notifier.ended_unexpectedly(crash)
        application.autosave.offer()
        application.exports.take_over()
        application.live.finish_left()
        application.errands.run_quietly(clear_abandoned(), lambda _: None)
        application.errands.run_quietly(real_upkeep().hold_cache(), lambda _: None)
        application.commands.take(files)
        if not files:
            QTimer.singleShot(0, application.welcome)  # when the window can be used
        try:
            return qt.exec()
        finally:
            application.shut_down()


def _join(errands: Tasks, tasks: Tasks) -> None:
    """Let whoever watches `tasks` see the errands too."""
    errands.began.connect(tasks.began)
    errands.progressed.connect(tasks.progressed)
    errands.ended.connect(tasks.ended)


def _watch_for_faults(held: ExitStack) -> Path | None:
    """Let the interpreter write its stack if it dies; the stack of the last run, if that died."""
    try:
        crash = _crash_of_last_run()
        faults = held.enter_context(_faults_file().open("w", encoding="utf-8"))
    except OSError:
        faulthandler.enable()  # there is no folder for it: the standard error has to do
        crash = None
    else:
        faulthandler.enable(faults)
    held.callback(faulthandler.disable)
    return crash


def _faults_file() -> Path:
    """Where the interpreter writes its stack if it dies; empty after a run that ended well."""
    return log_folder() / "faults.txt"


def _crash_of_last_run() -> Path | None:
    """The stack of a run that died, put aside under a name of its own."""
    faults = _faults_file()
    if not faults.exists() or not faults.stat().st_size:
        return None
    kept = faults.with_name(f"crash-{int(faults.stat().st_mtime)}.txt")
    return faults.replace(kept)
