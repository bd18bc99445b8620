"""Lists as sentences have them: "a and b and c", "a, b and c", "a or b or c"."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from auditor.translation.message import Message, message, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["either", "listed", "together"]


def together(parts: Iterable[str]) -> Message:
    """Return parts that all hold: "a and b and c"; empty where there is none."""
    return reduce(_and, parts, sentences())


def listed(parts: Iterable[str]) -> Message:
    """Return parts one after the other: "a, b and c"; empty where there is none."""
    every = tuple(parts)
    return together((sentences(*every[:-1], between=", "), *every[-1:]))


def either(parts: Iterable[str]) -> Message:
    """Return parts of which one holds: "a or b or c"; empty where there is none."""
    return reduce(_or, parts, sentences())


def _and(before: Message, part: str) -> Message:
    if not before:
        return sentences(part)
    return message("{start} and {last}", start=before, last=part)


def _or(before: Message, part: str) -> Message:
    if not before:
        return sentences(part)
    return message("{one} or {other}", one=before, other=part)
