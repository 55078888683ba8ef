"""The video encoders that a film can be written with, and which of them work here. Knows no files.

A name in a list proves nothing (drivers are missing, sessions are used up), so an encoder counts as working only
after it has encoded two frames on this machine.

Pictures keep their exact size. 4:2:0 cannot hold an odd width or height, neither in H.264 nor in HEVC (their
cropping windows count in chroma samples), so the software encoders write odd sizes as 4:4:4; hardware encoders refuse.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

import ffmpeg

from core.errors import DeviceError, DubError, MediaError, SettingsError
from core.media.ffmpeg import command, run

Options = Mapping[str, str | int]
_DELIVERY = ("mp4", "mov", "mkv")
_VAAPI_DEVICE = "/dev/dri/renderD128"
_PROBE = 256


@dataclass(frozen=True, slots=True)
class Encoder:
    """One way to encode the picture.

    `program` is ffmpeg's name of it, `options` gives ffmpeg's options for a quality (0 best … 51 worst, as x264's
    crf). Pixel formats: `even` for sizes that 4:2:0 or 4:2:2 can hold, `any_size` for all others, `alpha` with
    transparency; empty where the encoder cannot. `upload` is a filter that hands frames to a device.
    `bits` is the least that a pixel takes, for a first look at the free space.
    """

    name: str
    program: str
    options: Callable[[int], Options]
    containers: tuple[str, ...] = _DELIVERY
    even: str = "yuv420p"
    any_size: str = ""
    alpha: str = ""
    upload: str = ""
    device: tuple[str, ...] = ()
    bits: float = 0.005
    lossless: bool = False

    def pixel_format(self, width: int, height: int, alpha: bool = False) -> str:
        """The format that keeps this size, and transparency where the encoder can.

        Raises MediaError if it cannot keep the size.
        """
        if alpha and self.alpha:
            return self.alpha
        if width % 2 == 0 and height % 2 == 0:
            return self.even
        if not self.any_size:
            raise MediaError(
                f"{self.name} cannot write a picture of {width} × {height}: both must be even.",
                "Choose the codec h264, which can.",
            )
        return self.any_size


@dataclass(frozen=True, slots=True)
class EncoderStatus:
    """Whether an encoder works on this machine, and if not, what it complained of."""

    name: str
    works: bool
    reason: str = ""


def find_encoder(name: str) -> Encoder:
    """The encoder of this name. Raises SettingsError if there is none."""
    if name not in ENCODERS:
        raise SettingsError(f"There is no codec “{name}”.", f"Choose one of: {', '.join(ENCODERS)}.")
    return ENCODERS[name]


@cache
def encoder_status(name: str) -> EncoderStatus:
    """Encode two frames and say whether that worked; the answer is kept while the program runs."""
    encoder = find_encoder(name)
    source = ffmpeg.input("pipe:0", format="rawvideo", pix_fmt="rgb24", s=f"{_PROBE}x{_PROBE}", framerate=25)
    options = {"filter:v:0": picture_filter(encoder, encoder.even), **encoder.options(16)}
    output = ffmpeg.output(source, "-", format="null", **options)
    frames = bytes(range(_PROBE)) * (_PROBE * 3 * 2)
    try:
        run(command(output, *encoder.device), frames, seconds=20)
    except DubError as error:
        return EncoderStatus(name, False, error.message)
    return EncoderStatus(name, True)


def probe_encoders() -> tuple[EncoderStatus, ...]:
    """The status of every encoder, in the order of `ENCODERS`; takes a few seconds the first time."""
    return tuple(encoder_status(name) for name in ENCODERS)


def working_encoder(name: str) -> Encoder:
    """The encoder of this name, if it works here.

    Raises SettingsError if there is none of that name, DeviceError with another that works if it does not.
    """
    encoder = find_encoder(name)
    status = encoder_status(name)
    if status.works:
        return encoder
    raise DeviceError(f"This machine cannot encode with {name}: {status.reason}", _alternative())


def picture_filter(encoder: Encoder, pixel_format: str, scaling: str = "", tags: str = "") -> str:
    """The filter chain from RGB to what the encoder takes.

    `scaling` are options of the scale filter, `tags` a filter that labels the frames.
    """
    accurate = "flags=bicubic+accurate_rnd+full_chroma_int"
    scale = f"scale={scaling}:{accurate}" if scaling else f"scale={accurate}"
    return ",".join(part for part in (scale, f"format={pixel_format}", tags, encoder.upload) if part)


def _alternative() -> str:
    for other in ("h264", "hevc", "ffv1", "prores"):
        if encoder_status(other).works:
            return f"Choose the codec {other}, which works here."
    return "Install another build of ffmpeg: this one has no encoder that works."


def _x264(quality: int) -> Options:
    return {"c:v:0": "libx264", "preset": "veryfast", "crf": quality}


def _x265(quality: int) -> Options:
    return {"c:v:0": "libx265", "preset": "superfast", "crf": quality, "x265-params": "log-level=error"}


def _prores(quality: int) -> Options:
    """One quantiser for all, from 1 (best): seven times as fast as searching one for every slice to fill a data rate.

    The profile, 422 HQ or 4444, follows from the pixel format.
    """
    return {"c:v:0": "prores_ks", "qscale:v:0": max(1, round(quality / 4)), "vendor": "apl0"}


def _ffv1(quality: int) -> Options:
    del quality  # lossless
    return {"c:v:0": "ffv1", "level": 3, "g": 1, "slices": 4, "slicecrc": 1}


def _nvenc(program: str) -> Callable[[int], Options]:
    return lambda quality: {"c:v:0": program, "preset": "p5", "rc": "vbr", "cq": max(1, quality), "b:v": 0}


def _qsv(program: str) -> Callable[[int], Options]:
    return lambda quality: {"c:v:0": program, "preset": "medium", "global_quality": max(1, quality)}


def _vaapi(program: str) -> Callable[[int], Options]:
    return lambda quality: {"c:v:0": program, "rc_mode": "CQP", "qp": max(1, quality)}


def _amf(program: str) -> Callable[[int], Options]:
    return lambda quality: {"c:v:0": program, "rc": "cqp", "qp_i": quality, "qp_p": quality, "qp_b": quality}


def _videotoolbox(program: str) -> Callable[[int], Options]:
    """Its quality runs from 1 to 100, best last."""
    return lambda quality: {"c:v:0": program, "q:v": max(1, round(100 - quality * 100 / 51))}


def _hardware(family: str) -> list[Encoder]:
    names = {kind: f"{family}_{kind}" for kind in ("nvenc", "qsv", "vaapi", "amf", "videotoolbox")}
    return [
        Encoder(names["nvenc"], names["nvenc"], _nvenc(names["nvenc"])),
        Encoder(names["qsv"], names["qsv"], _qsv(names["qsv"]), even="nv12"),
        Encoder(
            names["vaapi"],
            names["vaapi"],
            _vaapi(names["vaapi"]),
            even="nv12",
            upload="hwupload",
            device=("-vaapi_device", _VAAPI_DEVICE),
        ),
        Encoder(names["amf"], names["amf"], _amf(names["amf"]), even="nv12"),
        Encoder(names["videotoolbox"], names["videotoolbox"], _videotoolbox(names["videotoolbox"])),
    ]


_SOFTWARE = [
    Encoder("h264", "libx264", _x264, any_size="yuv444p"),
    Encoder("hevc", "libx265", _x265, any_size="yuv444p"),
    Encoder(
        "prores",
        "prores_ks",
        _prores,
        containers=("mov", "mkv"),
        even="yuv422p10le",
        any_size="yuv444p10le",
        alpha="yuva444p10le",
        bits=1.0,
    ),
    Encoder(
        "ffv1",
        "ffv1",
        _ffv1,
        containers=("mkv", "mov"),
        even="bgr0",
        any_size="bgr0",
        alpha="bgra",
        bits=0.5,
        lossless=True,
    ),
]

ENCODERS: dict[str, Encoder] = {
    encoder.name: encoder for encoder in (*_SOFTWARE, *_hardware("h264"), *_hardware("hevc"))
}
