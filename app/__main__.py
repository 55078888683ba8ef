"""`dubwright-app [FILE …]`: the window. Reads the arguments and starts the program."""

import argparse
import sys
from pathlib import Path

from core.version import version


def main(arguments: list[str] | None = None) -> int:
    """Open the window with the files named, a project or a film and a voice, and return the exit code."""
    options = _parser().parse_args(arguments)
    from app.application import run

    return run(options.files)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dubwright-app",
        description="Dub a film in a window.",
    )
    parser.add_argument("--version", action="version", version=f"dubwright {version()}")
    parser.add_argument("files", nargs="*", type=Path, help="a project (.dub), or a film and a voice")
    return parser


if __name__ == "__main__":
    sys.exit(main())
