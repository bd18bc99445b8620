"""Where the marks of the drawings lie: all arithmetic of the charts, in their units.

A drawing of a score says three things: what is certain even if every open question
were answered badly (solid), what the open questions decide (hatched), and the score
over what could be assessed (a mark). Unknown is hatched, never zero.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from auditor.renderers.figures import points, span
from auditor.scoring import BOUNDS, FULL
from auditor.translation import say, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.renderers.view.words import View
    from auditor.roadmap import Step

__all__ = ["EDGE", "WIDTH", "bar", "scale", "staircase"]

WIDTH: Final = 680.0
"""Width of the drawings that fill the text, in their own units."""
EDGE: Final = 24.0
"""Room left and right, for labels that stand over the ends."""


def _place(value: float) -> float:
    return round(EDGE + (WIDTH - 2 * EDGE) * value / FULL, 1)


def scale(low: float | None, score: float | None, high: float | None) -> View:
    """Return the drawing of the total over the bounds of the levels."""
    edges = (0.0, *BOUNDS, FULL)
    levels = [
        {
            "x": _place(start),
            "width": round(_place(end) - _place(start), 1),
            "middle": round((_place(start) + _place(end)) / 2, 1),
            "name": say("Level {level}", level=level),
            "pale": level % 2 == 0,
        }
        for level, (start, end) in enumerate(pairwise(edges), 1)
    ]
    return {
        "levels": levels,
        "ticks": [{"x": _place(edge), "text": written(edge, ".0f")} for edge in edges],
        **bar(low, score, high),
    }


def bar(low: float | None, score: float | None, high: float | None) -> View:
    """Return the drawing of one score with its range, on the same width."""
    start = 0.0 if low is None else low
    end = FULL if high is None else high
    return {
        "left": _place(0),
        "whole": round(_place(FULL) - _place(0), 1),
        "certain": round(_place(start) - _place(0), 1),
        "open_from": _place(start),
        "open": round(_place(end) - _place(start), 1),
        "open_to": _place(end),
        "mark": _place(0 if score is None else score),
        "known": score is not None,
        "figure": points(score),
        "says": _says(low, score, high),
    }


def _says(low: float | None, score: float | None, high: float | None) -> str:
    """Return what the drawing shows, for those who do not see it."""
    if score is None:
        return say("The score is unknown.")
    if points(low) == points(high):
        return say(
            "The score is {score} of 100; nothing is left open.", score=points(score)
        )
    return say(
        "The score is {score} of 100, in a range of {range}.",
        score=points(score),
        range=span(low, high),
    )


def staircase(start: float | None, steps: Sequence[Step]) -> View | None:
    """Return the rise of the score from step to step, or None where none is known."""
    heights = [start, *(step.score_after for step in steps)]
    known = [height for height in heights if height is not None]
    if not steps or len(known) < len(heights):
        return None
    top, bottom = 14.0, 134.0
    stride = (WIDTH - 2 * EDGE) / len(heights)

    def level(score: float) -> float:
        return round(bottom - (bottom - top) * score / FULL, 1)

    corners = [
        f"{EDGE + stride * index:.1f},{level(score)} "
        f"{EDGE + stride * (index + 1):.1f},{level(score)}"
        for index, score in enumerate(known)
    ]
    return {
        "line": " ".join(corners),
        "bounds": [{"y": level(edge), "text": written(edge, ".0f")} for edge in BOUNDS],
        "left": EDGE,
        "right": WIDTH - EDGE,
        "bottom": bottom,
        "start": {
            "y": level(known[0]) + 14,
            "text": say("{score} today", score=points(known[0])),
        },
        "end": {
            "y": level(known[-1]) - 5,
            "text": say("{score} after all", score=points(known[-1])),
        },
        "says": say(
            "The score rises from {today} today to {after} once all {number} steps are "
            "done; each step's figure is in the table.",
            today=points(known[0]),
            after=points(known[-1]),
            number=len(steps),
        ),
    }
