"""The kinds of value that options take, and what several commands ask alike."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from auditor.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    Decorator = Callable[[Callable[..., object]], Callable[..., object]]

__all__ = [
    "LIST_CHECKS",
    "DayType",
    "ReplacementType",
    "did_you_mean",
    "evidence_option",
    "format_option",
    "in_order",
    "names_asked_for",
    "names_in",
    "pack_option",
    "rubric_option",
    "unknown",
]

LIST_CHECKS: Final = "`cxaudit checks list` lists all."
DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class DayType(click.ParamType[date]):
    """A day, written as 2026-11-21 and in no other way."""

    name = "date"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """Return the day."""
        if isinstance(value, date):
            return value
        try:
            return _day(str(value))
        except ValueError:
            self.fail(f"{str(value)[:60]!r} is no day such as 2026-11-21.", param, ctx)


class ReplacementType(click.ParamType[tuple[str, str]]):
    """A name and a path, written as `tickets=new/tickets.csv`."""

    name = "replacement"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, str]:
        """Return the name and the path."""
        if isinstance(value, tuple):
            return value
        id_, _, path = str(value).partition("=")
        if not (id_ and path):
            shown, _, _ = str(value)[:60].partition("://")  # then may come a password
            self.fail(f"{shown!r} is not written as ID=PATH.", param, ctx)
        return id_, path


def in_order(*options: Decorator) -> Decorator:
    """Return what gives a command these options, for its help to list as they stand."""

    def given(command: Callable[..., object]) -> Callable[..., object]:
        for option in reversed(options):
            command = option(command)
        return command

    return given


def format_option(*formats: str, says: str) -> Decorator:
    """Return the option by which a command prints in one of several formats.

    Args:
        formats: Their names, the usual one first.
        says: What the help says of it.
    """
    return click.option(
        "--format",
        "format_",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help=says,
    )


def evidence_option() -> Decorator:
    """Return the option by which a table of a profile is read from elsewhere."""
    return click.option(
        "--evidence",
        "replaced",
        type=ReplacementType(),
        metavar="ID=PATH",
        multiple=True,
        help="Read this file instead of the source that the profile names. Repeatable.",
    )


def rubric_option(says: str) -> Decorator:
    """Return the option by which a command takes a rubric, by its path or name.

    Args:
        says: What the help says of it, without a full stop.
    """
    return click.option(
        "--rubric",
        type=click.Path(path_type=Path),
        metavar="RUBRIC",
        help=f"{says}: a file, or a name that `cxaudit rubric list` lists.",
    )


TRANSLATED: Final = (
    "A pack, or a folder of packs, of which checks took part: says their titles in "
    "other languages. Repeatable."
)
"""What the help says of packs where results hold all else of them."""


def pack_option(
    says: str = "A pack of checks without code, or a folder of packs. Repeatable.",
) -> Decorator:
    """Return the option by which a command takes checks without code.

    Args:
        says: What the help says of it.
    """
    return click.option(
        "--pack",
        "packs",
        type=click.Path(path_type=Path),
        metavar="FILE",
        multiple=True,
        help=says,
    )


def _day(text: str) -> date:
    """Return the day; `fromisoformat` alone also takes weeks and bare digits."""
    if not DAY.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def names_in(values: Iterable[str]) -> tuple[str, ...]:
    """Return the names of an option that may be repeated and takes commas."""
    names = (name.strip() for value in values for name in value.split(","))
    return tuple(name for name in names if name)


def names_asked_for(values: Sequence[str]) -> tuple[str, ...]:
    """Return the names of an option that means nothing without one.

    Raises:
        BadParameter: If it is given and names nothing.
    """
    found = names_in(values)
    if values and not found:
        raise click.BadParameter(f"{values[0]!r} names nothing.")
    return found


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return a question that names the nearest known name, or nothing."""
    import difflib

    by_lower = {candidate.lower(): candidate for candidate in known}
    near = difflib.get_close_matches(name[:60].lower(), by_lower, n=3)
    names = " or ".join(by_lower[name] for name in near)
    return f"Did you mean {names}?" if near else ""


def unknown(kind: str, name: str, known: Iterable[str], otherwise: str) -> InputError:
    """Return the error that there is no such name, and which might be meant.

    Args:
        kind: What the name should have been, such as "check".
        name: The name.
        known: The names that there are.
        otherwise: What to say if none of them is near.
    """
    hint = did_you_mean(name, known) or otherwise
    return InputError([Problem(f"There is no {kind} {name[:60]!r}.", hint=hint)])
