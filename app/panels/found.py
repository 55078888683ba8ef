"""What was found in a film, for people: one line, what is wrong with it, and every fact on demand.

Knows the values of `core.media.info`, not how they are found.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.language import tr
from app.widgets.section import muted
from app.words import noticed
from core.timing import timecode

if TYPE_CHECKING:
    from core.media.info import StreamInfo, VideoInfo

_MATRICES = {"bt709": "BT.709", "smpte170m": "BT.601", "bt470bg": "BT.601", "bt2020nc": "BT.2020"}
_CODECS = {
    "h264": "H.264",
    "hevc": "HEVC",
    "prores": "ProRes",
    "ffv1": "FFV1",
    "vp9": "VP9",
    "av1": "AV1",
    "mpeg2video": "MPEG-2",
    "mjpeg": "Motion JPEG",
    "png": "PNG",
    "aac": "AAC",
    "mp3": "MP3",
    "flac": "FLAC",
}
_TITLE_WIDTH = 92


class FoundReport(QWidget):
    """A line and the troubles always in sight; the rest below a button."""

    def __init__(self) -> None:
        super().__init__()
        self.line, self.troubles = muted(), muted()
        self.more = QToolButton()
        self.more.setObjectName("fold")
        self.more.setCheckable(True)
        self.more.setText(tr("What was found"))
        self.more.setAccessibleName(tr("What was found in the film"))
        self.more.setToolTip(tr("Everything that the program knows of the film's file"))
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.toggled.connect(self._unfold)
        self._facts = QWidget()
        self._grid = QGridLayout(self._facts)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, _TITLE_WIDTH)
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for part in (self.line, self.troubles, self.more, self._facts):
            layout.addWidget(part, 0, *([Qt.AlignmentFlag.AlignLeft] if part is self.more else []))
        self._unfold(False)
        self.wait()

    @property
    def rows(self) -> dict[str, str]:
        """What is told below the button: titles and texts."""
        labels = [item.widget() for i in range(self._grid.count()) if (item := self._grid.itemAt(i)) is not None]
        texts = [label.text() for label in labels if isinstance(label, QLabel)]
        return dict(zip(texts[::2], texts[1::2], strict=True))

    def wait(self) -> None:
        """Show that the film is being looked at."""
        self.line.setText(tr("Looking at the film …"))
        self.troubles.hide()
        self.more.hide()
        self._facts.hide()

    def show_info(self, info: VideoInfo) -> None:
        """Show what was found."""
        sound = tr("with sound") if info.audio else tr("without sound")
        told = tr("{width} × {height}, {rate} frames/s, {sound}")
        self.line.setText(told.format(width=info.width, height=info.height, rate=_rate(info), sound=sound))
        self.troubles.setText("\n".join(f"• {noticed(notice)}" for notice in info.notices))
        self.troubles.setVisible(bool(info.notices))
        self.more.show()
        self._facts.setVisible(self.more.isChecked())
        self._fill(info)

    def _fill(self, info: VideoInfo) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for row, (title, text) in enumerate(facts(info)):
            value = QLabel(text)
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(f"{title}: {text}")
            self._grid.addWidget(muted(title), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(value, row, 1)

    def _unfold(self, unfolded: bool) -> None:
        self.more.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self._facts.setVisible(unfolded)


def facts(info: VideoInfo) -> Iterator[tuple[str, str]]:
    """Everything that is known of a film, as titles and texts in the language of the person."""
    yield tr("Size"), _size(info)
    if info.rotation or info.mirrored:
        yield tr("Stored"), _turn(info)
    yield tr("Rate"), _steadiness(info)
    length = timecode(info.frames, info.rate)
    yield tr("Length"), tr("{length}, {count:,} frames").format(length=length, count=info.frames)
    if info.start:
        yield tr("Begins"), tr("{seconds:.3f} s on the file's own clock").format(seconds=float(info.start))
    codec = _CODECS.get(info.codec, info.codec)
    yield (
        tr("Picture"),
        tr("{codec}, {bits} bits, {format}").format(codec=codec, bits=info.bits, format=info.pixel_format),
    )
    yield tr("Colours"), _colours(info)
    if info.alpha:
        yield tr("Transparency"), tr("yes; kept by ProRes and FFV1")
    if len(info.keys) > 1 and not info.pictures:
        apart = max(later - earlier for earlier, later in pairwise((*info.keys, info.frames)))
        yield tr("Key frames"), tr("at most {count:,} frames apart").format(count=apart)
    yield from _tracks(info)
    if not info.notices:
        yield tr("Trouble"), tr("none found")


def _tracks(info: VideoInfo) -> Iterator[tuple[str, str]]:
    kinds = {
        "audio": tr("Sound"),
        "subtitle": tr("Subtitles"),
        "video": tr("More pictures"),
        "attachment": tr("Attached"),
    }
    streams: dict[str, list[str]] = {kinds["audio"]: []}
    for stream in info.streams:
        streams.setdefault(kinds.get(stream.kind, tr("Data")), []).append(_track(stream))
    for title, texts in streams.items():
        yield title, "\n".join(texts) or tr("none")
    if info.chapters:
        yield tr("Chapters"), f"{info.chapters:,}"


def _track(stream: StreamInfo) -> str:
    parts = [stream.title, stream.language, _CODECS.get(stream.codec, stream.codec)]
    if stream.sample_rate:
        parts += [f"{stream.sample_rate / 1000:g} kHz", stream.layout]
    return ", ".join(part for part in parts if part) or tr("of an unknown kind")


def _size(info: VideoInfo) -> str:
    told = f"{info.width} × {info.height}"
    if info.pixel_aspect == 1:
        return told
    aspect = f"{info.pixel_aspect.numerator}:{info.pixel_aspect.denominator}"
    return tr("{size}, pixels of {aspect}").format(size=told, aspect=aspect)


def _turn(info: VideoInfo) -> str:
    """What was done to the stored picture so that it is seen upright."""
    if not info.rotation:
        return tr("mirrored; shown as it is meant")
    if info.mirrored:
        return tr("mirrored and turned by {degrees}°; shown upright").format(degrees=info.rotation)
    return tr("turned by {degrees}°; shown upright").format(degrees=info.rotation)


def _rate(info: VideoInfo) -> str:
    return f"{float(info.rate):.3f}".rstrip("0").rstrip(".")


def _steadiness(info: VideoInfo) -> str:
    if len(info.ticks) < 2:
        return tr("a still picture")
    if info.constant_rate:
        return tr("{rate} frames/s, constant").format(rate=_rate(info))
    shown = [float((later - earlier) * info.time_base) * 1000 for earlier, later in pairwise(info.ticks)]
    told = tr("variable: {rate} frames/s on average, each shown for {least:.0f} to {most:.0f} ms; kept as it is")
    return told.format(rate=_rate(info), least=min(shown), most=max(shown))


def _colours(info: VideoInfo) -> str:
    colour = info.colour
    matrix = _MATRICES.get(colour.matrix, colour.matrix)
    if colour.hdr:
        name = "HLG" if colour.transfer == "arib-std-b67" else "PQ"
        return tr("HDR ({name}), shown in standard range").format(name=name)
    if colour.range == "pc":
        return tr("{matrix}, full range").format(matrix=matrix) if matrix else tr("not told; full range")
    return tr("{matrix}, limited range").format(matrix=matrix) if matrix else tr("not told; read as usual for its size")
