"""DP002: every principle serves an objective."""

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

SERVING = {"objectives": ["keep-customers"]}
MISDIRECTED = {"objectives": ["a-plan-since-dropped"]}


@check(
    "DP002",
    title="Every principle serves an objective",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["principles", "organisation.objectives"],
    logic=(
        "The share of principles that refer to at least one objective of the "
        "organisation; a reference to an objective that is not listed counts as "
        "missing. Met with a share of {met} or more, partly met from {partly}. Not "
        "assessed without principles, or while the objectives are unknown."
    ),
    remedy=(
        "Write beside each principle the objective that it serves, and drop those "
        "that serve none."
    ),
    parameters=[
        Parameter(
            "met", 1.0, Unit.SHARE, "share of principles that serve an objective", OURS
        ),
        Parameter("partly", 0.5, Unit.SHARE, "share from which it is partly met", OURS),
    ],
    sources=[bibliography.BROWN, bibliography.GOVCX],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "All three serve an objective",
            principles(SERVING, SERVING, SERVING),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One of two serves an objective",
            principles(SERVING, {}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One of two serves an objective that is not listed",
            principles(SERVING, MISDIRECTED),
        ),
        Example(
            Outcome.NOT_MET,
            "One of three serves an objective",
            principles(SERVING, {}, {}),
        ),
        Example(
            Outcome.NOT_MET,
            "The organisation lists no objectives",
            {"organisation": {"objectives": []}},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of objectives",
            {"organisation": {"objectives": None}},
        ),
        Example(Outcome.NOT_ASSESSED, "An empty list of principles", principles()),
        Example(Outcome.NOT_ASSESSED, "No word of principles", {"principles": None}),
    ],
)
def principles_serve_objectives(context: Context) -> Verdict:
    """A principle without an objective is taste, and loses to the first deadline.

    Tied to one, it lets teams move on their own and still pull in one direction.
    """
    return share_of_principles(
        context,
        lambda principle: principle.objectives,
        message("An objective stands behind {having} of {principles}."),
    )
