"""The sheets of what changed since an earlier audit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.comparison import Change
from auditor.renderers.over_time.comparison import changes_of
from auditor.renderers.over_time.words import (
    CAUSES,
    CHANGES,
    MEANINGS,
    because,
)
from auditor.renderers.view.words import OUTCOMES
from auditor.renderers.xlsx.sheet import Column, Sheet
from auditor.translation import message, say

if TYPE_CHECKING:
    from auditor.comparison import FindingChange
    from auditor.finding import Finding
    from auditor.renderers.xlsx.sheet import Value
    from auditor.report import Report

__all__ = ["causes", "changes"]

COLUMNS: Final = (
    Column(message("Check"), 9),
    Column(message("Criterion"), 40),
    Column(message("What became of it"), 30),
    Column(message("Outcome before"), 14),
    Column(message("Share in place before"), 10, "share"),
    Column(message("Outcome now"), 14),
    Column(message("Share in place now"), 10, "share"),
    Column(message("Points"), 9, "change"),
    Column(message("By"), 30),
    Column(message("Stands worse, and not by another rubric or tool"), 18),
)


def changes(report: Report) -> Sheet | None:
    """Return every finding and what became of it, if there is an earlier audit."""
    found = report.comparison
    if found is None:
        return None
    every = [one for change in Change for one in changes_of(found, change)]
    return Sheet(message("Changes"), COLUMNS, [_change(one) for one in every])


def _change(change: FindingChange) -> tuple[Value, ...]:
    return (
        change.check,
        say(change.finding.title),
        say(CHANGES[change.change]),
        *_stood(change.before),
        *_stood(change.now),
        change.points if change.steps else None,
        because(change),
        say("Yes") if change.regressed else say("No"),
    )


def _stood(finding: Finding | None) -> tuple[Value, Value]:
    """Return the outcome of a finding, and the share of what it asks for."""
    if finding is None:
        return say("Not asked"), None
    return say(OUTCOMES[finding.outcome]), finding.share


def causes(report: Report) -> Sheet | None:
    """Return what the change of the score comes from, where there are two scores."""
    found = report.comparison
    if found is None or found.split is None:
        return None
    columns = (
        Column(message("Cause"), 34),
        Column(message("What it means"), 60),
        Column(message("Points"), 9, "change"),
        Column(message("Score before"), 9, "points"),
        Column(message("Score after"), 9, "points"),
        Column(message("Findings that it moved"), 60),
    )
    rows: list[tuple[Value, ...]] = [
        (
            say(CAUSES[part.cause]),
            say(MEANINGS[part.cause]),
            *(part.points, part.start, part.end),
            ", ".join(part.checks),
        )
        for part in found.split.parts
        if part.points or part.checks
    ]
    return Sheet(message("What moved the score"), columns, rows)
