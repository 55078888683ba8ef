"""A loudspeaker that is opened and closed on a thread of its own, as drivers take their time. Knows no widget.

The thread emits nothing: whoever plays asks `clock` and `failure` when it wants to know.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from app.language import tr
from core.errors import DeviceError, DubError
from core.media.player import Player, SilentSpeaker

if TYPE_CHECKING:
    from core.media.devices import Speaker


class Output(Protocol):
    """Something that plays what a player gives."""

    def clock(self) -> float | None:
        """Seconds of sound that were heard; None while it is being opened."""

    @property
    def failure(self) -> DubError | None:
        """Why nothing can be heard, or not any more."""

    def close(self) -> None:
        """Play no more."""


class DeviceOutput:
    """The machine's preferred loudspeaker."""

    def __init__(self, player: Player) -> None:
        self._player = player
        self._speaker: Speaker | None = None
        self._failure: DubError | None = None
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="loudspeaker")
        self._thread.start()

    def clock(self) -> float | None:
        """As `Output.clock`."""
        speaker = self._speaker
        return None if speaker is None else speaker.clock()

    @property
    def failure(self) -> DubError | None:
        """As `Output.failure`."""
        speaker = self._speaker
        if self._failure is None and speaker is not None and not self._closing.is_set() and speaker.gone:
            self._failure = DeviceError(tr("The loudspeaker is gone."), tr("Plug it in again, then play again."))
        return self._failure

    @property
    def is_open(self) -> bool:
        """Whether the device is open still, or being opened."""
        return self._thread.is_alive()

    def close(self) -> None:
        """As `Output.close`; what was given to the device may be heard for a moment more."""
        self._closing.set()

    def join(self) -> None:
        """Wait until the device is closed."""
        self.close()
        self._thread.join()

    def _run(self) -> None:
        from core.media.devices import Speaker, find_output

        try:
            with Speaker(find_output(), self._player.rate, self._player.channels, self._player.pull) as speaker:
                self._speaker = speaker
                self._closing.wait()
        except DubError as error:
            self._failure = error


class SilentOutput:
    """The wall clock in place of a loudspeaker."""

    def __init__(self, player: Player) -> None:
        self._speaker = SilentSpeaker(player.rate, player.pull)

    @property
    def failure(self) -> DubError | None:
        """None."""
        return None

    def clock(self) -> float:
        """As `Output.clock`."""
        return self._speaker.clock()

    def close(self) -> None:
        """Nothing has to be done."""


class Speakers:
    """Opens loudspeakers, one after another; `close` waits for all of them to end."""

    def __init__(self, make: Callable[[Player], DeviceOutput] = DeviceOutput) -> None:
        self._make = make
        self._opened: list[DeviceOutput] = []

    def open(self, player: Player) -> Output:
        """A loudspeaker for this player; those before are closed, and not waited for."""
        for before in self._opened:
            before.close()
        self._opened = [before for before in self._opened if before.is_open]
        self._opened.append(self._make(player))
        return self._opened[-1]

    def close(self) -> None:
        """Close what is open, and wait for it."""
        for opened in self._opened:
            opened.join()
        self._opened = []
