# ruff: noqa: T201 - a program of its own, which tells what happens
"""`python -m tests.app.export_process FOLDER [PROJECT OUT]`: exports by the queue kept in FOLDER, as the window does.

Without a project it goes on with what a program that died has left. Lines of output: what the person would be told, and
the states of all exports at the end.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from app.exports import Exports
from app.notify import Notifier
from app.work import real_work
from app.worker import GpuWorker
from core.export_queue import ExportQueue
from core.project_file import load_project


def main(folder: Path, *job: str) -> int:
    qt = QCoreApplication([])
    worker, notifier = GpuWorker(), Notifier(lambda: "")
    exports = Exports(worker, real_work().export, notifier, folder)
    notifier.said.connect(lambda message: print(message.text, flush=True))

    def quit_when_done(queue: ExportQueue) -> None:
        if not queue.unfinished:
            qt.quit()

    exports.changed.connect(quit_when_done)
    worker.start()
    if job:
        exports.add(load_project(Path(job[0])), Path(job[1]))
    else:
        exports.take_over()
        QTimer.singleShot(0, lambda: exports.hold(False))
    qt.exec()
    worker.shut_down()
    exports.close()
    print(*(export.state for export in exports.queue.exports), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
