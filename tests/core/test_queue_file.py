"""What a program that ended had still to write is found by the next one, with nothing half done beside it."""

import json
import os
import subprocess
import sys
import time
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from core.errors import MediaError
from core.export_queue import Export, ExportQueue, Fault, State, new_export
from core.project import Marker
from core.queue_file import QueueFile, inherit
from core.report import ExportReport, PassedRange
from tests.factories import make_project


def lose(folder: Path, queue: ExportQueue) -> None:
    """Keep a queue as a program that dies afterwards."""
    file = QueueFile(folder)
    file.keep(queue)
    file._lock.release()


def test_everything_comes_back(tmp_path: Path) -> None:
    project = replace(make_project(), markers=(Marker(3, "“x” é"),))
    passed = (PassedRange(3, 9, "no face"),)
    report = ExportReport(tmp_path / "a.mp4", Fraction(30000, 1001), 9, 3, 0, passed, ("Odd.",), {"whole": 1.5})
    queue = ExportQueue((new_export(project, tmp_path / "a.mp4"), new_export(project, tmp_path / "b.mov")))
    queue = queue.begin(queue.exports[0].id, 7.5).done(queue.exports[0].id, report)
    queue = queue.failed(queue.exports[1].id, Fault("No room.", "Free some."))
    lose(tmp_path, queue)
    left = inherit(tmp_path)
    assert left.queue == queue
    assert left.notices == ()
    left.accept()
    assert inherit(tmp_path).queue == ExportQueue()
    assert list(tmp_path.iterdir()) == []


def test_unfinished_exports_wait_and_are_held(tmp_path: Path) -> None:
    queue = ExportQueue(
        (new_export(make_project(), tmp_path / "a.mp4"), new_export(make_project(), tmp_path / "b.mp4"))
    )
    lose(tmp_path, queue.begin(queue.exports[0].id, time.time()))
    left = inherit(tmp_path)
    assert left.queue == replace(queue, held=True)
    left.refuse()
    assert inherit(tmp_path).queue == left.queue


def test_what_a_living_program_keeps_is_its_own(tmp_path: Path) -> None:
    file = QueueFile(tmp_path)
    file.keep(ExportQueue((new_export(make_project(), tmp_path / "a.mp4"),)))
    assert inherit(tmp_path).queue == ExportQueue()
    file.close()
    assert len(inherit(tmp_path).queue.exports) == 1


def test_two_programs_do_not_inherit_the_same(tmp_path: Path) -> None:
    lose(tmp_path, ExportQueue((new_export(make_project(), tmp_path / "a.mp4"),)))
    first, second = inherit(tmp_path), inherit(tmp_path)
    assert (len(first.queue.exports), len(second.queue.exports)) == (1, 0)
    first.accept()


def test_only_what_the_dead_one_had_begun_is_removed(tmp_path: Path) -> None:
    began = time.time()
    exports = {name: Export(name, make_project(), tmp_path / f"{name}.mp4") for name in ("ran", "waits", "older")}
    for export in exports.values():
        export.out.with_name(f"{export.out.name}.part").write_bytes(b"half")
    stranger = tmp_path / "someone.mp4.part"
    stranger.write_bytes(b"half")
    os.utime(tmp_path / "older.mp4.part", (began - 60, began - 60))
    lose(tmp_path / "one", ExportQueue((exports["ran"], exports["waits"])).begin("ran", began))
    lose(tmp_path / "one", ExportQueue((exports["older"],)).begin("older", began))
    left = inherit(tmp_path / "one")
    assert [export.state for export in left.queue.exports] == [State.WAITING] * 3
    assert sorted(path.name for path in tmp_path.glob("*.part")) == [
        "older.mp4.part",
        "someone.mp4.part",
        "waits.mp4.part",
    ]
    assert len(left.notices) == 1
    assert "ran.mp4.part" in left.notices[0]


@pytest.mark.parametrize("damage", [b"", b"[]", b"{", b'{"version": 1}', b'{"version": 1, "exports": [{"id": 3}]}'])
def test_a_damaged_list_is_told_once_and_put_aside(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "1-2.json").write_bytes(damage)
    assert "damaged" in inherit(tmp_path).notices[0]
    assert inherit(tmp_path).notices == ()
    assert (tmp_path / "1-2.damaged").read_bytes() == damage


def test_every_field_that_is_lost_is_noticed_or_harmless(tmp_path: Path) -> None:
    lose(tmp_path / "whole", ExportQueue((new_export(make_project(), tmp_path / "a.mp4"),)))
    (file,) = (tmp_path / "whole").glob("*.json")
    data = json.loads(file.read_text(encoding="utf-8"))
    for name in data["exports"][0]:
        (tmp_path / name).mkdir()
        less = {key: value for key, value in data["exports"][0].items() if key != name}
        (tmp_path / name / "1.json").write_text(json.dumps({"version": 1, "exports": [less]}), encoding="utf-8")
        left = inherit(tmp_path / name)
        assert left.notices or len(left.queue.exports) == 1


def test_a_list_of_a_newer_program_stays(tmp_path: Path) -> None:
    (tmp_path / "1-2.json").write_text('{"version": 99, "exports": []}', encoding="utf-8")
    assert "newer" in inherit(tmp_path).notices[0]
    assert (tmp_path / "1-2.json").exists()


def test_an_empty_queue_leaves_no_file(tmp_path: Path) -> None:
    file = QueueFile(tmp_path)
    file.keep(ExportQueue((new_export(make_project(), tmp_path / "a.mp4"),)))
    file.keep(ExportQueue())
    file.close()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    file = QueueFile(tmp_path)
    file._file.with_suffix(".part").mkdir()
    with pytest.raises(MediaError, match="list of exports"):
        file.keep(ExportQueue((new_export(make_project(), tmp_path / "a.mp4"),)))
    file.close()


def test_a_queue_is_read_without_the_libraries_that_render() -> None:
    code = (
        "import sys, core.queue_file; print([name for name in ('torch', 'cv2', 'av', 'numpy') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "torch" not in told
    assert "cv2" not in told


def test_what_killed_programs_left_beside_no_queue_is_removed(tmp_path: Path) -> None:
    """Their numbers are nobody's; what belongs to this program, or has another name, stays."""
    left = ("4194305-1.lock", "4194305-2.part")
    kept = (f"{os.getpid()}-1.lock", f"{os.getpid()}-1.part", "4194305-3.damaged", "mine.lock")
    for name in (*left, *kept):
        (tmp_path / name).touch()
    inherit(tmp_path).accept()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(kept)
