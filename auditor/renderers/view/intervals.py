"""Where the marks of a figure with its interval lie: all arithmetic of the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.renderers import measured
from auditor.translation import labelled, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.evidence import Measure
    from auditor.renderers.view.words import View

__all__ = ["Axis", "axis", "whisker"]

WIDTH: Final = 200.0
EDGE: Final = 8.0
"""Room left and right, so that a mark at the end is whole."""
HEADROOM: Final = 1.1
Axis = tuple[float, float]


def axis(
    unit: str, figures: Sequence[Measure], said: Sequence[float | None] = ()
) -> Axis:
    """Return the two ends of the line on which figures of one unit are drawn.

    Shares lie between nothing and all, scores between -100 and 100; what has no end of
    its own lies between nothing and a little more than the largest of them.
    """
    ends = [end for each in figures for end in (each.value, each.low, each.high)]
    known = [value for value in (*ends, *said) if value is not None]
    if unit == "share":
        # A difference of shares may be below nothing.
        return (-1.0 if min(known, default=0.0) < 0 else 0.0), 1.0
    if unit == "points":
        return -100.0, 100.0
    low, high = min([0.0, *known]), max([0.0, *known])
    return low, (high * HEADROOM or 1.0)


def whisker(measure: Measure, ends: Axis, said: float | None = None) -> View:
    """Return the drawing of one figure: a mark, its interval, and what is said."""
    value = measure.value if measure.value is not None else ends[0]
    low = value if measure.low is None else measure.low
    high = value if measure.high is None else measure.high
    return {
        "width": WIDTH,
        "left": EDGE,
        "right": WIDTH - EDGE,
        "low": _across(low, ends),
        "high": _across(high, ends),
        "value": _across(value, ends),
        "wide": low < high,
        "judged": measured.is_judged(measure),
        "said": "" if said is None else _across(said, ends),
        "zero": _across(0.0, ends) if ends[0] < 0 else "",
        "says": _says(measure, said),
    }


def _across(value: float, ends: Axis) -> float:
    low, high = ends
    inside = min(max(value, low), high)
    return round(EDGE + (WIDTH - 2 * EDGE) * (inside - low) / (high - low), 1)


def _says(measure: Measure, said: float | None) -> str:
    shown = labelled(measured.name(measure), measured.with_interval(measure))
    if said is None:
        return f"{shown}."
    return say(
        "Said: {said}. Shown: {shown}.",
        said=measured.number(said, measure.unit),
        shown=shown,
    )
