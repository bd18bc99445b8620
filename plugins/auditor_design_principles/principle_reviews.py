"""DP012: principles are reviewed and rest on customer insight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Message,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
    named,
    recent,
    sentences,
    tally,
)
from auditor_design_principles.sketches import principles

if TYPE_CHECKING:
    from auditor import Principle, Tally

REST: Final = message("Name the sources of feedback that each principle rests on.")

INSIGHT: dict[str, object] = {"insight": ["complaints"]}
FRESH: dict[str, object] = {"reviewed": "2024-12-30"}
STALE = {"reviewed": "2024-12-29"}
OLDEST = {"reviewed": "2023-06-30"}
TOO_OLD = {"reviewed": "2023-06-29"}


@check(
    "DP012",
    title="Principles are reviewed and rest on customer insight",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.ARTEFACT,
    needs=["principles"],
    logic=(
        "Two parts: a share of {covered} or more of the principles was reviewed in the "
        "last {review_months} months, and a share of {covered} or more refers to a "
        "source of feedback. Met with both. Partly met with one, or if that share was "
        "reviewed in the last {stale_months} months. A review may leave a principle "
        "as it is. It rests on the days given, or else, where no principle has one, "
        "on the organisation's word."
    ),
    remedy="Review the principles once a year with the latest research on the table.",
    parameters=[
        Parameter(
            "covered", 0.8, Unit.SHARE, "share of principles that a part takes", OURS
        ),
        Parameter(
            "review_months", 18, Unit.MONTHS, "months for which a review lasts", OURS
        ),
        Parameter(
            "stale_months",
            36,
            Unit.MONTHS,
            "months after which it is worth nothing",
            OURS,
        ),
    ],
    sources=[bibliography.BROWN, bibliography.BALDRIGE_SCORING],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Four of five reviewed in the window, four of five with insight",
            principles(*[FRESH | INSIGHT] * 3, FRESH, INSIGHT),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Reviewed, but two of three without insight",
            principles(FRESH | INSIGHT, FRESH, FRESH),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Insight, but never reviewed",
            principles(INSIGHT, INSIGHT),
        ),
        Example(
            Outcome.PARTLY_MET,
            "No insight, and reviewed three years ago to the day",
            principles(STALE, OLDEST),
        ),
        Example(
            Outcome.NOT_MET,
            "No insight, and one review more than three years ago",
            principles(STALE, TOO_OLD),
        ),
        Example(
            Outcome.NOT_MET,
            "Insight from sources that are not listed, and no review",
            principles({"insight": ["a-feeling"]}),
        ),
        Example(Outcome.NOT_ASSESSED, "An empty list of principles", principles()),
        Example(Outcome.NOT_ASSESSED, "No word of principles", {"principles": None}),
    ],
)
def principles_are_kept_true(context: Context) -> Verdict:
    """Principles that rest on what customers need age with what customers need.

    Without insight behind them they repeat what the organisation likes to think.
    """
    listed = context.profile.principles or ()
    if not listed:
        reason = message("There are no principles to review.")
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("principles",))
    fresh = _reviewed(context, context.parameters["review_months"])
    insight = tally(listed, lambda principle: principle.insight)
    weak = {each.pointer for each in (*fresh.lacking, *insight.lacking)}
    return Verdict(
        _outcome(context, fresh, insight),
        _reason(context, fresh, insight),
        REST if not fresh.lacking else "",
        where=tuple(p.pointer for p in listed if p.pointer in weak or not weak),
        verified_by=None if any(p.reviewed for p in listed) else Verification.DECLARED,
    )


def _reviewed(context: Context, months: float) -> Tally[Principle]:
    listed = context.profile.principles or ()
    return tally(listed, lambda each: recent(context, each.reviewed, months))


def _outcome(
    context: Context, fresh: Tally[Principle], insight: Tally[Principle]
) -> Outcome:
    """Return the outcome of the two parts, or of a stale review in place of both."""
    limits = context.parameters
    parts = [found.share >= limits["covered"] for found in (fresh, insight)]
    if all(parts):
        return Outcome.MET
    stale = _reviewed(context, limits["stale_months"])
    if any(parts) or stale.share >= limits["covered"]:
        return Outcome.PARTLY_MET
    return Outcome.NOT_MET


def _reason(
    context: Context, fresh: Tally[Principle], insight: Tally[Principle]
) -> Message:
    reason = message(
        "A review in the last {months:g} months is on record for {reviewed} of "
        "{principles}, a source of feedback for {informed}.",
        months=context.parameters["review_months"],
        reviewed=len(fresh.having),
        principles=counted(fresh.total, "principle"),
        informed=len(insight.having),
    )
    old = named(principle.name for principle in fresh.lacking)
    bare = named(principle.name for principle in insight.lacking)
    return sentences(
        reason,
        message("Without such a review: {names}.", names=old) if old else "",
        message("Without such a source: {names}.", names=bare) if bare else "",
    )
