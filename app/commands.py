"""What a person can do, one small function each. Menus, keys, buttons and dropped files all end here.

Knows the document, the preview and the jobs; shows nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.dialogs import Dialogs, films_folder, free_name, is_sound
from app.document import Document
from app.exports import Exports
from app.language import tr
from app.notify import Answer, Notifier
from app.playback import Playback
from app.preview import Preview
from app.recording import Recording
from app.review import Review
from app.settings import Preferences, Settings
from app.tasks import Tasks
from app.theme import Scheme
from app.upkeep import Page
from app.widgets.video_view import View
from app.words import noticed, shortly
from app.work import Work
from core import edit
from core.errors import DubError
from core.project import Clip, DubProject, Footage, Span, Voice
from core.project_file import SUFFIX, Opened, mend_project, save_project
from core.timing import frame_at, parse_time


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that commands work with."""

    document: Document
    preview: Preview
    playback: Playback
    review: Review
    recording: Recording
    tasks: Tasks
    work: Work
    notifier: Notifier
    preferences: Preferences
    exports: Exports


class Commands(QObject):
    """The person's verbs."""

    export_asked = Signal()
    """The person wants to export the film."""

    voice_waits = Signal(object)
    """A voice came before its film: its `Path`, or None when it waits no longer."""

    closing = Signal()
    """The person wants to leave."""

    time_asked = Signal()
    """The person wants to type a timecode."""

    keys_asked = Signal()
    """The person wants to see the sheet of keys."""

    page_asked = Signal(object)
    """The person wants to see a `Page`."""

    wipe_pushed = Signal(int)
    """The person pushes the wipe: -1 to the left, 1 to the right."""

    def __init__(self, desk: Desk, dialogs: Dialogs) -> None:
        super().__init__(desk.document)
        self.desk = desk
        self.review = desk.review
        self._document = desk.document
        self._preview = desk.preview
        self._dialogs = dialogs
        self._waiting: Path | None = None

    @property
    def clip(self) -> Clip | None:
        """The clip under the playhead, else the first: the one that panels show and commands change."""
        clips = self._document.project.clips
        here = (clip for clip in clips if self._preview.playhead in clip.span)
        return next(here, clips[0] if clips else None)

    # Films, voices, projects

    def open_film(self) -> None:
        """Ask for a film and use it."""
        self._if_chosen(self._dialogs.film(), self.take_film)

    def import_voice(self) -> None:
        """Ask for a voice and use it."""
        self._if_chosen(self._dialogs.voice(), self.take_voice)

    def open_project(self) -> None:
        """Ask for a project and open it."""
        self._if_chosen(self._dialogs.project(), self.take_project)

    def take(self, paths: Sequence[Path]) -> None:
        """Use files that were dropped or named at the start: projects, voices and films, told apart by their ending."""
        for path in paths:
            if path.suffix.lower() == SUFFIX:
                self.take_project(path)
            elif is_sound(path):
                self.take_voice(path)
            else:
                self.take_film(path)

    def take_film(self, path: Path) -> None:
        """Look at a film and dub it from now on."""
        path = path.absolute()
        self.desk.tasks.run(tr("Opening {name}").format(name=path.name), self.desk.work.identify(path), self._set_film)

    def take_voice(self, path: Path) -> None:
        """Look at a voice and let it be spoken; without a film it waits for one."""
        path = path.absolute()
        self.desk.tasks.run(
            tr("Opening {name}").format(name=path.name), self.desk.work.hear(path), lambda _: self._set_voice(path)
        )

    def take_project(self, path: Path) -> None:
        """Open a project in place of the present one, unless the person wants to keep that."""
        if not self.may_leave():
            return
        try:
            opened = mend_project(path)
        except DubError as error:
            self.desk.notifier.error(error)
            return
        path = path.absolute()
        if any(not file.exists() for file in _files_of(opened.project)):
            job = self.desk.work.find_moved(opened.project, path.parent)
            self.desk.tasks.run(tr("Looking for files that were moved"), job, partial(self._open_moved, opened, path))
        else:
            self._open(opened, path)

    def remove_voice(self) -> None:
        """Leave the film as it is where the voice at the playhead spoke."""
        if self.clip is not None:
            self._document.edit(tr("Remove voice"), edit.remove_clip(self.clip.id))

    def change_clip(self, text: str, clip: Clip, gesture: Hashable = None) -> None:
        """Put a changed clip in the place of the one with its id; a rule that it breaks is told."""

        def change(project: DubProject) -> DubProject:
            return edit.add_clip(clip)(edit.remove_clip(clip.id)(project))

        self.change(text, change, gesture)

    def change(self, text: str, change: edit.Edit, gesture: Hashable = None) -> None:
        """Edit the project; a rule that the edit breaks is told and nothing is changed."""
        try:
            self._document.edit(text, change, gesture)
        except ValueError as error:
            self.desk.notifier.warning(tr("This cannot be done: {error}.").format(error=noticed(str(error))))

    # Saving and exporting

    def save(self) -> bool:
        """Save the project where it lies, or ask where; whether it was saved."""
        return self._save(self._document.path) if self._document.path else self.save_as()

    def save_as(self) -> bool:
        """Ask where, and save the project there; whether it was saved."""
        path = self._dialogs.save_as(self._document.path or self._beside_film(SUFFIX))
        return self._save(path) if path is not None else False

    def may_leave(self) -> bool:
        """Whether the present project may be left: it is saved, was just saved, or is not wanted."""
        if self._document.is_saved:
            return True
        name = self._document.path.name if self._document.path else tr("this project")
        answer = self.desk.notifier.ask_save(name)
        return self.save() if answer is Answer.SAVE else answer is Answer.DISCARD

    def export(self) -> None:
        """Let the person say how and where the dubbed film is written."""
        self.export_asked.emit()

    def ask_target(self, suggested: Path) -> Path | None:
        """Ask where a film is written."""
        return self._dialogs.export_as(suggested)

    def export_to(self, project: DubProject, out: Path) -> bool:
        """Write a project as a film; whether it was taken. What is changed meanwhile does not touch it."""
        return self.desk.exports.add(project, out)

    def go_to_exported(self, project: DubProject, frame: int) -> None:
        """Show a frame of the film that was exported, if that is open."""
        present, exported = self._document.project.footage, project.footage
        if present is None or exported is None or present.fingerprint != exported.fingerprint:
            name = exported.path.name if exported is not None else ""
            self.desk.notifier.notice(tr("{name} is not open.").format(name=name), tr("Open its project first."))
        else:
            self._preview.seek(frame)

    def dub_demo(self, project: DubProject) -> None:
        """Open the demo in place of the present project, unless the person wants to keep that, and write it as a film.

        It goes to the person's films, under a name that is free.
        """
        if self.may_leave():
            self._wait_with(None)
            self._document.open(project)
            self.export_to(project, free_name(films_folder() / "dubwright-demo.mp4"))

    def show_folder(self, path: Path) -> None:
        """Open the folder of a file in the desktop's own program."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def close(self) -> None:
        """Leave the program."""
        self.closing.emit()

    # The playhead

    def play(self) -> None:
        """Play, or stop."""
        self.desk.playback.toggle()

    def shuttle(self, direction: int) -> None:
        """Play in a direction, faster each time; 0 stops."""
        if direction:
            self.desk.playback.shuttle(direction)
        else:
            self.desk.playback.stop()

    def record(self) -> None:
        """Record a take, or end it."""
        self.desk.recording.toggle()

    def loop(self) -> None:
        """Go round between in and out, or not any more."""
        self.desk.playback.set_loops(not self.desk.playback.loops)

    def go_to(self, text: str) -> None:
        """Go to a time as people type it."""
        footage = self._document.project.footage
        if footage is None:
            return
        try:
            self._preview.seek(frame_at(parse_time(text, footage.rate), footage.rate))
        except DubError as error:
            self.desk.notifier.error(error)

    def step(self, frames: int) -> None:
        """Move the playhead by some frames."""
        self._preview.step(frames)

    def step_seconds(self, seconds: int) -> None:
        """Move the playhead by whole seconds."""
        footage = self._document.project.footage
        if footage is not None:
            self._preview.step(seconds * round(footage.rate))

    def go_to_start(self) -> None:
        """Move the playhead to the first frame."""
        self._preview.seek(0)

    def go_to_end(self) -> None:
        """Move the playhead to the last frame."""
        self._preview.seek(self._preview.frames - 1)

    def view(self, view: View) -> None:
        """Choose what is shown of a frame."""
        self._preview.set_view(view)

    def wipe_by(self, steps: int) -> None:
        """Push the wipe to the right, or to the left if negative, and show it."""
        self._preview.set_view(View.WIPE)
        self.wipe_pushed.emit(steps)

    def ask_time(self) -> None:
        """Let the person type a timecode."""
        self.time_asked.emit()

    def show_keys(self) -> None:
        """Show which keys there are."""
        self.keys_asked.emit()

    def show_page(self, page: Page) -> None:
        """Show a page in a window of its own."""
        self.page_asked.emit(page)

    def use_scheme(self, scheme: Scheme) -> None:
        """Choose the colours of the window."""
        self.prefer(replace(self.desk.preferences.settings, scheme=scheme))

    def prefer(self, settings: Settings) -> None:
        """Use other settings from now on, and at the next start if they can be written."""
        try:
            self.desk.preferences.set(settings)
        except OSError as error:
            self.desk.notifier.warning(tr("The settings cannot be saved."), error.strerror or str(error))

    # What commands depend on

    @property
    def has_film(self) -> bool:
        """Whether there is a film."""
        return self._document.project.footage is not None

    @property
    def can_dub(self) -> bool:
        """Whether there is a film and a voice."""
        return self.has_film and bool(self._document.project.clips)

    def _if_chosen(self, path: Path | None, use: Callable[[Path], None]) -> None:
        if path is not None:
            use(path)

    def _set_film(self, footage: Footage) -> None:
        self.change(tr("Open film"), edit.set_footage(footage))
        if self._waiting is not None:
            voice = self._waiting
            self._wait_with(None)
            self._set_voice(voice)

    def _wait_with(self, voice: Path | None) -> None:
        self._waiting = voice
        self.voice_waits.emit(voice)

    def _set_voice(self, path: Path) -> None:
        project = self._document.project
        if project.footage is None:
            self._wait_with(path)
        elif self.clip is None:
            whole = Span(0, project.footage.frames)
            self.change(tr("Import voice"), edit.add_clip(Clip("voice", whole, Voice(path))))
        else:
            voice = replace(self.clip.voice, path=path)
            self.change_clip(tr("Replace voice"), replace(self.clip, voice=voice))

    def _save(self, path: Path) -> bool:
        project = self._document.project
        try:
            save_project(project, path)
        except DubError as error:
            self.desk.notifier.error(error)
            return False
        self._document.mark_saved(project, path.absolute())
        self._remember(path.absolute())
        return True

    def _open(self, opened: Opened, path: Path) -> None:
        """Open a project. One that was damaged is to be saved elsewhere, so that its file stays as it is."""
        self._wait_with(None)
        if opened.faults:
            self._document.recover(opened.project, None)
            what = tr("{name} is damaged: what could not be read there is left out or as usual: {places}.")
            hint = tr("Look it over, then save it under another name; the damaged file stays as it is.")
            self.desk.notifier.warning(what.format(name=path.name, places=shortly(opened.faults)), hint)
        else:
            self._document.open(opened.project, path)
        self._remember(path)

    def _open_moved(self, opened: Opened, path: Path, moved: Mapping[Path, Path]) -> None:
        """Open a project with its files where they are now; what was not found is told."""
        self._open(opened, path)
        if moved:
            self._document.edit(tr("Find moved files"), edit.relink(moved))
            self.desk.notifier.notice(
                tr("Found where it was moved: {names}.").format(names=", ".join(path.name for path in moved))
            )
        lost = [file.name for file in _files_of(opened.project) if file not in moved and not file.exists()]
        if lost:
            hint = tr("Put it beside the project and open that again, or choose another film or voice.")
            self.desk.notifier.warning(tr("Not found: {names}.").format(names=", ".join(lost)), hint)

    def _remember(self, path: Path) -> None:
        self.prefer(self.desk.preferences.settings.with_recent(path))

    def _beside_film(self, ending: str) -> Path:
        footage = self._document.project.footage
        film = footage.path if footage else Path.home() / "untitled"
        return film.with_name(f"{film.stem}{ending}")


def _files_of(project: DubProject) -> list[Path]:
    """The film and the voices of a project."""
    film = [] if project.footage is None else [project.footage.path]
    return list(dict.fromkeys([*film, *(clip.voice.path for clip in project.clips)]))
