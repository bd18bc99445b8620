"""The journeys drawn as maps: stages across, and what is not known left visible.

A stage without touchpoints, without an owner or without a word of how customers feel
is a white spot, and a white spot is what a board has to see.
"""

from __future__ import annotations

from itertools import chain, pairwise, zip_longest
from typing import TYPE_CHECKING, Final

from auditor.grading import counted
from auditor.renderers.plain import short
from auditor.renderers.view.curve import curve
from auditor.renderers.view.extent import Extent
from auditor.renderers.view.map_size import is_roomy
from auditor.renderers.view.names import Names
from auditor.renderers.view.stages import pain_point, stage_head, touchpoint
from auditor.renderers.view.words import left_out
from auditor.translation import message, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.profile.journeys import Journey, Stage
    from auditor.renderers.view.words import View
    from auditor.report import Report
    from auditor.translation import Message

__all__ = ["journeys"]

ACROSS: Final = 6
"""Ours: stages beside each other on a landscape page that can still be read."""
# What to say where there is none: the profile says so, or says nothing.
NO_JOURNEY: Final = (
    message("The profile says: no journey"),
    message(
        "A map would show each stage: who owns it, how customers feel, what is "
        "measured and what hurts."
    ),
)
NO_STAGE: Final = (
    message("The profile says: no stage"),
    message("No stage is described"),
)
NO_TOUCHPOINT: Final = (
    message("The profile says: no touchpoint"),
    message("No touchpoint is described"),
)
NO_PAIN_POINT: Final = (
    message("The profile says: no pain point"),
    message("No pain point is described"),
)


def journeys(report: Report) -> View:
    """Return the view of all journeys."""
    every = report.profile.journeys or ()
    names = Names.of(report.profile)
    extent = Extent.of(every)
    drawn = every[: extent.journeys]
    more = len(every) - len(drawn)
    return {
        "headline": headline(report),
        "empty": not every,
        "none": _none(*NO_JOURNEY, told=report.profile.journeys is not None),
        "journeys": [_journey(report, entry, extent, names) for entry in drawn],
        "left_out": left_out(more, counted(more, "more journey")),
    }


def headline(report: Report) -> str:
    """Return how much of the journeys is measured, as a sentence."""
    touchpoints = tuple(report.profile.touchpoints())
    if not report.profile.journeys:
        return say("No journey is described")
    if not touchpoints:
        return say("The journeys name no touchpoint yet")
    measured = sum(bool(touchpoint.metrics) for touchpoint in touchpoints)
    return say(
        "{number} of {touchpoints} are measured",
        number=measured,
        touchpoints=counted(len(touchpoints), "touchpoint"),
    )


def _journey(report: Report, journey: Journey, extent: Extent, names: Names) -> View:
    stages = journey.stages or ()
    drawn = stages[: extent.stages]
    more = len(stages) - len(drawn)
    groups = _groups(len(drawn))
    return {
        "title": short(journey.name or journey.id, 100),
        "scenario": short(journey.scenario or "", 240),
        "facts": _facts(report, journey, names),
        "no_stages": _none(*NO_STAGE, told=journey.stages is not None),
        "maps": [_map(report, drawn, group, extent.entries, names) for group in groups],
        "left_out": left_out(more, counted(more, "more stage")),
    }


def _groups(number: int) -> list[tuple[int, int]]:
    """Return where to split so many stages into maps of nearly equal width."""
    maps = -(-number // ACROSS)
    edges = [round(number * index / maps) for index in range(maps + 1)] if maps else []
    return list(pairwise(edges))


def _facts(report: Report, journey: Journey, names: Names) -> str:
    touchpoints = [t for stage in journey.stages or () for t in stage.touchpoints or ()]
    owner = names.department(journey.owner)
    segments = {s.id: s.name for s in report.profile.organisation.segments or ()}
    facts = [
        say(counted(len(journey.stages or ()), "stage")),
        say(counted(len(touchpoints), "touchpoint")),
        say("{number} measured", number=sum(bool(t.metrics) for t in touchpoints)),
        say(
            "{number} without an owner",
            number=sum(t.owner is None for t in touchpoints),
        ),
        short(segments.get(journey.segment or "", ""), 60),
        say("kept by {owner}", owner=owner) if owner else say("no keeper named"),
        say("reviewed {day:long}", day=journey.reviewed)
        if journey.reviewed
        else say("no review dated"),
    ]
    return " · ".join(fact for fact in facts if fact)


def _map(
    report: Report,
    stages: Sequence[Stage],
    group: tuple[int, int],
    most: int,
    names: Names,
) -> View:
    """Return one map: the stages that stand beside each other on one page."""
    start, end = group
    shown = stages[start:end]
    touchpoints = [
        [touchpoint(t, names) for t in (stage.touchpoints or ())[:most]]
        or [_nothing(*NO_TOUCHPOINT, told=stage.touchpoints is not None)]
        for stage in shown
    ]
    pains = [
        [pain_point(p, names) for p in (stage.pain_points or ())[:most]]
        or [_no_pain(stage)]
        for stage in shown
    ]
    heads = [
        stage_head(report, stage, number, names)
        for number, stage in enumerate(shown, start + 1)
    ]
    rows = {"touchpoint_rows": _rows(touchpoints), "pain_rows": _rows(pains)}
    return {
        "title": say(
            "Stages {first} to {last} of {number}",
            first=start + 1,
            last=end,
            number=len(stages),
        ),
        "split": len(stages) > end - start,
        "stages": heads,
        "roomy": is_roomy(heads, chain.from_iterable(rows.values()), titled=not start),
        "expects": any(stage.expectations for stage in shown),
        "curve": curve(shown, names),
        **rows,
        "left_out": _crowded(shown, most),
    }


def _rows(columns: list[list[View]]) -> list[list[View | None]]:
    """Return columns of cells as rows, as a table wants them."""
    return [list(row) for row in zip_longest(*columns)]


def _none(denied: Message, silent: Message, *, told: bool) -> str:
    """Return what to say where there is nothing of a kind: told so, or silence."""
    return say(denied if told else silent)


def _nothing(denied: Message, silent: Message, *, told: bool) -> View:
    return {"text": _none(denied, silent, told=told), "blank": True}


def _no_pain(stage: Stage) -> View:
    if stage.none_found:
        return {"text": say("Searched, none found"), "blank": False}
    return _nothing(*NO_PAIN_POINT, told=stage.pain_points is not None)


def _crowded(stages: Sequence[Stage], most: int) -> str:
    """Return how many entries are not drawn because a stage has too many."""
    parts = [(s.touchpoints or (), s.pain_points or ()) for s in stages]
    left = sum(max(len(p) - most, 0) for both in parts for p in both)
    return left_out(left, counted(left, "more entry", "more entries"))
