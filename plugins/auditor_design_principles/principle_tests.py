"""DP005: every principle can be tested."""

from __future__ import annotations

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
)
from auditor_design_principles.principle_shares import share_of_principles
from auditor_design_principles.sketches import principles

TESTABLE = {"tests": ["Can a customer do this in one step?"]}
EMPTY: dict[str, list[str]] = {"tests": []}


@check(
    "DP005",
    title="Every principle can be tested",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["principles"],
    logic=(
        "The share of principles with at least one question that a reviewer of a "
        "change can answer with no; how well it is worded is not judged. Met with a "
        "share of {met} or more, partly met from {partly}."
    ),
    remedy="Phrase each principle as a question that a reviewer can answer with no.",
    parameters=[
        Parameter("met", 0.8, Unit.SHARE, "share of principles with a question", OURS),
        Parameter("partly", 0.4, Unit.SHARE, "share from which it is partly met", OURS),
    ],
    sources=[bibliography.BROWN, bibliography.GEEKYANTS_PRINCIPLES],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Four of five have a question",
            principles(TESTABLE, TESTABLE, TESTABLE, TESTABLE, {}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Two of five have a question",
            principles(TESTABLE, TESTABLE, {}, {}, {}),
        ),
        Example(
            Outcome.NOT_MET,
            "One of three has a question",
            principles(TESTABLE, {}, {}),
        ),
        Example(Outcome.NOT_MET, "Empty lists of questions", principles(EMPTY, EMPTY)),
        Example(Outcome.NOT_ASSESSED, "An empty list of principles", principles()),
        Example(Outcome.NOT_ASSESSED, "No word of principles", {"principles": None}),
    ],
)
def principles_are_testable(context: Context) -> Verdict:
    """A principle that no change can fail stops nothing.

    A question with a plain yes or no makes reviewers agree, and shows a team before
    it starts what it will be asked.
    """
    return share_of_principles(
        context,
        lambda principle: principle.tests,
        message(
            "A question that a change can fail belongs to {having} of {principles}."
        ),
    )
