"""Writes a film: frames by pipe to an encoder, exact times, everything else of the source beside it. Knows no faces.

    put(image) → NUT packet with its exact tick → ffmpeg's standard input ┐
    the source's other streams, chapters and tags, copied ────────────────┼→ film.mp4.part → film.mp4
    the new sound, encoded once ──────────────────────────────────────────┘

A raw pipe has no times; `core.media.nut` gives every frame the source's own tick in one pass, at constant and variable
rate alike.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from fractions import Fraction
from pathlib import Path
from typing import Any

import av.error
import ffmpeg
import numpy as np

from core.arrays import Alpha, Image
from core.errors import MediaError
from core.job import Job, run
from core.media.carry import MUXERS, Carried, CarryRequest, chapters_text, file_url, plan_carried
from core.media.encoders import Encoder, find_encoder, picture_filter, working_encoder
from core.media.ffmpeg import FfmpegProcess, command
from core.media.info import Colour
from core.media.nut import NutPipe
from core.media.target import check_not_input, check_writable, part_of, replace_with_part, require_space
from core.media.write_spec import SoundPart, WriteSpec
from core.scratch import scratch
from core.timing import named_rate

_OPEN_FRAMES = 1500  # frames for which there must be room where nobody knows how many will come
_GROWING = "+empty_moov+default_base_moof"  # ISO/IEC 14496-12, 8.8: movie fragments
_FRAGMENT = 500_000  # microseconds
_MATRICES = {"bt709", "smpte170m", "bt470bg", "bt2020nc", "fcc", "smpte240m"}
_SCALER_NAMES = {"bt2020nc": "bt2020"}
_COMPANIONS = {  # primaries and transfer that belong to a matrix where the file does not say
    "bt709": ("bt709", "bt709"),
    "smpte170m": ("smpte170m", "smpte170m"),
    "bt470bg": ("bt470bg", "smpte170m"),
    "bt2020nc": ("bt2020", "bt2020-10"),
    "fcc": ("bt470m", "smpte170m"),
    "smpte240m": ("smpte240m", "smpte240m"),
}


def check_target(out: Path, spec: WriteSpec) -> Encoder:
    """Whether `out` can be written as `spec` says, before any work is done; returns the encoder.

    Raises MediaError if the container does not fit the codec, the folder is missing or read-only, the disk is too
    full or `out` is one of the inputs; SettingsError or DeviceError if there is no such codec here.
    """
    encoder = find_encoder(spec.codec)
    container = _container(out)
    if container not in encoder.containers:
        names = " or ".join(f".{name}" for name in encoder.containers)
        raise MediaError(f"A .{container} file cannot hold {spec.codec}.", f"Name the result with {names}.")
    encoder.pixel_format(spec.width, spec.height, spec.alpha)
    check_not_input(out, spec.inputs)
    check_writable(out)
    frames = min(len(spec.ticks), _OPEN_FRAMES) if spec.open_end else len(spec.ticks)
    require_space(out.parent, round(frames * spec.width * spec.height * encoder.bits / 8))
    return working_encoder(spec.codec)


def written_colour(colour: Colour) -> Colour:
    """Colour tags of a film written from RGB pictures of a source with the tags `colour`.

    The source's own where SDR YUV can have them; BT.709 where it says nothing, for RGB, and for HDR, whose
    pictures come tone-mapped. The range is the source's, or limited.
    """
    told = Colour(range=colour.range) if colour.hdr or colour.matrix not in _MATRICES else colour
    matrix = told.matrix or "bt709"
    primaries, transfer = _COMPANIONS[matrix]
    return Colour(matrix, told.primaries or primaries, told.transfer or transfer, "pc" if told.range == "pc" else "tv")


class VideoWriter:
    """Takes the frames of a film in order; made by `write_video`. Owned by one thread."""

    def __init__(self, process: FfmpegProcess, spec: WriteSpec, carried: Carried, notices: tuple[str, ...]) -> None:
        self.notices = notices
        self.frames = 0
        self._process = process
        self._spec = spec
        self._shift = _shift(spec, carried)
        try:
            self._nut = NutPipe(process.stdin, (spec.width, spec.height), spec.alpha, spec.time_base, _rate(spec))
        except (BrokenPipeError, av.error.FFmpegError) as error:
            raise process.failure() from error

    @property
    def pid(self) -> int:
        """Number of the encoder's process."""
        return self._process.pid

    def put(self, image: Image, alpha: Alpha | None = None) -> None:
        """Write the next frame: RGB (height, width, 3), and its alpha (height, width) if the film has transparency.

        Raises MediaError if the encoder has failed, with its reason, for instance that the disk is full.
        """
        if self.frames == len(self._spec.ticks):
            raise ValueError("more frames than times")
        try:
            self._nut.put(_pixels(image, alpha, self._spec), self._spec.ticks[self.frames] - self._shift)
        except (BrokenPipeError, av.error.FFmpegError) as error:
            raise self._process.failure() from error
        self.frames += 1

    def finish(self) -> None:
        """Wait until the encoder has written everything. Raises MediaError with its reason if it failed."""
        if self.frames != len(self._spec.ticks) and not self._spec.open_end:
            raise ValueError(f"{self.frames} frames for {len(self._spec.ticks)} times")
        try:
            self._nut.close()
        except (BrokenPipeError, av.error.FFmpegError) as error:
            raise self._process.failure() from error
        self._process.finish()

    def abandon(self) -> None:
        """End the encoder at once."""
        self._process.kill()
        with suppress(BrokenPipeError, ValueError, av.error.FFmpegError):  # its pipe is gone, as we wanted
            self._nut.close()


def carried_by(out: Path, spec: WriteSpec) -> Job[Carried]:
    """What a film at `out` takes over from the source beside its picture; the source is read through to find out.

    Raises MediaError if that cannot be opened.
    """
    if spec.source is None or not spec.source.is_file():  # pictures in a folder have no other streams
        return Carried()
    return (yield from plan_carried(CarryRequest(spec.source, _container(out), spec.replaced, spec.stretch)))


@contextmanager
def write_video(out: Path, spec: WriteSpec, carried: Carried | None = None) -> Iterator[VideoWriter]:
    """Write a film to `out`; it appears there, in place of what was there, only once it is complete.

    `carried` is what `carried_by` found, which is asked here if it was not before.

    When the block is left by an exception (a cancelled job's GeneratorExit among them), the encoder is ended and
    nothing is left behind, but of a film with an open end what can be read. `VideoWriter.notices` tells what could not
    be carried over.

    Raises what `check_target` raises, before anything is written, and MediaError if writing fails.
    """
    encoder = check_target(out, spec)
    carried = run(carried_by(out, spec)) if carried is None else carried
    with ExitStack() as lent:
        chapters = _chapters_file(carried, spec, lent)
        output = _output(out, encoder, spec, carried, chapters)
        process = FfmpegProcess(command(output, *encoder.device, "-copyts", repeated=_tags(carried, spec)))
        writer = None
        try:
            writer = VideoWriter(process, spec, carried, (*carried.notices, *_notices(encoder, spec)))
            yield writer
            writer.finish()
            replace_with_part(out)
        except BaseException:
            writer.abandon() if writer else process.kill()
            if not spec.open_end:
                part_of(out).unlink(missing_ok=True)
            raise


def _chapters_file(carried: Carried, spec: WriteSpec, lent: ExitStack) -> Path | None:
    """The chapters of a stretch as ffmpeg reads them, until `lent` is closed."""
    if not carried.chapters:
        return None
    path = lent.enter_context(scratch()) / "chapters.txt"
    path.write_text(chapters_text(carried.chapters, _shift(spec, carried) * spec.time_base), encoding="utf-8")
    return path


def _container(out: Path) -> str:
    extension = out.suffix.lower().removeprefix(".")
    if extension not in MUXERS:
        names = ", ".join(f".{name}" for name in MUXERS)
        raise MediaError(
            f"Films are not written as “{out.suffix or out.name}”.", f"Name the result with one of {names}."
        )
    return extension


def _notices(encoder: Encoder, spec: WriteSpec) -> list[str]:
    notices = []
    if spec.alpha and not encoder.alpha:
        notices.append(f"{spec.codec} has no transparency; choose prores or ffv1 to keep it.")
    if encoder.even == "yuv420p" and encoder.pixel_format(spec.width, spec.height) != encoder.even:
        notices.append(
            f"{spec.width} × {spec.height} is an odd size and is kept by writing 4:4:4, which some players cannot show."
        )
    return notices


def _output(out: Path, encoder: Encoder, spec: WriteSpec, carried: Carried, chapters: Path | None) -> Any:
    """The whole command as an ffmpeg-python node. Inputs: 0 the frames, then the sound, the source, its chapters."""
    container, shift = _container(out), _shift(spec, carried) * spec.time_base
    streams = [ffmpeg.input("pipe:0", format="nut")["v:0"]]
    options: dict[str, Any] = {"c": "copy", "format": MUXERS[container], "map_metadata": -1, "map_chapters": -1}
    options |= _picture_options(container, encoder, spec, carried)
    if spec.sound is not None:
        offset = spec.sound.start - shift
        streams.append(ffmpeg.input(file_url(spec.sound.path), itsoffset=_seconds(offset))["a:0"])
        options |= _sound_options(container, encoder, spec.sound)
    if spec.source is not None and spec.source.is_file():
        number = len(streams)
        limit = {} if spec.until is None else {"to": _seconds(spec.until)}
        film = ffmpeg.input(file_url(spec.source), itsoffset=_seconds(-shift), **limit)
        streams += [film[str(stream.index)] for stream in carried.streams]
        streams.append(film["t:999?"])  # maps nothing, but makes a film without other streams an input for its tags
        options |= _carried_options(carried, spec, number)
    if chapters is not None:
        options["map_chapters"] = len({stream.node for stream in streams})
        streams.append(ffmpeg.input(file_url(chapters), format="ffmetadata")["t:999?"])
    if container != "mkv":
        options |= _mov_options(spec, carried)
    return ffmpeg.output(*streams, file_url(part_of(out)), **options)


def _picture_options(container: str, encoder: Encoder, spec: WriteSpec, carried: Carried) -> dict[str, Any]:
    pixel_format = encoder.pixel_format(spec.width, spec.height, spec.alpha)
    base = spec.time_base
    options: dict[str, Any] = dict(encoder.options(spec.quality))
    options |= {
        "filter:v:0": _colour_filter(encoder, pixel_format, spec),
        "fps_mode:v:0": "passthrough",
        "enc_time_base:v:0": f"{base.numerator}:{base.denominator}",
        "bsf:v:0": f"setts=pts=PTS:dts=DTS:duration={_durations(container, spec, carried)}",
        "disposition:v:0": "default",
    }
    return options


def _tags(carried: Carried, spec: WriteSpec) -> list[str]:
    """Tags of the picture; the film's own timecode tells when all of it begins, a stretch has another."""
    words = [word for key, value in carried.picture_tags for word in ("-metadata:s:v:0", f"{key}={value}")]
    return [*words, "-metadata", f"timecode={carried.timecode}"] if spec.stretch else words


def _durations(container: str, spec: WriteSpec, carried: Carried) -> str:
    """How long each packet lasts, as an expression of ffmpeg's bitstream filter setts.

    All durations follow from the times but the last. Matroska takes the film's end from the frame shown last; MP4
    adds up the decoding times, so there the packet decoded last makes up the sum.
    """
    last = spec.ticks[-1] - _shift(spec, carried)
    if container == "mkv":
        chosen = f"if(eq(PTS,{last}),{spec.last},DURATION)"
    else:
        rest = f"max(1,{last + spec.last}-DTS-STARTPTS+STARTDTS)"
        chosen = f"if(eq(N,{len(spec.ticks) - 1}),{rest},DURATION)"
    return chosen.replace(",", "\\,")


def _colour_filter(encoder: Encoder, pixel_format: str, spec: WriteSpec) -> str:
    colour, aspect = written_colour(spec.colour), spec.pixel_aspect
    rgb = pixel_format in ("bgr0", "bgra")
    scaling = (
        "" if rgb else f"out_color_matrix={_SCALER_NAMES.get(colour.matrix, colour.matrix)}:out_range={colour.range}"
    )
    tags = f"color_primaries={colour.primaries}:color_trc={colour.transfer}"
    tags += ":colorspace=gbr:range=pc" if rgb else f":colorspace={colour.matrix}:range={colour.range}"
    if not spec.tagged and not rgb:
        tags = f"color_primaries=unknown:color_trc=unknown:colorspace=unknown:range={colour.range}"
    labels = f"setparams={tags},setsar={aspect.numerator}/{aspect.denominator}"
    return picture_filter(encoder, pixel_format, scaling, labels)


def _sound_options(container: str, encoder: Encoder, sound: SoundPart) -> dict[str, Any]:
    """Lossless in Matroska, whose clock is too coarse for AAC's start-up samples, and beside an editing codec."""
    options: dict[str, Any] = {"disposition:a:0": "default"}
    if container == "mkv":
        return options | {"c:a:0": "flac", "sample_fmt:a:0": "s32", "bits_per_raw_sample:a:0": 24}
    if container == "mov" and encoder.name in ("prores", "ffv1"):
        return options | {"c:a:0": "pcm_s24le"}
    return options | {"c:a:0": "aac", "b:a:0": f"{min(128 * max(sound.channels, 1), 640)}k"}


def _carried_options(carried: Carried, spec: WriteSpec, number: int) -> dict[str, Any]:
    """Tags and chapters of input `number`; a second default audio stream would compete with the new one."""
    options: dict[str, Any] = {"map_metadata": number, "map_chapters": -1 if spec.stretch else number}
    first = 1 if spec.sound is None else 2
    for place, stream in enumerate(carried.streams, first):
        options[f"c:{place}"] = stream.codec
        if stream.codec == "aac":
            options[f"b:{place}"] = "256k"
        if stream.kind == "audio" and spec.sound is not None:
            options[f"disposition:{place}"] = "-default"
    return options


def _mov_options(spec: WriteSpec, carried: Carried) -> dict[str, Any]:
    """The picture's clock is the source's; the index goes to the front, so that players start before all is loaded."""
    flags = _GROWING if spec.open_end else "+faststart"
    flags += "+use_metadata_tags" if carried.free_tags else ""
    options: dict[str, Any] = {"movflags": flags, "video_track_timescale": spec.time_base.denominator}
    if spec.open_end:
        options |= {"frag_duration": _FRAGMENT, "flush_packets": 1}
    if spec.codec.startswith("hevc"):
        options["tag:v:0"] = "hvc1"  # Apple's players take no other
    return options


def _shift(spec: WriteSpec, carried: Carried) -> int:
    """Ticks by which the copy's clock lags behind the source's."""
    return carried.origin // spec.time_base


def _seconds(time: Fraction) -> str:
    return f"{float(time):.6f}"


def _pixels(image: Image, alpha: Alpha | None, spec: WriteSpec) -> Image:
    if image.shape != (spec.height, spec.width, 3) or image.dtype != np.uint8:
        raise ValueError(f"frame of {image.shape} {image.dtype} in a film of {spec.height} × {spec.width}")
    if not spec.alpha:
        return np.ascontiguousarray(image)
    pixels = np.full((spec.height, spec.width, 4), 255, np.uint8)
    pixels[..., :3] = image
    if alpha is not None:
        pixels[..., 3] = np.rint(alpha * 255)
    return pixels


def _rate(spec: WriteSpec) -> Fraction:
    shown = (spec.ticks[-1] - spec.ticks[0] + spec.last) * spec.time_base
    return spec.rate or named_rate(len(spec.ticks) / shown)
