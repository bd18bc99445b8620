"""How the score was reached: method, rubric, thresholds and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.finding import Verification
from auditor.grading import counted
from auditor.renderers.figures import per_cent
from auditor.renderers.tools import digests, guards
from auditor.renderers.view.places import profile_name
from auditor.renderers.view.thresholds import limits, thresholds
from auditor.renderers.view.words import SEVERITIES, VERIFICATIONS
from auditor.roadmap import EFFORT_COST
from auditor.rubric import SEVERITY_WEIGHTS
from auditor.scoring import (
    BOUNDS,
    MAIN_AREA_MINIMUM,
    SELF_DECLARED_BELOW,
    TOP_LEVEL_ASSURANCE,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.evidence import EvidenceTable
    from auditor.finding import Severity
    from auditor.renderers.view.words import Row, View
    from auditor.report import Report

__all__ = ["method"]

GROUNDS: Final = {
    Verification.DECLARED: "Counts in the score, not in the assurance.",
    Verification.ARTEFACT: "Counts in both.",
    Verification.COMPUTED: "Counts in both.",
    Verification.CROSS_CHECK: "Counts in both; a disproved claim weighs more.",
}


def method(report: Report) -> View:
    """Return the view of the method."""
    rubric = report.rubric
    return {
        "headline": headline(report),
        "rules": _rules(),
        "grounds": [
            {"name": VERIFICATIONS[ground], "meaning": meaning}
            for ground, meaning in GROUNDS.items()
        ],
        "severities": [
            {
                "name": SEVERITIES[severity],
                "weight": f"{weight:g}",
                "whose": _whose(severity, weight),
            }
            for severity, weight in rubric.severity_weights.items()
        ],
        "thresholds": list(thresholds(report)),
        "limits": list(limits(report)),
        "plugins": list(_plugins(report)),
        "inputs": _inputs(report),
    }


def headline(report: Report) -> str:
    """Return against how much the organisation was held, as a sentence."""
    criteria = counted(len(report.checks), "criterion", "criteria")
    return f"{criteria}, each with one finding"


def _rules() -> list[Row]:
    """Return the rules of the score in plain words."""
    bounds = ", ".join(f"{bound:g}" for bound in BOUNDS)
    costs = {str(effort): f"{cost:g}" for effort, cost in EFFORT_COST.items()}
    rules = {
        "Finding": (
            "Met earns the whole weight of its severity, partly met the share that is "
            "there (one half where nothing can be counted), not met nothing. What is "
            "not assessed counts neither as met nor as not met; what does not apply "
            "counts nowhere."
        ),
        "Score": (
            "An area's score is the weighted mean over its assessed findings, from 0 "
            "to 100. The total is the mean of the areas, weighted by area."
        ),
        "Range": (
            "The lower end is the score if every unknown criterion were not met, the "
            "upper end if every one were met."
        ),
        "Assurance": (
            "The share of applicable weight that was decided by dated records, counts "
            "or cross-checks rather than by the organisation's own word. It stands "
            "beside the score and is never blended into it."
        ),
        "Points": (
            "A finding costs the points by which the total would rise were it met and "
            "nothing else changed. Together they add up to 100 less the score."
        ),
        "Level": (
            f"Indicative, from 1 to 5; levels 2 to 5 begin at {bounds} points. A "
            "critical criterion that is not met bars level 3 and above; a main area "
            f"with fewer than {MAIN_AREA_MINIMUM:g} points, or with no score, bars 4 "
            f"and above; an assurance below {per_cent(TOP_LEVEL_ASSURANCE)} bars 5, "
            f"and below {per_cent(SELF_DECLARED_BELOW)} the audit is a self-declared "
            "assessment and stops at 2. Bounds and minimums are our judgement."
        ),
        "Waivers": (
            "An accepted finding keeps its cost. The score as it would be with "
            "accepted findings met stands beside the score."
        ),
        "Roadmap": (
            "Critical findings first, then those that regain most points for their "
            f"effort; a small effort counts {costs['small']}, a medium one "
            f"{costs['medium']}, a large one {costs['large']}, which is our judgement."
        ),
    }
    return [{"name": name, "text": text} for name, text in rules.items()]


def _whose(severity: Severity, weight: float) -> str:
    if weight == SEVERITY_WEIGHTS[severity]:
        return "As OpenSSF Scorecard sets it"
    return f"Set by this rubric; usually {SEVERITY_WEIGHTS[severity]:g}"


def _plugins(report: Report) -> Iterator[Row]:
    for plugin in report.plugins:
        yield {
            "name": plugin.name,
            "version": plugin.version,
            "checks": str(len(plugin.checks)),
            "state": plugin.failure or "Took part",
        }


def _inputs(report: Report) -> list[Row]:
    rubric, subject = report.rubric, report.subject
    rows = {
        "Rubric": f"{rubric.name} {rubric.version}",
        "Digest of the rubric (SHA-256)": rubric.digest(),
        "Profile": profile_name(report) or "Not read from a file",
        "Digest of the profile (SHA-256)": subject.sha256 or "None",
        "Day of the audit": report.as_of.isoformat(),
        "cxaudit": report.version,
    }
    tables = [table.info for table in report.evidence.tables]
    rows |= {f"Evidence: {table.id}": _evidence(table) for table in tables}
    rows |= dict((*digests(report), *guards(report)))
    return [{"name": name, "value": value} for name, value in rows.items()]


def _evidence(table: EvidenceTable) -> str:
    """Return what a table of evidence holds and what was left out of it."""
    left_out = ", ".join(f"{n:,} {reason}" for reason, n in table.excluded.items())
    without = f", left out: {left_out}" if left_out else ""
    return f"{table.source}, {table.rows:,} rows{without}; SHA-256 {table.sha256}"
