"""Evidence as a result records it: figures without the rows behind them.

What is read from a result is English alone. Where the tables are given, measuring them
again makes the same texts, which can be said in every language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.errors import AuditorError
from auditor.evidence import Evidence, EvidenceTable, Fault, Measure, MeasuredTable
from auditor.evidence.canonical_table import FaultyRows, Remark
from auditor.evidence.measures import Refusal
from auditor.evidence_gathering.limits import limits_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.evidence.limits import Limits
    from auditor.profile import Profile
    from auditor.renderers.result import ResultDocument
    from auditor.renderers.result.evidence import MeasureResult, TableResult

__all__ = ["only_in_english", "recorded_evidence"]

METRIC: Final = "metric"


def recorded_evidence(
    result: ResultDocument,
    profile: Profile,
    limits: Limits | None = None,
    found: Evidence | None = None,
) -> Evidence:
    """Return what a result says of evidence, as an audit would see it.

    Args:
        result: The result of an audit.
        profile: The profile that was audited; it says which figures are of its metrics.
        limits: The rubric's limits of measures; the usual ones if absent.
        found: What the tables show that are given; its texts are taken where they are
            those of the result.
    """
    made = {text: text for text in _texts(found or Evidence())}
    held = {claim.measure for claim in result.claims if claim.kind == METRIC}
    by_id = {measure.id: measure for measure in result.measures}
    # A metric's own figures come last; a table may have one of the same name.
    own = {id_: by_id[id_] for id_ in held if id_ is not None and id_ in by_id}
    tables = tuple(
        _table(
            table,
            [m for m in result.measures if m.table == table.id and m.id not in own],
            made,
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
        claims[metric] = _measure(own[claim.measure], made)
        if claim.value is not None:
            declared[metric] = claim.value
    order = [metric.id for metric in profile.metrics or ()]
    return Evidence(
        tables,
        tuple(Fault(f.id, f.kind, AuditorError(f.reason)) for f in result.unread),
        {id_: claims[id_] for id_ in order if id_ in claims},
        {id_: declared[id_] for id_ in order if id_ in declared},
        {id_: made.get(why, why) for id_, why in result.uncomputed.items()},
        limits_of(profile, limits),
    )


def only_in_english(recorded: Evidence, found: Evidence) -> bool:
    """Whether some of what a result says of evidence is at hand in English alone.

    Args:
        recorded: The evidence of the result.
        found: What the tables show that are given.
    """
    return bool(recorded.faults) or not {*_texts(recorded)} <= {*_texts(found)}


def _texts(evidence: Evidence) -> Iterator[str]:
    """Yield what evidence says in words."""
    yield from evidence.not_computed.values()
    for measure in evidence.measures:
        yield measure.definition
        yield from measure.excluded
    for table in evidence.tables:
        yield from (remark.text for remark in table.remarks)
        yield from (refusal.reason for refusal in table.refused)
        yield from table.faulty.reasons
        for reasons in table.missing.values():
            yield from reasons


def _table(
    table: TableResult, measures: list[MeasureResult], made: Mapping[str, str]
) -> MeasuredTable:
    faulty = table.faulty
    missing = {name: _by_text(why, made) for name, why in table.missing.items()}
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
        tuple(
            Remark(r.code, made.get(r.text, r.text), r.column, r.count)
            for r in table.remarks
        ),
        tuple(_measure(measure, made) for measure in measures),
        tuple(
            Refusal(table.id, name, made.get(why, why))
            for name, why in table.refused.items()
        ),
        missing,
        FaultyRows(faulty.rows, _by_text(faulty.reasons, made))
        if faulty
        else FaultyRows(),
    )


def _by_text(counts: Mapping[str, int], made: Mapping[str, str]) -> dict[str, int]:
    return {made.get(text, text): count for text, count in counts.items()}


def _measure(measure: MeasureResult, made: Mapping[str, str]) -> Measure:
    return Measure(
        measure.id,
        measure.table,
        measure.name,
        measure.value,
        measure.n,
        measure.low,
        measure.high,
        measure.unit,
        made.get(measure.definition, measure.definition),
        measure.by,
        measure.statistic,
        _by_text(measure.excluded, made),
    )
