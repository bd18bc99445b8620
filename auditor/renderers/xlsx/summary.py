"""The sheets that say how the organisation stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.renderers.figures import UNKNOWN
from auditor.renderers.order import OUTCOMES, assessed, count_outcomes, total_first
from auditor.renderers.view.places import profile_name
from auditor.renderers.xlsx.sheet import Column, Sheet

if TYPE_CHECKING:
    from auditor.renderers.xlsx.sheet import Typed, Value
    from auditor.report import Report

__all__ = ["areas", "summary"]


def summary(report: Report) -> Sheet:
    """Return what was audited, how it stands, and what is needed to repeat it."""
    score, rubric = report.score, report.rubric
    counts = count_outcomes(report.findings)
    facts: dict[str, Value | Typed] = {
        "Report": report.title,
        "Organisation": report.subject.organisation,
        "Day of the audit": (report.as_of, "day"),
        "Score of 100": _left(score.total, "points"),
        "Low, if all that is unknown were not met": _left(score.low, "points"),
        "High, if all that is unknown were met": _left(score.high, "points"),
        "Assurance": _left(score.assurance, "share"),
        "Level of 5, indicative": _left(score.level, "count"),
        "Score if accepted findings were met": _left(score.with_waivers, "points"),
        "Criteria in the score": assessed(report),
        **{f"Findings: {OUTCOMES[o]}": _left(n, "count") for o, n in counts.items()},
        "Complete": "No" if report.incomplete else "Yes",
        "Profile": profile_name(report),
        "Digest of the profile (SHA-256)": report.subject.sha256,
        "Rubric": f"{rubric.name} {rubric.version}",
        "Digest of the rubric (SHA-256)": rubric.digest(),
        "Made with": f"cxaudit {report.version}",
    }
    columns = (Column("What", 42), Column("Value", 70))
    return Sheet("Summary", columns, list(facts.items()))


def _left(value: float | None, kind: str) -> Value | Typed:
    """Return a figure that stands among texts, or that it is unknown."""
    return UNKNOWN if value is None else (value, f"{kind} left")


def areas(report: Report) -> Sheet:
    """Return how it stands in each area."""
    columns = (
        Column("Area", 36),
        Column("Weight", 9, "figure"),
        Column("Score", 9, "points"),
        Column("Low", 9, "points"),
        Column("High", 9, "points"),
        Column("Assurance", 11, "share"),
        Column("Assessed", 10, "count"),
        Column("Applicable", 11, "count"),
    )
    rows = [
        (
            a.title,
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
    return Sheet("Areas", columns, rows)
