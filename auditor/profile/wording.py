"""How a value that cannot be used is described to the person who wrote it."""

from __future__ import annotations

import re
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING, Final

from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["LONGEST_ECHO", "brief", "describe", "nearest", "quote", "refusal"]

LONGEST_ECHO: Final = 60
"""Characters of a user's own text that a message repeats at most."""
MOST_COMPARED: Final = 1_000
"""Known words among which the nearest is looked for; each takes its time."""
CREDENTIALS: Final = re.compile(r"://\S*@")
"""User and password in an address."""
LONGEST_NUMBER: Final = 10**18
"""Beyond it, no message repeats the digits of a number."""


def brief(text: str) -> str:
    """Return `text` on one line, cut after `LONGEST_ECHO` characters.

    What stands before the @ of an address may be a password, and is left out.
    """
    text = CREDENTIALS.sub("://…@", text)
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= LONGEST_ECHO else f"{line[:LONGEST_ECHO]}…"


def quote(text: str) -> str:
    """Return `text` in quotes on one line, cut after `LONGEST_ECHO` characters."""
    return f"'{brief(text)}'"


def describe(value: object) -> str:
    """Return what `value` is, in the words of somebody who does not program."""
    match value:
        case None:
            words = "nothing"
        case bool():
            words = str(value).lower()
        case int() | float():
            # Compared, not converted: a huge integer has neither a float nor digits.
            huge = abs(value) > LONGEST_NUMBER
            words = "a huge number" if huge else f"the number {value}"
        case str():
            words = f"the text {quote(value)}" if value.strip() else "an empty text"
        case list() | tuple():
            words = "a list"
        case dict():
            words = "a group of keys"
        case _:
            words = f"{quote(str(value))} ({type(value).__name__})"
    return words


def refusal(kind: str, value: object, allowed: str) -> PydanticCustomError:
    """Return the error that says what was found and what is allowed.

    Args:
        kind: Name of the type of value, for programs that read the error.
        value: What was found.
        allowed: A clause that says what to write instead, without a full stop.
    """
    context = {"kind": kind, "found": describe(value), "allowed": allowed}
    return PydanticCustomError("refused", "found {found}; {allowed}", context)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` was probably meant to be, if there is one."""
    names = {name.lower(): name for name in islice(known, MOST_COMPARED)}
    found = get_close_matches(word[:LONGEST_ECHO].lower(), names, n=1)
    return names[found[0]] if found else None
