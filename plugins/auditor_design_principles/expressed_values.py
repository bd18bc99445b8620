"""DP003: every principle expresses a value."""

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

EXPRESSIVE = {"values": ["honest"]}


@check(
    "DP003",
    title="Every principle expresses a value",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["principles", "organisation.values"],
    logic=(
        "The share of principles that refer to at least one value of the "
        "organisation; a reference to a value that is not listed counts as missing. "
        "Met with a share of {met} or more, partly met from {partly}. Not assessed "
        "without principles, or while the values are unknown."
    ),
    remedy="Add the value behind each principle, or rewrite the principle.",
    parameters=[
        Parameter(
            "met", 1.0, Unit.SHARE, "share of principles that express a value", OURS
        ),
        Parameter("partly", 0.5, Unit.SHARE, "share from which it is partly met", OURS),
    ],
    sources=[bibliography.BROWN],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.PARTLY_MET,
            "One of two expresses a value",
            principles(EXPRESSIVE, {}),
        ),
        Example(
            Outcome.NOT_MET,
            "One of three expresses a value",
            principles(EXPRESSIVE, {}, {}),
        ),
        Example(
            Outcome.NOT_MET,
            "Values that the organisation does not list",
            principles({"values": ["bold"]}, {"values": ["fast"]}),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of values",
            {"organisation": {"values": None}},
        ),
        Example(Outcome.NOT_ASSESSED, "An empty list of principles", principles()),
        Example(Outcome.NOT_ASSESSED, "No word of principles", {"principles": None}),
    ],
)
def principles_express_values(context: Context) -> Verdict:
    """Values on a wall change nothing; a principle carries one into a decision.

    What customers meet then agrees with what the organisation says of itself.
    """
    return share_of_principles(
        context,
        lambda principle: principle.values,
        message("A value stands behind {having} of {principles}."),
    )
