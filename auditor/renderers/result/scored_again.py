"""A result by itself: its findings, scored once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.checks import Area
from auditor.finding import AppliedWaiver, Finding, Severity
from auditor.rubric import Rubric
from auditor.scoring import scorecard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.renderers.result.document import ResultDocument
    from auditor.renderers.result.findings import FindingResult, WaiverResult
    from auditor.scoring import Scorecard

__all__ = ["ROUNDING", "areas_of", "scored_again", "unusable"]

ROUNDING: Final = 1e-4
"""Points by which the rounded shares of a result may move a score."""
MOST_FINDINGS: Final = 1_000
"""Ours: ten times what there is. A comparison scores all findings once for each."""
MOST_AREAS: Final = 100
HEAVIEST: Final = 1e6
"""Ours: the most that a severity or an area can weigh."""


def scored_again(document: ResultDocument) -> Scorecard:
    """Return what the findings of a result come to; it must be usable."""
    areas = areas_of(document)
    rubric = Rubric(
        severity_weights=document.rubric.severity_weights,
        area_weights={area.id: area.weight for area in areas},
        main_areas=frozenset(area.id for area in areas if area.main),
    )
    return scorecard(map(_finding, document.findings), areas, rubric)


def areas_of(document: ResultDocument) -> tuple[Area, ...]:
    """Return the areas of a result; their checks are not known."""
    return tuple(
        Area(area.id, area.title, "", area.weight, (), area.main)
        for area in document.areas
    )


def unusable(document: ResultDocument) -> Iterator[str]:
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
