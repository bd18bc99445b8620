"""EE001: those who meet customers are trained in empathy, product and decisions."""

from __future__ import annotations

import re
from functools import partial
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
    message,
    recent,
)
from auditor_foundations.customer_facing import judged_by_share
from auditor_foundations.sketches import departments

if TYPE_CHECKING:
    from auditor import Department

TOPICS: Final = tuple(
    re.compile(word, re.IGNORECASE)
    for word in (r"empath", r"\bproducts?(\b|_)", r"\bdecisions?(\b|_)")
)
"""Empathy, product and decisions, as a profile may write them."""

ALL = {
    "topics": ["empathy", "product", "decision_making"],
    "share_trained": 1,
    "date": "2024-06-30",
}


@check(
    "EE001",
    title="Staff are trained in empathy, product and decision-making",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.ARTEFACT,
    needs=["departments"],
    logic=(
        "The share of people trained, over the departments that meet customers, each "
        "of which counts the same. Training counts if it covers empathy, product and "
        "decision-making and was given in the last {months} months. Met with a share "
        "of {met} or more, partly met from {partly}. It rests on the days given, or "
        "else on the organisation's word."
    ),
    remedy="Teach all three in short modules made of real cases.",
    parameters=[
        Parameter("met", 0.9, Unit.SHARE, "share of people trained", OURS),
        Parameter("partly", 0.6, Unit.SHARE, "share from which it is partly met", OURS),
        Parameter("months", 24, Unit.MONTHS, "months for which training lasts", OURS),
    ],
    sources=[
        bibliography.MACARANAS,
        bibliography.BROWN,
        bibliography.GSA_CX_TOOLKIT,
        bibliography.ISO_10002,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Nine of ten, two years ago to the day, in words of its own",
            departments(
                training=ALL
                | {
                    "topics": ["Empathy at the door", "Product basics", "Decisions"],
                    "share_trained": 0.9,
                }
            ),
        ),
        Example(
            Outcome.PARTLY_MET,
            "All of one department and a fifth of another",
            departments({"training": ALL}, {"training": ALL | {"share_trained": 0.2}}),
        ),
        Example(
            Outcome.NOT_MET,
            "All of one department; two years and a day ago in the other",
            departments({"training": ALL}, {"training": ALL | {"date": "2024-06-29"}}),
        ),
        Example(
            Outcome.NOT_MET,
            "Nothing on decisions",
            departments(training=ALL | {"topics": ["empathy", "product"]}),
        ),
        Example(
            Outcome.NOT_MET,
            "Nobody knows when",
            departments(training=ALL | {"date": None}),
        ),
        Example(
            Outcome.NOT_MET,
            "Nobody knows how many",
            departments(training=ALL | {"share_trained": None}),
        ),
        Example(Outcome.NOT_MET, "No word of training", departments({})),
        Example(
            Outcome.NOT_ASSESSED,
            "No department is said to meet customers",
            {"departments": [{"id": "support"}]},
        ),
        Example(Outcome.NOT_ASSESSED, "No word of departments", {"departments": None}),
    ],
)
def staff_are_trained(context: Context) -> Verdict:
    """An experience is as good as the person in front of the customer.

    Who knows the product, feels with the customer and can decide needs no script.
    """
    listed = context.profile.departments or ()
    dated = any(each.training and each.training.date for each in listed)
    return judged_by_share(
        context,
        partial(_trained, context),
        message(
            "Of those who meet customers, in {departments}, {share:.1f} % were trained "
            "in all three topics in time."
        ),
        partly=context.parameters["partly"],
        verified_by=None if dated else Verification.DECLARED,
    )


def _trained(context: Context, department: Department) -> float:
    """Return the share of a department's people whose training counts."""
    training = department.training
    if not training or not recent(context, training.date, context.parameters["months"]):
        return 0.0
    taught = training.topics or ()
    whole = all(any(topic.search(text) for text in taught) for topic in TOPICS)
    return (training.share_trained or 0.0) if whole else 0.0
