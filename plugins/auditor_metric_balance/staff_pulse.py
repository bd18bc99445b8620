"""MB005: how customer-facing staff fare is measured, and lately."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    MetricFamily,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    message,
    recent,
)
from auditor_metric_balance.names import names
from auditor_metric_balance.sketches import kinds, metrics

if TYPE_CHECKING:
    from auditor import Message, Metric, Profile

WORDS: Final = (
    "customer-facing",
    "customer facing",
    "front line",
    "front-line",
    "frontline",
    "agents",
    "advisers",
    "advisors",
    "contact centre",
    "contact center",
    "call centre",
    "call center",
    "meet customers",
    "serve customers",
)
"""Words by which a metric says that it tells of those who meet customers; ours."""

REPEAT: Final = message(
    "Ask again in the teams that meet customers, and date the result."
)

PULSE: Final = {"kind": "enps", "period": {"to": "2026-03-31"}}


@check(
    "MB005",
    title="How customer-facing staff fare is known and current",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.DECLARED,
    needs=["metrics"],
    logic=(
        "Met with an employee metric on customer-facing staff whose period ended in "
        "the {months} months before the audit. Partly met with an older or undated "
        "one, or one of the whole company. Not met without one. A metric is on "
        "customer-facing staff if a department that is marked as customer-facing owns "
        "it, or if its name or definition names such a department or those who meet "
        "customers. Words are looked up, not understood."
    ),
    remedy="Run a short pulse survey in the teams that meet customers.",
    parameters=[
        Parameter(
            "months", 12, Unit.MONTHS, "greatest age of the figure in months", OURS
        )
    ],
    sources=[
        bibliography.BROWN,
        bibliography.GARTNER_METRICS,
        bibliography.GLOBAL_CX_STANDARDS,
        bibliography.ISO_18295,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "A pulse that the help desk owns",
            metrics({**PULSE, "owner": "support"}),
        ),
        Example(
            Outcome.MET,
            "The definition names a customer-facing department",
            metrics({**PULSE, "definition": "Asked in Field operations only"}),
        ),
        Example(
            Outcome.MET,
            "Exactly twelve months old",
            metrics({**PULSE, "owner": "support", "period": {"to": "2025-06-30"}}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "A day older",
            metrics({**PULSE, "owner": "support", "period": {"to": "2025-06-29"}}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Without a period",
            metrics({"kind": "employee_turnover", "owner": "support"}),
        ),
        Example(Outcome.PARTLY_MET, "Of the whole company", metrics(PULSE)),
        Example(Outcome.NOT_MET, "None", kinds("nps", "revenue")),
        Example(Outcome.NOT_MET, "An empty list", kinds()),
        Example(Outcome.NOT_ASSESSED, "No word of metrics", {"metrics": None}),
    ],
)
def staff_are_asked(context: Context) -> Verdict:
    """Customers meet the organisation through its people.

    Staff who are worn out or on their way out cannot keep what a strategy promises,
    and it shows in their figures before it shows in the customers'. An average over
    the whole company hides the few teams that customers deal with.
    """
    profile, months = context.profile, context.parameters["months"]
    listed = profile.metrics or ()
    staff = [m for m in listed if m.effective_family is MetricFamily.EMPLOYEE]
    facing = [metric for metric in staff if _is_of_those_facing(metric, profile)]
    current = [m for m in facing if m.period and recent(context, m.period.to, months)]
    if current:
        reason = message(
            "Customer-facing staff are measured: {metrics}.", metrics=names(current)
        )
        return Verdict(Outcome.MET, reason, where=tuple(m.pointer for m in current))
    if not staff:
        where = (profile.at("metrics"),)
        reason = message("No metric tells of employees.")
        return Verdict(Outcome.NOT_MET, reason, where=where)
    return Verdict(
        Outcome.PARTLY_MET,
        _stale(facing, months) if facing else _company_wide(staff),
        REPEAT if facing else "",
        where=tuple(metric.pointer for metric in facing or staff),
    )


def _stale(facing: list[Metric], months: float) -> Message:
    return message(
        "No period that ended in the last {months:g} months is stated for {metrics}.",
        months=months,
        metrics=names(facing),
    )


def _company_wide(staff: list[Metric]) -> Message:
    return message(
        "Nothing says that customer-facing staff can be told from the rest in "
        "{metrics}.",
        metrics=names(staff),
    )


def _is_of_those_facing(metric: Metric, profile: Profile) -> bool:
    facing = [d for d in profile.departments or () if d.customer_facing]
    text = f"{metric.name or ''} {metric.definition or ''}".lower()
    words = [*WORDS, *((d.name or d.id).lower() for d in facing)]
    return any(d.id == metric.owner for d in facing) or any(
        re.search(rf"\b{re.escape(word)}\b", text) for word in words
    )
