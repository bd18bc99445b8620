"""MB001: service, experience, business results and employees are all measured."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    MetricFamily,
    MetricKind,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_least,
    bibliography,
    check,
    counted,
    message,
    named,
    sentences,
)
from auditor_metric_balance.names import names
from auditor_metric_balance.sketches import kinds, metrics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor import Message, Metric

ASKED: Final = frozenset({MetricKind.CSAT, MetricKind.CES})
"""Kinds whose family depends on the level."""

IDEAS: Final = {
    MetricFamily.SERVICE: message("service (such as resolution at the first contact)"),
    MetricFamily.EXPERIENCE: message(
        "experience (such as retention, or NPS of the relationship)"
    ),
    MetricFamily.BUSINESS: message(
        "business results (such as revenue, or spend per customer)"
    ),
    MetricFamily.EMPLOYEE: message(
        "employees (such as engagement, or turnover of staff)"
    ),
}
"""What to measure first where a family is missing."""


@check(
    "MB001",
    title="Service, experience, business and employees are all measured",
    severity=Severity.CRITICAL,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["metrics"],
    logic=(
        "Met with metrics of {met} families out of service, experience, business and "
        "employee. Partly met with {partly}. Not met with fewer, or without any metric "
        "of experience. A metric that states no family gets it from its kind and "
        "level: satisfaction and effort belong to service at the level of an "
        "interaction, else to experience; where they state no level, satisfaction "
        "counts as experience and effort as service. A custom metric without a family "
        "counts in none."
    ),
    remedy="Add a metric of each family that is missing.",
    parameters=[
        Parameter(
            "met", 4, Unit.COUNT, "families measured for the criterion to be met", OURS
        ),
        Parameter(
            "partly", 3, Unit.COUNT, "families measured for it to be partly met", OURS
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.WHITE,
        bibliography.MACARANAS,
        bibliography.CAMPAGNA,
        bibliography.FORRESTER_MEASUREMENT,
        bibliography.GARTNER_METRICS,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "One metric of each family",
            kinds("wait_time", "nps", "revenue", "enps"),
        ),
        Example(
            Outcome.MET,
            "The same question asked of a contact and of a journey",
            metrics(
                {"kind": "csat", "level": "interaction"},
                {"kind": "csat", "level": "journey"},
                {"kind": "revenue"},
                {"kind": "enps"},
            ),
        ),
        Example(
            Outcome.PARTLY_MET, "No employee metric", kinds("ces", "csat", "revenue")
        ),
        Example(
            Outcome.PARTLY_MET,
            "The employee metric is a custom one without a family",
            kinds("ces", "csat", "revenue", "custom"),
        ),
        Example(Outcome.NOT_MET, "Only service", kinds("wait_time", "handle_time")),
        Example(
            Outcome.NOT_MET,
            "All but experience",
            kinds("wait_time", "revenue", "enps"),
        ),
        Example(Outcome.NOT_MET, "An empty list", kinds()),
        Example(Outcome.NOT_ASSESSED, "No word of metrics", {"metrics": None}),
    ],
)
def all_families_are_measured(context: Context) -> Verdict:
    """What is not measured loses against what is.

    Service figures show how well single contacts go, experience figures what stays of
    them, business results whether it pays, and employee figures whether those who
    serve can keep it up. An organisation that watches one of the four alone improves
    it at the cost of the rest.
    """
    listed = context.profile.metrics or ()
    families = Counter(metric.effective_family for metric in listed)
    present = [family for family in MetricFamily if families[family]]
    missing = [family for family in MetricFamily if not families[family]]
    limits = context.parameters
    outcome = at_least(len(present), limits["met"], limits["partly"])
    if MetricFamily.EXPERIENCE in missing:
        outcome = Outcome.NOT_MET
    return Verdict(
        outcome,
        sentences(*_reasons(listed, families)),
        _advice(missing) if outcome is not Outcome.MET else "",
        share=len(present) / len(MetricFamily),
        where=(context.profile.at("metrics"),),
    )


def _reasons(
    listed: Sequence[Metric], families: Counter[MetricFamily | None]
) -> Iterator[Message]:
    if not listed:
        yield message("The profile lists no metric.")
        return
    yield message(
        "The profile lists {metrics}: {service} of service, {experience} of "
        "experience, {business} of business results, {employees} of employees.",
        metrics=counted(len(listed), "metric"),
        service=families[MetricFamily.SERVICE],
        experience=families[MetricFamily.EXPERIENCE],
        business=families[MetricFamily.BUSINESS],
        employees=families[MetricFamily.EMPLOYEE],
    )
    yield from _classification(listed)


def _classification(listed: Sequence[Metric]) -> Iterator[Message]:
    """Say how metrics that state no family came by theirs."""
    derived = [m for m in listed if m.family is None and m.effective_family]
    if derived:
        yield message(
            "The family was derived from kind and level for {metrics}.",
            metrics=names(derived),
        )
    assumed = [m for m in derived if m.level is None and m.kind in ASKED]
    if assumed:
        yield message(
            "As no level is stated, it is a default for {metrics}.",
            metrics=names(assumed),
        )
    unknown = [m for m in listed if m.effective_family is None]
    if unknown:
        yield message(
            "Custom and without a family, and so in none: {metrics}.",
            metrics=names(unknown),
        )


def _advice(missing: Sequence[MetricFamily]) -> str:
    if len(missing) == len(MetricFamily):
        return ""
    families = named(IDEAS[family] for family in missing)
    return message("Add metrics of {families}.", families=families)
