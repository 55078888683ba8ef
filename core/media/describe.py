"""What was found in a media file, told to people and to programs. Knows how to ask, not how the answers are found."""

from pathlib import Path
from typing import Any

from core.errors import MediaError
from core.media.info import Colour, StreamInfo, VideoInfo
from core.media.probe import probe
from core.media.sound import SoundInfo, probe_sound


def describe(path: Path) -> tuple[dict[str, Any], str]:
    """A film, a picture, a folder of pictures, or else a sound. Raises MediaError if it is none of these.

    Returns JSON values, and lines for people.
    """
    try:
        info = probe(path)
    except MediaError as no_film:
        try:
            return _sound(probe_sound(path))
        except MediaError:
            raise no_film from None
    return _film(info), _film_text(info)


def _film(info: VideoInfo) -> dict[str, Any]:
    return {
        "kind": "film",
        "path": str(info.path),
        "width": info.width,
        "height": info.height,
        "frames": info.frames,
        "rate": str(info.rate),
        "constant_rate": info.constant_rate,
        "duration": float(info.duration),
        "start": float(info.start),
        "codec": info.codec,
        "pixel_format": info.pixel_format,
        "bits": info.bits,
        "alpha": info.alpha,
        "rotation": info.rotation,
        "mirrored": info.mirrored,
        "pixel_aspect": str(info.pixel_aspect),
        "colour": {
            "matrix": info.colour.matrix,
            "primaries": info.colour.primaries,
            "transfer": info.colour.transfer,
            "range": info.colour.range,
        },
        "streams": [_stream(stream) for stream in info.streams],
        "chapters": info.chapters,
        "metadata": dict(info.metadata),
        "notices": list(info.notices),
    }


def _stream(stream: StreamInfo) -> dict[str, Any]:
    data: dict[str, Any] = {"index": stream.index, "kind": stream.kind, "codec": stream.codec}
    if stream.kind == "audio":
        data |= {"sample_rate": stream.sample_rate, "channels": stream.channels, "layout": stream.layout}
    return data | {"language": stream.language, "title": stream.title}


def _film_text(info: VideoInfo) -> str:
    rate = f"{float(info.rate):.3f}".rstrip("0").rstrip(".")
    steady = "frames/s" if info.constant_rate else "frames/s on average, variable"
    lines = [
        f"{info.path.name}: {info.width} × {info.height}, {info.frames} frames, {rate} {steady}, "
        f"{float(info.duration):.3f} s",
        f"picture   {info.codec} {info.pixel_format}, {info.bits} bits{', with alpha' if info.alpha else ''}",
        f"colours   {_colours(info.colour)}",
    ]
    lines += [f"turned    {_turn(info)}, shown upright"] if info.rotation or info.mirrored else []
    lines += [f"{stream.kind:9} {_stream_text(stream)}" for stream in info.streams]
    lines += [f"chapters  {info.chapters}"] if info.chapters else []
    return "\n".join([*lines, *(f"note: {notice}" for notice in info.notices)])


def _colours(colour: Colour) -> str:
    """HDR is told in a notice."""
    return f"{colour.matrix or 'not told'}, {'full' if colour.range == 'pc' else 'limited'} range"


def _turn(info: VideoInfo) -> str:
    mirrored = "mirrored" if info.mirrored else ""
    turned = f"{info.rotation}° clockwise" if info.rotation else ""
    return " and ".join(part for part in (mirrored, turned) if part)


def _stream_text(stream: StreamInfo) -> str:
    sound = f" {stream.sample_rate} Hz {stream.layout}" if stream.kind == "audio" else ""
    return f"{stream.codec}{sound} {stream.language} {stream.title}".rstrip()


def _sound(info: SoundInfo) -> tuple[dict[str, Any], str]:
    seconds = None if info.duration is None else float(info.duration)
    data = {
        "kind": "sound",
        "path": str(info.path),
        "codec": info.codec,
        "sample_rate": info.rate,
        "channels": info.channels,
        "layout": info.layout,
        "duration": seconds,
    }
    length = "length not told" if seconds is None else f"{seconds:.3f} s"
    return data, f"{info.path.name}: sound, {info.codec} {info.rate} Hz {info.layout}, {length}"
