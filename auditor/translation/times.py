"""Lengths of time in words: "1 hour", "2.5 days", "3 business days"."""

from __future__ import annotations

from typing import Final

from auditor.translation.message import Message, plural

__all__ = ["length_in_words"]

LENGTHS: Final = {
    "second": plural("{n:.12g} second", "{n:.12g} seconds", 1),
    "minute": plural("{n:.12g} minute", "{n:.12g} minutes", 1),
    "hour": plural("{n:.12g} hour", "{n:.12g} hours", 1),
    "day": plural("{n:.12g} day", "{n:.12g} days", 1),
    "week": plural("{n:.12g} week", "{n:.12g} weeks", 1),
    "working day": plural("{n:.12g} working day", "{n:.12g} working days", 1),
    "business second": plural(
        "{n:.12g} business second", "{n:.12g} business seconds", 1
    ),
    "business minute": plural(
        "{n:.12g} business minute", "{n:.12g} business minutes", 1
    ),
    "business hour": plural("{n:.12g} business hour", "{n:.12g} business hours", 1),
    "business day": plural("{n:.12g} business day", "{n:.12g} business days", 1),
    "business week": plural("{n:.12g} business week", "{n:.12g} business weeks", 1),
}
"""By unit, what so many of it are called."""


def length_in_words(amount: float, unit: str) -> Message:
    """Return a length of time as a sentence says it.

    Args:
        amount: How many units, whole or not.
        unit: One of `LENGTHS`.

    Raises:
        KeyError: If it is no such unit.
    """
    return LENGTHS[unit].counting(amount)
