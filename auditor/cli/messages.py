"""What is said on stderr: errors, warnings and notes, each on a line of its own."""

from __future__ import annotations

import logging
import sys
from contextlib import contextmanager, redirect_stdout
from typing import TYPE_CHECKING, Final

import click

from auditor.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor.errors import AuditorError

__all__ = [
    "aside",
    "error",
    "missed",
    "note",
    "printable",
    "tell",
    "telling_what_is_logged",
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


class _Warner(logging.Handler):
    """Tells what is logged, as any other warning."""

    def emit(self, record: logging.LogRecord) -> None:
        """Tell one record."""
        warn(record.getMessage())


@contextmanager
def telling_what_is_logged(by: str, *, quiet: bool) -> Iterator[None]:
    """Tell warnings that a part of us logs, or keep them from everybody.

    Args:
        by: The part, as a logger's name.
        quiet: Whether nothing is to be told.
    """
    logger, warner = logging.getLogger(by), _Warner(logging.WARNING)
    handler = logging.NullHandler() if quiet else warner
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


@contextmanager
def aside() -> Iterator[None]:
    """Let what plugins print go to stderr: stdout has what was asked for alone."""
    with redirect_stdout(sys.stderr):
        yield


def tell(cause: AuditorError, about: str = "") -> None:
    """Tell what went wrong: a line for each problem, of many the first.

    Args:
        cause: What went wrong.
        about: What it concerns, where that is not the whole command.
    """
    start = f"{about}: " if about else ""
    problems = cause.problems if isinstance(cause, InputError) else (cause,)
    for problem in problems[:MOST_PROBLEMS]:
        error(f"{start}{problem}")
    if (count := len(problems)) > MOST_PROBLEMS:
        error(f"{start}{count} problems in all; the first {MOST_PROBLEMS} are shown.")


def _labelled(label: str, colour: str, message: str) -> None:
    styled = click.style(f"{label}:", fg=colour, bold=True)
    click.echo(f"{styled} {printable(message)}", err=True)
