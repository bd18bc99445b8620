"""A result as an edition that can be compared: checked, and scored once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.checks import Area
from auditor.comparison import Edition
from auditor.errors import InputError, Problem
from auditor.finding import AppliedWaiver, Finding, Severity
from auditor.renderers.result.reading import read_result
from auditor.rubric import Rubric
from auditor.scoring import scorecard
from auditor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditor.renderers.result.document import ResultDocument
    from auditor.renderers.result.findings import FindingResult, WaiverResult

__all__ = ["edition_of", "read_edition"]

MOST_FINDINGS: Final = 1_000
"""Ours: ten times what there is. A comparison scores all findings once for each."""
MOST_AREAS: Final = 100
HEAVIEST: Final = 1e6
"""Ours: the most that a severity or an area can weigh."""
ROUNDING: Final = 1e-4
"""Points by which rounded shares may move a total."""


def read_edition(path: str | Path) -> Edition:
    """Return the edition that a file holds, be it trusted or not.

    Raises:
        InputError: If it cannot be read, is no result of an audit, or contradicts
            itself; says where and what to do.
    """
    document = read_result(path)
    if problems := [*_problems(document)]:
        raise InputError(Problem(f"{path}: {problem}") for problem in problems)
    edition = edition_of(document, str(path))
    if edition.version == __version__ and (told := _disagreement(edition)):
        hint = "It was changed after the audit. Take the file as cxaudit wrote it."
        raise InputError([Problem(f"{path}: {told}", hint=hint)])
    return edition


def edition_of(document: ResultDocument, source: str = "") -> Edition:
    """Return a result as an edition; its score is computed from its findings."""
    areas = tuple(
        Area(area.id, area.title, "", area.weight, (), area.main)
        for area in document.areas
    )
    weights = document.rubric.severity_weights
    card = scorecard(
        map(_finding, document.findings),
        areas,
        Rubric(
            severity_weights=weights,
            area_weights={area.id: area.weight for area in areas},
            main_areas=frozenset(area.id for area in areas if area.main),
        ),
    )
    return Edition(
        organisation=document.profile.organisation,
        as_of=document.as_of,
        version=document.tool.version,
        makers={
            check: f"{plugin.name} {plugin.version}"
            for plugin in document.tool.plugins
            for check in plugin.checks
        },
        rubric_name=f"{document.rubric.name} {document.rubric.version}",
        rubric_sha256=document.rubric.sha256,
        profile_sha256=document.profile.sha256,
        tables={table.id: table.sha256 for table in document.evidence},
        figures={one.id: (one.table, one.value, one.n) for one in document.measures},
        severity_weights=weights,
        areas=areas,
        findings=tuple(sorted(card.findings, key=lambda finding: finding.check)),
        score=card.score,
        area_scores=card.areas,
        stated=document.score.total,
        source=source,
    )


def _problems(document: ResultDocument) -> Iterator[str]:
    """Yield what the scorer could not work with, in sentences."""
    if len(document.findings) > MOST_FINDINGS:
        number = f"{len(document.findings):,}"
        yield f"It has {number} findings; allowed are {MOST_FINDINGS:,}."
    if len(document.areas) > MOST_AREAS:
        yield f"It has {len(document.areas):,} areas; allowed are {MOST_AREAS}."
    if len({finding.check for finding in document.findings}) < len(document.findings):
        yield "It has two findings of one check."
    if len({area.id for area in document.areas}) < len(document.areas):
        yield "It has two areas of one id."
    weights = document.rubric.severity_weights
    if missing := [str(s) for s in Severity if s not in weights]:
        yield f"Its rubric gives no weight to the severity {' or '.join(missing)}."
    every = [*weights.values(), *(area.weight for area in document.areas)]
    if not all(0 <= weight <= HEAVIEST for weight in every):
        yield f"A weight is negative, or above {HEAVIEST:,.0f}."


def _disagreement(edition: Edition) -> str:
    """Return how the stated score differs from the computed one, if it does."""
    stated, computed = edition.stated, edition.score.total
    if stated is None or computed is None:
        agree = stated is computed
    else:
        agree = abs(stated - computed) <= ROUNDING
    if agree:
        return ""
    return f"Its score is {_told(stated)}, but its findings give {_told(computed)}."


def _told(total: float | None) -> str:
    return "unknown" if total is None else f"{total:.4f}"


def _finding(result: FindingResult) -> Finding:
    """Return a finding with all of it that a comparison asks for."""
    return Finding(
        check=result.check,
        area=result.area,
        title=result.title,
        severity=result.severity,
        effort=result.effort,
        outcome=result.outcome,
        reason=result.reason,
        advice=result.advice,
        verified_by=result.verified_by,
        share=result.share,
        contradicted=result.contradicted,
        usual_severity=result.usual_severity,
        answered_by=result.answered_by,
        measures=result.measures,
        parameters=result.parameters,
        waiver=_waiver(result.waiver) if result.waiver else None,
    )


def _waiver(result: WaiverResult) -> AppliedWaiver:
    problem = "" if result.counts else result.problem or "it does not count"
    return AppliedWaiver(result.reason, result.approver, result.expires, problem)
