"""Going through a film: what is known of it, its problems, markers, in and out. Knows no widget.

The survey of the film follows the document; it is made on the worker whenever what it tells of has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.document import Document
from app.language import tr
from app.preview import Preview
from app.step_check import StepCheck
from app.tasks import Tasks
from app.timeline.geometry import edges
from app.work import Work
from app.worker import PREPARING, Task
from core import edit
from core.project import DubProject, Span

if TYPE_CHECKING:
    from core.in_step import Judged
    from core.preview import FilmFacts
    from core.problems import Problem
    from core.survey import Survey


class Review(QObject):
    """The person's verbs for going through a film, and the survey they rest on."""

    surveyed = Signal(object)
    """What is known now: a `Survey`, or None when another film begins.

    It comes again with each stretch of speech that is judged."""

    zoomed = Signal(float)
    """The person wants to see the timeline closer by a factor; 0 is all of it."""

    def __init__(self, document: Document, preview: Preview, tasks: Tasks, work: Work) -> None:
        super().__init__(document)
        self._document, self._preview, self._tasks, self._work = document, preview, tasks, work
        self._survey: Survey | None = None
        self._surveying: Task | None = None
        self._check = StepCheck(preview, tasks, self)
        self._check.judged.connect(self._judge)
        document.changed.connect(self._follow)
        preview.learned.connect(self._learn)

    @property
    def survey(self) -> Survey | None:
        """What is known of the film; it may tell of the project before the last edit."""
        return self._survey

    @property
    def is_judged(self) -> bool:
        """Whether all that is spoken in the project, as it is now, was judged."""
        survey = self._survey
        if survey is None or survey.project != _told_of(self._document.project):
            return False
        return len(survey.judged) == len(survey.spoken)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What should be looked at."""
        return () if self._survey is None else self._survey.problems

    def to_problem(self, direction: int) -> None:
        """Go to the next problem, or with -1 to the one before."""
        if not self.problems:
            self._tasks.notice(tr("No problem was found in this film."))
            return
        from core.problems import next_problem, previous_problem

        find = next_problem if direction > 0 else previous_problem
        frame = find(self.problems, self._preview.playhead)
        if frame is not None:
            self._preview.seek(frame)

    def to_edge(self, direction: int) -> None:
        """Go to where something begins or ends: the next place, or with -1 the one before."""
        here = self._preview.playhead
        found = edges(self._document.project, () if self._survey is None else self._survey.cuts)
        wanted = [edge for edge in found if (edge - here) * direction > 0]
        if wanted:
            self._preview.seek(min(wanted) if direction > 0 else max(wanted))

    def mark(self) -> None:
        """Set a marker at the playhead, or take the one that stands there away."""
        frame = self._preview.playhead
        if any(marker.frame == frame for marker in self._document.project.markers):
            self._document.edit(tr("Remove marker"), edit.remove_marker(frame))
        else:
            self._document.edit(tr("Set marker"), edit.set_marker(frame))

    def mark_in(self) -> None:
        """Begin the stretch that is worked on at the playhead."""
        here, marked = self._preview.playhead, self._document.project.in_out
        stop = marked.stop if marked is not None and marked.stop > here else self._preview.frames
        self._document.edit(tr("Set in point"), edit.set_in_out(Span(here, stop)))

    def mark_out(self) -> None:
        """End the stretch that is worked on with the frame at the playhead."""
        here, marked = self._preview.playhead, self._document.project.in_out
        start = marked.start if marked is not None and marked.start <= here else 0
        self._document.edit(tr("Set out point"), edit.set_in_out(Span(start, here + 1)))

    def to_in(self) -> None:
        """Go to the first frame of the stretch that is worked on."""
        marked = self._document.project.in_out
        if marked is not None:
            self._preview.seek(marked.start)

    def to_out(self) -> None:
        """Go to the last frame of the stretch that is worked on."""
        marked = self._document.project.in_out
        if marked is not None:
            self._preview.seek(marked.stop - 1)

    def mark_nothing(self) -> None:
        """Work on all of the film."""
        self._document.edit(tr("Clear in and out"), edit.set_in_out(None))

    def zoom(self, factor: float) -> None:
        """See the timeline closer by a factor, or with 0 all of it."""
        self.zoomed.emit(factor)

    def _learn(self, facts: FilmFacts | None) -> None:
        if facts is None:
            self._survey = None
            self._check.stop()
            self.surveyed.emit(None)
        else:
            self._look()

    def _follow(self, before: DubProject, after: DubProject) -> None:
        if before.footage == after.footage and _told_of(before) != _told_of(after):
            self._look()

    def _look(self) -> None:
        if self._preview.facts is None:
            return
        if self._surveying is not None:
            self._surveying.cancel()
        self._check.stop()
        job = self._work.survey(_told_of(self._document.project))
        self._surveying = self._tasks.run_quietly(job, self._tell, PREPARING)

    def _tell(self, survey: Survey | None) -> None:
        if survey is not None and survey.project.footage == self._document.project.footage:
            self._survey = survey
            self.surveyed.emit(survey)
            self._check.begin(survey)

    def _judge(self, judged: Judged) -> None:
        if self._survey is not None:
            self._survey = self._survey.with_judged(judged)
            self.surveyed.emit(self._survey)


def _told_of(project: DubProject) -> DubProject:
    """What of a project a survey tells of."""
    return DubProject(project.footage, project.clips, project.engine)
