"""What a hub of models says of a file, and the file's bytes from any place on. Knows nothing of sets and folders.

The protocol, its addresses, tokens and errors are those of `huggingface_hub`. The bytes are asked for here, because
that library's own transfer throws a part of a file away when it is stopped.
"""

import os
import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from core.errors import WeightsError

USUAL = "https://huggingface.co"
SILENCE = 10.0
"""Seconds without a byte after which a server is given up."""

_PASSING = (408, 429, 500, 502, 503, 504)  # answers after which the same question may be answered


class BrokenOffError(Exception):
    """The line was cut, or the server is busy for the moment: asking once more may help."""


@dataclass(frozen=True, slots=True)
class Address:
    """A file at a hub: the hub's own address, the repository there, a revision of it, and the path in that."""

    endpoint: str
    repository: str
    revision: str
    path: str


@dataclass(frozen=True, slots=True)
class HubFile:
    """A file as the hub has it.

    `address` is that of one commit, so that it stays the same file. `bytes` is 0 if the hub does not say. `mark` tells
    its content apart: the SHA-256 of a large file, git's SHA-1 of a small one, or something else at a strange mirror.
    """

    address: Address
    bytes: int
    mark: str

    @property
    def is_marked(self) -> bool:
        """Whether the mark is a hash against which the content can be held."""
        return re.fullmatch("[0-9a-f]{40}|[0-9a-f]{64}", self.mark) is not None


def endpoint(mirror: str = "") -> str:
    """Address of the hub to ask: `mirror` if one is named, else `HF_ENDPOINT`, else huggingface.co."""
    return (mirror or os.environ.get("HF_ENDPOINT") or USUAL).rstrip("/")


def look_up(address: Address) -> HubFile:
    """What the hub says of a file. Raises WeightsError if it cannot be reached or does not have it."""
    from huggingface_hub import constants, get_hf_file_metadata

    constants.HF_HUB_DISABLE_TELEMETRY = True  # else every question says what is installed here and who asks
    with _translated(address):
        try:
            told = get_hf_file_metadata(
                _url(address), timeout=SILENCE, token=_token(address), endpoint=address.endpoint
            )
        except ValueError as error:
            raise WeightsError(f"“{address.endpoint}” is no address of a hub.", "Name it with https://.") from error
    commit = told.commit_hash or address.revision
    at_commit = Address(address.endpoint, address.repository, commit, address.path)
    return HubFile(at_commit, told.size or 0, told.etag or "")


def pieces(file: HubFile, begin: int) -> Generator[tuple[int, bytes], None, None]:
    """The bytes of a file from `begin` on, each piece with its place in the file.

    A server that cannot begin in the middle begins at 0. Raises BrokenOffError if the line is cut, WeightsError if
    asking again is of no use.
    """
    from huggingface_hub import get_session, hf_raise_for_status
    from huggingface_hub.errors import HfHubHTTPError

    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={begin}-"} if begin else {})
    if token := _token(file.address):
        headers["Authorization"] = f"Bearer {token}"
    with _translated(file.address):
        try:
            with get_session().stream("GET", _url(file.address), headers=headers, timeout=SILENCE) as response:
                hf_raise_for_status(response)
                place = begin if response.status_code == 206 else 0
                for piece in response.iter_bytes():  # as they come: a size of our own would hold some back
                    yield place, piece
                    place += len(piece)
        except _transport_error() as error:
            if isinstance(error, HfHubHTTPError) and error.response.status_code not in _PASSING:
                raise
            raise BrokenOffError(str(error)) from error


def unreachable(address: Address) -> WeightsError:
    """The error for a hub that does not answer, or no longer."""
    hint = "Check the network, or name a mirror with --mirror or HF_ENDPOINT; what has come so far is kept."
    return WeightsError(f"The hub {address.endpoint} cannot be reached.", hint)


def _url(address: Address) -> str:
    from huggingface_hub import hf_hub_url

    return hf_hub_url(address.repository, address.path, revision=address.revision, endpoint=address.endpoint)


def _token(address: Address) -> str | bool:
    """What the hub knows the user by, if they logged in; a mirror is not told."""
    from huggingface_hub import get_token

    return (address.endpoint == USUAL and get_token()) or False


def _transport_error() -> type[Exception]:
    """What the library's transport raises, whichever that is in its present version."""
    from huggingface_hub import errors

    base: type[Exception] = errors.HTTPError  # type: ignore[attr-defined]  # there, but not re-exported by name
    return base


@contextmanager
def _translated(address: Address) -> Iterator[None]:
    """What the hub's library raises, as one sentence and one remedy."""
    from huggingface_hub import errors

    what = f"{address.repository} at {address.endpoint}"
    try:
        yield
    except errors.GatedRepoError as error:
        hint = f"Open {address.endpoint}/{address.repository}, ask for access, then run “hf auth login”."
        raise WeightsError(f"{what} gives its files only to those who asked for access.", hint) from error
    except (errors.RepositoryNotFoundError, errors.RevisionNotFoundError, errors.EntryNotFoundError) as error:
        hint = "Use another mirror, look for a newer Dubwright, or import the files from a folder."
        raise WeightsError(f"{what} does not have {address.path} in the revision {address.revision}.", hint) from error
    except errors.OfflineModeIsEnabled as error:
        hint = "Unset HF_HUB_OFFLINE, or import the files from a folder."
        raise WeightsError("Fetching is switched off by HF_HUB_OFFLINE.", hint) from error
    except errors.HfHubHTTPError as error:
        answer = f"{address.endpoint} answers with the error {error.response.status_code}."
        raise WeightsError(answer, "Try again later; what has come so far is kept.") from error
    except (errors.FileMetadataError, _transport_error()) as error:
        raise unreachable(address) from error
