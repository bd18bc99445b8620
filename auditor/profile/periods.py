"""Dates as people write them: a day, a month, a quarter, a half year or a year."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime
from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, WithJsonSchema

from auditor.profile.wording import refusal

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "Day",
    "DayOrNo",
    "FirstDay",
    "PeriodEnd",
    "began",
]

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2200
"""Ours: no strategy document is older or planned further ahead; typing errors are."""

ALLOWED: Final = (
    "write a day (2026-03-01), a month (2026-03), a quarter (2026-Q1), "
    f"a half year (2026-H2) or a year (2026), from {FIRST_YEAR} to {LAST_YEAR}"
)
PATTERN: Final = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|-Q[1-4]|-H[12])?$"
MONTHS_IN: Final = {"Q": 3, "H": 6}

_SCHEMA: Final = {
    "anyOf": [
        {"type": "string", "pattern": PATTERN},
        {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
    ],
    "examples": ["2026-03-01", "2026-03", "2026-Q1", "2026-H2", 2026],
}


def _first_and_last(text: str) -> tuple[date, date]:
    """Return the first and the last day of the period that `text` names.

    Raises:
        ValueError: If there is no such period.
    """
    if re.match(PATTERN, text) is None or text.endswith("\n"):
        raise ValueError(text)
    year, _, rest = text.partition("-")
    if len(rest) == len("03-01"):
        day = date.fromisoformat(text)
        return day, day
    first, last = 1, 12
    if rest[:1] in MONTHS_IN:
        last = int(rest[1]) * MONTHS_IN[rest[0]]
        first = last - MONTHS_IN[rest[0]] + 1
    elif rest:
        first = last = int(rest)
    start = date(int(year), first, 1)
    return start, date(start.year, last, monthrange(start.year, last)[1])


def _period(value: object) -> tuple[date, date]:
    """Return the first and the last day of the period that `value` names."""
    if isinstance(value, bool) or not isinstance(value, str | int | date):
        raise refusal("day", value, ALLOWED)
    if isinstance(value, datetime):
        raise refusal("day", value, f"leave the time out: {ALLOWED}")
    try:
        first, last = _first_and_last(str(value).strip())
    except ValueError:
        raise refusal("day", value, ALLOWED) from None
    if not FIRST_YEAR <= first.year <= LAST_YEAR:
        raise refusal("day", value, ALLOWED)
    return first, last


class PeriodEnd(date):
    """The last day of a period, which remembers the first.

    A review "in 2026-11" has begun on the 21st of that month, although the date by
    which it counts, the 30th, is still to come.
    """

    first: date

    @classmethod
    def of(cls, first: date, last: date) -> PeriodEnd:
        """Return the last day of the period from `first` to `last`."""
        end = cls(last.year, last.month, last.day)
        end.first = first
        return end


def began(day: date) -> date:
    """Return the first day of the period that a date of a profile stands for."""
    return day.first if isinstance(day, PeriodEnd) else day


def last_day(value: object) -> date:
    """Return the last day of the period that a value of a profile names.

    Raises:
        ValueError: If it names none, with what was found and what is allowed.
    """
    first, last = _period(value)
    return last if first == last else PeriodEnd.of(first, last)


def _first_day(value: object) -> date:
    return _period(value)[0]


def _day_or_no(value: object) -> date | Literal[False]:
    if value is False:
        return False
    if value is True:
        raise refusal("day or false", value, f"give the date: {ALLOWED}")
    try:
        return last_day(value)
    except ValueError:
        allowed = f"{ALLOWED}; or false where there is none"
        raise refusal("day or false", value, allowed) from None


Day = Annotated[date, BeforeValidator(last_day), WithJsonSchema(_SCHEMA)]
"""A date; a longer period counts as its last day."""

FirstDay = Annotated[date, BeforeValidator(_first_day), WithJsonSchema(_SCHEMA)]
"""The date on which something begins; a longer period counts as its first day."""

DayOrNo = Annotated[
    date | Literal[False],
    BeforeValidator(_day_or_no),
    WithJsonSchema(_SCHEMA | {"anyOf": [*_SCHEMA["anyOf"], {"const": False}]}),
]
"""A date, or `False`: declared not to exist."""
