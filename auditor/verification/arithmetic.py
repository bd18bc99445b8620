"""A result by itself: does its score follow from its findings?

All that can be said where neither the profile nor the checks are at hand.
"""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING, Final

from auditor.checks import Area
from auditor.finding import AppliedWaiver, Finding
from auditor.rubric import Rubric
from auditor.scoring import scorecard
from auditor.verification.statement import Part, agrees, disagrees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.renderers.result import ResultDocument
    from auditor.renderers.result.findings import FindingResult
    from auditor.verification.statement import Statement

__all__ = ["score_follows"]

HEAVIEST: Final = 1e6
"""Ours: the most that a severity or an area can weigh."""
ROUNDING: Final = 1e-3
"""Ours: points by which rounded shares may move a score."""


def score_follows(result: ResultDocument) -> Iterator[Statement]:
    """Yield whether score, areas and points follow from the findings of a result."""
    if problem := _unusable(result):
        yield disagrees(Part.RESULT, problem)
        return
    weights = dict(Rubric().severity_weights) | dict(result.rubric.severity_weights)
    areas = [Area(a.id, a.title, "", a.weight, (), a.main) for a in result.areas]
    card = scorecard(
        map(_finding, result.findings),
        areas,
        Rubric(
            severity_weights=weights,
            area_weights={area.id: area.weight for area in result.areas},
            main_areas=frozenset(area.id for area in result.areas if area.main),
        ),
    )
    pairs: list[tuple[str, object, object]] = [
        (f"score.{name}", getattr(result.score, name), getattr(card.score, name))
        for name in ("total", "low", "high", "assurance", "level", "with_waivers")
    ]
    for said, computed in zip(result.areas, card.areas, strict=True):
        pairs += [
            (f"areas.{said.id}.{name}", getattr(said, name), getattr(computed, name))
            for name in ("score", "low", "high", "assurance", "assessed", "applicable")
        ]
    costs = {finding.check: finding.points_lost for finding in card.findings}
    pairs += [
        (f"{f.check}.points_lost", f.points_lost, costs[f.check])
        for f in result.findings
    ]
    off = [pair for pair in pairs if not _alike(pair[1], pair[2])]
    for name, recorded, found in off:
        text = f"{name}: the report says {recorded}; its own findings give {found}."
        yield disagrees(Part.RESULT, text, name, str(recorded), str(found))
    if not off:
        yield agrees(Part.RESULT, "Score, areas and points follow from the findings.")


def _unusable(result: ResultDocument) -> str:
    """Return what of a result nobody can compute with; empty where all can."""
    weights = [
        *result.rubric.severity_weights.values(),
        *(a.weight for a in result.areas),
    ]
    if not all(0 <= weight <= HEAVIEST for weight in weights):
        return "A weight is negative or beyond all measure."
    if len({area.id for area in result.areas}) < len(result.areas):
        return "Two areas have one id."
    if len({finding.check for finding in result.findings}) < len(result.findings):
        return "Two findings are of one check."
    return ""


def _alike(recorded: object, found: object) -> bool:
    if isinstance(recorded, int | float) and isinstance(found, int | float):
        return isclose(recorded, found, abs_tol=ROUNDING)
    return recorded == found


def _finding(found: FindingResult) -> Finding:
    said = found.waiver
    waiver = None
    if said is not None:
        waiver = AppliedWaiver(said.reason, said.approver, said.expires, said.problem)
    return Finding(
        check=found.check,
        area=found.area,
        title=found.title,
        severity=found.severity,
        usual_severity=found.usual_severity,
        effort=found.effort,
        outcome=found.outcome,
        reason=found.reason,
        advice=found.advice,
        verified_by=found.verified_by,
        share=found.share,
        contradicted=found.contradicted,
        waiver=waiver,
    )
