"""MB006: every metric is fully specified."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
    named,
    sentences,
    tally,
)
from auditor_metric_balance.names import names
from auditor_metric_balance.sketches import kinds, metrics

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor import Message, Metric

CARD: Final = {
    "kind": "nps",
    "definition": "Share of 9-10 less share of 0-6.",
    "source": "Survey platform",
    "frequency": "quarterly",
    "owner": "cx",
    "baseline": 20,
    "target": {"value": 30, "by": "2027-12-31"},
}
UNDATED: Final = {**CARD, "target": {"value": 30}}


@check(
    "MB006",
    title="Every metric is fully specified",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["metrics"],
    logic=(
        "A metric is fully specified with a definition (what is divided by what), a "
        "source, a frequency, an owner, a baseline, and a target with a value and a "
        "date. Met where a share of {met} or more of the metrics are, partly met from "
        "{partly}, else not met."
    ),
    remedy=(
        "Write one card for each metric: definition, source, frequency, owner, "
        "baseline, target and date."
    ),
    parameters=[
        Parameter(
            "met", 0.9, Unit.SHARE, "share of complete metrics that is met", OURS
        ),
        Parameter(
            "partly",
            0.6,
            Unit.SHARE,
            "share of complete metrics that is partly met",
            OURS,
        ),
    ],
    sources=[
        bibliography.ISO_10004,
        bibliography.GARTNER_METRICS,
        bibliography.COPC_CX,
        bibliography.GOOGLE_HEART,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Nine of ten", metrics(*[CARD] * 9, UNDATED)),
        Example(
            Outcome.PARTLY_MET, "Eight of ten", metrics(*[CARD] * 8, *[UNDATED] * 2)
        ),
        Example(
            Outcome.PARTLY_MET, "Three of five", metrics(*[CARD] * 3, *[UNDATED] * 2)
        ),
        Example(Outcome.NOT_MET, "One of two", metrics(CARD, UNDATED)),
        Example(Outcome.NOT_MET, "None of ten", metrics(*[UNDATED] * 10)),
        Example(
            Outcome.NOT_MET,
            "The owner is no department of the profile",
            metrics({**CARD, "owner": "galaxy"}),
        ),
        Example(Outcome.NOT_MET, "Names of metrics only", kinds("nps", "revenue")),
        Example(Outcome.NOT_ASSESSED, "An empty list", kinds()),
        Example(Outcome.NOT_ASSESSED, "No word of metrics", {"metrics": None}),
    ],
)
def metrics_are_specified(context: Context) -> Verdict:
    """A figure that everyone computes differently settles nothing.

    Without a definition and a source it cannot be repeated, without an owner nobody
    acts on it, and without a baseline and a dated target nobody can tell whether
    anything got better.
    """
    complete = tally(context.profile.metrics or (), lambda metric: not _gaps(metric))
    reason = message(
        "The profile specifies {having} of {metrics} fully.",
        having=len(complete.having),
        metrics=counted(complete.total, "metric"),
    )
    if complete.lacking:
        missing = message(
            "What is missing in {metrics}: {gaps}.",
            metrics=names(complete.lacking),
            gaps=_gaps_of(complete.lacking),
        )
        reason = sentences(reason, missing)
    return complete.verdict(context, reason, answered_by="metrics")


def _gaps_of(lacking: Iterable[Metric]) -> Message:
    """Return the gaps, commonest first, each with how many metrics have it."""
    gaps = Counter(gap for metric in lacking for gap in _gaps(metric))
    return named(
        message("{gap} ({count})", gap=gap, count=count)
        for gap, count in gaps.most_common()
    )


def _gaps(metric: Metric) -> list[Message]:
    """Return what a metric does not state, in words."""
    target = metric.target
    stated = {
        message("definition"): metric.definition,
        message("source"): metric.source,
        message("frequency"): metric.frequency,
        message("owner"): metric.owner,
        message("baseline"): metric.baseline,
        message("value of the target"): target and target.value,
        message("date of the target"): target and target.by,
    }
    return [field for field, value in stated.items() if value is None]
