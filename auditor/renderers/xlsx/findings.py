"""The sheets of what was found, what to do first, and on whose authority."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.renderers.finding_measures import figures_of
from auditor.renderers.order import accepted, areas_by_id
from auditor.renderers.view.citations import cited, works_of
from auditor.renderers.view.places import place
from auditor.renderers.view.words import OUTCOMES, SEVERITIES, VERIFICATIONS
from auditor.renderers.xlsx.sheet import Column, Sheet

if TYPE_CHECKING:
    from auditor.finding import Finding
    from auditor.renderers.xlsx.sheet import Value
    from auditor.report import Report

__all__ = ["findings", "roadmap", "sources"]

MOST_MEASURES: Final = 20
"""Ours: measures told beside one finding."""
FINDING: Final = (
    Column("Check", 9),
    Column("Area", 22),
    Column("Criterion", 40),
    Column("Outcome", 14),
    Column("Severity", 10),
    Column("Contradicted", 13),
    Column("Share in place", 10, "share"),
    Column("Points lost", 9, "points"),
    Column("Effort", 10),
    Column("Reason", 60),
    Column("What to do", 60),
    Column("Rests on", 24),
    Column("Place", 36),
    Column("Answered by", 26),
    Column("Measured", 50),
    Column("Sources", 40),
    Column("Waiver", 30),
)


def findings(report: Report) -> Sheet:
    """Return every finding, by id."""
    return Sheet("Findings", FINDING, [_finding(report, f) for f in report.findings])


def _finding(report: Report, finding: Finding) -> tuple[Value, ...]:
    return (
        finding.check,
        areas_by_id(report).get(finding.area, finding.area),
        finding.title,
        OUTCOMES[finding.outcome],
        SEVERITIES[finding.severity],
        "Yes" if finding.contradicted else "No",
        finding.share,
        finding.points_lost,
        finding.effort.capitalize(),
        finding.reason,
        finding.advice,
        VERIFICATIONS[finding.verified_by],
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
        return f"Does not count: {waiver.problem}"
    return f"Accepted by {waiver.approver} until {waiver.expires}: {waiver.reason}"


def roadmap(report: Report) -> Sheet:
    """Return what to do, in order."""
    areas = areas_by_id(report)
    columns = (
        Column("Step", 7, "count"),
        Column("Check", 9),
        Column("Criterion", 40),
        Column("What to do", 60),
        Column("Area", 22),
        Column("Severity", 10),
        Column("Effort", 10),
        Column("Points", 9, "points"),
        Column("Score after", 9, "points"),
        Column("Low after", 9, "points"),
        Column("High after", 9, "points"),
        Column("Level after", 9, "count"),
    )
    rows = [
        (
            *(step.rank, step.check, step.title, step.advice),
            *(areas.get(step.area, step.area), SEVERITIES[step.severity]),
            *(step.effort.capitalize(), step.points, step.score_after),
            *(step.low_after, step.high_after, step.level_after),
        )
        for step in report.roadmap
    ]
    return Sheet("Roadmap", columns, rows)


def sources(report: Report) -> Sheet:
    """Return the works on which the criteria rest."""
    columns = (
        Column("Author", 36),
        Column("Title", 60),
        Column("Year", 8, "year"),
        Column("Address", 50),
        Column("How far it was read", 24),
        Column("What is taken from it", 60),
        Column("Checks", 40),
    )
    uses: dict[str, list[str]] = {}
    for check in report.checks.values():
        for key in {work.key for work in works_of(check)}:
            uses.setdefault(key, []).append(check.id)
    rows = [
        (
            *(work.author, work.title, work.year, work.address),
            *(str(work.access).capitalize(), work.note),
            ", ".join(sorted(uses.get(key, []))),
        )
        for key, work in cited(report).items()
    ]
    return Sheet("Sources", columns, rows)
