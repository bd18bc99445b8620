"""What changed since an earlier audit: first the score, then the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.comparison import Cause, Change
from auditor.renderers.days import brief_day, day
from auditor.renderers.figures import level_of, per_cent, points, span
from auditor.renderers.over_time.comparison import changes_of
from auditor.renderers.over_time.words import (
    CAUSES,
    CHANGES,
    MEANINGS,
    added_up,
    because,
    difference,
    gain,
    headline,
    share_of,
    stands,
)
from auditor.renderers.view.waterfall import waterfall
from auditor.renderers.view.words import capped, link
from auditor.translation import listed, plural, say, say_plural

if TYPE_CHECKING:
    from auditor.comparison import Comparison, FindingChange
    from auditor.renderers.view.words import Row, View
    from auditor.report import Report

__all__ = ["changed_findings", "comparison"]

MOST_CHANGES: Final = 25
"""Ours: findings of one kind on the page; the JSON result has them all."""
LONGEST_NAMES: Final = 30
"""Ours: checks named beside one cause."""
FIRST: Final = {
    Change.FIXED: lambda number: plural(
        "{n:,} finding is fixed", "{n:,} findings are fixed", number
    ),
    Change.BETTER: lambda number: plural(
        "{n:,} finding is better", "{n:,} findings are better", number
    ),
    Change.NEW: lambda number: plural(
        "{n:,} finding is newly open", "{n:,} findings are newly open", number
    ),
    Change.WORSE: lambda number: plural(
        "{n:,} finding is worse", "{n:,} findings are worse", number
    ),
}
OTHERS: Final = {
    Change.FIXED: lambda number: plural("{n} is fixed", "{n} are fixed", number),
    Change.BETTER: lambda number: plural("{n} is better", "{n} are better", number),
    Change.NEW: lambda number: plural(
        "{n} is newly open", "{n} are newly open", number
    ),
    Change.WORSE: lambda number: plural("{n} is worse", "{n} are worse", number),
}
"""What the headline counts: the first with its noun, the others without."""


def comparison(report: Report) -> View | None:
    """Return the view of how the score moved, if there is an earlier audit."""
    found = report.comparison
    if found is None:
        return None
    return {
        "headline": headline(found),
        "since": day(found.old.as_of),
        "days": [brief_day(found.old.as_of), brief_day(found.new.as_of)],
        "standing": _standing(found),
        "chart": waterfall(found),
        "parts": _parts(found),
        "total": difference(found.old.stated, found.new.stated),
        "doubts": [say(doubt) for doubt in found.doubts],
    }


def changed_findings(report: Report) -> View | None:
    """Return the view of the findings that changed, if there is an earlier audit."""
    found = report.comparison
    if found is None:
        return None
    known = {finding.check for finding in report.findings}
    groups = [_group(found, change, known) for change in CHANGES]
    return {
        "anchor": "changes",
        "headline": _changes_headline(found),
        "groups": [group for group in groups if group["rows"]],
        "unchanged": say_plural(
            "{n:,} finding stands as it stood",
            "{n:,} findings stand as they stood",
            len(changes_of(found, Change.UNCHANGED)),
        ),
        "added_up": added_up(found),
    }


def _standing(found: Comparison) -> list[Row]:
    """Return score, range, level and assurance at both ends."""
    old, new = found.old, found.new
    one, other = old.score, new.score
    moved = difference(old.stated, new.stated)
    return [
        _figure(say("Score"), points(old.stated), points(new.stated), moved),
        _figure(say("Range"), span(one.low, one.high), span(other.low, other.high)),
        _figure(say("Level (indicative)"), level_of(one), level_of(other)),
        _figure(say("Assurance"), per_cent(one.assurance), per_cent(other.assurance)),
        _figure(say("Rubric"), old.rubric_name, new.rubric_name),
    ]


def _figure(name: str, before: str, now: str, change: str = "") -> Row:
    return {"name": name, "before": before, "now": now, "change": change}


def _parts(found: Comparison) -> list[View]:
    """Return what the change comes from, in the order of the drawing."""
    return [
        {
            "name": say(CAUSES[part.cause]),
            "meaning": say(MEANINGS[part.cause]),
            "points": share_of(part),
            "checks": ", ".join(capped(part.checks, LONGEST_NAMES)[0]),
            "more": capped(part.checks, LONGEST_NAMES)[1],
            "unclear": part.cause is Cause.UNCLEAR,
        }
        for part in (found.split.parts if found.split else ())
        if part.points or part.checks
    ]


def _group(found: Comparison, change: Change, known: set[str]) -> View:
    """Return the findings that changed in one way; of the unchanged, none."""
    changes = [] if change is Change.UNCHANGED else changes_of(found, change)
    rest = len(changes) - MOST_CHANGES
    return {
        "title": say(CHANGES[change]),
        "rows": [_row(one, known) for one in changes[:MOST_CHANGES]],
        "more": say_plural(
            "And {n:,} more finding: the JSON result has them all.",
            "And {n:,} more findings: the JSON result has them all.",
            rest,
        )
        if rest > 0
        else "",
    }


def _row(change: FindingChange, known: set[str]) -> View:
    linked = link(change.check)
    return {
        "check": linked["check"],
        "anchor": linked["anchor"] if change.check in known else "",
        "title": say(change.finding.title),
        "before": stands(change.before),
        "now": stands(change.now),
        "points": gain(change.points) if change.steps else "",
        "because": because(change),
        "regressed": change.regressed,
    }


def _changes_headline(found: Comparison) -> str:
    """Return how many findings are better and worse, as a sentence."""
    numbers = {change: len(changes_of(found, change)) for change in FIRST}
    changed = [change for change, number in numbers.items() if number]
    if not changed:
        return say("No finding that was assessed in both audits stands otherwise")
    first, *others = changed
    told = [FIRST[first](numbers[first])]
    told += [OTHERS[change](numbers[change]) for change in others]
    return say(listed(told))
