"""The few expressions of SQL that engines write differently, in one place.

All else in the definitions is standard SQL: `CASE`, `FILTER`, `GROUPING SETS`. It is
written for DuckDB; `auditor.evidence.engines` translates it for other engines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

__all__ = [
    "HOUR",
    "amount",
    "business_deadline",
    "microseconds",
    "moment",
    "month",
    "span",
]

HOUR: Final = 3_600_000_000
"""Microseconds. Spans are whole microseconds until a figure is made of them: sums of
whole numbers do not depend on the order in which threads add them up."""
_MONDAY, _FRIDAY, _WEEK = 1, 5, 7


def moment(value: datetime) -> str:
    """A moment as a literal."""
    return f"TIMESTAMP '{value:%Y-%m-%d %H:%M:%S.%f}'"


def span(hours: float) -> str:
    """A length of time as a literal."""
    return f"INTERVAL '{round(hours * 3600)}' SECOND"


def microseconds(begin: str, end: str) -> str:
    """The span between two moments, in whole microseconds."""
    return f"date_diff('microsecond', {begin}, {end})"


def month(column: str) -> str:
    """The first moment of a moment's calendar month."""
    return f"date_trunc('month', {column})"


def amount(expression: str, digits: int = 18) -> str:
    """A number whose sum does not depend on the order of rows: decimal, not binary.

    Args:
        expression: The number.
        digits: How many it may have, six of them after the point.
    """
    return f"CAST({expression} AS DECIMAL({digits}, 6))"


def business_deadline(column: str, days: int) -> str:
    """The same time of day so many working days later, Monday to Friday.

    What comes in at a weekend counts from Monday, midnight. Holidays are not known.
    """
    cases = " ".join(
        f"WHEN {weekday} THEN {_later(column, weekday, days)}"
        for weekday in range(_MONDAY, _WEEK + 1)
    )
    return f"(CASE extract(isodow FROM {column}) {cases} END)"


def _later(column: str, weekday: int, days: int) -> str:
    """The deadline of what came in on one day of the week (Monday is 1)."""
    weekend = weekday > _FRIDAY
    wait = _WEEK + 1 - weekday if weekend else 0
    weeks = ((_MONDAY if weekend else weekday) - 1 + days) // _FRIDAY
    calendar = wait + days + 2 * weeks
    start = f"date_trunc('day', {column})" if weekend else column
    return f"{start} + INTERVAL '{calendar}' DAY"
