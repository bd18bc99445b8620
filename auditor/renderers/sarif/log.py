"""A SARIF log of one run (OASIS, Static Analysis Results Interchange Format 2.1.0).

Results are the open findings that nobody accepted: code hosts show every result as
something to mend, whatever its kind or suppression says. How all findings came out
stands among the run's properties.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from uuid import NAMESPACE_URL, uuid5

from auditor.finding import Outcome
from auditor.renderers.order import accepted, count_outcomes, with_outcome, worst_first
from auditor.renderers.plain import short
from auditor.renderers.sarif.places import BASE, Files
from auditor.renderers.sarif.results import result
from auditor.renderers.sarif.rules import rules_of
from auditor.renderers.sarif.text import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.report import Report

__all__ = ["SarifRenderer"]

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)
DECIMALS: Final = 6
LONGEST_NAME: Final = 100


class SarifRenderer:
    """Renders the open findings of a report as a SARIF log."""

    format: str = "sarif"
    suffix: str = ".sarif"

    def render(self, report: Report) -> bytes:
        """Return the log in UTF-8."""
        log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
        return (json.dumps(log, indent=2, ensure_ascii=True) + "\n").encode()


def _run(report: Report) -> dict[str, Any]:
    rules = rules_of(report)
    numbers = {rule["id"]: number for number, rule in enumerate(rules)}
    files = Files.of(report)
    open_ = [f for f in worst_first(report.findings) if not accepted(f)]
    return {
        "tool": {"driver": _driver(report, rules), "extensions": _plugins(report)},
        "automationDetails": _automation(report),
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": files.base}}},
        "invocations": [_invocation(report, files)],
        "results": [result(report, f, numbers[f.check], files) for f in open_],
        "properties": _properties(report),
    }


def _driver(report: Report, rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": "cxaudit",
        "fullName": f"cxaudit {report.version}, auditor of customer experience",
        "version": report.version,
        "semanticVersion": report.version,
        "language": "en-GB",
        "rules": rules,
    }


def _plugins(report: Report) -> list[dict[str, Any]]:
    return [
        {"name": message(plugin.name), "version": message(plugin.version)}
        for plugin in report.plugins
    ]


def _automation(report: Report) -> dict[str, Any]:
    """Return what tells runs of one organisation from those of others."""
    name = short(report.subject.organisation, LONGEST_NAME).replace("/", " ")
    id_ = f"cxaudit/{name}/"
    return {"id": id_, "correlationGuid": str(uuid5(NAMESPACE_URL, id_))}


def _invocation(report: Report, files: Files) -> dict[str, Any]:
    """Return whether the audit was complete, and what its reader must know."""
    invocation = {
        "executionSuccessful": not report.incomplete,
        "toolExecutionNotifications": [
            {"level": "error", "message": {"text": message(text)}}
            for text in _failures(report)
        ],
        "toolConfigurationNotifications": [
            {
                "level": "warning",
                "message": {"text": message(notice.message)},
                "locations": files.location(notice.pointer, notice.position),
            }
            for notice in report.notices
        ],
    }
    return {key: value for key, value in invocation.items() if value != []}


def _failures(report: Report) -> Iterator[str]:
    for plugin in report.plugins:
        if plugin.failure:
            yield f"The plugin {plugin.name} could not be used: {plugin.failure}"
    for finding in with_outcome(report.findings, Outcome.ERROR):
        yield f"The check {finding.check} failed: {finding.reason}"
    for fault in report.evidence.faults:
        yield f"The table {fault.dataset} could not be read: {fault.reason}"


def _properties(report: Report) -> dict[str, Any]:
    """Return the score, and how all findings came out."""
    score = report.score
    return {
        "asOf": report.as_of.isoformat(),
        "organisation": message(report.subject.organisation),
        "profileSha256": report.subject.sha256,
        "rubric": message(report.rubric.label),
        "rubricSha256": report.rubric.digest(),
        "score": _rounded(score.total),
        "scoreLow": _rounded(score.low),
        "scoreHigh": _rounded(score.high),
        "assurance": _rounded(score.assurance),
        "level": score.level,
        "outcomes": {str(o): n for o, n in count_outcomes(report.findings).items()},
        "accepted": [f.check for f in report.findings if f.open and accepted(f)],
        "areas": {a.id: _rounded(a.score) for a in report.areas},
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)
