"""BC002: improvements are put in order by a stated method."""

from __future__ import annotations

import re
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
    message,
    named,
    sentences,
)

CRITERIA: Final = {
    message("the impact on customers"): re.compile("customer", re.IGNORECASE),
    message("the impact on the business"): re.compile(
        "business|revenue|cost|financ", re.IGNORECASE
    ),
    message("feasibility"): re.compile("feasib|effort", re.IGNORECASE),
}
"""What is weighed, and how a profile says so."""


BY_ALL: Final = message("Ideas are weighed by {weighed} of {total} criteria.")
BY_SOME: Final = message(
    "Ideas are weighed by {weighed} of {total} criteria, not by {criteria}."
)
PUBLISHED: Final = message("The order is published.")
UNPUBLISHED: Final = message("The order is not published.")


def _ordered(**changes: object) -> dict[str, object]:
    """Return a patch in which improvements are put in order otherwise."""
    return {"strategy": {"prioritisation": changes}}


@check(
    "BC002",
    title="Priorities follow a stated method",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["strategy.prioritisation"],
    logic=(
        "Ideas are weighed by the impact on customers, the impact on the business and "
        "feasibility. Met with {criteria} of these criteria and an order that is "
        "published; partly met with a criterion, or a method, that is stated; else "
        "not met."
    ),
    remedy=(
        "Score the ten ideas that are open, by impact on customers and business and "
        "by feasibility, and publish the order."
    ),
    parameters=[Parameter("criteria", 3, Unit.COUNT, "criteria of three", OURS)],
    sources=[
        bibliography.FORRESTER_PRIORITISATION,
        bibliography.BROWN,
        bibliography.BAIN_OUTER_LOOP,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "In words of its own, with risk beside them",
            _ordered(criteria=["Impact on customers", "Revenue", "Effort", "Risk"]),
        ),
        Example(
            Outcome.PARTLY_MET, "The order is not published", _ordered(published=False)
        ),
        Example(
            Outcome.PARTLY_MET,
            "Business alone is weighed",
            _ordered(criteria=["business_impact"]),
        ),
        Example(
            Outcome.PARTLY_MET,
            "A method, and no word of what it weighs",
            {"strategy": {"prioritisation": {"criteria": None, "published": True}}},
        ),
        Example(
            Outcome.NOT_MET,
            "An order is published, and nothing says how it came about",
            _ordered(method=None, criteria=[]),
        ),
        Example(
            Outcome.NOT_MET,
            "There is none",
            {"strategy": {"prioritisation": False}},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of an order",
            {"strategy": {"prioritisation": None}},
        ),
        Example(Outcome.NOT_ASSESSED, "No word of a strategy", {"strategy": None}),
    ],
)
def priorities_follow_a_method(context: Context) -> Verdict:
    """Without a method, what the loudest voice wants is done first.

    Scores that everybody can see make it clear why an idea waits.
    """
    strategy = context.profile.strategy
    order = strategy.prioritisation if strategy else None
    stated = " ".join((order.criteria or ()) if order else ())
    lacking = [name for name, word in CRITERIA.items() if not word.search(stated)]
    weighed = len(CRITERIA) - len(lacking)
    published = bool(order and order.published)
    if published and weighed >= context.parameters["criteria"]:
        outcome = Outcome.MET
    elif weighed or (order and order.method):
        outcome = Outcome.PARTLY_MET
    else:
        outcome = Outcome.NOT_MET
    weighing = (BY_SOME if lacking else BY_ALL).filled(
        weighed=weighed, total=len(CRITERIA), criteria=named(lacking)
    )
    reason = sentences(weighing, PUBLISHED if published else UNPUBLISHED)
    return Verdict(outcome, reason, where=("/strategy/prioritisation",))
