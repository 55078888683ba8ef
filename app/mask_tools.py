"""What a person does to a mask by hand: which tool is held, what is seen of the mask, and the edits that come of it.

Knows the document and the frame that is shown; paints nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from app.commands import Commands
from app.language import later, tr
from core import edit
from core.face import mesh
from core.face.axes import axes_of
from core.project import Clip, Correction, Dial, Key, Nudge, Region, Span, Stroke
from core.retouch import correction_at, look_at

if TYPE_CHECKING:
    from core.dub import Masked
    from core.preview import PreviewFrame

SIZES = (0.02, 0.6)
"""The smallest and the largest radius of the brush, as shares of the face's scale."""

HANDLES = (
    mesh.MOUTH_LEFT,
    mesh.MOUTH_RIGHT,
    mesh.UPPER_OUTER[5],
    mesh.LOWER_OUTER[5],
    mesh.NOSE_BASE,
    mesh.CHIN,
    172,  # the corners of the jaw
    397,
)
"""The points of the mesh that can be dragged."""

DIALS = {
    Dial.STRENGTH: later("Strength"),
    Dial.FEATHER: later("Feather"),
    Dial.MARGIN: later("Grow or shrink"),
}
"""What the dials are called."""

REGIONS = {
    Region.MESH: later("Lower face"),
    Region.JAW: later("Jaw without cheeks"),
    Region.RAW: later("All skin below the nose"),
    Region.NECK: later("The same, and the neck"),
}
"""What the parts of a face are called that can be new."""

_STEP = 1.2
_APART = 0.25  # of the radius: nearer places of a stroke are left out


class Tool(StrEnum):
    """What the pointer does on the picture."""

    NONE = "none"
    BRUSH = "brush"
    ERASER = "eraser"
    BOX = "box"
    POINTS = "points"


class MaskView(StrEnum):
    """What is seen of the mask."""

    OFF = "off"
    OVERLAY = "overlay"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Held:
    """A face that is being dragged: how it was, and what was said of it before."""

    clip: str
    face: Masked
    correction: Correction


class MaskTools(QObject):
    """The hand on the mask."""

    changed = Signal()
    """The tool, the view or the face that is shown is another one."""

    def __init__(self, commands: Commands) -> None:
        super().__init__(commands)
        self._commands = commands
        self._preview = commands.desk.preview
        self._frame: PreviewFrame | None = None
        self.tool = Tool.NONE
        self.view = MaskView.OFF
        self.size = 0.12
        self.softness = 0.5
        self._preview.shown.connect(self._show)

    @property
    def clip(self) -> Clip | None:
        """The clip whose mask is worked on: the one at the playhead."""
        clip = self._commands.clip
        return clip if clip is not None and self._preview.playhead in clip.span else None

    @property
    def face(self) -> Masked | None:
        """The face of that clip in the frame that is shown."""
        clip, frame = self.clip, self._frame
        if clip is None or frame is None or frame.index != self._preview.playhead:
            return None
        return next((face for face in frame.faces if face.clip == clip.id), None)

    @property
    def span(self) -> Span | None:
        """The frames that strokes count in: from in to out where that meets the clip, else the whole clip."""
        clip, chosen = self.clip, self._commands.desk.document.project.in_out
        if clip is None or chosen is None or not chosen.overlaps(clip.span):
            return None if clip is None else clip.span
        return Span(max(chosen.start, clip.span.start), min(chosen.stop, clip.span.stop))

    def choose(self, tool: Tool) -> None:
        """Take another tool."""
        self.tool = tool
        self.changed.emit()

    def see(self, view: MaskView) -> None:
        """See the mask in another way."""
        self.view = view
        self.changed.emit()

    def resize(self, size: float) -> None:
        """Take a brush of this radius."""
        self.size = min(max(size, SIZES[0]), SIZES[1])
        self.changed.emit()

    def grow(self, steps: int) -> None:
        """Take a larger brush, or with steps below 0 a smaller one."""
        self.resize(self.size * _STEP**steps)

    def value(self, dial: Dial) -> float:
        """What a dial says at the playhead."""
        clip = self.clip or self._commands.clip
        if clip is None:
            return 0.0
        return float(getattr(look_at(clip.look, clip.retouch, self._preview.playhead), dial.value))

    def keys(self, dial: Dial) -> tuple[Key, ...]:
        """The keys of a dial in the clip at the playhead."""
        curves = () if self.clip is None else self.clip.retouch.curves
        return next((curve.keys for curve in curves if curve.dial is dial), ())

    def turn(self, dial: Dial, value: float, gesture: Hashable) -> None:
        """Give a dial a value: at the playhead where it has keys, else in the whole clip."""
        clip = self.clip
        if clip is None:
            return
        if self.keys(dial):
            self._set_key(clip, dial, value, gesture)
        else:
            self._look(tr(DIALS[dial]), gesture, **{dial.value: value})

    def cover(self, region: Region) -> None:
        """Make another part of the face new, in the whole clip."""
        self._look(tr("Region"), None, region=region)

    def widen(self, cheeks: tuple[int, int], gesture: Hashable) -> None:
        """Let the jaw keep its full width so far to the left and to the right, in the whole clip."""
        self._look(tr("Cheeks"), gesture, cheeks=cheeks)

    def toggle_key(self, dial: Dial) -> None:
        """Set a key at the playhead, or take the one there away."""
        clip, here = self.clip, self._preview.playhead
        if clip is None:
            return
        if any(key.frame == here for key in self.keys(dial)):
            self._commands.change(tr("Remove keyframe"), edit.remove_key(clip.id, dial, here))
        else:
            self._set_key(clip, dial, self.value(dial), None)

    def draw(self, pixels: Sequence[tuple[float, float]]) -> None:
        """Draw a stroke through places of the picture, in its pixels, with the brush or the eraser."""
        clip, face, span = self.clip, self.face, self.span
        if clip is None or face is None or span is None or not pixels:
            return
        places = axes_of(face.points).to_face(np.array(pixels, np.float32)).round(4)
        path = [(float(places[0, 0]), float(places[0, 1]))]
        for x, y in places[1:].tolist():
            if np.hypot(x - path[-1][0], y - path[-1][1]) >= _APART * self.size:
                path.append((x, y))
        adds = self.tool is Tool.BRUSH
        stroke = Stroke(span, adds, round(self.size, 4), self.softness, tuple(path))
        self._commands.change(tr("Brush") if adds else tr("Eraser"), edit.add_stroke(clip.id, stroke))

    def clear(self) -> None:
        """Take the strokes away, between in and out or in the whole clip."""
        if self.clip is not None and self.span is not None:
            self._commands.change(tr("Clear strokes"), edit.clear_strokes(self.clip.id, self.span))

    def hold(self) -> Held | None:
        """Begin to drag the face that is shown."""
        clip, face, here = self.clip, self.face, self._preview.playhead
        if clip is None or face is None:
            return None
        return Held(clip.id, face, correction_at(clip.retouch.corrections, here) or Correction(here))

    def move(self, held: Held, way: tuple[float, float]) -> None:
        """Move the held face by pixels of the picture from where it was."""
        dx, dy = self._in_face(held, way)
        was = held.correction
        self._correct(held, replace(was, dx=was.dx + dx, dy=was.dy + dy), tr("Move face box"))

    def scale(self, held: Held, factor: float) -> None:
        """Make the held face's box larger by a factor, or smaller below 1."""
        size = min(max(held.correction.size * factor, 0.2), 5.0)
        self._correct(held, replace(held.correction, size=size), tr("Resize face box"))

    def nudge(self, held: Held, point: int, way: tuple[float, float]) -> None:
        """Move one point of the held face by pixels of the picture from where it was."""
        dx, dy = self._in_face(held, way)
        known = {nudge.point: nudge for nudge in held.correction.nudges}
        before = known.get(point, Nudge(point, 0.0, 0.0))
        known[point] = Nudge(point, before.dx + dx, before.dy + dy)
        nudges = tuple(sorted(known.values()))
        self._correct(held, replace(held.correction, nudges=nudges), tr("Move landmark"))

    def uncorrect(self) -> None:
        """Forget what was said of the face in this frame."""
        if self.clip is not None:
            here = self._preview.playhead
            self._commands.change(tr("Forget correction"), edit.uncorrect_face(self.clip.id, here))

    def use_original(self) -> None:
        """Show the person as filmed between in and out, or in this frame."""
        if self.clip is not None:
            self._commands.change(tr("Use the original here"), edit.use_original(self.clip.id, self._stretch()))

    def use_dub(self) -> None:
        """Show the person dubbed again between in and out, or in this frame."""
        if self.clip is not None:
            self._commands.change(tr("Use the dub here"), edit.use_dub(self.clip.id, self._stretch()))

    def _look(self, title: str, gesture: Hashable, **changes: object) -> None:
        if self.clip is not None:
            look = replace(self.clip.look, **changes)  # type: ignore[arg-type] # names are spelt out above or a dial's
            self._commands.change(title, edit.set_look(self.clip.id, look), gesture)

    def _stretch(self) -> Span:
        here = self._preview.playhead
        return self._commands.desk.document.project.in_out or Span(here, here + 1)

    def _set_key(self, clip: Clip, dial: Dial, value: float, gesture: Hashable) -> None:
        key = Key(self._preview.playhead, min(max(value, dial.limits[0]), dial.limits[1]))
        self._commands.change(tr("Set keyframe"), edit.set_key(clip.id, dial, key), gesture)

    def _in_face(self, held: Held, way: tuple[float, float]) -> tuple[float, float]:
        """A way in pixels in the axes of the face before any correction, which are those of a correction."""
        dx, dy = np.linalg.solve(axes_of(held.face.points).matrix, np.array(way)) * held.correction.size
        return round(float(dx), 4), round(float(dy), 4)

    def _correct(self, held: Held, correction: Correction, text: str) -> None:
        self._commands.change(text, edit.correct_face(held.clip, correction), held.face.points.tobytes()[:64])

    def _show(self, frame: PreviewFrame | None) -> None:
        self._frame = frame
        self.changed.emit()
