"""The words for changes and their causes, and figures that add up as they are shown."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from auditor.comparison import Cause, Change
from auditor.finding import Outcome
from auditor.renderers.figures import per_cent, points
from auditor.renderers.order import OUTCOMES

if TYPE_CHECKING:
    from auditor.comparison import Comparison, FindingChange, Part
    from auditor.finding import Finding

__all__ = [
    "CAUSES",
    "CHANGES",
    "MEANINGS",
    "SHORT_CAUSES",
    "because",
    "difference",
    "gain",
    "headline",
    "largest",
    "share_of",
    "stands",
]

CHANGES: Final = {
    Change.NEW: "New: met before, open now",
    Change.WORSE: "Worse: open before and now",
    Change.FIXED: "Fixed: open before, met now",
    Change.BETTER: "Better: open before and now",
    Change.FOUND: "Found: open now, not assessed or not asked before",
    Change.ANSWERED: "Answered: not assessed before, met now",
    Change.UNKNOWN: "Unknown: assessed before, not now",
    Change.ADDED: "Asked now and not before",
    Change.DROPPED: "Asked before and not now, or not applicable now",
    Change.UNCHANGED: "Unchanged",
}
CAUSES: Final = {
    Cause.RUBRIC: "The rubric or the tool",
    Cause.TIME: "Time passing",
    Cause.ASSESSMENT: "Assessed in only one of the two",
    Cause.ORGANISATION: "What the organisation changed",
    Cause.EVIDENCE: "What its records show",
    Cause.UNCLEAR: "Cannot be told apart",
}
SHORT_CAUSES: Final = {
    Cause.RUBRIC: "rubric or tool",
    Cause.TIME: "time",
    Cause.ASSESSMENT: "known once",
    Cause.ORGANISATION: "profile",
    Cause.EVIDENCE: "evidence",
    Cause.UNCLEAR: "unclear",
}
MEANINGS: Final = {
    Cause.RUBRIC: "Other weights, severities, thresholds or checks; another version.",
    Cause.TIME: "Nobody touched it; it has grown old or fallen due.",
    Cause.ASSESSMENT: "Known now and not before, or the other way round.",
    Cause.ORGANISATION: "The profile says something else.",
    Cause.EVIDENCE: "The tables of evidence show something else.",
    Cause.UNCLEAR: "Several of these changed, and any of them can be the reason.",
}


def gain(value: float) -> str:
    """Return points that are won or lost: "+1.2", with a true minus."""
    return f"{value:+.1f}".replace("-", "\N{MINUS SIGN}") if value else "0.0"


def difference(before: float | None, now: float | None) -> str:
    """Return how two figures differ as they are shown, or nothing without both."""
    if before is None or now is None:
        return ""
    shown = Decimal(points(now)) - Decimal(points(before))
    return gain(float(shown))


def share_of(part: Part) -> str:
    """Return what a part moved, so that the parts add up as they are shown."""
    if part.points and points(part.start) == points(part.end):
        return gain(0.01 if part.points > 0 else -0.01)
    return difference(part.start, part.end)


def largest(comparison: Comparison) -> Part | None:
    """Return the part that moved most points, if any did."""
    parts = comparison.split.parts if comparison.split else ()
    part = max(parts, key=lambda part: abs(part.points), default=None)
    return part if part and part.points else None


def headline(comparison: Comparison) -> str:
    """Return the message as a sentence without its full stop."""
    before, now = comparison.old.stated, comparison.new.stated
    if before is None or now is None:
        return "There is no score at both ends to compare"
    verb = "rose" if now > before else "fell"
    moved = f"The score {verb} from {points(before)} to {points(now)}"
    if points(before) == points(now):
        moved = f"The score stands at {points(now)}, as before"
    part = largest(comparison)
    if part is None:
        return moved
    with_it = points(before) != points(now) and (part.points > 0) is (now > before)
    came = f"{share_of(part)} came from {_named(part.cause)}"
    return f"{moved}; {came}" if with_it else f"{moved}, though {came}"


def _named(cause: Cause) -> str:
    """Return a cause as a part of a sentence."""
    if cause is Cause.ASSESSMENT:
        return "what was assessed in only one of the two"
    if cause is Cause.UNCLEAR:
        return "what cannot be told apart"
    return CAUSES[cause][0].lower() + CAUSES[cause][1:]


def stands(finding: Finding | None) -> str:
    """Return how a finding stands: "partly met, 60 %"."""
    if finding is None:
        return "not asked"
    words = OUTCOMES[finding.outcome]
    if finding.outcome is Outcome.PARTLY_MET:
        words = f"{words}, {per_cent(finding.earned)}"
    return f"{words}, contradicted" if finding.contradicted else words


def because(change: FindingChange) -> str:
    """Return what moved a finding, in a few words."""
    named = [
        " or ".join(SHORT_CAUSES[cause] for cause in step.between)
        if step.between
        else SHORT_CAUSES[step.cause]
        for step in change.steps
    ]
    return ", ".join(dict.fromkeys(named))
