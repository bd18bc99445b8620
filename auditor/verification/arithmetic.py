"""A result by itself: does its score follow from its findings?

All that can be said where neither the profile nor the checks are at hand.
"""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING

from auditor.renderers.result.part import DECIMALS
from auditor.renderers.result.scored_again import ROUNDING, scored_again, unusable
from auditor.verification.differences import told
from auditor.verification.statement import Part, agrees, disagrees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.renderers.result import ResultDocument
    from auditor.verification.statement import Statement

__all__ = ["score_follows"]


def score_follows(result: ResultDocument) -> Iterator[Statement]:
    """Yield whether score, areas and points follow from the findings of a result."""
    if problem := next(unusable(result), ""):
        yield disagrees(Part.RESULT, problem)
        return
    card = scored_again(result)
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
    for name, recorded, exact in off:
        found = round(exact, DECIMALS) if isinstance(exact, float) else exact
        reported, given = told(recorded), told(found)
        text = f"{name}: the report says {reported}; its own findings give {given}."
        yield disagrees(Part.RESULT, text, name, reported, given)
    if not off:
        yield agrees(Part.RESULT, "Score, areas and points follow from the findings.")


def _alike(recorded: object, found: object) -> bool:
    if isinstance(recorded, int | float) and isinstance(found, int | float):
        return isclose(recorded, found, abs_tol=ROUNDING)
    return recorded == found
