"""The page for the board: where we stand, what matters most, what is in place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.renderers.figures import level_of, per_cent, points, price, span
from auditor.renderers.order import accepted, areas_by_id, met, worst_first
from auditor.renderers.plain import short
from auditor.renderers.view.charts import scale
from auditor.renderers.view.names import LONGEST_NAME
from auditor.renderers.view.questions import questions
from auditor.renderers.view.words import OUTCOMES, SEVERITIES, ground, link
from auditor.renderers.words import NAMED_EFFORTS
from auditor.scoring import BOUNDS
from auditor.translation import message, say, say_plural

if TYPE_CHECKING:
    from auditor.finding import Finding
    from auditor.renderers.view.words import Row, View
    from auditor.report import Report

__all__ = ["board", "further"]

PRIORITIES: Final = 3
"""The issue of one page: a board acts on three things, not on thirty."""
STRENGTHS: Final = 3
WIDE_OPEN: Final = 50.0
"""Ours: points of range beyond which a score is no headline."""
ASSURANCE: Final = message(
    "of the weight rests on records; the rest on the organisation's own word, or is "
    "unknown."
)
LONGEST_REASON: Final = 200
"""Ours: characters of a reason on this page; the findings have it whole."""


def board(report: Report) -> View:
    """Return the view of the page for the board."""
    score = report.score
    return {
        "headline": headline(report),
        "scale": scale(score.low, score.total, score.high),
        "figures": _figures(report),
        "priorities": [_priority(report, f) for f in _pressing(report)[:PRIORITIES]],
        "more": _more(further(report)),
        "questions": questions(report),
        "strengths": [_strength(f) for f in met(report.findings)[:STRENGTHS]],
    }


def further(report: Report) -> int:
    """Return how many open findings there are besides those on the page."""
    return max(len(_pressing(report)) - PRIORITIES, 0)


def _pressing(report: Report) -> list[Finding]:
    """Return what is open and not accepted, the worst first."""
    return [f for f in worst_first(report.findings) if not accepted(f)]


def _figures(report: Report) -> list[Row]:
    """Return the four figures, side by side and never blended."""
    score = report.score
    return [
        _figure(say("Score"), points(score.total), _score_note(report)),
        _figure(say("Range"), span(score.low, score.high), _range(report)),
        _figure(say("Assurance"), per_cent(score.assurance), say(ASSURANCE)),
        _figure(say("Level (indicative)"), level_of(score), _level_note(report)),
    ]


def _figure(name: str, value: str, note: str) -> Row:
    return {"name": name, "value": value, "note": note}


def headline(report: Report) -> str:
    """Return the message of the page as a sentence."""
    score = report.score
    name = short(report.subject.organisation, LONGEST_NAME)
    if score.total is None:
        return say("Nothing could be assessed yet at {name}", name=name)
    low, high = score.low or 0.0, score.high or 0.0
    if high - low > WIDE_OPEN:
        return say(
            "Too little is known to place {name}: {range} is possible",
            name=name,
            range=span(low, high),
        )
    return say(
        "{name} scores {score} of 100, level {level}",
        name=name,
        score=points(score.total),
        level=level_of(score),
    )


def _range(report: Report) -> str:
    score = report.score
    weighed = [area for area in report.areas if area.weight]
    unknown = sum(area.applicable - area.assessed for area in weighed)
    if score.total is None:
        return say("Nothing is known, so everything is possible.")
    if not unknown:
        return say("Every criterion that applies could be assessed.")
    return say_plural(
        "depending on {n:,} criterion that could not be assessed.",
        "depending on {n:,} criteria that could not be assessed.",
        unknown,
    )


def _level_note(report: Report) -> str:
    """Return what holds the level where it is; the score by area tells of all."""
    score = report.score
    held = [say(gate.reason) for gate in score.gates if gate.level == score.level]
    if not held:
        return _next_level(report)
    return say("Held there: {reasons}", reasons=" ".join(held))


def _next_level(report: Report) -> str:
    """Return what the score alone would have to reach for the next level."""
    level = report.score.level
    if level is None:
        return say("No level without a score.")
    if level > len(BOUNDS):
        return say("The highest level.")
    return say(
        "Level {level} begins at {points:g} points.",
        level=level + 1,
        points=BOUNDS[level - 1],
    )


def _score_note(report: Report) -> str:
    """Return what the score is taken over, and both ways if something was accepted."""
    note = say("of 100, over what could be assessed.")
    number = sum(accepted(finding) for finding in report.findings if finding.open)
    if not number or report.score.total is None:
        return note
    both = say_plural(
        "With {n:,} accepted finding counted as met it would be {score}.",
        "With {n:,} accepted findings counted as met it would be {score}.",
        number,
        score=points(report.score.with_waivers),
    )
    return f"{note} {both}"


def _priority(report: Report, finding: Finding) -> View:
    rank = {step.check: step.rank for step in report.roadmap}.get(finding.check)
    return {
        **link(finding.check),
        "title": short(say(finding.title), 120),
        "area": areas_by_id(report).get(finding.area, finding.area),
        "reason": short(say(finding.reason), LONGEST_REASON),
        "outcome": say(OUTCOMES[finding.outcome]),
        "severity": say(SEVERITIES[finding.severity]),
        "kind": str(finding.outcome),
        "contradicted": finding.contradicted,
        "price": price(finding.points_lost),
        "effort": say(NAMED_EFFORTS[finding.effort]),
        "rank": "" if rank is None else say("Step {rank} of the roadmap", rank=rank),
    }


def _more(number: int) -> str:
    if not number:
        return ""
    return say_plural(
        "{n:,} more open finding follows in the areas.",
        "{n:,} more open findings follow in the areas.",
        number,
    )


def _strength(finding: Finding) -> View:
    return {
        **link(finding.check),
        "title": short(say(finding.title), 110),
        "verified": ground(finding.verified_by),
    }
