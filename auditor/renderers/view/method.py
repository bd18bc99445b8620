"""How the score was reached: method, rubric, thresholds and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.finding import Verification
from auditor.renderers.guards import guards
from auditor.renderers.view.departures import departures
from auditor.renderers.view.places import profile_name
from auditor.renderers.view.rules import rules
from auditor.renderers.view.thresholds import limits, thresholds
from auditor.renderers.view.words import SEVERITIES, ground
from auditor.rubric import SEVERITY_WEIGHTS
from auditor.translation import message, say, say_plural, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.evidence import EvidenceTable
    from auditor.finding import Severity
    from auditor.renderers.view.words import Row, View
    from auditor.report import Report

__all__ = ["method"]

TOOK_PART: Final = message("Took part")
COUNTED: Final = {
    Verification.DECLARED: message("Counts in the score, not in the assurance."),
    Verification.ARTEFACT: message("Counts in both."),
    Verification.COMPUTED: message("Counts in both."),
    Verification.CROSS_CHECK: message("Counts in both; a disproved claim weighs more."),
}
"""Where findings count, by what they rest on."""


def method(report: Report) -> View:
    """Return the view of the method."""
    rubric = report.rubric
    return {
        "headline": headline(report),
        "rules": rules(),
        "grounds": [
            {"name": ground(verified_by), "meaning": say(meaning)}
            for verified_by, meaning in COUNTED.items()
        ],
        "severities": [
            {
                "name": say(SEVERITIES[severity]),
                "weight": written(weight, "g"),
                "whose": _whose(severity, weight),
                "changed": weight != SEVERITY_WEIGHTS[severity],
            }
            for severity, weight in rubric.severity_weights.items()
        ],
        "departures": departures(report),
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
            "digest": f"SHA-256 {plugin.sha256}" if plugin.sha256 else "",
        }


def _inputs(report: Report) -> list[Row]:
    rubric, subject = report.rubric, report.subject
    rows = [
        (say("Rubric"), rubric.label),
        *_extended(report),
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
    rows += guards(report)
    return [{"name": name, "value": value} for name, value in rows]


def _extended(report: Report) -> list[tuple[str, str]]:
    """Return the rubrics over which that of the report is laid, if there are any."""
    others = report.rubric.extends
    return [(say("The rubric extends"), ", ".join(others))] if others else []


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
