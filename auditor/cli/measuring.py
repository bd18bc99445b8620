"""What `cxaudit evidence measure` does, from an order to an exit code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

import click

from auditor.cli.exit_code import ExitCode
from auditor.cli.installed import load_plugins
from auditor.cli.listing import print_json, print_table
from auditor.cli.messages import note, printable, tell, warn_all
from auditor.cli.progress import progress
from auditor.evidence_gathering import measured_evidence
from auditor.profile.reading import read_profile

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from auditor.evidence import Evidence
    from auditor.evidence.measure import EvidenceTable, Measure
    from auditor.evidence.measures import Refusal

__all__ = ["Order", "perform"]

DECIMALS: Final = {"rows": 0, "share": 3, "points": 1}
"""Digits after the point in a table, by unit; two for any other."""
TABLES: Final = ("Table", "Rows", "Left out", "From", "To", "Source")
MEASURES: Final = (
    *("Table", "Measure", "By", "Value", "Unit", "95 % interval", "n"),
    *("Left out", "Definition"),
)
REFUSALS: Final = ("Table", "Not computed", "Why")
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked on the command line."""

    profile: Path
    replaced: tuple[tuple[str, str], ...]
    format_: str
    as_of: date | None
    quiet: bool


def perform(order: Order) -> ExitCode:
    """Measure as ordered.

    Raises:
        InputError: If the profile, or the name of a table, cannot be used.
        MissingExtraError: If the packages that evidence needs are not installed.
    """
    plugins = load_plugins()
    with progress(f"Measuring {order.profile}", silent=order.quiet):
        evidence = measured_evidence(
            read_profile(order.profile),
            folders=plugins.presets,
            replaced=dict(order.replaced),
            as_of=order.as_of or datetime.now().astimezone().date(),
        )
    _tell(evidence, quiet=order.quiet)
    if order.format_ == "json":
        print_json(_document(evidence))
    else:
        _print_tables(evidence)
    incomplete = evidence.faults or plugins.failed
    return ExitCode.INCOMPLETE if incomplete else ExitCode.DONE


def _tell(evidence: Evidence, *, quiet: bool) -> None:
    """Say what is odd, and what could not be read."""
    for fault in evidence.faults:
        tell(fault.error, about=fault.dataset)
    if quiet:
        return
    if not (evidence.tables or evidence.faults):
        note("The profile has no tables of evidence.")
    for table in evidence.tables:
        warn_all([f"{table.info.id}: {remark.text}" for remark in table.remarks])


def _document(evidence: Evidence) -> dict[str, Any]:
    """Return everything for programs, under the names that a result uses."""
    tables = evidence.tables
    return {
        "evidence": [_table(table.info) for table in tables],
        "measures": [_measure(one) for table in tables for one in table.measures],
        "refused": [_refusal(one) for table in tables for one in table.refused],
    }


def _table(info: EvidenceTable) -> dict[str, Any]:
    return {
        "id": info.id,
        "kind": str(info.kind),
        "source": info.source,
        "sha256": info.sha256,
        "rows": info.rows,
        "excluded": dict(info.excluded),
        "from": str(info.first) if info.first else None,
        "to": str(info.last) if info.last else None,
    }


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "table": measure.table,
        "name": measure.name,
        "statistic": measure.statistic,
        "by": dict(measure.by),
        "value": measure.value,
        "n": measure.n,
        "low": measure.low,
        "high": measure.high,
        "unit": measure.unit,
        "definition": measure.definition,
        "excluded": dict(measure.excluded),
    }


def _refusal(refusal: Refusal) -> dict[str, str]:
    return {"table": refusal.table, "name": refusal.name, "reason": refusal.reason}


def _print_tables(evidence: Evidence) -> None:
    """Print the tables of evidence, their measures, and what they do not allow."""
    for headings, rows in (
        (TABLES, _tables(evidence)),
        (MEASURES, _measures(evidence)),
        (REFUSALS, _refusals(evidence)),
    ):
        # Names of groups come from the data: no cell may steer the terminal.
        if listed := [tuple(map(printable, row)) for row in rows]:
            print_table(headings, listed)
            click.echo()


def _tables(evidence: Evidence) -> Iterator[Row]:
    for info in (table.info for table in evidence.tables):
        first, last = str(info.first or "–"), str(info.last or "–")
        left_out = _counts(info.excluded)
        yield info.id, str(info.rows), left_out, first, last, info.source


def _measures(evidence: Evidence) -> Iterator[Row]:
    for one in (one for table in evidence.tables for one in table.measures):
        yield (
            one.table,
            f"{one.name} {one.statistic}",
            ", ".join(f"{name}: {value}" for name, value in one.by.items()),
            _figure(one.value, one.unit),
            one.unit,
            _interval(one),
            str(one.n),
            _counts(one.excluded),
            one.definition,
        )


def _refusals(evidence: Evidence) -> Iterator[Row]:
    for one in (one for table in evidence.tables for one in table.refused):
        yield one.table, one.name, one.reason


def _figure(value: float | None, unit: str) -> str:
    return "–" if value is None else f"{value:.{DECIMALS.get(unit, 2)}f}"


def _interval(measure: Measure) -> str:
    ends: Sequence[float | None] = (measure.low, measure.high)
    if ends == (None, None):
        return "–"
    return " to ".join(_figure(end, measure.unit) for end in ends)


def _counts(excluded: Mapping[str, int]) -> str:
    return "; ".join(f"{reason}: {count}" for reason, count in excluded.items())
