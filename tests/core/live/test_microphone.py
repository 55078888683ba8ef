"""The whole way, from a virtual microphone through PortAudio to the picture."""

import time
from pathlib import Path

import numpy as np
import pytest

from core.job import Progress, run
from core.live.face import FaceSource
from core.live.session import LiveOptions, LiveSession
from core.live.source import RATE, live_ring
from core.media.devices import Microphone
from core.media.ring import Ring
from core.project import Look
from tests.core.live.flash import FlashEngine
from tests.core.live.test_session import Seen, clicks, flashes
from tests.virtual_mic import virtual_microphone

pytestmark = pytest.mark.realtime


@pytest.fixture(scope="module")
def session(face_film: Path) -> LiveSession:
    made = LiveSession(lambda choice: FlashEngine())
    run(made.prepare(FaceSource(face_film, look=Look(match_colour=False))))
    return made


def test_latency_told_is_that_which_a_witness_measures(tmp_path: Path, session: LiveSession) -> None:
    """Told against measured: within 10 ms in the median of five clicks."""
    seen, ring = Seen(), live_ring()
    with virtual_microphone(tmp_path / "run") as virtual, virtual.witness() as witness:
        with Microphone(virtual.device(), RATE, ring) as microphone:
            virtual.say(clicks(7.0, 1.0, 2.1, 3.2, 4.3, 5.4))
            run(session.run(microphone, [seen], LiveOptions(seconds=7.0)))
            time.sleep(0.2)
        onsets = witness.onsets()
    assert len(onsets) == len(flashes(seen)) == 5
    errors = []
    for onset, heard, at in zip(onsets, _onsets(ring), flashes(seen), strict=True):
        (place,) = [index for index, frame in enumerate(seen.frames) if frame.time == at]
        frame = seen.frames[place]
        spoken = onset + (frame.sample - heard) / RATE  # when the picture's own sound was in the air, by the witness
        errors.append((seen.at[place] - spoken) - frame.latency)
    assert abs(np.median(errors)) < 0.010, errors


def _onsets(ring: Ring) -> list[int]:
    """Samples at which the clicks were heard."""
    start = ring.oldest
    loud = np.flatnonzero(np.abs(ring.read(start, ring.capacity)[:, 0]) > 0.2) + start
    return [int(at) for before, at in zip([-RATE, *loud[:-1]], loud, strict=True) if at - before > 0.3 * RATE]


def test_the_microphone_is_unplugged_and_plugged_in_again(tmp_path: Path, session: LiveSession) -> None:
    steps: list[Progress] = []
    seen, pulled = Seen(), False
    with virtual_microphone(tmp_path / "run") as virtual:  # noqa: SIM117 - the device is one of the first
        with Microphone(virtual.device(), RATE, live_ring()) as microphone:
            for step in session.run(microphone, [seen], LiveOptions(seconds=14.0)):
                steps.append(step)
                if step.done == 25 and not pulled:
                    pulled = True
                    virtual.unplug()
                if "gone" in step.notice and not virtual.running:
                    virtual.plug()
                if "back" in step.notice:
                    virtual.say(clicks(3.0, 1.0))
    assert [word in "".join(s.notice for s in steps) for word in ("gone", "back")] == [True, True]
    assert len(flashes(seen)) == 1
    assert seen.frames[-1].latency < 0.5
