"""FL003: feedback looks at every level of the experience."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    FeedbackLevel,
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
from auditor_feedback_loop.sketches import sources
from auditor_feedback_loop.source_variety import variety

if TYPE_CHECKING:
    from auditor import FeedbackSource


LEVELS: Final = {
    FeedbackLevel.INTERACTION: message("interaction"),
    FeedbackLevel.JOURNEY: message("journey"),
    FeedbackLevel.RELATIONSHIP: message("relationship"),
    FeedbackLevel.COMPETITIVE: message("competitive"),
}


def _at(*levels: str) -> dict[str, object]:
    """Return a profile patch with a source at each level."""
    return sources(*({"level": level} for level in levels))


@check(
    "FL003",
    title="Feedback looks at several levels of the experience",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.DECLARED,
    needs=["feedback.sources"],
    logic=(
        "There are four levels: interaction, journey, relationship and competitive. "
        "Met with sources at {met} of them, partly met from {partly}. A source that "
        "states no level counts for none."
    ),
    remedy=(
        "Add what is missing: a yearly survey of the relationship, a survey of one "
        "journey, a comparison with competitors."
    ),
    parameters=[
        Parameter("met", 3, Unit.COUNT, "levels with a source, of four", OURS),
        Parameter("partly", 2, Unit.COUNT, "levels from which it is partly met", OURS),
    ],
    sources=[bibliography.GLOBAL_CX_STANDARDS, bibliography.FORRESTER_MEASUREMENT],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Three levels, without a journey",
            _at("interaction", "relationship", "competitive"),
        ),
        Example(Outcome.PARTLY_MET, "Two levels", _at("interaction", "relationship")),
        Example(
            Outcome.NOT_MET,
            "Three sources, all after a contact",
            _at("interaction", "interaction", "interaction"),
        ),
        Example(Outcome.NOT_MET, "Sources that state no level", sources({}, {})),
        Example(Outcome.NOT_MET, "An empty list", sources()),
        Example(
            Outcome.NOT_ASSESSED, "No word of sources", {"feedback": {"sources": None}}
        ),
    ],
)
def sources_cover_the_levels(context: Context) -> Verdict:
    """Every call can go well while the customer leaves.

    One contact, a whole journey, the relationship and the view across competitors
    each show what the others hide.
    """
    return variety(
        context,
        _level,
        tuple(LEVELS.values()),
        message("The sources cover {number} of {total} levels."),
        message("Without a stated level: {sources}."),
    )


def _level(source: FeedbackSource) -> str | None:
    return LEVELS[source.level] if source.level else None
