"""Where the marks of a waterfall lie: a score, what moved it, and the score after."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING, Final

from auditor.comparison import Cause
from auditor.renderers.days import brief_day
from auditor.renderers.figures import points
from auditor.renderers.over_time.words import CAUSES, share_of
from auditor.renderers.view.charts import EDGE, WIDTH
from auditor.translation import labelled, message, say, written

if TYPE_CHECKING:
    from auditor.comparison import Comparison, Part
    from auditor.renderers.view.words import View

__all__ = ["waterfall"]

TOP: Final = 24.0
BOTTOM: Final = 150.0
LEAST_SPAN: Final = 6.0
"""Ours: points that the drawing spans at least, so that a trifle looks like one."""
MOST_TICKS: Final = 6
TICK: Final = 6.0
BAR: Final = 0.62
"""Share of a column that its bar takes."""
LINES: Final = {
    Cause.RUBRIC: (message("Rubric"), message("or tool")),
    Cause.TIME: (message("Time"), message("passing")),
    Cause.ASSESSMENT: (message("Assessed in"), message("only one")),
    Cause.ORGANISATION: (message("The organi-"), message("sation")),
    Cause.EVIDENCE: (message("Its"), message("records")),
    Cause.UNCLEAR: (message("Cannot be"), message("told apart")),
}
"""The causes in two short lines each."""


def waterfall(found: Comparison) -> View | None:
    """Return the drawing of what moved the score, or None where nothing did.

    The axis begins where the figures do, and says so: steps are to be seen, and no
    bar stands for a score, whose length would lie.
    """
    split, before, now = found.split, found.old.stated, found.new.stated
    if split is None or before is None or now is None:
        return None
    parts = [part for part in split.parts if part.points]
    if not parts:
        return None
    ends = [before, now, *(part.end for part in parts)]
    axis = _axis(min(ends), max(ends))
    stride = (WIDTH - 2 * EDGE) / (len(parts) + 2)
    columns = [EDGE + stride * number for number in range(len(parts) + 2)]
    return {
        "left": EDGE,
        "tick": EDGE + TICK,
        "ticks": [
            {"y": _height(t, axis), "text": written(t, "g")} for t in _ticks(axis)
        ],
        "start": _end(before, columns[0], stride, axis)
        | {"name": brief_day(found.old.as_of)},
        "end": _end(now, columns[-1], stride, axis)
        | {"name": brief_day(found.new.as_of)},
        "bars": [
            _bar(part, column, stride, axis)
            for part, column in zip(parts, columns[1:-1], strict=True)
        ],
        "says": _says(before, now, parts),
    }


def _axis(low: float, high: float) -> tuple[float, float]:
    """Return the two ends of the axis, whole points, with room above and below."""
    room = max((high - low) * 0.15, (LEAST_SPAN - (high - low)) / 2)
    return max(floor(low - room), 0.0), min(ceil(high + room), 100.0)


def _ticks(axis: tuple[float, float]) -> list[float]:
    low, high = axis
    step = next((s for s in (1, 2, 5, 10, 20) if (high - low) / s <= MOST_TICKS), 25)
    first = ceil(low / step)
    return [float(step * n) for n in range(first, floor(high / step) + 1)]


def _height(value: float, axis: tuple[float, float]) -> float:
    low, high = axis
    return round(BOTTOM - (BOTTOM - TOP) * (value - low) / (high - low), 1)


def _end(value: float, x: float, stride: float, axis: tuple[float, float]) -> View:
    """Return the mark of a score."""
    y = _height(value, axis)
    return {
        **_across(x, stride),
        "y": y,
        "text_y": y - 7,
        "text": points(value),
    }


def _bar(part: Part, x: float, stride: float, axis: tuple[float, float]) -> View:
    """Return the bar of one cause, from the score before it to the one after."""
    start, end = _height(part.start, axis), _height(part.end, axis)
    one, other = LINES[part.cause]
    return {
        **_across(x, stride),
        "y": min(start, end),
        "height": max(abs(end - start), 1.0),
        "from_y": start,
        "text_y": min(start, end) - 5,
        "text": share_of(part),
        "kind": "unclear"
        if part.cause is Cause.UNCLEAR
        else ("up" if part.points > 0 else "down"),
        "lines": [say(one), say(other)],
    }


def _across(x: float, stride: float) -> View:
    width = stride * BAR
    left = x + (stride - width) / 2
    return {
        "x": round(left, 1),
        "width": round(width, 1),
        "middle": round(x + stride / 2, 1),
        "before": round(left - stride * (1 - BAR), 1),
        "right_end": round(left + width, 1),
    }


def _says(before: float, now: float, parts: list[Part]) -> str:
    """Return what the drawing shows, for those who do not see it."""
    moved = "; ".join(
        labelled(say(CAUSES[part.cause]), share_of(part)) for part in parts
    )
    return say(
        "From {before} to {now} points. {moved}.",
        before=points(before),
        now=points(now),
        moved=moved,
    )
