"""Lengths of time as people say them: 27 seconds, 90 minutes, 38 days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.translation import message

if TYPE_CHECKING:
    from auditor.translation import Message

__all__ = ["length_of_time", "unit_of_time"]

UNITS: Final = ((2 / 60, 3600.0, "s"), (2.0, 60.0, "min"), (72.0, 1.0, "h"))
"""Ours: below how many hours a time is told in which unit, and how many of these make
an hour."""
PER_HOUR: Final = 1 / 24
"""How many days make an hour: what is longer is told in days."""
LENGTHS: Final = {
    "s": message("{number:,} s"),
    "min": message("{number:,} min"),
    "h": message("{number:,} h"),
    "days": message("{number:,} days"),
}
"""How a length reads, by unit."""


def unit_of_time(hours: float) -> tuple[float, str]:
    """Return how many of the unit that suits a time make an hour, and its name."""
    for below, per_hour, name in UNITS:
        if abs(hours) < below:
            return per_hour, name
    return PER_HOUR, "days"


def length_of_time(hours: float) -> Message:
    """Return a time in the unit that suits it: "27 s", "1.5 h", "38.4 days".

    Args:
        hours: The time.
    """
    per_hour, name = unit_of_time(hours)
    number = round(hours * per_hour, 1)
    whole = int(number) if number.is_integer() else number
    return LENGTHS[name].filled(number=whole)
