"""The cells of a journey's map: stages, touchpoints, pain points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.grading import named
from auditor.profile.vocabulary import Impact
from auditor.renderers.plain import short
from auditor.renderers.view.words import spoken
from auditor.translation import message, say

if TYPE_CHECKING:
    from auditor.profile.journeys import PainPoint, Stage, Touchpoint
    from auditor.renderers.view.names import Names
    from auditor.renderers.view.words import View
    from auditor.report import Report

__all__ = ["pain_point", "stage_head", "touchpoint"]

IMPACTS: Final = {
    Impact.HIGH: message("high impact"),
    Impact.MEDIUM: message("medium impact"),
    Impact.LOW: message("low impact"),
}


def stage_head(report: Report, stage: Stage, number: int, names: Names) -> View:
    """Return the head of a stage's column: name, phase, owner, what measures it."""
    metrics = [
        names.metric(metric.id)
        for metric in report.profile.metrics or ()
        if stage.id in (metric.stages or ())
    ]
    owner = names.department(stage.owner)
    return {
        "number": str(number),
        "name": short(stage.name or stage.id, 60),
        "phase": spoken(stage.phase or ""),
        "owner": owner or say("No owner named"),
        "owned": bool(owner),
        "metrics": short(say(named(metrics)), 80)
        if metrics
        else say("No metric of the stage"),
        "measured": bool(metrics),
        "expectations": short("; ".join(stage.expectations or ()), 100),
    }


def touchpoint(touchpoint: Touchpoint, names: Names) -> View:
    """Return one touchpoint: what it is, where, whose, and whether it is measured."""
    metrics = [names.metric(metric) for metric in touchpoint.metrics or ()]
    owner = names.department(touchpoint.owner)
    channel = names.channel(touchpoint.channel)
    return {
        "text": short(touchpoint.name, 60),
        "blank": False,
        "truth": bool(touchpoint.moment_of_truth),
        "channel": channel or say("no channel"),
        "has_channel": bool(channel),
        "owner": owner or say("no owner"),
        "owned": bool(owner),
        "measured": bool(metrics),
        "metrics": short(say(named(metrics)), 60) if metrics else say("not measured"),
    }


def pain_point(pain: PainPoint, names: Names) -> View:
    """Return one pain point: what hurts, how much, who mends it and how far."""
    owner = names.department(pain.owner)
    status = short(spoken(pain.status or ""), 40)
    due = say("due {day:brief}", day=pain.due) if pain.due else ""
    return {
        "text": short(pain.description or pain.id, 100),
        "blank": False,
        "impact": say(IMPACTS[pain.impact])
        if pain.impact
        else say("impact not stated"),
        "severe": pain.impact == "high",
        "owner": owner or say("no owner"),
        "owned": bool(owner),
        "status": ", ".join(part for part in (status, due) if part) or say("no status"),
    }
