"""Command line of the training program: from films to weights; the built-in engine's network; the demonstration.

Decides nothing itself. Exit codes are those of `dubwright`.
"""

import argparse
import multiprocessing
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from core.device import single_threaded
from core.errors import DubError
from core.job import Progress, run
from core.version import version
from training import commands
from training.arguments import add_commands
from training.telling import teller


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code: 0 done, 2 wrong usage, 6 cancelled, else that of the `DubError`."""
    multiprocessing.freeze_support()
    options = _parsed(arguments)
    console = teller(getattr(options, "json", False))
    try:
        if hasattr(options, "command"):
            getattr(commands, options.command)(options, console)
        else:
            with single_threaded():
                options.action(options)
    except DubError as error:
        console.error(error)
        return error.exit_code
    except KeyboardInterrupt:
        return 6
    finally:
        console.close()
    return 0


def _parsed(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Take NAME=VALUE wherever it stands: argparse knows it only right after the recipe."""
    parser = _parser()
    options, rest = parser.parse_known_args(arguments)
    if rest and not (hasattr(options, "changes") and all("=" in word and word[0] != "-" for word in rest)):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        options.changes += rest
    return options


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dubwright-train", description="Makes and measures the weights of Dubwright.")
    parser.add_argument("--version", action="version", version=f"dubwright {version()}")
    actions = parser.add_subparsers(required=True, metavar="COMMAND")
    add_commands(actions)

    mouth = actions.add_parser("mouth", help="teach the built-in engine's network on synthetic speech")
    mouth.add_argument("--minutes", type=_minutes, help="about how long on two free cores (default: the recipe's)")
    mouth.add_argument("-o", "--out", type=Path, default=Path("mouth-weights"), help="folder for the weights")
    mouth.add_argument("--work", type=Path, help="folder where the speech is kept (default: it is deleted)")
    mouth.add_argument("--seed", type=int, help="of all chance (default: the recipe's)")
    mouth.set_defaults(action=_mouth)

    report = actions.add_parser("mouth-report", help="measure the network on films of people who speak")
    report.add_argument("films", nargs="+", type=Path, metavar="FILM")
    report.add_argument("--weights", type=Path, help="file to measure (default: the built-in weights)")
    report.set_defaults(action=_mouth_report)

    presenter = actions.add_parser("presenter", help="draw the presenter of the demonstration")
    presenter.add_argument("-o", "--out", type=Path, required=True, help="film to write (.mp4)")
    presenter.add_argument("--seconds", type=float, default=8.0)
    presenter.add_argument("--seed", type=int, default=0, help="another appearance (default: 0, the shipped one)")
    presenter.set_defaults(action=_presenter)

    voice = actions.add_parser("demo-voice", help="synthesise the voice of the demonstration")
    voice.add_argument("-o", "--out", type=Path, required=True, help="sound to write (.flac)")
    voice.set_defaults(action=_demo_voice)
    return parser


def _minutes(text: str) -> float:
    minutes = float(text)
    if not 0 < minutes <= 24 * 60:
        raise argparse.ArgumentTypeError("must be more than 0 and at most a day")
    return minutes


def _mouth(options: argparse.Namespace) -> None:
    from training.mouth import usual

    changes = [f"{name}={value}" for name in ("minutes", "seed") if (value := getattr(options, name)) is not None]
    with tempfile.TemporaryDirectory(prefix="dubwright-speech-") as folder:
        commands.mouth(usual(changes), options.out, options.work or Path(folder), teller(json=False))


def _mouth_report(options: argparse.Namespace) -> None:
    from training.mouth_report import measure, summary

    figures = []
    for film in options.films:
        figures.append(run(measure(film, options.weights)))
        print(figures[-1].line(), flush=True)
    print(summary(figures))


def _presenter(options: argparse.Namespace) -> None:
    from training.presenter.film import render_presenter

    job = render_presenter(options.out, options.seconds, seed=options.seed)
    print(run(job, _Line(time.monotonic())))


def _demo_voice(options: argparse.Namespace) -> None:
    from training.demo_voice import write_demo_voice

    write_demo_voice(options.out)
    print(options.out)


class _Line:
    """Prints where a job is, with every notice and otherwise every ten seconds."""

    def __init__(self, started: float) -> None:
        self._started = started
        self._printed = started

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if not progress.notice and now - self._printed < 10:
            return
        self._printed = now
        print(
            f"{now - self._started:6.0f} s  {progress.label} {progress.done}/{progress.total}  {progress.notice}",
            flush=True,
        )


if __name__ == "__main__":
    raise SystemExit(main())
