"""What is said on stderr: errors, warnings and notes, each on a line of its own."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any, Final

import click

from auditor.cli.exit_code import ExitCode
from auditor.errors import AuditorError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "BadInput",
    "Failure",
    "error",
    "lines_of",
    "missed",
    "note",
    "printable",
    "warn",
    "warn_all",
]

MOST_PROBLEMS: Final = 50
"""Problems of one input that are printed; the rest is counted."""


def printable(text: str) -> str:
    """Return `text` without what could steer a terminal or pass for a new message.

    Lines after the first are indented.
    """
    lines = text.splitlines() or [""]
    return "\n  ".join("".join(map(_printable, line)) for line in lines)


def _printable(character: str) -> str:
    return character if character.isprintable() else "\N{REPLACEMENT CHARACTER}"


def note(message: str) -> None:
    """Tell what was done."""
    click.echo(printable(message), err=True)


def warn(message: str) -> None:
    """Tell what is probably not as it was meant."""
    _labelled("Warning", "yellow", message)


def error(message: str) -> None:
    """Tell what went wrong."""
    _labelled("Error", "red", message)


def missed(message: str) -> None:
    """Tell which threshold was missed."""
    _labelled("Missed", "red", message)


def warn_all(messages: Sequence[object], most: int = MOST_PROBLEMS) -> None:
    """Tell the first of many warnings, and how many there are besides."""
    for message in messages[:most]:
        warn(str(message))
    if len(messages) > most:
        warn(f"{len(messages) - most} more warnings are not shown.")


def lines_of(cause: AuditorError) -> Iterable[str]:
    """Yield what an error says: one line for each problem, of many the first."""
    if not isinstance(cause, InputError):
        yield str(cause)
        return
    for problem in cause.problems[:MOST_PROBLEMS]:
        yield str(problem)
    if len(cause.problems) > MOST_PROBLEMS:
        count = len(cause.problems)
        yield f"{count} problems in all; the first {MOST_PROBLEMS} are shown."


class _Stop(click.ClickException):
    """An error that ends the command."""

    def __init__(self, cause: AuditorError) -> None:
        super().__init__(str(cause))
        self.lines = tuple(lines_of(cause))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it, a line for each problem."""
        for line in self.lines:
            _labelled("Error", "red", line, color=self.show_color, file=file)


class BadInput(_Stop):
    """The input cannot be used."""

    exit_code = ExitCode.UNUSABLE


class Failure(_Stop):
    """Something other than the input stopped the command."""

    exit_code = ExitCode.INCOMPLETE


def _labelled(
    label: str,
    colour: str,
    message: str,
    *,
    color: bool | None = None,
    file: IO[Any] | None = None,
) -> None:
    styled = click.style(f"{label}:", fg=colour, bold=True)
    click.echo(f"{styled} {printable(message)}", err=True, color=color, file=file)
