"""What the words after `dubwright weights` do. Knows no exit codes."""

import argparse
import sys
from typing import Any

from core import weights_list
from core.console import Console
from core.errors import SettingsError, WeightsError
from core.job import Progress, run
from core.weights import WeightsState, catalogue, find, imports, own_sets, remedy, sets_of, verify, weights_set
from core.weights_list import WeightsEntry, in_bytes


def list_weights(options: argparse.Namespace, console: Console) -> None:  # noqa: ARG001 - all commands look alike
    """Say of every set what it is for, where it lies, how large it is and under which licence. Hashes nothing."""
    rows = [_described(entry) for entry in weights_list.list_weights()]
    console.result({"weights": rows}, "\n".join(_as_text(row) for row in rows))


def verify_weights(options: argparse.Namespace, console: Console) -> None:
    """Compare every file with its hash: of the sets that are named, else of all that are there or needed.

    Raises WeightsError for the first set that is damaged, or missing although it is named or needed.
    """
    names = options.names or [*catalogue(), *own_sets()]
    states = []
    for number, name in enumerate(names):
        console.progress(Progress(number, len(names), "verifying"))
        states.append(verify(name))
    told = [state for state in states if state.folder or options.names or _is_wanted(state)]
    for state in told:
        if state.fault:
            raise WeightsError(f"{state.set.name}: {state.fault}", remedy(state.set))
    rows = [{"name": state.set.name, "folder": str(state.folder), "basis": state.basis} for state in told]
    console.result({"weights": rows}, "\n".join(f"{row['name']:14} whole ({row['basis']})" for row in rows))


def get_weights(options: argparse.Namespace, console: Console) -> None:
    """Fetch the sets that are named, or all that an engine of that name needs."""
    from core.weights_fetch import accept_licence, fetch, refuse_unaccepted

    names = [name for given in options.names for name in (sets_of(given) or (given,))]
    wanted = [weights_set(name) for name in names]
    for row in wanted:
        if options.accept_licence and row.ask:
            accept_licence(row)
            console.notice(f"You have accepted the licence of {row.name}: {row.licence}")
    refuse_unaccepted(*(row for row in wanted if row.repository and find(row.name) is None))
    folders = {name: str(run(fetch(name, options.mirror), console.progress)) for name in names}
    console.result({"weights": folders}, "\n".join(f"{name:14} {folder}" for name, folder in folders.items()))


def import_weights(options: argparse.Namespace, console: Console) -> None:
    """Register the sets that lie in a folder."""
    from core.weights_import import import_folder

    found = run(import_folder(options.folder, options.name), console.progress)
    rows = [{"name": row.name, "folder": str(row.folder), "licence": weights_set(row.name).licence} for row in found]
    lines = [f"{row['name']:14} is read in {row['folder']}\n{'':14} licence: {row['licence']}" for row in rows]
    console.result({"weights": rows}, "\n".join(lines))


def remove_weights(options: argparse.Namespace, console: Console) -> None:
    """Delete a fetched set or forget an imported one, after the user said yes."""
    from core.weights_import import removal, remove

    question = removal(options.name)
    if not options.yes and not _said_yes(question):
        raise SettingsError(f"Nothing was removed. {question}", "Say yes, or repeat the command with --yes.")
    told = remove(options.name)
    console.result({"removed": options.name, "told": told}, told)


def _is_wanted(state: WeightsState) -> bool:
    """Whether a set that is not there is a fault all the same: the program's own, or one that was registered."""
    return state.set.needed or state.set.name in imports()


def _described(entry: WeightsEntry) -> dict[str, Any]:
    row = entry.set
    return {
        "name": row.name,
        "title": row.title,
        "purpose": row.purpose,
        "engine": row.engine,
        "state": entry.place.value,
        "folder": str(entry.folder or ""),
        "bytes": entry.bytes,
        "memory": row.memory,
        "licence": row.licence,
        "ask": row.ask,
        "repository": row.repository,
        "revision": row.revision,
    }


def _as_text(row: dict[str, Any]) -> str:
    memory = f", {in_bytes(row['memory'])} of memory" if row["memory"] else ""
    lines = [
        f"{row['name']:14} {row['state']:9} {row['title']}",
        f"{row['purpose']}",
        f"{in_bytes(row['bytes'])} on disk{memory}; licence: {row['licence']}",
        row["folder"],
    ]
    return f"\n{'':15}".join(line for line in lines if line)


def _said_yes(question: str) -> bool:
    """Ask on a terminal; where there is none, nobody said yes."""
    if not sys.stdin.isatty():
        return False
    print(f"{question} Go on? [y/N] ", end="", file=sys.stderr, flush=True)  # noqa: T201 - a question to the user
    return sys.stdin.readline().strip().lower() in ("y", "yes")
