"""A recording outlives the program that made it: the next one finds it and makes a film of it."""

import os
import signal
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from core.errors import MediaError
from core.job import Job, run
from core.live import recording as recording_module
from core.live.recording import Recording
from core.live.source import RATE
from core.live.unfinished import finish
from core.media.probe import probe
from core.media.reader import VideoReader
from core.media.ring import Ring
from core.media.sound import read_sound
from core.recovery import recovery_folder, unfinished_recordings
from tests.core.live.test_outlets import frame

RECORDS = """
import sys, time
from fractions import Fraction
from pathlib import Path
import numpy as np
from core.live.recording import Recording
from core.live.source import RATE
from core.media.ring import Ring
from tests.core.live.test_outlets import frame
ring = Ring(20 * RATE)
ring.write(np.full(20 * RATE, 0.5, np.float32))
with Recording(Path(sys.argv[1]), ring, Fraction(25), (96, 64), ()) as recording:
    for number in range(500):
        recording.put(frame(number, 0))
        print(number, flush=True)
        time.sleep(0.01 if number < 150 else 60)
"""


@pytest.fixture(autouse=True)
def own_recovery(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DUBWRIGHT_RECOVERY", str(tmp_path / "recovery"))


def killed(out: Path) -> None:
    """Record 150 pictures, six seconds, in a program that is killed then, and its encoder with it."""
    with subprocess.Popen(
        [sys.executable, "-c", RECORDS, str(out)], stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout is not None
        while int(process.stdout.readline()) < 150:
            assert unfinished_recordings() == ()
        time.sleep(0.5)
        os.killpg(process.pid, signal.SIGKILL)


def test_what_a_killed_program_recorded_becomes_a_film(tmp_path: Path) -> None:
    out = tmp_path / "films" / "session.mp4"
    out.parent.mkdir()
    killed(out)
    (left,) = unfinished_recordings()
    assert left.out == out
    assert run(finish(left)) == out
    info = probe(out)
    assert info.frames > 75  # the encoder looks ahead
    with VideoReader(info) as reader:
        bright = [at for at, shown in enumerate(reader.span(0, 50)) if shown.image.mean() > 150]
    assert bright == [10, 30]
    sound = read_sound(out, RATE)
    assert len(sound) / RATE == pytest.approx(6.0, abs=0.1)
    assert np.median(sound) == pytest.approx(0.5, abs=0.02)
    assert unfinished_recordings() == ()
    assert [path.name for path in out.parent.iterdir()] == ["session.mp4"]
    assert list(recovery_folder().iterdir()) == []


def left_by_a_full_disk(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A recording whose film could not be written, of a program that has ended."""

    def full(*_: object) -> Job[None]:
        yield from ()
        raise MediaError("The disk is full.", "Free some space.")

    ring = Ring(2 * RATE)
    ring.write(np.full(2 * RATE, 0.5, np.float32))
    with monkeypatch.context() as patch:
        patch.setattr(recording_module, "join", full)
        with pytest.raises(MediaError, match="full") as told:
            record(out, ring)
        assert "is kept" in told.value.hint


def record(out: Path, ring: Ring) -> None:
    with Recording(out, ring, Fraction(25), (96, 64), ()) as recording:
        for number in range(40):
            recording.put(frame(number, 0))


def test_a_film_that_could_not_be_written_is_made_later_under_a_name_that_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "session.mkv"
    left_by_a_full_disk(out, monkeypatch)
    out.write_bytes(b"another film")
    (left,) = unfinished_recordings()
    made = run(finish(left))
    assert made == tmp_path / "session-2.mkv"
    assert probe(made).frames == 40
    assert out.read_bytes() == b"another film"


def test_without_a_picture_the_sound_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left_by_a_full_disk(tmp_path / "session.mp4", monkeypatch)
    (left,) = unfinished_recordings()
    (left.folder / "picture.mp4").write_bytes(b"no picture")
    made = run(finish(left))
    assert made == tmp_path / "session.wav"
    assert len(read_sound(made, RATE)) / RATE == pytest.approx(1.6, abs=0.01)
    assert not left.folder.exists()


def test_where_it_fails_again_everything_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left_by_a_full_disk(tmp_path / "session.mp4", monkeypatch)
    (left,) = unfinished_recordings()
    monkeypatch.setattr("core.live.unfinished._free", lambda path: tmp_path / "no such folder" / path.name)
    with pytest.raises(MediaError):
        run(finish(left))
    assert unfinished_recordings() == (left,)
    assert (left.folder / "picture.mp4").exists()


def test_notes_that_say_nothing_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, text in enumerate(
        ("", "{", "[]", "{}", '{"folder": 1, "out": "x"}', '{"folder": "/no/disk/a", "out": "b"}')
    ):
        (recovery_folder() / f"{number}.live.json").write_text(text)
    assert unfinished_recordings() == ()
