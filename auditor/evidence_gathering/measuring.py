"""From tables that can be read to all that they say."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Final

from auditor.errors import EvidenceError, InputError
from auditor.evidence.limits import Limits
from auditor.evidence.measured import Evidence, Fault, MeasuredTable
from auditor.evidence.measures import Wanted, Window, measure
from auditor.evidence.measures.integrity import faulty_rows
from auditor.evidence.measures.joining import joined_measures, unjoined
from auditor.evidence.reading.faults import reporting
from auditor.evidence.reading.remarks import PERSONAL
from auditor.evidence_gathering.claims import claims_of
from auditor.evidence_gathering.limits import limits_of
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.measure import Measure
    from auditor.evidence.measures import Measured
    from auditor.profile import Profile

__all__ = ["isolated", "measured_tables", "under_review"]

HIDDEN: Final = message("(an address or a number)")
"""What stands for the name of a group that names a person."""


def under_review(
    as_of: date, since: date | None = None, limits: Limits | None = None
) -> Wanted:
    """Return what to compute for an audit on a day, of rows since another.

    Args:
        as_of: The day.
        since: The first day under review; none means all rows count.
        limits: The rubric's limits; the usual ones if absent.
    """
    end, limits = datetime.combine(as_of, time.max), limits or Limits()
    if since is None:
        return Wanted(limits, as_of=end)
    window = Window(datetime.combine(since, time.min), end)
    return Wanted(limits, as_of=end, window=window)


def measured_tables(
    profile: Profile, tables: Iterable[CanonicalTable], wanted: Wanted
) -> Evidence:
    """Measure tables; one that cannot be read to its end leaves the others standing.

    Args:
        profile: What the organisation claims of them.
        tables: The tables, all in one engine.
        wanted: What to compute; what the profile promises goes before its limits.
    """
    wanted = replace(wanted, limits=limits_of(profile, wanted.limits))
    measured: list[MeasuredTable] = []
    faults: list[Fault] = []
    readable: list[CanonicalTable] = []
    for table in tables:
        with (
            isolated(table.name, table.kind, faults),
            reporting(table.info.source),
        ):
            measured.append(_measured(table, wanted))
            readable.append(table)
    claims = claims_of(profile.metrics or (), readable, wanted)
    joined = _joined(readable, wanted)
    return Evidence(
        tuple(_extended(table, joined.get(table.info.id)) for table in measured),
        tuple(faults),
        {name: _impersonal(claim) for name, claim in claims.computed.items()},
        claims.declared,
        claims.not_computed,
        wanted.limits,
    )


def _joined(tables: Sequence[CanonicalTable], wanted: Wanted) -> Mapping[str, Measured]:
    """Return what tables say together; refused where it is more than can be read."""
    try:
        with reporting("tables put side by side"):
            return joined_measures(tables, wanted)
    except EvidenceError:
        # What each table says alone stands.
        why = message("the tables could not be read side by side")
        return unjoined(tables, why)


@contextmanager
def isolated(dataset: str, kind: str, faults: list[Fault]) -> Iterator[None]:
    """Let the other tables be measured whatever is wrong with this one.

    Args:
        dataset: Its id.
        kind: What one row of it is.
        faults: Where to note what is wrong.
    """
    try:
        yield
    except InputError as error:
        faults.append(Fault(dataset, kind, error))
    except OSError as error:
        cause = message("it cannot be read: {reason}.", reason=error.strerror)
        faults.append(Fault(dataset, kind, EvidenceError(dataset, cause)))


def _measured(table: CanonicalTable, wanted: Wanted) -> MeasuredTable:
    """Measure a table, whose groups then name no person."""
    found = measure(table, wanted)
    return MeasuredTable(
        table.info,
        table.remarks,
        tuple(map(_impersonal, found.measures)),
        found.refused,
        table.missing,
        faulty_rows(table, wanted.as_of),
    )


def _extended(table: MeasuredTable, found: Measured | None) -> MeasuredTable:
    """Add what a table says together with another."""
    if found is None:
        return table
    measures = (*table.measures, *map(_impersonal, found.measures))
    refused = (*table.refused, *found.refused)
    return replace(table, measures=measures, refused=refused)


def _impersonal(measure: Measure) -> Measure:
    """Return a measure whose group names no person: a wrong column may hold any."""
    if not any(re.search(PERSONAL, value) for value in measure.by.values()):
        return measure
    by = {
        name: HIDDEN if re.search(PERSONAL, value) else value
        for name, value in measure.by.items()
    }
    id_, _, _ = measure.id.partition("[")
    where = ",".join(f"{name}={value}" for name, value in by.items())
    return replace(measure, by=by, id=f"{id_}[{where}]")
