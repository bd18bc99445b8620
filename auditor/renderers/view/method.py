"""How the score was reached: method, rubric, thresholds and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.finding import Verification
from auditor.renderers.figures import per_cent
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
from auditor.translation import message, say, say_plural, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.evidence import EvidenceTable
    from auditor.finding import Severity
    from auditor.renderers.view.words import Row, View
    from auditor.report import Report

__all__ = ["method"]

TOOK_PART: Final = message("Took part")
GROUNDS: Final = {
    Verification.DECLARED: message("Counts in the score, not in the assurance."),
    Verification.ARTEFACT: message("Counts in both."),
    Verification.COMPUTED: message("Counts in both."),
    Verification.CROSS_CHECK: message("Counts in both; a disproved claim weighs more."),
}


def method(report: Report) -> View:
    """Return the view of the method."""
    rubric = report.rubric
    return {
        "headline": headline(report),
        "rules": _rules(),
        "grounds": [
            {"name": say(VERIFICATIONS[ground]), "meaning": say(meaning)}
            for ground, meaning in GROUNDS.items()
        ],
        "severities": [
            {
                "name": say(SEVERITIES[severity]),
                "weight": written(weight, "g"),
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
    return say_plural(
        "{n:,} criterion, each with one finding",
        "{n:,} criteria, each with one finding",
        len(report.checks),
    )


def _rules() -> list[Row]:
    """Return the rules of the score in plain words."""
    costs = {f"{effort}": cost for effort, cost in EFFORT_COST.items()}
    rules = [
        (
            say("Finding"),
            say(
                "Met earns the whole weight of its severity, partly met the share that is "
                "there (one half where nothing can be counted), not met nothing. What is "
                "not assessed counts neither as met nor as not met; what does not apply "
                "counts nowhere."
            ),
        ),
        (
            say("Score"),
            say(
                "An area's score is the weighted mean over its assessed findings, from 0 "
                "to 100. The total is the mean of the areas, weighted by area."
            ),
        ),
        (
            say("Range"),
            say(
                "The lower end is the score if every unknown criterion were not met, the "
                "upper end if every one were met."
            ),
        ),
        (
            say("Assurance"),
            say(
                "The share of applicable weight that was decided by dated records, counts "
                "or cross-checks rather than by the organisation's own word. It stands "
                "beside the score and is never blended into it."
            ),
        ),
        (
            say("Points"),
            say(
                "A finding costs the points by which the total would rise were it met and "
                "nothing else changed. Together they add up to 100 less the score."
            ),
        ),
        (
            say("Level"),
            say(
                "Indicative, from 1 to 5; levels 2 to 5 begin at {bounds} points. A "
                "critical criterion that is not met bars level 3 and above; a main area "
                "with fewer than {minimum:g} points, or with no score, bars 4 and above; "
                "an assurance below {top} bars 5, and below {declared} the audit is a "
                "self-declared assessment and stops at 2. Bounds and minimums are our "
                "judgement.",
                bounds=", ".join(written(bound, "g") for bound in BOUNDS),
                minimum=MAIN_AREA_MINIMUM,
                top=per_cent(TOP_LEVEL_ASSURANCE),
                declared=per_cent(SELF_DECLARED_BELOW),
            ),
        ),
        (
            say("Waivers"),
            say(
                "An accepted finding keeps its cost. The score as it would be with "
                "accepted findings met stands beside the score."
            ),
        ),
        (
            say("Roadmap"),
            say(
                "Critical findings first, then those that regain most points for their "
                "effort; a small effort counts {small:g}, a medium one {medium:g}, a large "
                "one {large:g}, which is our judgement.",
                **costs,
            ),
        ),
    ]
    return [{"name": name, "text": text} for name, text in rules]


def _whose(severity: Severity, weight: float) -> str:
    if weight == SEVERITY_WEIGHTS[severity]:
        return say("As OpenSSF Scorecard sets it")
    return say(
        "Set by this rubric; usually {weight:g}", weight=SEVERITY_WEIGHTS[severity]
    )


def _plugins(report: Report) -> Iterator[Row]:
    for plugin in report.plugins:
        yield {
            "name": plugin.name,
            "version": plugin.version,
            "checks": written(len(plugin.checks)),
            "state": say(plugin.failure or TOOK_PART),
        }


def _inputs(report: Report) -> list[Row]:
    rubric, subject = report.rubric, report.subject
    rows = [
        (say("Rubric"), f"{rubric.name} {rubric.version}"),
        (say("Digest of the rubric (SHA-256)"), rubric.digest()),
        (say("Profile"), profile_name(report) or say("Not read from a file")),
        (say("Digest of the profile (SHA-256)"), subject.sha256 or say("None")),
        (say("Day of the audit"), written(report.as_of)),
        ("cxaudit", report.version),
    ]
    tables = [table.info for table in report.evidence.tables]
    rows += [
        (say("Evidence: {table}", table=table.id), _evidence(table)) for table in tables
    ]
    return [{"name": name, "value": value} for name, value in rows]


def _evidence(table: EvidenceTable) -> str:
    """Return what a table of evidence holds and what was left out of it."""
    left_out = ", ".join(
        f"{written(number, ',')} {say(reason)}"
        for reason, number in table.excluded.items()
    )
    facts = {"source": table.source, "rows": table.rows, "digest": table.sha256}
    if not left_out:
        return say("{source}, {rows:,} rows; SHA-256 {digest}", **facts)
    return say(
        "{source}, {rows:,} rows, left out: {left_out}; SHA-256 {digest}",
        **facts,
        left_out=left_out,
    )
