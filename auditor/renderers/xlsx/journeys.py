"""The sheet of the journeys: a row for each touchpoint, so that gaps can be counted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.renderers.view.names import Names
from auditor.renderers.view.words import capital, spoken
from auditor.renderers.xlsx.sheet import Column, Sheet
from auditor.translation import message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.profile.journeys import Journey, Stage, Touchpoint
    from auditor.renderers.xlsx.sheet import Value
    from auditor.report import Report

__all__ = ["journeys"]

COLUMNS: Final = (
    Column(message("Journey"), 34),
    Column(message("Stage"), 26),
    Column(message("Phase"), 14),
    Column(message("Owner of the stage"), 22),
    Column(message("Feeling, -2 to +2"), 11, "figure"),
    Column(message("Pain points"), 9, "count"),
    Column(message("Touchpoint"), 36),
    Column(message("Channel"), 18),
    Column(message("Owner of the touchpoint"), 22),
    Column(message("Moment of truth"), 10),
    Column(message("Metrics"), 34),
)


def journeys(report: Report) -> Sheet:
    """Return every touchpoint, and every stage that has none."""
    names = Names.of(report.profile)
    rows = [
        row
        for journey in report.profile.journeys or ()
        for stage in journey.stages or ()
        for row in _stage(journey, stage, names)
    ]
    return Sheet(message("Journeys"), COLUMNS, rows)


def _stage(journey: Journey, stage: Stage, names: Names) -> Iterator[tuple[Value, ...]]:
    beginning = (
        journey.name or journey.id,
        stage.name or stage.id,
        capital(spoken(stage.phase or "")),
        names.department(stage.owner),
        stage.emotion.score if stage.emotion else None,
        None if stage.pain_points is None else len(stage.pain_points),
    )
    for touchpoint in stage.touchpoints or ():
        yield (*beginning, *_touchpoint(touchpoint, names))
    if not stage.touchpoints:
        yield (*beginning, *(None,) * (len(COLUMNS) - len(beginning)))


def _touchpoint(touchpoint: Touchpoint, names: Names) -> tuple[Value, ...]:
    truth = touchpoint.moment_of_truth
    return (
        touchpoint.name,
        names.channel(touchpoint.channel),
        names.department(touchpoint.owner),
        "" if truth is None else say("Yes") if truth else say("No"),
        ", ".join(map(names.metric, touchpoint.metrics or ())),
    )
