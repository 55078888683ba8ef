"""Which part of a picture is seen, and how large: pixels of the picture and of a widget. Knows no widget, no colour.

Places are in pixels of the screen with their origin at the top left of a pane, or in pixels of the picture, where the
middle of the first pixel is (0.5, 0.5).
"""

from dataclasses import dataclass, replace

LARGEST = 32.0
"""Pixels of the screen on one of the picture at the closest."""

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sight:
    """A picture of `size` in a pane of `pane`, both (width, height).

    `zoom` is pixels of the screen on one of the picture, None fits the picture into the pane; `centre` is the place of
    the picture in the middle of the pane, None its own middle.
    """

    size: Place
    pane: Place
    zoom: float | None = None
    centre: Place | None = None

    @property
    def fitting(self) -> float:
        """The zoom at which the whole picture is seen as large as can be."""
        return min(self.pane[0] / max(self.size[0], 1.0), self.pane[1] / max(self.size[1], 1.0))

    @property
    def scale(self) -> float:
        """Pixels of the screen on one of the picture."""
        return self.fitting if self.zoom is None else self.zoom

    @property
    def is_fitted(self) -> bool:
        """Whether the picture is as large as the pane lets it be."""
        return self.zoom is None

    @property
    def area(self) -> tuple[float, float, float, float]:
        """Where the picture lies: left, top, width and height, on whole pixels; it may reach beyond the pane."""
        width, height = (max(round(side * self.scale), 1) for side in self.size)
        left, top = (
            round(room / 2 - place * self.scale) if self.zoom is not None else (round(room) - extent) // 2
            for room, place, extent in zip(self.pane, self._middle, (width, height), strict=True)
        )
        return float(left), float(top), float(width), float(height)

    def to_picture(self, place: Place) -> Place:
        """The place of the picture that is seen at a place of the pane; it may lie beside the picture."""
        left, top, width, height = self.area
        return (place[0] - left) * self.size[0] / width, (place[1] - top) * self.size[1] / height

    def to_pane(self, place: Place) -> Place:
        """Where in the pane a place of the picture is seen; the inverse of `to_picture`."""
        left, top, width, height = self.area
        return left + place[0] * width / self.size[0], top + place[1] * height / self.size[1]

    def fitted(self) -> "Sight":
        """The whole picture."""
        return replace(self, zoom=None, centre=None)

    def zoomed_to(self, zoom: float, at: Place) -> "Sight":
        """With another zoom; what is seen at `at` of the pane stays there, as far as the edges of the picture let it.

        Below the whole picture, or below its own size where the pane is larger than that, it cannot become smaller.
        """
        zoom = min(max(zoom, min(self.fitting, 1.0)), LARGEST)
        held = self.to_picture(at)
        centre = tuple(place - (spot - room / 2) / zoom for place, spot, room in zip(held, at, self.pane, strict=True))
        return replace(self, zoom=zoom, centre=(centre[0], centre[1])).kept_inside()

    def zoomed(self, factor: float, at: Place) -> "Sight":
        """Closer by a factor, or farther below 1; farther than the whole picture is the whole picture."""
        zoom = self.scale * factor
        return self.fitted() if factor < 1 and zoom <= self.fitting < 1 else self.zoomed_to(zoom, at)

    def panned(self, right: float, down: float) -> "Sight":
        """The picture moved by pixels of the screen, no farther than its edges; a fitted one stays."""
        if self.zoom is None:
            return self
        x, y = self._middle
        return replace(self, centre=(x - right / self.zoom, y - down / self.zoom)).kept_inside()

    def in_pane(self, size: Place, pane: Place) -> "Sight":
        """The same part of another picture, or of one in a pane of another size."""
        if size != self.size:
            return Sight(size, pane)
        return replace(self, pane=pane).kept_inside()

    @property
    def _middle(self) -> Place:
        return self.centre if self.centre is not None else (self.size[0] / 2, self.size[1] / 2)

    def kept_inside(self) -> "Sight":
        """No ground is seen where there could be picture; a side that is smaller than the pane is in its middle."""
        if self.zoom is None:
            return self
        x, y = (
            min(max(place, half), side - half) if side > 2 * half else side / 2
            for place, side, half in zip(
                self._middle, self.size, (room / 2 / self.zoom for room in self.pane), strict=True
            )
        )
        return replace(self, centre=(x, y))
