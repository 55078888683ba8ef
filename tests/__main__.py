"""`python -m tests`: every check of the project, one verdict. Arguments are passed on to pytest.

Tests that take long are left out; `python -m tests -m slow` runs them alone.
"""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

CHECKS = {
    "ruff": ["-m", "ruff", "check", "."],
    "format": ["-m", "ruff", "format", "--check", "."],
    "types": ["-m", "mypy"],
    "contracts": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    "tests": [
        "-m",
        "pytest",
        "-n",
        "2",
        "-m",
        "not slow and not bundle and not gpu and not realtime",
        "--durations",
        "25",
    ],
    "clock": ["-m", "pytest", "-m", "realtime and not slow"],
}


def main() -> int:
    """Run all checks, also after a failure, and say which passed; 0 if all did."""
    failed = []
    for name, command in CHECKS.items():
        began = time.monotonic()
        arguments = sys.argv[1:] if name == "tests" else []
        code = subprocess.run([sys.executable, *command, *arguments], cwd=ROOT).returncode
        print(f"== {name}: {'passed' if code == 0 else 'FAILED'} in {time.monotonic() - began:.0f} s", flush=True)
        if code:
            failed.append(name)
    print("Every check passed." if not failed else f"Failed: {', '.join(failed)}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
