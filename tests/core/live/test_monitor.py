"""The monitor on a loudspeaker that plays: heard when the picture is seen, or as soon as the loudspeaker can."""

from pathlib import Path

import numpy as np
import pytest

from core.job import run
from core.live.face import FaceSource
from core.live.monitor import TOLERANCE, Monitor, Monitored
from core.live.session import LiveOptions, LiveSession
from core.live.source import PacedSound
from core.media.devices import find_output
from core.project import Look
from tests.core.live.flash import FlashEngine
from tests.core.live.test_session import Seen, clicks, flashes
from tests.virtual_mic import virtual_microphone

pytestmark = pytest.mark.realtime

CLICKS = [2.5, 3.6, 4.7, 5.8, 6.9]


def skews(folder: Path, film: Path, look_ahead: float) -> tuple[np.ndarray, Monitor, tuple[str, ...]]:
    """Seconds by which five clicks are heard after they are seen, by a witness at the loudspeaker; what was told."""
    session, seen = LiveSession(lambda choice: FlashEngine(look_ahead=look_ahead)), Seen()
    run(session.prepare(FaceSource(film, look=Look(match_colour=False))))
    late = lambda: session.figures.usual if session.figures is not None else 0.0  # noqa: E731
    with (
        virtual_microphone(folder) as virtual,
        virtual.witness() as witness,
        PacedSound(clicks(8.0, *CLICKS)) as source,
    ):
        with Monitor(source, find_output(virtual.device().name), late) as monitor:
            report = run(session.run(Monitored(source, monitor), [seen], LiveOptions(seconds=8.0)))
        onsets = witness.onsets()
    shown = flashes(seen)
    seen_at = [at for at, frame in zip(seen.at, seen.frames, strict=True) if frame.time in shown]
    assert len(onsets) == len(seen_at) == len(CLICKS)
    # A flash begins up to a picture before or after its click: that is the grid of pictures and no skew.
    return np.array(onsets) - seen_at + np.array(shown) - CLICKS, monitor, report.notices


def test_what_is_heard_and_what_is_seen_agree(tmp_path: Path, face_film: Path) -> None:
    found, monitor, notices = skews(tmp_path / "run", face_film, look_ahead=0.12)
    assert abs(np.median(found)) <= 0.040, found
    assert monitor.behind == 0.0
    assert not any("loudspeaker" in notice for notice in notices)


def test_a_loudspeaker_slower_than_the_picture_plays_as_soon_as_it_can_and_that_is_told(
    tmp_path: Path, face_film: Path
) -> None:
    found, monitor, notices = skews(tmp_path / "run", face_film, look_ahead=0.0)
    assert TOLERANCE < monitor.behind < 0.15
    assert np.median(found) == pytest.approx(monitor.behind, abs=0.040), found
    assert any("slower than the picture" in notice for notice in notices)
