"""The roadmap: what to do first, and what the score would be after each step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.renderers.figures import cost, points, span
from auditor.renderers.order import areas_by_id
from auditor.renderers.view.charts import staircase
from auditor.renderers.view.words import SEVERITIES, capital, link, sentence
from auditor.renderers.words import EFFORTS
from auditor.translation import plural, say, say_plural, written

if TYPE_CHECKING:
    from auditor.renderers.view.words import Row, View
    from auditor.report import Report
    from auditor.roadmap import Step

__all__ = ["roadmap"]

FIRST: Final = 3
"""Steps that the headline speaks of, as the page for the board does."""


def roadmap(report: Report) -> View:
    """Return the view of the roadmap."""
    areas = areas_by_id(report)
    return {
        "headline": headline(report),
        "chart": staircase(report.score.total, report.roadmap),
        "levels": levels(report),
        "steps": [_step(step, areas) for step in report.roadmap],
    }


def headline(report: Report) -> str:
    """Return what the first steps would bring, as a sentence."""
    first = report.roadmap[:FIRST]
    if not first:
        return say("There is no open finding to mend")
    if report.score.total is None:
        return say_plural(
            "{n:,} open finding to mend, and no score yet that it could raise",
            "{n:,} open findings to mend, and no score yet that they could raise",
            len(report.roadmap),
        )
    steps = _raising(first)
    if not steps:
        return say_plural(
            "The first step regains no points",
            "The first {n:,} steps regain no points",
            len(first),
        )
    does = (
        plural(
            "The first step takes the score from {today} to {after}",
            "The first {n:,} steps take the score from {today} to {after}",
            len(steps),
        )
        if len(report.roadmap) > len(steps)
        else plural(
            "{n:,} step takes the score from {today} to {after}",
            "{n:,} steps take the score from {today} to {after}",
            len(steps),
        )
    )
    rise = say(
        does, today=points(report.score.total), after=points(steps[-1].score_after)
    )
    if _settled(steps[-1]):
        return rise
    return say("{rise}, over what could be assessed", rise=rise)


def _raising(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return the steps up to the last that raises the score."""
    ranks = [step.rank for step in steps if step.points]
    return tuple(step for step in steps if step.rank <= max(ranks, default=0))


def levels(report: Report) -> str:
    """Return with which steps the level changes, and what holds it in the end."""
    if not report.roadmap or report.score.level is None:
        return ""
    level, changes = report.score.level, []
    for step in report.roadmap:
        if step.level_after not in {None, level}:
            level = step.level_after
            changes.append(say("{level} with step {rank}", level=level, rank=step.rank))
    last = report.roadmap[-1]
    gates = [say(gate.reason) for gate in last.gates_after if gate.level == level]
    told = {"changes": ", ".join(changes), "level": level, "reasons": " ".join(gates)}
    if changes and gates:
        return say("The level becomes {changes}, and is held there: {reasons}", **told)
    if changes:
        return say("The level becomes {changes}.", **told)
    if gates:
        return say("The level stays at {level}, and is held there: {reasons}", **told)
    return say("The level stays at {level}.", **told)


def _settled(step: Step) -> bool:
    """Whether nothing is left unknown after a step, to the figures shown."""
    return points(step.low_after) == points(step.high_after)


def _step(step: Step, areas: dict[str, str]) -> Row:
    return {
        "rank": written(step.rank),
        **link(step.check),
        "title": say(step.title),
        "advice": sentence(say(step.advice)),
        "area": areas.get(step.area, step.area),
        "severity": say(SEVERITIES[step.severity]),
        "effort": capital(say(EFFORTS[step.effort])),
        "points": cost(step.points) if step.points else say("none"),
        "after": points(step.score_after) if step.points else "",
        "range": ""
        if _settled(step) or not step.points
        else span(step.low_after, step.high_after),
    }
