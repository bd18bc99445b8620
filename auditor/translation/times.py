"""Lengths of time in words: "1 hour", "2.5 days", "3 business days"."""

from __future__ import annotations

from typing import Final

from auditor.translation.message import Message, plural

__all__ = ["length_in_words"]

SEVERAL: Final = 2
"""What a broken number is in the plural: 1.5 hours are more than one."""
LENGTHS: Final = {
    "second": plural("{amount:.12g} second", "{amount:.12g} seconds", SEVERAL),
    "minute": plural("{amount:.12g} minute", "{amount:.12g} minutes", SEVERAL),
    "hour": plural("{amount:.12g} hour", "{amount:.12g} hours", SEVERAL),
    "day": plural("{amount:.12g} day", "{amount:.12g} days", SEVERAL),
    "week": plural("{amount:.12g} week", "{amount:.12g} weeks", SEVERAL),
    "working day": plural(
        "{amount:.12g} working day", "{amount:.12g} working days", SEVERAL
    ),
    "business second": plural(
        "{amount:.12g} business second", "{amount:.12g} business seconds", SEVERAL
    ),
    "business minute": plural(
        "{amount:.12g} business minute", "{amount:.12g} business minutes", SEVERAL
    ),
    "business hour": plural(
        "{amount:.12g} business hour", "{amount:.12g} business hours", SEVERAL
    ),
    "business day": plural(
        "{amount:.12g} business day", "{amount:.12g} business days", SEVERAL
    ),
    "business week": plural(
        "{amount:.12g} business week", "{amount:.12g} business weeks", SEVERAL
    ),
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
    made = LENGTHS[unit]
    number = int(amount) if amount == int(amount) else SEVERAL
    return Message(made.template, made.many, number, {"amount": amount})
