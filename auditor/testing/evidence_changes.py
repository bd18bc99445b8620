"""Changes to evidence, one thing that a check can see at a time.

A check sees no row and no column of a table: it sees the figures that were computed of
them, and what is said of the table as a whole. So a table is taken away, cannot be
read, has no row, lies years back or is full of faults, and each of its figures is left
out and set to 0.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from auditor.errors import EvidenceError
from auditor.evidence.measured import Evidence, Fault
from auditor.evidence_gathering.small_tables import measured_rows
from auditor.grading import PERIOD, months_before
from auditor.testing.changes import LONG_AGO
from auditor.testing.exemplary import EXEMPLARY_DATE, profile_with
from auditor.testing.exemplary_tables import EXEMPLARY_TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.evidence.measure import Measure
    from auditor.evidence.measured import MeasuredTable

__all__ = ["EvidenceChange", "evidence_changes", "with_every_table"]


@dataclass(frozen=True, slots=True)
class EvidenceChange:
    """Evidence with one table changed."""

    says: str
    """What was done, such as "`tickets.joined` is left out"."""
    kind: str
    """What one row of the table is."""
    evidence: Evidence
    """The evidence."""


def with_every_table(evidence: Evidence) -> Evidence:
    """Return evidence with the exemplary table of each kind that it has none of."""
    there = {table.info.kind for table in evidence.tables}
    others = (each for each in _exemplary().tables if each.info.kind not in there)
    return replace(evidence, tables=(*evidence.tables, *others))


def evidence_changes(evidence: Evidence) -> Iterator[EvidenceChange]:
    """Yield evidence with each of its tables changed in each way."""
    for table in evidence.tables:
        kind = table.info.kind
        rest = replace(
            evidence, tables=tuple(each for each in evidence.tables if each != table)
        )
        fault = Fault(kind, kind, EvidenceError(kind, "it cannot be read."))
        yield EvidenceChange(f"no table of {kind} is attached", kind, rest)
        yield EvidenceChange(
            f"the table of {kind} cannot be read",
            kind,
            replace(rest, faults=(*rest.faults, fault)),
        )
        for says, changed in _changed(table):
            tables = (*rest.tables, changed)
            yield EvidenceChange(says, kind, replace(rest, tables=tables))


@cache
def _exemplary() -> Evidence:
    since = months_before(EXEMPLARY_DATE, PERIOD)
    return measured_rows(EXEMPLARY_TABLES, profile_with(), EXEMPLARY_DATE, since)


def _changed(table: MeasuredTable) -> Iterator[tuple[str, MeasuredTable]]:
    """Yield a table changed in each way, and what was done to it."""
    info, then = table.info, date.fromisoformat(LONG_AGO)
    no_row = replace(info, rows=0, excluded={}, first=None, last=None)
    yield (
        f"the table of {info.kind} has no row",
        replace(table, info=no_row, measures=()),
    )
    yield (
        f"the table of {info.kind} is put back to 2001",
        replace(table, info=replace(info, first=then, last=then)),
    )
    yield (
        f"every row of {info.kind} is at fault",
        replace(table, faulty=table.faulty.with_more({"unreadable": info.rows})),
    )
    for name in dict.fromkeys(measure.name for measure in table.measures):
        others = tuple(each for each in table.measures if each.name != name)
        yield f"`{info.kind}.{name}` is left out", replace(table, measures=others)
        nothing = tuple(
            _nothing(each) if each.name == name else each for each in table.measures
        )
        yield f"`{info.kind}.{name}` is set to 0", replace(table, measures=nothing)


def _nothing(measure: Measure) -> Measure:
    """Return a measure with 0 as its figure, if it has one."""
    if measure.value is None:
        return measure
    return replace(measure, value=0.0, low=0.0, high=0.0)
