"""Where outputs may go: no two to one place, and none over what is read."""

from __future__ import annotations

from os.path import realpath
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from auditor.cli.messages import printable
from auditor.cli.writing import check_writable
from auditor.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["STDOUT", "refuse_inputs", "refuse_two_alike", "refuse_unwritable"]

STDOUT: Final = Path("-")
"""The path that stands for stdout."""


def refuse_two_alike(paths: Sequence[Path]) -> None:
    """Refuse outputs of which two go to one place, whatever way it is spelled.

    Raises:
        UsageError: If two do.
    """
    if len({_followed(path) for path in paths}) < len(paths):
        raise click.UsageError("Two outputs have the same path.")


def refuse_inputs(
    path: Path, inputs: Iterable[Path], called: str = "what is read"
) -> None:
    """Refuse an output that would overwrite what is read.

    Args:
        path: Where the output goes.
        inputs: What is read.
        called: What a message calls it.

    Raises:
        UsageError: If it would.
    """
    if any(_is_same_file(path, read) for read in inputs):
        raise click.UsageError(printable(f"{path} is {called}."))


def refuse_unwritable(path: Path) -> None:
    """Find out before any work whether a file can be written.

    Raises:
        UsageError: If it cannot; says why.
    """
    try:
        check_writable(path)
    except OutputError as cause:
        raise click.UsageError(printable(str(cause))) from cause


def _followed(path: Path) -> str:
    """Return where a path leads; stdout is no path."""
    return str(STDOUT) if path == STDOUT else realpath(path)


def _is_same_file(one: Path, other: Path) -> bool:
    """Whether both are there and the same; what has an impossible name is not."""
    try:
        return one.samefile(other)
    except OSError:
        return False
