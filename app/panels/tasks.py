"""The foot of the window: what is being computed. Knows no worker."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.tasks import Tasks
from app.widgets.task_row import TaskRow
from app.worker import PREPARING, Task
from core.job import Progress

_PATIENCE_MS = 300
"""Work that ends within this time is not shown: what flickers says nothing."""


class TaskPanel(QWidget):
    """One row for every task that takes a while."""

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("tasks")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows: dict[Task, TaskRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        tasks.began.connect(self._begin)
        tasks.progressed.connect(self._advance)
        tasks.ended.connect(self._end)
        self.hide()

    @property
    def rows(self) -> tuple[TaskRow, ...]:
        """Rows of what runs or waits, oldest first."""
        return tuple(self._rows.values())

    def _begin(self, task: Task) -> None:
        self._drop_superseded()
        row = TaskRow(task.title, can_cancel=task.rank != PREPARING, parent=self)
        row.hide()
        row.cancelled.connect(task.cancel)
        self._rows[task] = row
        QTimer.singleShot(_PATIENCE_MS, self, partial(self._reveal, task))

    def _drop_superseded(self) -> None:
        """Take away the rows of work that is not wanted any more, which may still wait for its end behind other work.

        What a person has stopped keeps its row and says so until it has ended.
        """
        for task in [task for task, row in self._rows.items() if task.cancelled and not row.is_stopping]:
            self._end(task)

    def _reveal(self, task: Task) -> None:
        row = self._rows.get(task)
        if row is not None:
            self._layout.addWidget(row)
            row.show()
            self.show()

    def _advance(self, task: Task, progress: Progress) -> None:
        row = self._rows.get(task)
        if row is not None:
            row.report(progress.done, progress.total, progress.label, progress.image)

    def _end(self, task: Task) -> None:
        row = self._rows.pop(task, None)
        if row is not None:
            self._remove(row)

    def _remove(self, row: QWidget) -> None:
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()
        self.setVisible(self._layout.count() > 0)
