"""FL002: feedback comes in several kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    FeedbackKind,
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
    from collections.abc import Mapping

    from auditor import FeedbackSource

KINDS: Final[Mapping[str, frozenset[FeedbackKind]]] = {
    message("solicited answers"): frozenset({FeedbackKind.SURVEY, FeedbackKind.PANEL}),
    message("unsolicited voices"): frozenset(
        {
            FeedbackKind.COMPLAINT,
            FeedbackKind.TICKET,
            FeedbackKind.REVIEW,
            FeedbackKind.SOCIAL,
        }
    ),
    message("conversations"): frozenset(
        {
            FeedbackKind.LISTENING_SESSION,
            FeedbackKind.INTERVIEW,
            FeedbackKind.LOST_CUSTOMER,
        }
    ),
    message("staff"): frozenset({FeedbackKind.EMPLOYEE}),
    message("behaviour"): frozenset(
        {FeedbackKind.BEHAVIOUR, FeedbackKind.SPEECH_ANALYTICS}
    ),
}
"""Ours: which sources are of one kind, because they miss the same things."""

KIND_OF: Final = {kind: name for name, kinds in KINDS.items() for kind in kinds}


def _of(*kinds: str) -> dict[str, object]:
    """Return a profile patch with a source of each kind."""
    return sources(*({"kind": kind} for kind in kinds))


@check(
    "FL002",
    title="Feedback comes in several kinds",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.DECLARED,
    needs=["feedback.sources"],
    logic=(
        "There are five kinds: solicited answers (survey, panel); unsolicited voices "
        "(complaint, ticket, review, social); conversations (listening_session, "
        "interview, and lost_customer, because it takes a conversation to learn why "
        "somebody left); staff (employee); and behaviour (behaviour, and "
        "speech_analytics, because it observes rather than asks). Met with {met} of "
        "them, partly met from {partly}. A source that states no kind counts for none."
    ),
    remedy=(
        "Add the kinds that are missing, those first that cost least: reading the "
        "tickets that are there already, asking staff, and listening sessions."
    ),
    parameters=[
        Parameter("met", 4, Unit.COUNT, "kinds of source, of five", OURS),
        Parameter("partly", 2, Unit.COUNT, "kinds from which it is partly met", OURS),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.MACARANAS,
        bibliography.GLOBAL_CX_STANDARDS,
        bibliography.FORRESTER_MATURITY,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Four kinds, without staff",
            _of("panel", "social", "lost_customer", "speech_analytics"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three kinds, without staff and behaviour",
            _of("survey", "ticket", "interview"),
        ),
        Example(Outcome.PARTLY_MET, "Surveys and staff", _of("survey", "employee")),
        Example(
            Outcome.NOT_MET,
            "Four sources of one kind",
            _of("complaint", "ticket", "review", "social"),
        ),
        Example(
            Outcome.NOT_MET,
            "Sources that state no kind",
            sources({}, {}, {"kind": "survey"}),
        ),
        Example(Outcome.NOT_MET, "An empty list", sources()),
        Example(
            Outcome.NOT_ASSESSED, "No word of sources", {"feedback": {"sources": None}}
        ),
    ],
)
def sources_are_diverse(context: Context) -> Verdict:
    """Each way of listening is deaf to somebody.

    Surveys miss those who do not answer, complaints those who leave in silence, and
    both miss what people do without saying a word.
    """
    return variety(
        context,
        _kind,
        tuple(KINDS),
        message("The sources cover {number} of {total} kinds."),
        message("Without a stated kind: {sources}."),
    )


def _kind(source: FeedbackSource) -> str | None:
    return KIND_OF.get(source.kind) if source.kind else None
