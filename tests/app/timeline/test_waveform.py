"""What is loud is painted at its place, to the pixel, at every zoom and wherever a voice begins."""

from fractions import Fraction
from functools import cache
from math import floor
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from app.timeline.geometry import FINEST, Kind, Scale, Shown, lanes
from app.timeline.lanes import LABELS, LanePainter, Scene
from core.media.peaks import BLOCK, RATE, Outliner, Peaks
from core.project import Clip, DubProject, Span, Voice
from tests.factories import make_footage

SECONDS, WIDTH = 8, 300
FRAME = 5  # pixels in which the frame of a clip lies over its outline
VOICE = Path("/voices/click.wav")
RATES = [Fraction(24_000, 1001), *map(Fraction, (25, 30, 50, 60, 120))]


@cache
def silence() -> Peaks:
    outliner = Outliner()
    outliner.push(np.zeros(SECONDS * RATE, np.float32))
    return outliner.finish()


def click(sample: int) -> Peaks:
    sound = np.zeros(SECONDS * RATE, np.float32)
    sound[sample] = 0.9
    outliner = Outliner()
    outliner.push(sound)
    return outliner.finish()


def painted(kind: Kind, peaks: Peaks, scale: Scale, rate: Fraction, voice_start: Fraction) -> QImage:
    """A row of pixels of a lane, somewhat above its middle."""
    clip = Clip("a", Span(0, scale.frames), Voice(VOICE, voice_start))
    project = DubProject(make_footage(frames=scale.frames, rate=rate), (clip,))
    voice = SimpleNamespace(peaks=peaks, speech=())
    survey = SimpleNamespace(film=peaks, voices={VOICE: voice}, people=(), cuts=(), problems=(), spoken=(), judged=())
    shown = Shown(project, scale, lanes(1, 0, True))
    lane = next(lane for lane in shown.lanes if lane.kind is kind)
    image = QImage(LABELS + WIDTH, shown.lanes[-1].bottom, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    LanePainter(painter, Scene(shown, rate, cast("Any", survey)), QPalette()).paint()
    painter.end()
    low, high = {Kind.FILM: (2, 2), Kind.VOICE: (15, 10)}[kind]
    return image.copy(LABELS, round((lane.top + low + lane.bottom - high) / 2 - 5), WIDTH, 1)


def loud_columns(kind: Kind, peaks: Peaks, scale: Scale, rate: Fraction, voice_start: Fraction) -> list[int]:
    """Where the lane looks otherwise than that of a silence."""
    one, other = (painted(kind, each, scale, rate, voice_start) for each in (peaks, silence()))
    return [x for x in range(WIDTH) if one.pixel(x, 0) != other.pixel(x, 0)]


@given(
    kind=st.sampled_from([Kind.FILM, Kind.VOICE]),
    rate=st.sampled_from(RATES),
    sample=st.integers(0, SECONDS * RATE - 1),
    closeness=st.floats(0, 1),
    at=st.floats(0.02, 0.98),
    late=st.integers(-2, 60),
)
@settings(max_examples=60, deadline=None)
def test_a_click_is_painted_within_a_pixel_of_its_sample(
    qapp: QApplication, kind: Kind, rate: Fraction, sample: int, closeness: float, at: float, late: int
) -> None:
    del qapp
    frames = floor(SECONDS * rate)
    start = late / rate if kind is Kind.VOICE else Fraction(0)
    place = (Fraction(sample, RATE) + start) * rate  # in frames of the film
    if not 0 <= place < frames:
        return
    whole = Scale.whole(frames, rate, WIDTH)
    zoom = whole.smallest * (whole.largest / whole.smallest) ** closeness
    scale = Scale(frames, WIDTH, float(place) - at * WIDTH / zoom, zoom, whole.largest).kept_inside()
    x = floor(scale.x_of(float(place)) + 1e-6)
    loud = loud_columns(kind, click(sample), scale, rate, start)
    assert loud or not FRAME <= x < WIDTH - FRAME
    assert all(abs(column - x) <= 1 for column in loud), (loud, x)


def test_outlines_are_as_fine_as_the_closest_view() -> None:
    assert FINEST * BLOCK == RATE
