"""The sheets that say how the organisation stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.renderers.figures import UNKNOWN
from auditor.renderers.order import OUTCOMES, assessed, count_outcomes, total_first
from auditor.renderers.view.places import profile_name
from auditor.renderers.xlsx.sheet import Column, Sheet
from auditor.translation import message, say

if TYPE_CHECKING:
    from auditor.renderers.xlsx.sheet import Typed, Value
    from auditor.report import Report

__all__ = ["areas", "summary"]


def summary(report: Report) -> Sheet:
    """Return what was audited, how it stands, and what is needed to repeat it."""
    score, rubric = report.score, report.rubric
    counts = count_outcomes(report.findings)
    facts: dict[str, Value | Typed] = {
        say("Report"): say(report.title),
        say("Organisation"): report.subject.organisation,
        say("Day of the audit"): (report.as_of, "day"),
        say("Score of 100"): _left(score.total, "points"),
        say("Low, if all that is unknown were not met"): _left(score.low, "points"),
        say("High, if all that is unknown were met"): _left(score.high, "points"),
        say("Assurance"): _left(score.assurance, "share"),
        say("Level of 5, indicative"): _left(score.level, "count"),
        say("Score if accepted findings were met"): _left(score.with_waivers, "points"),
        say("Criteria in the score"): assessed(report),
        **{
            say("Findings: {outcome}", outcome=say(OUTCOMES[o])): _left(n, "count")
            for o, n in counts.items()
        },
        say("Complete"): say("No") if report.incomplete else say("Yes"),
        say("Profile"): profile_name(report),
        say("Digest of the profile (SHA-256)"): report.subject.sha256,
        say("Rubric"): rubric.label,
        say("Digest of the rubric (SHA-256)"): rubric.digest(),
        say("Made with"): f"cxaudit {report.version}",
    }
    columns = (Column(message("What"), 42), Column(message("Value"), 70))
    return Sheet(message("Summary"), columns, list(facts.items()))


def _left(value: float | None, kind: str) -> Value | Typed:
    """Return a figure that stands among texts, or that it is unknown."""
    return say(UNKNOWN) if value is None else (value, f"{kind} left")


def areas(report: Report) -> Sheet:
    """Return how it stands in each area."""
    columns = (
        Column(message("Area"), 36),
        Column(message("Weight"), 9, "figure"),
        Column(message("Score"), 9, "points"),
        Column(message("Lower end"), 9, "points"),
        Column(message("Upper end"), 9, "points"),
        Column(message("Assurance"), 11, "share"),
        Column(message("Assessed"), 10, "count"),
        Column(message("Applicable"), 11, "count"),
    )
    rows = [
        (
            say(a.title),
            a.weight,
            a.score,
            a.low,
            a.high,
            a.assurance,
            a.assessed,
            a.applicable,
        )
        for a in total_first(report)
    ]
    return Sheet(message("Areas"), columns, rows)
