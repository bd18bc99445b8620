"""Names of columns as people write them: trimmed, and told apart when they repeat."""

from __future__ import annotations

import re
from collections import Counter
from difflib import get_close_matches
from typing import TYPE_CHECKING

from auditor.translation import Message, either, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["column_names", "labels", "likely", "match", "tidy"]

_INVISIBLE = re.compile("[\ufeff\u200b\u200c\u200d\u2060\x00]")


def tidy(name: str) -> str:
    """A name without invisible characters, its blanks reduced to single spaces."""
    return " ".join(_INVISIBLE.sub("", name).split())


def column_names(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """One distinct name for each column under one or more header rows.

    The first row names the columns. Under a question with several parts it is empty,
    and the name is that of the question, a slash, and the part in the second row.
    """
    first = [tidy(cell) for cell in rows[0]]
    parts = [tidy(cell) for cell in rows[1]] if len(rows) > 1 else []
    names: list[str] = []
    question = ""
    for index, cell in enumerate(first):
        question = cell or question
        part = parts[index] if index < len(parts) else ""
        names.append(cell or " / ".join(filter(None, (question if part else "", part))))
    return _distinct(names)


def labels(rows: Sequence[Sequence[str]], index: int) -> frozenset[str]:
    """The other texts that stand in the header of a column."""
    cells = (tidy(row[index]) for row in rows[1:] if index < len(row))
    return frozenset(filter(None, cells))


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    told_apart: list[str] = []
    for position, name in enumerate(names, 1):
        plain = name or f"column {position}"
        seen[plain] += 1
        told_apart.append(plain if seen[plain] == 1 else f"{plain} ({seen[plain]})")
    return tuple(told_apart)


def match(wanted: str, available: Sequence[str]) -> int | None:
    """Where a name stands among others: letter for letter, else whatever the case."""
    plain = tidy(wanted)
    if plain in available:
        return available.index(plain)
    folded = [name.casefold() for name in available]
    alike = folded.count(plain.casefold())
    return folded.index(plain.casefold()) if alike == 1 else None


def likely(wanted: str, available: Iterable[str]) -> Message:
    """A sentence that offers the names most like a missing one."""
    close = get_close_matches(tidy(wanted), list(available), n=3)
    if not close:
        return Message("")
    return message("Did you mean {names}?", names=either(map(repr, close)))
