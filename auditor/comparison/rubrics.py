"""Two rubrics: what they set otherwise, and whose findings change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.departures import set_otherwise

if TYPE_CHECKING:
    from auditor.comparison.comparing import Comparison
    from auditor.departures import Setting
    from auditor.rubric import Rubric

__all__ = ["RubricDifference", "rubric_difference"]


@dataclass(frozen=True, slots=True)
class RubricDifference:
    """Two rubrics, and all in which they differ."""

    old: Rubric
    new: Rubric
    settings: tuple[Setting, ...]
    judged: Comparison | None = None
    """What becomes of one organisation's findings, where its profile is at hand."""


def rubric_difference(
    old: Rubric, new: Rubric, judged: Comparison | None = None
) -> RubricDifference:
    """Return all in which two rubrics differ but their names.

    Args:
        old: The first rubric.
        new: The second rubric, with its reasons.
        judged: One profile judged by both.
    """
    return RubricDifference(old, new, set_otherwise(old, new), judged)
