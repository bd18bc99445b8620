"""Days as people write them, in every report alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

__all__ = ["MONTHS", "brief_day", "day"]

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Not `strftime`: its names follow the locale of the process."""


def day(value: date | None) -> str:
    """Return a day as people write it: "21 November 2026"."""
    return (
        "" if value is None else f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    )


def brief_day(value: date | None) -> str:
    """Return a day for a table: "21 Nov 2026"."""
    return (
        ""
        if value is None
        else f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}"
    )
