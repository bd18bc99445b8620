"""The roadmap: what to do first, and what the score would be after each step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.grading import counted
from auditor.renderers.figures import cost, points, span
from auditor.renderers.order import areas_by_id
from auditor.renderers.view.charts import staircase
from auditor.renderers.view.words import SEVERITIES, link, sentence

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
    steps = report.roadmap[:FIRST]
    if not steps:
        return "There is no open finding to mend"
    first = "The first " if len(report.roadmap) > FIRST else ""
    does = counted(len(steps), "step takes", "steps take")
    today, after = points(report.score.total), points(steps[-1].score_after)
    open_ = "" if _settled(steps[-1]) else ", over what could be assessed"
    return f"{first}{does} the score from {today} to {after}{open_}"


def levels(report: Report) -> str:
    """Return with which steps the level changes, and what holds it in the end."""
    if not report.roadmap or report.score.level is None:
        return ""
    level, changes = report.score.level, []
    for step in report.roadmap:
        if step.level_after not in {None, level}:
            level = step.level_after
            changes.append(f"{level} with step {step.rank}")
    told = f"becomes {', '.join(changes)}" if changes else f"stays at {level}"
    last = report.roadmap[-1]
    held = " ".join(gate.reason for gate in last.gates_after if gate.level == level)
    return f"The level {told}{f', and is held there: {held}' if held else '.'}"


def _settled(step: Step) -> bool:
    """Whether nothing is left unknown after a step, to the figures shown."""
    return points(step.low_after) == points(step.high_after)


def _step(step: Step, areas: dict[str, str]) -> Row:
    return {
        "rank": str(step.rank),
        **link(step.check),
        "title": step.title,
        "advice": sentence(step.advice),
        "area": areas.get(step.area, step.area),
        "severity": SEVERITIES[step.severity],
        "effort": step.effort.capitalize(),
        "points": cost(step.points) if step.points else "none",
        "after": points(step.score_after) if step.points else "",
        "range": ""
        if _settled(step) or not step.points
        else span(step.low_after, step.high_after),
    }
