"""FL016: those who complained are asked how it was handled."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Feedback,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    graded,
    measured,
    message,
    rows,
    sentences,
)
from auditor_feedback_loop.sketches import LONG_AGO, RECEIVED, feedback, log

if TYPE_CHECKING:
    from auditor import Rows

YES, NO = True, False
SILENT = feedback(complaints=None)
DENIED = feedback(complaints={"handling_satisfaction_asked": False})


def _asked(*asked: bool | None, **more: object) -> dict[str, tuple[Rows, ...]]:
    """Return closed complaints after which customers were asked or not, in turn."""
    values = {"received_at": RECEIVED, "status": "closed"} | more
    return log(rows(100, handling_asked=asked, **values))


@check(
    "FL016",
    title="Those who complained are asked how it was handled",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.COMPUTED,
    logic=(
        "The share of the last twelve months' closed feedback whose sender was asked "
        "how it was handled, by the column `handling_asked`; where nothing is on "
        "record, nobody asked, and compliments do not count. Met from {met}, partly "
        "met from {partly}. Below that, a profile that says that it asks is "
        "contradicted. Without the column, a profile that says that it does not ask "
        "is taken at its word; that it does is no proof. What became of the answers "
        "is not judged."
    ),
    remedy="Ask one question in the closing message, and follow the answers.",
    parameters=[
        Parameter("met", 0.8, Unit.SHARE, "share of senders asked", OURS),
        Parameter("partly", 0.3, Unit.SHARE, "share from which it is partly met", OURS),
    ],
    sources=[
        bibliography.ISO_10002,
        bibliography.ISO_10004,
        bibliography.CUSTOMER_SERVICE_EXCELLENCE,
    ],
    examples=[
        Example(Outcome.MET, "Four of five", evidence=_asked(YES, YES, YES, YES, None)),
        Example(
            Outcome.MET,
            "Everyone is asked, whatever the profile says",
            DENIED,
            evidence=_asked(YES),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Seventy-nine of a hundred",
            evidence=_asked(*[YES] * 79, *[NO] * 21),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three in ten",
            evidence=_asked(*[YES] * 3, *[None] * 7),
        ),
        Example(
            Outcome.NOT_MET,
            "Twenty-nine of a hundred, though the profile says that they are asked",
            evidence=_asked(*[YES] * 29, *[NO] * 71),
            contradicted=True,
        ),
        Example(
            Outcome.NOT_MET,
            "One in four, and the profile says nothing",
            SILENT,
            evidence=_asked(YES, NO, NO, None),
        ),
        Example(Outcome.NOT_MET, "The profile says that nobody asks", DENIED),
        Example(
            Outcome.NOT_MET,
            "Nobody asks, and no complaint of this year is closed",
            DENIED,
            evidence=_asked(YES, status="open"),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "All are older than a year",
            evidence=_asked(None, received_at=LONG_AGO),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "The table does not say who was asked",
            evidence=log(rows(99, received_at=RECEIVED, status="closed")),
        ),
        Example(Outcome.NOT_ASSESSED, "The profile's word alone"),
        Example(Outcome.NOT_ASSESSED, "No word, and no records", SILENT),
    ],
)
def handling_is_rated(context: Context) -> Verdict:
    """That a complaint is closed says nothing of whether the customer is satisfied.

    Well handled, it can bind more than if nothing had gone wrong; nobody knows unasked.
    """
    promise = (context.profile.feedback or Feedback()).complaints
    claim = promise.handling_satisfaction_asked if promise else None
    found = measured(context, "feedback", "handling_asked")
    if isinstance(found, Verdict):
        return _declared(context) if claim is False else found
    verdict = graded(
        context,
        found,
        message("Asked how it was handled: {figure} of closed feedback."),
    )
    if claim and verdict.outcome is Outcome.NOT_MET:
        said = message("The profile says that they are asked.")
        reason = sentences(verdict.reason, said)
        return replace(
            verdict,
            reason=reason,
            contradicted=True,
            where=_where(context),
            verified_by=Verification.CROSS_CHECK,
        )
    return verdict


def _declared(context: Context) -> Verdict:
    """Return the verdict on an organisation that says that it does not ask."""
    return Verdict(
        Outcome.NOT_MET,
        message(
            "By its own word the organisation does not ask how complaints were handled."
        ),
        where=_where(context),
        verified_by=Verification.DECLARED,
    )


def _where(context: Context) -> tuple[str, ...]:
    heard = context.profile.feedback or Feedback()
    return (heard.at("complaints", "handling_satisfaction_asked"),)
