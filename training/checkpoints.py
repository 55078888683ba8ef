"""The state of a training run on disk: whole or not there, read without running code. Knows no networks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from core.errors import MediaError
from core.job import Job, Progress

_NAME = re.compile(r"step-(\d{8})\.ckpt")


@dataclass(frozen=True, slots=True)
class Checkpoints:
    """The checkpoints of one run, in `folder`; the newest `keep` are kept."""

    folder: Path
    keep: int = 3

    def save(self, step: int, state: dict[str, Any]) -> Path:
        """Write the state after `step` steps. Raises MediaError if it cannot be written."""
        path = self.folder / f"step-{step:08d}.ckpt"
        part = path.with_suffix(".part")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            torch.save({"step": step, **state}, part)
            part.replace(path)
        except (OSError, RuntimeError) as error:
            part.unlink(missing_ok=True)
            hint = "Make room, or name another folder."
            raise MediaError(f"The checkpoint {path.name} cannot be written: {error}.", hint) from error
        for old in list(self._paths())[self.keep :]:
            old.unlink(missing_ok=True)
        return path

    def newest(self) -> tuple[dict[str, Any] | None, tuple[str, ...]]:
        """The newest state that is whole, None if there is none; and the names of damaged ones that are newer."""
        damaged: list[str] = []
        for path in self._paths():
            state = _read(path)
            if state is not None:
                return state, tuple(damaged)
            damaged.append(path.name)
        return None, tuple(damaged)

    def latest(self) -> Job[dict[str, Any] | None]:
        """The newest state that is whole, None if there is none; says which newer ones are damaged."""
        state, damaged = self.newest()
        for name in damaged:
            yield Progress(0, 0, "checkpoint", notice=f"The checkpoint {name} is damaged; the one before it is used.")
        return state

    def reached(self, step: int) -> bool:
        """Whether there is a state that is whole, after so many steps or more."""
        state, _ = self.newest()
        return state is not None and int(state["step"]) >= step

    def whole(self) -> Iterator[dict[str, Any]]:
        """Every state that is whole, oldest first."""
        for path in reversed(list(self._paths())):
            state = _read(path)
            if state is not None:
                yield state

    def _paths(self) -> Iterator[Path]:
        """Newest first."""
        yield from sorted((path for path in self.folder.glob("*.ckpt") if _NAME.fullmatch(path.name)), reverse=True)


def _read(path: Path) -> dict[str, Any] | None:
    """A state, None if it is damaged."""
    try:
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
    except Exception:  # noqa: BLE001 - torch raises anything from KeyError to RuntimeError for a damaged file
        return None
    return state
