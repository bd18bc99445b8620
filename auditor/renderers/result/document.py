"""The result document: everything a program may want to know of one audit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic import Field

from auditor.confrontation import claims, unlisted
from auditor.finding import Outcome
from auditor.measure_limits import LIMITS
from auditor.renderers.order import count_outcomes
from auditor.renderers.result.comparison import ComparisonDocument
from auditor.renderers.result.evidence import (
    ClaimResult,
    FaultResult,
    MeasureResult,
    TableResult,
    UnlistedResult,
)
from auditor.renderers.result.findings import (
    FindingResult,
    NoticeResult,
    StepResult,
)
from auditor.renderers.result.part import Count, ResultPart, Text, is_nothing
from auditor.renderers.result.scores import (
    AreaResult,
    RubricResult,
    ScoreResult,
    SubjectResult,
    ToolResult,
)
from auditor.schema import schema_of

if TYPE_CHECKING:
    from auditor.confrontation import Claim
    from auditor.departures import Setting
    from auditor.evidence import EvidenceTable, MeasuredTable
    from auditor.report import Report

__all__ = ["RESULT_VERSION", "ResultDocument", "result_schema"]

RESULT_VERSION: Final = 1
"""Within it no key is renamed, removed or given another meaning."""


class ResultDocument(ResultPart):
    """The result of one audit by cxaudit.

    Keys may be added within one `result_version`; none is renamed or removed. Points
    and shares are rounded to six decimals.
    """

    result_version: Literal[1] = RESULT_VERSION
    """The version of this format."""
    tool: ToolResult
    """What made this result."""
    rubric: RubricResult
    """The severities, weights, thresholds and limits that applied."""
    as_of: date
    """The day of the audit."""
    profile: SubjectResult
    """The organisation and the profile that were audited."""
    evidence: tuple[TableResult, ...]
    """The tables of evidence that were read."""
    unread: tuple[FaultResult, ...] = ()
    """The tables of evidence that could not be measured."""
    measures: tuple[MeasureResult, ...]
    """Every figure that was computed from them, for the whole and for each group."""
    claims: tuple[ClaimResult, ...] = ()
    """What the profile claims beside what its records show, the contradicted first."""
    uncomputed: dict[Text, Text] = Field(default_factory=dict)
    """By id, metrics that name a table and cannot be held against its rows, and why."""
    unlisted: tuple[UnlistedResult, ...] = ()
    """What occurs in the tables and not in the profile, the most rows first."""
    score: ScoreResult
    """How the organisation stands in all."""
    areas: tuple[AreaResult, ...]
    """How it stands in each area."""
    outcomes: dict[Outcome, Count]
    """How many findings have each outcome."""
    findings: tuple[FindingResult, ...]
    """Exactly one finding for each installed check, by id."""
    roadmap: tuple[StepResult, ...]
    """The open findings that nobody accepted, in the order in which to mend them."""
    notices: tuple[NoticeResult, ...]
    """What in the profile is probably not as its writer meant it."""
    incomplete: bool
    """Whether a plugin, a check or a table failed, so that something is missing."""
    comparison: ComparisonDocument | None = Field(default=None, exclude_if=is_nothing)
    """What changed since an earlier audit; there only if one was named."""

    @classmethod
    def of(cls, report: Report) -> ResultDocument:
        """Return all of a report that a program may want to know.

        Raises:
            ValidationError: If a figure is not finite.
        """
        return cls.model_validate(
            {
                "tool": {
                    "name": "cxaudit",
                    "version": report.version,
                    "plugins": report.plugins,
                    "isolation": report.isolation,
                },
                "rubric": _rubric(report),
                "as_of": report.as_of,
                "profile": report.subject,
                **_evidence(report),
                "score": report.score,
                "areas": report.areas,
                "outcomes": count_outcomes(report.findings),
                "findings": report.findings,
                "roadmap": report.roadmap,
                "notices": report.notices,
                "incomplete": report.incomplete,
                "comparison": report.comparison
                and ComparisonDocument.of(report.comparison),
            }
        )


def _evidence(report: Report) -> dict[str, Any]:
    found = report.evidence
    return {
        "evidence": [
            {
                **_fields(table),
                **_fields(table.info),
                "refused": {each.name: each.reason for each in table.refused},
            }
            for table in found.tables
        ],
        "unread": [
            {"id": fault.dataset, "kind": fault.kind, "reason": fault.reason}
            for fault in found.faults
        ],
        "measures": list(found.measures),
        "claims": [
            {**_fields(claim), "measure": claim.shown and claim.shown.id}
            for claim in claims(report.profile, found, report.findings)
        ],
        "uncomputed": found.not_computed,
        "unlisted": unlisted(report.profile, found),
    }


def _fields(part: EvidenceTable | MeasuredTable | Claim) -> dict[str, Any]:
    return {name: getattr(part, name) for name in part.__slots__}


def _rubric(report: Report) -> dict[str, Any]:
    rubric = report.rubric
    return {
        "name": rubric.name,
        "version": rubric.version,
        "sha256": rubric.digest(),
        "extends": rubric.extends,
        "severity_weights": rubric.severity_weights,
        "limits": {name: getattr(rubric.limits, name) for name in LIMITS},
        "first_response": rubric.limits.first_response,
        "departures": [_departure(setting) for setting in report.departures],
    }


def _departure(setting: Setting) -> dict[str, Any]:
    reason = setting.reason
    return {
        "key": setting.key,
        "usual": setting.old,
        "value": setting.new,
        "source": reason and reason.source,
        "because": reason and (reason.because or None),
        "work": reason and reason.work,
        "set_by": setting.set_by or None,
    }


def result_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every result of ours fulfils."""
    title = "Result of an audit by cxaudit"
    return schema_of(ResultDocument, title, mode="serialization")
