"""Opens media files for reading and turns what can go wrong there into errors for the user. Knows no streams.

Paths go to ffmpeg as `file:` addresses, so that a name with a colon or a percent sign is a name, and no other protocol
is allowed, so that a playlist called `film.mp4` fetches nothing from a network.
"""

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av
import av.container
import av.error

from core.errors import MediaError

MAX_SIDE = 16384
MAX_PIXELS = 1 << 26
"""Larger pictures are refused: one of them would take 200 MB and more."""

_PLAYLISTS = {"hls", "concat", "dash", "imf", "sdp", "rtsp"}
_EMPTY_REASONS = {"Invalid data found when processing input", "End of file"}
_OPTIONS = {"protocol_whitelist": "file", "max_pixels": str(MAX_PIXELS)}


@contextmanager
def open_input(path: Path) -> Iterator[av.container.InputContainer]:
    """An open media file, closed at the end of the block.

    Nothing of it (streams, packets) may be used after that. Raises MediaError if it cannot be opened, and in place
    of every error that reading it raises within the block.
    """
    with media_errors(path):
        check_readable(path)
        container = av.open(f"file:{path.absolute()}", options=dict(_OPTIONS), metadata_errors="replace")
        try:
            if set(container.format.name.split(",")) & _PLAYLISTS:
                raise MediaError(f"{path.name} is a playlist, not a film.", "Choose the film that it names.")
            yield container
        finally:
            container.close()


@contextmanager
def media_errors(path: Path) -> Iterator[None]:
    """Raise MediaError, with one sentence about `path`, in place of what ffmpeg or the system raises."""
    try:
        yield
    except MediaError:
        raise
    except FileNotFoundError as error:
        raise MediaError(f"There is no file {path}.", "Check the name, or choose the file again.") from error
    except PermissionError as error:
        raise MediaError(f"{path.name} may not be read.", "Ask for permission to read it, or copy it.") from error
    except MemoryError as error:
        raise MediaError(
            f"{path.name} needs more memory than there is.", "It may be damaged; if not, close other programs."
        ) from error
    except av.error.DecoderNotFoundError as error:
        raise MediaError(f"{path.name} has a codec that is not known here.", "Convert it to H.264.") from error
    except (av.error.FFmpegError, OSError, ValueError, OverflowError) as error:
        raise _unreadable(path, error) from error


def check_readable(path: Path) -> None:
    """Raise MediaError or OSError if `path` is no file that can be read, or an empty one.

    Pipes and devices are refused, as they would be waited for without an end.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise MediaError(f"{path} is not a file.", "Choose a film or a still image.")
    with path.open("rb") as file:
        if not file.read(1):
            raise MediaError(f"{path.name} is empty.", "Copy or download the file again.")


def check_size(path: Path, width: int, height: int) -> None:
    """Raise MediaError if a picture of this size cannot be worked on."""
    if width < 1 or height < 1:
        raise MediaError(
            f"The size of the picture in {path.name} cannot be read; it is damaged or larger than {MAX_SIDE} pixels.",
            "Copy the file again, or make a smaller one.",
        )
    if max(width, height) > MAX_SIDE or width * height > MAX_PIXELS:
        raise MediaError(
            f"The picture in {path.name} is too large: {width} × {height}.",
            f"Scale it to at most {MAX_SIDE} pixels a side and {MAX_PIXELS // 10**6} megapixels.",
        )


def _unreadable(path: Path, error: Exception) -> MediaError:
    reason = error.strerror if isinstance(error, OSError | av.error.FFmpegError) else ""
    told = f": {reason}" if reason and reason not in _EMPTY_REASONS else ""
    return MediaError(
        f"{path.name} is damaged or not a media file{told}.", "Copy the file again, or convert it with another program."
    )
