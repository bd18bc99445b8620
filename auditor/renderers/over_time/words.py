"""The words for changes and their causes, and figures that add up as they are shown."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from auditor.comparison import Cause, Change
from auditor.finding import Outcome
from auditor.renderers.figures import per_cent, points
from auditor.renderers.order import OUTCOMES
from auditor.translation import either, message, say, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.comparison import Comparison, Edition, FindingChange, Part
    from auditor.finding import Finding
    from auditor.scoring import AreaScore

__all__ = [
    "CAUSES",
    "CHANGES",
    "MEANINGS",
    "SHORT_CAUSES",
    "TALLIED",
    "added_up",
    "area_named",
    "area_score",
    "areas_of",
    "because",
    "difference",
    "gain",
    "headline",
    "largest",
    "share_of",
    "stands",
]

CHANGES: Final = {
    Change.NEW: message("New: met before, open now"),
    Change.WORSE: message("Worse: open before and now"),
    Change.FIXED: message("Fixed: open before, met now"),
    Change.BETTER: message("Better: open before and now"),
    Change.FOUND: message("Found: open now, not assessed or not asked before"),
    Change.ANSWERED: message("Answered: not assessed before, met now"),
    Change.UNKNOWN: message("Unknown: assessed before, not now"),
    Change.ADDED: message("Asked now and not before"),
    Change.DROPPED: message("Asked before and not now, or not applicable now"),
    Change.UNCHANGED: message("Unchanged"),
}
CAUSES: Final = {
    Cause.RUBRIC: message("The rubric or the tool"),
    Cause.TIME: message("Time passing"),
    Cause.ASSESSMENT: message("Assessed in only one of the two"),
    Cause.ORGANISATION: message("What the organisation changed"),
    Cause.EVIDENCE: message("What its records show"),
    Cause.UNCLEAR: message("Cannot be told apart"),
}
SHORT_CAUSES: Final = {
    Cause.RUBRIC: message("rubric or tool"),
    Cause.TIME: message("time"),
    Cause.ASSESSMENT: message("known once"),
    Cause.ORGANISATION: message("profile"),
    Cause.EVIDENCE: message("evidence"),
    Cause.UNCLEAR: message("unclear"),
}
MEANINGS: Final = {
    Cause.RUBRIC: message(
        "Other weights, severities, thresholds or checks; another version."
    ),
    Cause.TIME: message("Nobody touched it; it has grown old or fallen due."),
    Cause.ASSESSMENT: message("Known now and not before, or the other way round."),
    Cause.ORGANISATION: message("The profile says something else."),
    Cause.EVIDENCE: message("The tables of evidence show something else."),
    Cause.UNCLEAR: message(
        "Several of these changed, and any of them can be the reason."
    ),
}
WITH_IT: Final = message("{score}; {points} came from {cause}")
AGAINST_IT: Final = message("{score}, though {points} came from {cause}")
TRUE_MINUS: Final = ("-", "\N{MINUS SIGN}")
NAMED: Final = {
    Cause.RUBRIC: message("the rubric or the tool"),
    Cause.TIME: message("time passing"),
    Cause.ASSESSMENT: message("what was assessed in only one of the two"),
    Cause.ORGANISATION: message("what the organisation changed"),
    Cause.EVIDENCE: message("what its records show"),
    Cause.UNCLEAR: message("what cannot be told apart"),
}
"""Causes as parts of a sentence."""
TALLIED: Final = {
    Change.NEW: message("{n} new"),
    Change.WORSE: message("{n} worse"),
    Change.FIXED: message("{n} fixed"),
    Change.BETTER: message("{n} better"),
    Change.FOUND: message("{n} found"),
    Change.ANSWERED: message("{n} answered"),
    Change.UNKNOWN: message("{n} unknown"),
    Change.ADDED: message("{n} added"),
    Change.DROPPED: message("{n} dropped"),
    Change.UNCHANGED: message("{n} unchanged"),
}
"""How many findings changed in a way."""


def gain(value: float) -> str:
    """Return points that are won or lost: "+1.2", with a true minus."""
    return written(value or 0.0, "+.1f" if value else ".1f").replace(*TRUE_MINUS)


def difference(before: float | None, now: float | None) -> str:
    """Return how two figures differ as they are shown, or nothing without both."""
    if before is None or now is None:
        return ""
    return gain(float(_shown(now) - _shown(before)))


def _shown(value: float) -> Decimal:
    """Return points as they are shown, whatever the language."""
    return Decimal(f"{value:.1f}")


def share_of(part: Part) -> str:
    """Return what a part moved, so that the parts add up as they are shown."""
    if part.points and points(part.start) == points(part.end):
        return gain(0.01 if part.points > 0 else -0.01)
    return difference(part.start, part.end)


def added_up(comparison: Comparison) -> str:
    """Return how the points of single findings lead to the change of the score.

    Empty where that needs no telling: without a score, or where findings that changed
    moved all of it. Figures add up as they are shown.
    """
    split, start, end = comparison.split, comparison.old.stated, comparison.new.stated
    if split is None or start is None or end is None:
        return ""
    changed = [one for one in comparison.findings if one.change is not Change.UNCHANGED]
    listed = start + sum(one.points for one in changed)
    weighed = listed + sum(step.points for step in split.steps if step.check is None)
    weights, rest = difference(listed, weighed), difference(weighed, end)
    nothing = gain(0.0)
    told = [
        say(
            "The points of the findings that changed add up to {points}.",
            points=difference(start, listed),
        )
    ]
    if weights != nothing:
        told.append(
            say(
                "Other weights or another version, which move all findings at once, "
                "came to {points}.",
                points=weights,
            )
        )
    if rest != nothing:
        told.append(
            say(
                "Findings that stand as they stood moved {points} on the way.",
                points=rest,
            )
        )
    told.append(say("That makes {points} in all.", points=difference(start, end)))
    return " ".join(told) if weights != nothing or rest != nothing else ""


def largest(comparison: Comparison) -> Part | None:
    """Return the part that moved most points, if any did."""
    parts = comparison.split.parts if comparison.split else ()
    part = max(parts, key=lambda part: abs(part.points), default=None)
    return part if part and part.points else None


def headline(comparison: Comparison) -> str:
    """Return the message as a sentence without its full stop."""
    before, now = comparison.old.stated, comparison.new.stated
    if before is None or now is None:
        return say("There is no score at both ends to compare")
    score = _moved(before, now)
    part = largest(comparison)
    if part is None:
        return score
    moved = points(before) != points(now)
    telling = WITH_IT if moved and (part.points > 0) is (now > before) else AGAINST_IT
    return say(telling, score=score, points=share_of(part), cause=NAMED[part.cause])


def _moved(before: float, now: float) -> str:
    """Return how the score moved, as a clause."""
    start, end = points(before), points(now)
    if start == end:
        return say("The score stands at {now}, as before", now=end)
    if now > before:
        return say("The score rose from {before} to {now}", before=start, now=end)
    return say("The score fell from {before} to {now}", before=start, now=end)


def area_named(area: AreaScore) -> str:
    """Return what an area is called, and whether it stands beside the total."""
    title = say(area.title)
    return title if area.weight else say("{area} (beside the total)", area=title)


def areas_of(editions: Sequence[Edition]) -> list[AreaScore]:
    """Return the areas of all editions, as the last that has one names it.

    Those of the last edition come first, and those beside the total after all others.
    """
    areas: dict[str, AreaScore] = {}
    for edition in reversed(editions):
        for area in edition.area_scores:
            areas.setdefault(area.id, area)
    return sorted(areas.values(), key=lambda area: not area.weight)


def area_score(edition: Edition, area_id: str) -> str:
    """Return the score of an area in an edition, which may not have asked about it."""
    scores = {area.id: area.score for area in edition.area_scores}
    return points(scores[area_id]) if area_id in scores else say("not asked")


def stands(finding: Finding | None) -> str:
    """Return how a finding stands: "partly met, 60 %"."""
    if finding is None:
        return say("not asked")
    words = say(OUTCOMES[finding.outcome])
    if finding.outcome is Outcome.PARTLY_MET:
        words = f"{words}, {per_cent(finding.earned)}"
    if finding.contradicted:
        return say("{verdict}, contradicted", verdict=words)
    return words


def because(change: FindingChange) -> str:
    """Return what moved a finding, in a few words."""
    named = [
        say(either(SHORT_CAUSES[cause] for cause in step.between or (step.cause,)))
        for step in change.steps
    ]
    return ", ".join(dict.fromkeys(named))
