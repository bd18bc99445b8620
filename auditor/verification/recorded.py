"""Evidence as a result records it: figures without the rows behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.errors import AuditorError
from auditor.evidence import Evidence, EvidenceTable, Fault, Measure, MeasuredTable
from auditor.evidence.canonical_table import FaultyRows, Remark
from auditor.evidence.measures import Refusal
from auditor.evidence_gathering.limits import limits_of

if TYPE_CHECKING:
    from auditor.evidence.limits import Limits
    from auditor.profile import Profile
    from auditor.renderers.result import ResultDocument
    from auditor.renderers.result.evidence import MeasureResult, TableResult

__all__ = ["recorded_evidence"]

METRIC: Final = "metric"


def recorded_evidence(
    result: ResultDocument, profile: Profile, limits: Limits | None = None
) -> Evidence:
    """Return what a result says of evidence, as an audit would see it.

    Args:
        result: The result of an audit.
        profile: The profile that was audited; it says which figures are of its metrics.
        limits: The rubric's limits of measures; the usual ones if absent.
    """
    held = {claim.measure for claim in result.claims if claim.kind == METRIC}
    by_id = {measure.id: measure for measure in result.measures}
    # A metric's own figures come last; a table may have one of the same name.
    own = {id_: by_id[id_] for id_ in held if id_ is not None and id_ in by_id}
    tables = tuple(
        _table(
            table,
            [m for m in result.measures if m.table == table.id and m.id not in own],
        )
        for table in result.evidence
    )
    metrics = {metric.pointer: metric.id for metric in profile.metrics or ()}
    metrics |= {metric.at("value"): metric.id for metric in profile.metrics or ()}
    claims, declared = {}, {}
    for claim in result.claims:
        metric = metrics.get(claim.pointer)
        if claim.kind != METRIC or metric is None or claim.measure not in own:
            continue
        claims[metric] = _measure(own[claim.measure])
        if claim.value is not None:
            declared[metric] = claim.value
    order = [metric.id for metric in profile.metrics or ()]
    return Evidence(
        tables,
        tuple(Fault(f.id, f.kind, AuditorError(f.reason)) for f in result.unread),
        {id_: claims[id_] for id_ in order if id_ in claims},
        {id_: declared[id_] for id_ in order if id_ in declared},
        dict(result.uncomputed),
        limits_of(profile, limits),
    )


def _table(table: TableResult, measures: list[MeasureResult]) -> MeasuredTable:
    faulty = table.faulty
    return MeasuredTable(
        EvidenceTable(
            table.id,
            table.kind,
            table.source,
            table.sha256,
            table.rows,
            table.excluded,
            table.first,
            table.last,
        ),
        tuple(Remark(r.code, r.text, r.column, r.count) for r in table.remarks),
        tuple(_measure(measure) for measure in measures),
        tuple(Refusal(table.id, name, why) for name, why in table.refused.items()),
        table.missing,
        FaultyRows(faulty.rows, faulty.reasons) if faulty else FaultyRows(),
    )


def _measure(measure: MeasureResult) -> Measure:
    return Measure(
        measure.id,
        measure.table,
        measure.name,
        measure.value,
        measure.n,
        measure.low,
        measure.high,
        measure.unit,
        measure.definition,
        measure.by,
        measure.statistic,
        measure.excluded,
    )
