"""MB003: experience is measured by opinion and by behaviour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    Context,
    Effort,
    Example,
    MetricFamily,
    MetricKind,
    Outcome,
    Severity,
    Verdict,
    Verification,
    bibliography,
    check,
    message,
)
from auditor_metric_balance.names import names
from auditor_metric_balance.sketches import kinds, metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor import Message, Metric

# Ours: Forrester counts NPS as an outcome, an intention. It is still an answer to a
# survey, and nobody has yet stayed or left by giving it.
OPINIONS: Final = frozenset({MetricKind.NPS, MetricKind.TRUST, MetricKind.SENTIMENT})
ASKED: Final = frozenset({MetricKind.CSAT, MetricKind.CES})
BEHAVIOUR: Final = frozenset(
    {
        MetricKind.RETENTION,
        MetricKind.CHURN,
        MetricKind.REPEAT_PURCHASE,
        MetricKind.REFERRAL,
    }
)

ASK: Final = message("Ask customers for an opinion of the whole, such as NPS or trust.")
WATCH: Final = message(
    "Measure what customers do: retention, churn or repeat purchase."
)


@check(
    "MB003",
    title="Experience is measured by opinion and by behaviour",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["metrics"],
    logic=(
        "Met with at least one metric of opinion and one of behaviour, partly met with "
        "one of the two, not met with neither. Opinion is NPS, trust, sentiment, and "
        "satisfaction or effort that belong to experience, not to one interaction. "
        "Behaviour is retention, churn, repeat purchase and referral. A custom metric "
        "is neither, since its kind does not tell."
    ),
    remedy="Measure how many customers stay or buy again, and ask them for an opinion.",
    sources=[
        bibliography.WHITE,
        bibliography.MACARANAS,
        bibliography.FORRESTER_MEASUREMENT,
        bibliography.GOOGLE_HEART,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Trust and churn", kinds("trust", "churn")),
        Example(
            Outcome.MET,
            "Satisfaction with a journey, and repeat purchase",
            metrics({"kind": "csat", "level": "journey"}, {"kind": "repeat_purchase"}),
        ),
        Example(Outcome.PARTLY_MET, "Opinion only", kinds("nps", "csat")),
        Example(Outcome.PARTLY_MET, "Behaviour only", kinds("retention", "wait_time")),
        Example(
            Outcome.PARTLY_MET,
            "The only opinion is on single contacts",
            metrics({"kind": "csat", "level": "interaction"}, {"kind": "churn"}),
        ),
        Example(Outcome.NOT_MET, "Speed only", kinds("wait_time", "handle_time")),
        Example(Outcome.NOT_MET, "An empty list", kinds()),
        Example(Outcome.NOT_ASSESSED, "No word of metrics", {"metrics": None}),
    ],
)
def opinion_and_behaviour_are_measured(context: Context) -> Verdict:
    """What customers say and what they do are two things.

    Satisfied customers leave and grumbling ones stay. Opinion tells early and explains
    why; behaviour tells late, but it is what the organisation lives from.
    """
    listed = context.profile.metrics or ()
    opinion = [metric for metric in listed if _is_opinion(metric)]
    behaviour = [metric for metric in listed if metric.kind in BEHAVIOUR]
    sides = bool(opinion) + bool(behaviour)
    one_sided = ASK if behaviour else WATCH
    return Verdict(
        (Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.MET)[sides],
        message(
            "Opinion is measured by {opinion}, behaviour by {behaviour}.",
            opinion=_by(opinion),
            behaviour=_by(behaviour),
        ),
        one_sided if sides == 1 else "",
        share=sides / 2,
        where=tuple(metric.pointer for metric in (*opinion, *behaviour))
        or (context.profile.at("metrics"),),
    )


def _by(measures: Sequence[Metric]) -> Message:
    return names(measures) or message("no metric")


def _is_opinion(metric: Metric) -> bool:
    of_the_whole = metric.effective_family is MetricFamily.EXPERIENCE
    return metric.kind in OPINIONS or (metric.kind in ASKED and of_the_whole)
