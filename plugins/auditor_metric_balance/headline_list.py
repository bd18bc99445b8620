"""MB007: the list of headline metrics is short enough to steer by."""

from __future__ import annotations

from typing import Final

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
    sentences,
)
from auditor_metric_balance.headlines import headlines
from auditor_metric_balance.sketches import kinds, metrics

MARK_MORE: Final = message(
    "Add a few headline metrics, from the families that are thin."
)


def _many(count: int) -> dict[str, object]:
    """Return a patch with so many headline metrics."""
    return metrics(*[{"kind": "nps", "headline": True}] * count)


@check(
    "MB007",
    title="The list of headline metrics is short enough to steer by",
    severity=Severity.LOW,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["metrics"],
    logic=(
        "Met with {fewest} to {most} headline metrics, partly met with "
        "{partly_fewest} to {partly_most}, else not met. Where no metric is marked as "
        "a headline, every metric counts that does not deny it."
    ),
    remedy="Keep one page of headline metrics and call the rest diagnostics.",
    parameters=[
        Parameter(
            "fewest", 6, Unit.COUNT, "fewest headline metrics that are met", OURS
        ),
        Parameter("most", 20, Unit.COUNT, "most headline metrics that are met", OURS),
        Parameter("partly_fewest", 4, Unit.COUNT, "fewest that are partly met", OURS),
        # Prompted by Gartner, which finds more than 50 in most large firms, but does
        # not call them too many.
        Parameter("partly_most", 50, Unit.COUNT, "most that are partly met", OURS),
    ],
    sources=[bibliography.GARTNER_METRICS, bibliography.XM_INSTITUTE_MATURITY],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Six", _many(6)),
        Example(Outcome.MET, "Twenty", _many(20)),
        Example(Outcome.MET, "None of six is marked", kinds(*["nps"] * 6)),
        Example(Outcome.PARTLY_MET, "Five", _many(5)),
        Example(Outcome.PARTLY_MET, "Four", _many(4)),
        Example(Outcome.PARTLY_MET, "Twenty-one", _many(21)),
        Example(Outcome.PARTLY_MET, "Fifty", _many(50)),
        Example(Outcome.NOT_MET, "Three", _many(3)),
        Example(Outcome.NOT_MET, "Fifty-one", _many(51)),
        Example(
            Outcome.NOT_MET,
            "All six deny being one",
            metrics(*[{"kind": "nps", "headline": False}] * 6),
        ),
        Example(Outcome.NOT_MET, "An empty list", kinds()),
        Example(Outcome.NOT_ASSESSED, "No word of metrics", {"metrics": None}),
    ],
)
def headlines_fit_on_a_page(context: Context) -> Verdict:
    """People steer by what they can keep in sight.

    Two or three figures hide what they do not cover; a hundred hide each other, and
    every department finds one that looks well.
    """
    chosen = headlines(context.profile)
    count = len(chosen.metrics)
    outcome = _outcome(count, context)
    few = count < context.parameters["fewest"]
    reason = message(
        "The profile has {metrics}.", metrics=counted(count, "headline metric")
    )
    return Verdict(
        outcome,
        sentences(reason, chosen.note),
        MARK_MORE if few else "",
        where=tuple(metric.pointer for metric in chosen.metrics)
        or (context.profile.at("metrics"),),
    )


def _outcome(count: int, context: Context) -> Outcome:
    limits = context.parameters
    if limits["fewest"] <= count <= limits["most"]:
        return Outcome.MET
    if limits["partly_fewest"] <= count <= limits["partly_most"]:
        return Outcome.PARTLY_MET
    return Outcome.NOT_MET
