"""Lengths of time as people say them: 27 seconds, 90 minutes, 38 days."""

from __future__ import annotations

from typing import Final

from auditor.translation import Message, message

__all__ = ["length_of_time", "unit_of_time"]

UNITS: Final = (
    (2 / 60, 3600.0, message("s")),
    (2.0, 60.0, message("min")),
    (72.0, 1.0, message("h")),
)
"""Ours: below how many hours a time is told in which unit, and how many of these make
an hour."""
PER_HOUR: Final = 1 / 24
"""How many days make an hour: what is longer is told in days."""
DAYS: Final = message("days")


def unit_of_time(hours: float) -> tuple[float, Message]:
    """Return how many of the unit that suits a time make an hour, and its name."""
    for below, per_hour, name in UNITS:
        if abs(hours) < below:
            return per_hour, name
    return PER_HOUR, DAYS


def length_of_time(hours: float) -> Message:
    """Return a time in the unit that suits it: "27 s", "1.5 h", "38.4 days".

    Args:
        hours: The time, in hours.
    """
    per_hour, unit = unit_of_time(hours)
    length = round(hours * per_hour, 1)
    if length == int(length):
        return message("{length:,.0f} {unit}", length=length, unit=unit)
    return message("{length:,.1f} {unit}", length=length, unit=unit)
