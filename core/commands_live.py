"""What the words `live` and `devices` of the command line do: parse, run, tell. Knows no exit codes."""

import argparse
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict
from typing import Any

from core.console import Console
from core.errors import MediaError, SettingsError
from core.job import Progress, run
from core.live.face import FaceSource, LiveFace
from core.live.hearing import GATE_DB
from core.live.session import LiveOptions, LiveSession, Sink
from core.live.source import RATE, PacedSound, SoundSource, live_ring
from core.live.unfinished import finish
from core.project import EngineChoice
from core.recovery import Unfinished, unfinished_recordings


def live(options: argparse.Namespace, console: Console) -> None:
    """Make a face speak with a microphone, or with a sound file at its own pace."""
    if (options.sound is None) == (options.device is None):
        raise SettingsError("A live session needs one voice.", "Give --sound FILE, or --device N.")
    _finish_left(console)
    held = None if options.hold is None else options.hold - 1
    session = LiveSession()
    with ExitStack() as opened:
        opened.callback(session.close)
        choice = EngineChoice(options.engine, options.weights)
        face = run(session.prepare(FaceSource(options.face, held), choice), console.progress)
        source, seconds = _source(options, opened)
        sinks = _sinks(options, face, source, opened)
        source = _monitored(options, session, source, opened)
        opened.enter_context(_ending(session))
        gate = GATE_DB if options.gate is None else options.gate
        wanted = LiveOptions(gate, options.seconds or seconds)
        report = run(session.run(source, sinks, wanted), _shown(console, session))
        console.stop = False
    console.result({**report.as_json(), "out": None if options.out is None else str(options.out)}, report.as_text())


def devices(options: argparse.Namespace, console: Console) -> None:  # noqa: ARG001 - all commands look alike
    """List microphones and loudspeakers."""
    from core.media.devices import inputs, outputs

    found: dict[str, tuple[Any, ...]] = {"inputs": inputs(), "outputs": outputs()}
    lines = []
    for kind, listed in found.items():
        lines.append(f"{kind}:" if listed else f"{kind}: none")
        lines += [f"  {device.id:3} {device.name} ({device.host}){' *' * device.default}" for device in listed]
    data = {kind: [asdict(device) for device in listed] for kind, listed in found.items()}
    console.result(data, "\n".join(lines))


def _finish_left(console: Console) -> None:
    """Make films of recordings that a killed program has left; one that cannot be written yet stays."""
    with suppress(MediaError):  # there may be no place where any could be noted
        _finish_each(unfinished_recordings(), console)


def _finish_each(recordings: Sequence[Unfinished], console: Console) -> None:
    for left in recordings:
        try:
            made = run(finish(left), console.progress)
        except MediaError as error:
            console.notice(f"A recording that was cut off lies in {left.folder}: {error.message}")
            continue
        if made is not None:
            console.notice(f"A recording that was cut off was finished: {made}.")


def _source(options: argparse.Namespace, opened: ExitStack) -> tuple[SoundSource, float]:
    """Where the voice comes from, and how long it lasts."""
    if options.sound is not None:
        from core.media.sound import read_sound

        paced = opened.enter_context(PacedSound(read_sound(options.sound, RATE)))
        return paced, paced.seconds
    from core.media.devices import Microphone, find_input

    device = find_input(options.device)
    return opened.enter_context(Microphone(device, RATE, live_ring())), float("inf")


def _sinks(options: argparse.Namespace, face: LiveFace, source: SoundSource, opened: ExitStack) -> list[Sink]:
    """What takes the pictures."""
    sinks: list[Sink] = []
    if options.out is not None:
        from core.live.recording import Recording

        inputs = tuple(path for path in (options.face, options.sound) if path is not None)
        sinks.append(opened.enter_context(Recording(options.out, source.ring, face.rate, face.size, inputs)))
    if options.camera:
        from core.live.camera import VirtualCamera

        sinks.append(opened.enter_context(VirtualCamera(face.size, face.rate)))
    return sinks


def _monitored(
    options: argparse.Namespace, session: LiveSession, source: SoundSource, opened: ExitStack
) -> SoundSource:
    if options.monitor is None:
        return source
    from core.live.monitor import Monitor, Monitored
    from core.media.devices import find_output

    def late() -> float:
        return session.figures.usual if session.figures is not None else 0.0

    monitor = opened.enter_context(Monitor(source, find_output(options.monitor), late))
    return Monitored(source, monitor)


@contextmanager
def _ending(session: LiveSession) -> Iterator[None]:
    """Ctrl-C ends a session as its own end would: the recording is finished, the report told."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in before:
        signal.signal(number, lambda *_: session.stop())
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _shown(console: Console, session: LiveSession) -> Callable[[Progress], None]:
    def show(step: Progress) -> None:
        if console.stop:
            session.stop()
        else:
            console.progress(step)

    return show
