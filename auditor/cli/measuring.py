"""What `cxaudit evidence measure` does, from an order to an exit code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from auditor.cli.exit_code import ExitCode
from auditor.cli.installed import load_plugins
from auditor.cli.listing import print_json
from auditor.cli.measure_tables import print_tables, shown
from auditor.cli.messages import note, tell, warn_all
from auditor.cli.parameters import names_in, unknown
from auditor.cli.progress import progress
from auditor.evidence.measures.cuts import CUTS
from auditor.evidence_gathering import measured_evidence
from auditor.profile.reading import read_profile
from auditor.rubric_file import rubric_called

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from auditor.evidence import Evidence
    from auditor.evidence.canonical_table import Remark
    from auditor.evidence.measure import EvidenceTable, Measure
    from auditor.evidence.measures import Refusal

__all__ = ["Order", "perform"]


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked on the command line."""

    profile: Path
    replaced: tuple[tuple[str, str], ...]
    format_: str
    by: tuple[str, ...]
    rubric: Path | None
    all_: bool
    as_of: date | None
    quiet: bool


def perform(order: Order) -> ExitCode:
    """Measure as ordered.

    Raises:
        InputError: If the profile, the rubric, the name of a table or that of a cut
            cannot be used.
        MissingExtraError: If the packages that evidence needs are not installed.
    """
    cuts = _cuts(order.by)
    plugins = load_plugins(rubrics=[order.rubric])
    limits = None
    if order.rubric:
        limits = rubric_called(order.rubric, plugins.rubrics, plugins.areas).limits
    with progress(f"Measuring {order.profile}", silent=order.quiet):
        evidence = measured_evidence(
            read_profile(order.profile, plugins.extensions),
            folders=plugins.presets,
            replaced=dict(order.replaced),
            as_of=order.as_of or datetime.now().astimezone().date(),
            limits=limits,
        )
    _tell(evidence, quiet=order.quiet)
    if order.format_ == "json":
        print_json(_document(evidence))
    else:
        _print(evidence, order, cuts)
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
        warn_all([f"{table.info.id}: {_said(remark)}" for remark in table.remarks])


def _said(remark: Remark) -> str:
    return f"{remark.column}: {remark.text}" if remark.column else remark.text


def _print(evidence: Evidence, order: Order, cuts: Collection[str]) -> None:
    """Print tables for people; of hundreds of groups, those that were asked for."""
    measures = [one for table in evidence.tables for one in table.measures]
    listed = measures if order.all_ else shown(measures, cuts)
    print_tables(evidence, listed)
    hidden = len(measures) - len(listed)
    if hidden and not order.quiet:
        others = dict.fromkeys(cut for one in measures for cut in one.by)
        note(
            f"{hidden} figures of groups are not shown: `--all` shows them, and "
            f"`--by CUT` those of one cut: {', '.join(others)}."
        )


def _cuts(names: Iterable[str]) -> tuple[str, ...]:
    """Return the cuts that are meant, in whatever case.

    Raises:
        InputError: If there is none of a name; it names the nearest.
    """
    cuts = names_in(name.lower() for name in names)
    for name in cuts:
        if name not in CUTS:
            raise unknown("cut", name, CUTS, f"There are {', '.join(CUTS)}.")
    return cuts


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
