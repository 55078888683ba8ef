"""Which version of Dubwright this is. Knows nothing else."""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed


def version() -> str:
    """The version, as it was installed or bundled; “(not installed)” in a bare copy of the source."""
    try:
        return installed("dubwright")
    except PackageNotFoundError:
        return "(not installed)"
