"""Which format the moments of a column are written in, where nobody declared it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.errors import EvidenceError
from auditor.evidence.connection import figures
from auditor.evidence.reading.cells import is_blank, moment, tidied
from auditor.evidence.reading.faults import reporting
from auditor.evidence.sql import how_many, query
from auditor.translation import Message, either, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from auditor.evidence.connection import Connection
    from auditor.evidence.reading.raw import RawColumn, RawTable

__all__ = ["FAMILIES", "Family", "fitting", "format_of", "told_apart"]

_LOOKS = (1_000, 10_000, None)
"""Rows looked at, each time for the families that are left; at last all of them."""
_SAMPLE = 10_000
"""Rows that must all be ISO 8601 for nothing else to be looked for."""
_MOSTLY = 0.95
"""Least share of values that a family must fit, if another fits any; ours."""
_HALF = 0.5
"""Least share of values that a family must fit, if no other fits any; ours."""
_CLOCKS = ("", " %H:%M:%S", " %H:%M", " %I:%M:%S %p", " %I:%M %p", " %H:%M:%S.%f")
_PARTED = (" ", ", ", "T")


@dataclass(frozen=True, slots=True)
class Family:
    """One way to write a day, with the ways to write the time after it."""

    order: Message
    """Which of day, month and year comes first: what families can disagree about."""
    formats: tuple[str, ...]
    """The formats, tried in this order."""


def _family(order: Message, day: str) -> Family:
    clocks = (clock.replace(" ", part, 1) for part in _PARTED for clock in _CLOCKS)
    return Family(order, tuple(dict.fromkeys(day + clock for clock in clocks)))


_DAYS = {
    message("day first"): ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%d.%m.%y"),
    message("month first"): ("%m/%d/%Y", "%m-%d-%Y", "%m/%d/%y"),
    message("day, then month in letters"): (
        "%d %b %Y",
        "%d-%b-%Y",
        "%d-%b-%y",
        "%d/%b/%Y",
        "%d/%b/%y",
        "%d %B %Y",
    ),
    message("month in letters"): ("%b %d, %Y", "%B %d, %Y"),
}

FAMILIES = (
    Family(message("year first"), ("iso",)),
    *(_family(order, day) for order, days in _DAYS.items() for day in days),
)


def format_of(
    connection: Connection,
    table: RawTable,
    column: RawColumn,
    blanks: Sequence[str],
) -> tuple[str, ...]:
    """The formats of a column whose values agree on which of day and month is first.

    Looks at the first rows, and at all where these leave it open. What is ISO 8601
    throughout can be nothing else: others begin with a day or a month.

    Raises:
        EvidenceError: No family fits, or two do that mean different days.
    """
    total, fit = fitting(connection, table, column, blanks, _SAMPLE, FAMILIES[:1])
    if total and set(fit.values()) == {total}:
        return FAMILIES[0].formats
    families: Sequence[Family] = FAMILIES
    for limit in _LOOKS:
        total, fit = fitting(connection, table, column, blanks, limit, families)
        if not total:
            continue
        families = told_apart(total, fit)
        if len({family.order for family in families}) == 1:
            return families[0].formats
        if not families:
            break
    if total == 0:
        return ("iso",)
    raise _undecided(table.source, column.name, families)


def fitting(
    connection: Connection,
    table: RawTable,
    column: RawColumn,
    blanks: Iterable[str],
    limit: int | None,
    families: Sequence[Family] = FAMILIES,
) -> tuple[int, dict[Family, int]]:
    """How many values a column has, and how many of them each family can read.

    A year before 1899 is a misreading: `31/12/24` is no day in the year 24.
    """
    some = f"LIMIT {limit}" if limit else ""
    rows = query(f"{tidied(column.expression)} AS t", table.relation, some)
    counted = ", ".join(
        how_many(f"year({moment('t', each.formats, '')}) BETWEEN 1899 AND 2200")
        for each in families
    )
    held = f"NOT {is_blank('t', blanks)}"
    asked = query(f"count(*), {counted}", f"({rows})", f"WHERE {held}")
    with reporting(table.source):
        total, *found = figures(connection, asked)
    return total, dict(zip(families, found, strict=True))


def told_apart(total: int, found: Mapping[Family, int]) -> list[Family]:
    """The families that fit, as far as the values can tell them apart; best first.

    A family that fits every value leaves out those that do not. Where none does, any
    two that fit nearly all values stay: the column may hold both.
    """
    ranked = sorted(found.items(), key=lambda pair: -pair[1])
    best, fit = ranked[0]
    rivals = any(more and each.order != best.order for each, more in ranked)
    if fit < total * (_MOSTLY if rivals else _HALF) or not fit:
        return []
    least = total if fit == total else _MOSTLY * total
    return [each for each, more in ranked if more >= least] or [best]


def _undecided(source: str, name: str, families: Sequence[Family]) -> EvidenceError:
    if families:
        cause = message(
            "the days in {column} can be read in two ways: {orders}.",
            column=repr(name),
            orders=either(dict.fromkeys(each.order for each in families)),
        )
    else:
        cause = message(
            "no one format fits the moments in {column}.", column=repr(name)
        )
    hint = message(
        "Declare its format: iso, epoch_seconds, epoch_milliseconds, excel "
        "or a strptime format such as %d/%m/%Y."
    )
    return EvidenceError(source, cause, hint)
