"""The sheets of what was found, what to do first, and on whose authority."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.renderers.finding_measures import figures_of
from auditor.renderers.order import accepted, areas_by_id
from auditor.renderers.view.citations import cited, works_of
from auditor.renderers.view.places import place
from auditor.renderers.view.words import OUTCOMES, SEVERITIES, capital, ground
from auditor.renderers.words import EFFORTS
from auditor.renderers.xlsx.sheet import Column, Sheet
from auditor.translation import message, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.finding import Finding
    from auditor.renderers.xlsx.sheet import Value
    from auditor.report import Report

__all__ = ["findings", "roadmap", "sources"]

MOST_MEASURES: Final = 20
"""Ours: measures told beside one finding."""
FINDING: Final = (
    Column(message("Check"), 9),
    Column(message("Area"), 22),
    Column(message("Criterion"), 40),
    Column(message("Outcome"), 14),
    Column(message("Severity"), 10),
    Column(message("Contradicted"), 13),
    Column(message("Share in place"), 10, "share"),
    Column(message("Points lost"), 9, "points"),
    Column(message("Effort"), 10),
    Column(message("Reason"), 60),
    Column(message("What to do"), 60),
    Column(message("Rests on"), 24),
    Column(message("Place"), 36),
    Column(message("Answered by"), 26),
    Column(message("Measured"), 50),
    Column(message("Sources"), 40),
    Column(message("Waiver"), 30),
)


def findings(report: Report) -> Sheet:
    """Return every finding, by id."""
    areas = areas_by_id(report)
    rows = [_finding(report, each, areas) for each in report.findings]
    return Sheet(message("Findings"), FINDING, rows)


def _finding(
    report: Report, finding: Finding, areas: Mapping[str, str]
) -> tuple[Value, ...]:
    return (
        finding.check,
        areas.get(finding.area, finding.area),
        say(finding.title),
        say(OUTCOMES[finding.outcome]),
        say(SEVERITIES[finding.severity]),
        say("Yes") if finding.contradicted else say("No"),
        finding.share,
        finding.points_lost,
        capital(say(EFFORTS[finding.effort])),
        say(finding.reason),
        say(finding.advice),
        ground(finding.verified_by),
        "; ".join(dict.fromkeys(place(report, each) for each in finding.where)),
        ", ".join(finding.answered_by),
        "; ".join(figures_of(report, finding, MOST_MEASURES)),
        "; ".join(
            f"{work.author} {work.year or ''}".rstrip() for work in finding.sources
        ),
        _waiver(finding),
    )


def _waiver(finding: Finding) -> str:
    waiver = finding.waiver
    if waiver is None:
        return ""
    if not accepted(finding):
        return say("Does not count: {problem}", problem=say(waiver.problem))
    return say(
        "Accepted by {approver} until {day}: {reason}",
        approver=waiver.approver,
        day=waiver.expires,
        reason=waiver.reason,
    )


def roadmap(report: Report) -> Sheet:
    """Return what to do, in order."""
    areas = areas_by_id(report)
    columns = (
        Column(message("Step"), 7, "count"),
        Column(message("Check"), 9),
        Column(message("Criterion"), 40),
        Column(message("What to do"), 60),
        Column(message("Area"), 22),
        Column(message("Severity"), 10),
        Column(message("Effort"), 10),
        Column(message("Points"), 9, "points"),
        Column(message("Score after"), 9, "points"),
        Column(message("Low after"), 9, "points"),
        Column(message("High after"), 9, "points"),
        Column(message("Level after"), 9, "count"),
    )
    rows = [
        (
            *(step.rank, step.check, say(step.title), say(step.advice)),
            areas.get(step.area, step.area),
            say(SEVERITIES[step.severity]),
            *(capital(say(EFFORTS[step.effort])), step.points, step.score_after),
            *(step.low_after, step.high_after, step.level_after),
        )
        for step in report.roadmap
    ]
    return Sheet(message("Roadmap"), columns, rows)


def sources(report: Report) -> Sheet:
    """Return the works on which the criteria rest."""
    columns = (
        Column(message("Author"), 36),
        Column(message("Title"), 60),
        Column(message("Year"), 8, "year"),
        Column(message("Address"), 50),
        Column(message("How far it was read"), 24),
        Column(message("What is taken from it"), 60),
        Column(message("Checks"), 40),
    )
    uses: dict[str, list[str]] = {}
    for check in report.checks.values():
        for key in {work.key for work in works_of(check)}:
            uses.setdefault(key, []).append(check.id)
    rows = [
        (
            *(work.author, work.title, work.year, work.address),
            *(capital(say(work.access.words)), say(work.note)),
            ", ".join(sorted(uses.get(key, []))),
        )
        for key, work in cited(report).items()
    ]
    return Sheet(message("Sources"), columns, rows)
