"""Who owns what: departments against stages, and what nobody owns."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from auditor.grading import counted, named
from auditor.renderers.plain import short
from auditor.renderers.view.extent import level
from auditor.renderers.view.names import Names
from auditor.renderers.view.words import capital, left_out, spoken
from auditor.translation import message, say, say_plural, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.profile import Profile
    from auditor.profile.departments import Department
    from auditor.profile.journeys import Journey, Stage, Touchpoint
    from auditor.renderers.view.words import View
    from auditor.report import Report

__all__ = ["ownership"]

ACROSS: Final = 12
"""Ours: stages beside each other that a landscape page holds in this table."""
MOST_TABLES: Final = 10
MOST_DEPARTMENTS: Final = 40
MOST_ROWS: Final = 100
"""Ours: rows of all these tables together."""
NOBODY: Final = message("No owner named")


def ownership(report: Report) -> View:
    """Return the view of departments and what they own."""
    profile = report.profile
    names = Names.of(profile)
    departments = profile.departments or ()
    spans = _spans(profile)
    more = len(departments) - MOST_DEPARTMENTS
    return {
        "headline": headline(report),
        "empty": not spans and not departments,
        "tables": _tables(spans[:MOST_TABLES], profile, names),
        "tables_left_out": left_out(
            len(spans) - MOST_TABLES,
            counted(len(spans) - MOST_TABLES, "more such table"),
        ),
        "departments": [
            _department(entry, profile, names)
            for entry in departments[:MOST_DEPARTMENTS]
        ],
        "left_out": left_out(more, counted(more, "more department")),
        "no_departments": _none(profile),
        "idle": _idle(departments, profile, names),
    }


def headline(report: Report) -> str:
    """Return who owns most and how much has no owner, as a sentence."""
    profile = report.profile
    owners = Counter(touchpoint.owner for touchpoint in profile.touchpoints())
    stages = tuple(profile.stages())
    if not stages:
        return say("Nothing is described that a department could own")
    every = counted(owners.total(), "touchpoint")
    unowned = owners.pop(None, 0)
    open_stages = counted(sum(stage.owner is None for stage in stages), "stage")
    if not owners:
        return say("No touchpoint has an owner, nor have {stages}", stages=open_stages)
    most, number = min(owners.items(), key=lambda entry: (-entry[1], entry[0] or ""))
    name = Names.of(profile).department(most)
    lead = say(
        "{name} owns {number} of {touchpoints}",
        name=name,
        number=number,
        touchpoints=every,
    )
    if not unowned and all(stage.owner for stage in stages):
        return say("{lead}; every stage and touchpoint has an owner", lead=lead)
    return say(
        "{lead}; {stages} and {touchpoints} have no owner",
        lead=lead,
        stages=open_stages,
        touchpoints=counted(unowned, "touchpoint"),
    )


def _none(profile: Profile) -> str:
    if profile.departments is None:
        return say("No department is described.")
    return say("The profile says that there are no departments.")


def _spans(profile: Profile) -> list[tuple[Journey, int]]:
    """Return the journeys, each as often as its stages need a table of their own."""
    return [
        (journey, start)
        for journey in profile.journeys or ()
        for start in range(0, len(journey.stages or ()), ACROSS)
    ]


def _tables(
    spans: Sequence[tuple[Journey, int]], profile: Profile, names: Names
) -> list[View]:
    """Return a table for each span, none so long that others have no room."""
    owners = [_involved(_stages(*span), profile) for span in spans]
    most = level(map(len, owners), MOST_DEPARTMENTS, MOST_ROWS)
    return [
        _table(*span, involved, most, names)
        for span, involved in zip(spans, owners, strict=True)
    ]


def _stages(journey: Journey, start: int) -> tuple[Stage, ...]:
    return (journey.stages or ())[start : start + ACROSS]


def _table(
    journey: Journey, start: int, involved: list[str | None], most: int, names: Names
) -> View:
    """Return the table of up to twelve stages of one journey."""
    stages = _stages(journey, start)
    # What nobody owns stands last, and is drawn however many others are not.
    rows = [*involved[: most - 1], *involved[-1:]] if involved[most:] else involved
    more = len(involved) - len(rows)
    return {
        "title": short(journey.name or journey.id, 100),
        "split": len(journey.stages or ()) > ACROSS,
        "span": say(
            "Stages {first} to {last}", first=start + 1, last=start + len(stages)
        ),
        "stages": [short(stage.name or stage.id, 40) for stage in stages],
        "rows": [
            {
                "name": names.department(id_) if id_ else say(NOBODY),
                "nobody": not id_,
                "cells": [_cell(stage, id_) for stage in stages],
            }
            for id_ in rows
        ],
        "left_out": left_out(more, counted(more, "more owner")),
    }


def _involved(stages: Sequence[Stage], profile: Profile) -> list[str | None]:
    """Return the departments that do anything here, and last nobody, if need be."""
    owners = {stage.owner for stage in stages}
    for touchpoint in _touchpoints(stages):
        owners.add(touchpoint.owner)
        owners.update(touchpoint.supported_by or ())
    known = [d.id for d in profile.departments or () if d.id in owners]
    others = sorted(owner for owner in owners.difference(known) if owner)
    return [*known, *others, *([None] if None in owners else [])]


def _touchpoints(stages: Iterable[Stage]) -> list[Touchpoint]:
    return [touchpoint for stage in stages for touchpoint in stage.touchpoints or ()]


def _cell(stage: Stage, department: str | None) -> View:
    """Return what a department has to do with a stage."""
    touchpoints = stage.touchpoints or ()
    owned = sum(touchpoint.owner == department for touchpoint in touchpoints)
    helped = sum(department in (t.supported_by or ()) for t in touchpoints)
    leads = stage.owner == department
    if department is None:
        parts = [
            leads and spoken("stage"),
            owned and say(counted(owned, "touchpoint")),
        ]
    else:
        parts = [
            leads and say("leads"),
            owned and written(owned),
            helped and written(helped, "+"),
        ]
    kind = "leads" if leads else "owns" if owned else "helps" if helped else "none"
    return {"text": " · ".join(part for part in parts if part), "kind": kind}


def _department(department: Department, profile: Profile, names: Names) -> View:
    owned = sum(t.owner == department.id for t in profile.touchpoints())
    leads = sum(stage.owner == department.id for stage in profile.stages())
    return {
        "name": names.department(department.id),
        "function": _function(department),
        "stages": written(leads),
        "touchpoints": written(owned),
        "objective": _answer(value=department.head_has_cx_objective),
        "responsibilities": short(
            "; ".join(department.cx_responsibilities or ()) or say("Not stated"), 120
        ),
    }


def _function(department: Department) -> str:
    return capital(spoken(department.function or ""))


def _answer(*, value: bool | None) -> str:
    if value is None:
        return say("Not stated")
    return say("Yes") if value else say("No")


def _idle(departments: Iterable[Department], profile: Profile, names: Names) -> str:
    """Return which departments own nothing in any journey."""
    busy = {stage.owner for stage in profile.stages()}
    busy |= {touchpoint.owner for touchpoint in profile.touchpoints()}
    idle = [names.department(d.id) for d in departments if d.id not in busy]
    if not idle or not profile.journeys:
        return ""
    return say_plural(
        "{departments} owns no stage and no touchpoint.",
        "{departments} own no stage and no touchpoint.",
        len(idle),
        departments=named(idle),
    )
