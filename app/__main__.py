"""`dubwright-app [FILE …]`: the window. Reads the arguments and starts the program."""

import argparse
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


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
    parser.add_argument("--version", action="version", version=f"dubwright {_version()}")
    parser.add_argument("files", nargs="*", type=Path, help="a project (.dub), or a film and a voice")
    return parser


def _version() -> str:
    try:
        return version("dubwright")
    except PackageNotFoundError:
        return "0+unknown"


if __name__ == "__main__":
    sys.exit(main())
