"""How well predicted openings follow the lips of people on film. Measures; nothing is ever learned or chosen here.

The figure is Pearson's r between the predicted opening and the tracked gap of the inner lips over all frames with a
face, at the best lag within two frames (films are seldom cut in exact sync) and at lag 0. Beside it stand what a plain
energy envelope reaches with the same freedom, and the same prediction half a second late: the figure of chance.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.analysis import AnalysisOptions, analyse, choose_face
from core.arrays import Floats, Sound
from core.errors import FaceError
from core.face.mesh import lip_gap, mouth_width
from core.face.track import FaceTrack
from core.job import Job
from core.media.info import VideoInfo
from core.media.probe import probe
from core.media.sound import engine_sound, probe_sound
from core.models.mouth_motion import CHANNELS, MOTION_RATE, load_mouth_motion
from core.models.speech_features import SAMPLE_RATE
from core.project import Span
from core.voice import observe

_LAGS = np.arange(-2, 2.01, 0.5)  # frames
_CHANCE_SHIFT = MOTION_RATE // 2


@dataclass(frozen=True, slots=True)
class Tracked:
    """What a tracker saw: for frames at `times` (n,) seconds of the sound, lip gap and mouth width (n,) each."""

    times: NDArray[np.float64]
    gap: Floats
    width: Floats

    @property
    def frame_time(self) -> float:
        """Mean seconds from frame to frame."""
        return float(self.times[-1] - self.times[0]) / (len(self.times) - 1)


@dataclass(frozen=True, slots=True)
class Figures:
    """Correlations of one film: `opening` at `lag` frames (positive = the film's mouth is early) and `in_sync`."""

    name: str
    frames: int
    opening: float
    lag: float
    in_sync: float
    energy: float
    width: float
    chance: float

    def line(self) -> str:
        """One line of a report."""
        return (
            f"{self.name:32.32} {self.frames:5} frames  opening {self.opening:5.2f} at {self.lag:+.1f}, in sync "
            f"{self.in_sync:5.2f}  energy {self.energy:5.2f}  width {self.width:5.2f}  chance {self.chance:5.2f}"
        )


def measure(film: Path, weights: Path | None = None) -> Job[Figures]:
    """Compare what is heard in a film with the lips of the largest face seen in it.

    Raises MediaError, FaceError, or WeightsError for `weights` that cannot be used (None: the built-in ones).
    """
    info = probe(film)
    analysis = yield from analyse(info, AnalysisOptions(steady=False))
    track = choose_face(analysis, Span(0, analysis.frames), None)
    sound = engine_sound(film)
    voicing = yield from observe(sound, load_mouth_motion(weights) if weights else None)
    return figures(f"{film.parent.name}/{film.stem}", voicing.rows, sound, _tracked(info, track))


def figures(name: str, rows: Floats, sound: Sound, tracked: Tracked) -> Figures:
    """Compare motion (m, 6) heard in `sound` with what was tracked on film."""
    opening = rows[:, CHANNELS.index("open")]
    width = rows[:, CHANNELS.index("wide")] - rows[:, CHANNELS.index("round")]
    best, lag = _best(opening, tracked, tracked.gap)
    return Figures(
        name=name,
        frames=len(tracked.times),
        opening=best,
        lag=lag,
        in_sync=_correlation(opening, tracked, tracked.gap, 0.0),
        energy=_best(energy(sound), tracked, tracked.gap)[0],
        width=_best(width, tracked, tracked.width)[0],
        chance=_best(np.roll(opening, _CHANCE_SHIFT), tracked, tracked.gap)[0],
    )


def summary(all_figures: Sequence[Figures]) -> str:
    """The mean of several films as one line."""
    values = np.array([(f.opening, f.lag, f.in_sync, f.energy, f.width, f.chance) for f in all_figures]).mean(0)
    return Figures(f"mean of {len(all_figures)}", sum(f.frames for f in all_figures), *values.tolist()).line()


def energy(sound: Sound) -> Floats:
    """Root mean square of 40 ms, smoothed over 140 ms, at the rate of the motion."""
    power = np.convolve(np.square(sound), np.ones(640, np.float32) / 640, "same")[:: SAMPLE_RATE // MOTION_RATE]
    window = np.hanning(9)[1:-1]
    envelope: Floats = np.convolve(np.sqrt(np.maximum(power, 0)), window / window.sum(), "same").astype(np.float32)
    return envelope


def _tracked(info: VideoInfo, track: FaceTrack) -> Tracked:
    """Lips of one person on the clock of the film's sound. Raises FaceError if they are seen in less than a second."""
    seen = track.start + np.flatnonzero(track.present)
    if len(seen) < info.rate:
        raise FaceError("The face is seen too shortly to be measured.", "Use a film of a face that speaks.")
    heard = probe_sound(info.path).start
    times = np.array([float(info.ticks[frame] * info.time_base - heard) for frame in seen])
    points = [track.points[int(frame) - track.start] for frame in seen]
    gap = np.array([lip_gap(face) for face in points], np.float32)
    return Tracked(times, gap, np.array([mouth_width(face) for face in points], np.float32))


def _best(values: Floats, tracked: Tracked, seen: Floats) -> tuple[float, float]:
    reached = [_correlation(values, tracked, seen, lag * tracked.frame_time) for lag in _LAGS]
    best = int(np.argmax(reached))
    return reached[best], float(_LAGS[best])


def _correlation(values: Floats, tracked: Tracked, seen: Floats, shift: float) -> float:
    told = np.interp(tracked.times + shift, np.arange(len(values)) / MOTION_RATE, values)
    return float(np.corrcoef(told, seen)[0, 1]) if told.std() > 0 and seen.std() > 0 else 0.0
