"""Calendar quarters, and the preventable contacts in those that a table covers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from auditor import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor import Evidence, Measure, Message

__all__ = ["Contacts", "Quarter", "compared"]

MONTHS: Final = 3
YEAR: Final = 4
"""Quarters."""
SLACK: Final = timedelta(days=6)
"""Days at either end of a quarter on which nobody may have got in touch."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """Three months of the calendar."""

    count: int
    """Quarters since the year 0."""

    @property
    def told(self) -> Message:
        """Its name, such as 2026 Q1."""
        year, number = divmod(self.count, YEAR)
        return message("{year} Q{number}", year=year, number=number + 1)

    @property
    def first(self) -> date:
        """Its first day."""
        year, number = divmod(self.count, YEAR)
        return date(year, number * MONTHS + 1, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return Quarter(self.count + 1).first - timedelta(days=1)

    @property
    def months(self) -> tuple[str, ...]:
        """Its months, such as 2026-03."""
        year, month = self.first.year, self.first.month
        return tuple(f"{year}-{month + more:02}" for more in range(MONTHS))

    @property
    def a_year_before(self) -> Quarter:
        """The same quarter of the year before."""
        return Quarter(self.count - YEAR)

    @property
    def one_before(self) -> Quarter:
        """The quarter before it."""
        return Quarter(self.count - 1)


@dataclass(frozen=True, slots=True)
class Contacts:
    """The preventable contacts of a quarter."""

    quarter: Quarter
    months: tuple[Measure, ...]
    """Those of each month."""

    @property
    def count(self) -> int:
        """How many there were."""
        return sum(month.n for month in self.months)

    @property
    def stated(self) -> float:
        """The share of the quarter's tickets that say whether they were needed."""
        silent, needed = map(self._left_out, ("not stated", "not preventable"))
        total = self.count + needed + silent
        return (total - silent) / total if total else 0.0

    def _left_out(self, reason: str) -> int:
        return sum(month.excluded.get(reason, 0) for month in self.months)


def compared(
    evidence: Evidence, as_of: date, stated: float
) -> tuple[Contacts, Contacts] | None:
    """Return the last whole quarter, and the one that it is to be compared with.

    Args:
        evidence: What the tables say.
        as_of: The day of the audit.
        stated: Share of a quarter's tickets that must say whether they were needed.
    """
    recent = _recent(as_of)
    both = (*recent, *(quarter.a_year_before for quarter in recent))
    found = {q: c for q, c in _whole(evidence, both) if c.stated >= stated}
    for quarter in recent:
        earlier = found.get(quarter.a_year_before) or found.get(quarter.one_before)
        if quarter in found and earlier:
            return found[quarter], earlier
    return None


def _recent(as_of: date) -> tuple[Quarter, ...]:
    """Return the four quarters that were over on an evening, the last one first."""
    tomorrow = as_of + timedelta(days=1)
    count = tomorrow.year * YEAR + (tomorrow.month - 1) // MONTHS
    return tuple(Quarter(count - back) for back in range(1, YEAR + 1))


def _whole(
    evidence: Evidence, quarters: tuple[Quarter, ...]
) -> Iterator[tuple[Quarter, Contacts]]:
    """Yield the quarters that the table covers from end to end."""
    name = "preventable_contacts"
    by_month = evidence.groups("tickets", name, "period", "count")
    tables = {measure.table for measure in by_month.values()}
    for info in (table.info for table in evidence.of("tickets")):
        if info.id not in tables or info.first is None or info.last is None:
            continue
        for quarter in quarters:
            begun = info.first <= quarter.first + SLACK
            if begun and quarter.last - SLACK <= info.last:
                yield from _contacts(quarter, by_month)


def _contacts(
    quarter: Quarter, by_month: Mapping[str, Measure]
) -> Iterator[tuple[Quarter, Contacts]]:
    """Yield a quarter that has tickets in each of its months."""
    months = tuple(by_month[month] for month in quarter.months if month in by_month)
    if len(months) == MONTHS:
        yield quarter, Contacts(quarter, months)
