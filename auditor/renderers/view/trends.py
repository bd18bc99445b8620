"""Where the marks of a figure by month lie: drawn only where a trend may be told."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, Final

from auditor.evidence.statistics.trends import (
    Month,
    control_limits,
    is_partial,
    last_run,
)
from auditor.renderers import measured
from auditor.translation import say, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from auditor.evidence import Measure
    from auditor.renderers.view.intervals import Axis
    from auditor.renderers.view.words import View

__all__ = ["by_month"]

WIDTH: Final = 680.0
TOP: Final = 14.0
BOTTOM: Final = 92.0
LEFT: Final = 70.0
"""Room left of the months for the figures of the axis."""
PAD: Final = 0.15
"""Ours: share of the range left free above and below."""
MOST_MONTHS: Final = 36
"""Ours: months that are drawn; an audit looks at twelve."""
MOST_NAMES: Final = 14
"""Ours: names of months that fit below the line."""
BESIDE: Final = 1.5
"""Strides within which two marks are those of neighbouring months."""


def by_month(figures: Mapping[str, Measure], first: date, last: date) -> View | None:
    """Return the drawing of a figure by month, or None where no trend may be told.

    Args:
        figures: By month, such as 2026-03; those without a value are gaps.
        first: The first day whose rows count.
        last: The last one.
    """
    known = {
        Month.parse(m): each for m, each in figures.items() if each.value is not None
    }
    run = last_run((m for m in known if measured.is_judged(known[m])), first, last)
    if not run.stated:
        return None
    whole = {month for month in known if not is_partial(month, first, last)}
    every = _calendar(known)
    shown = [month for month in every if month in known]
    limits = _limits([known[m] for m in run.months])
    ends = _around([known[m] for m in shown], limits)
    stride = (WIDTH - LEFT) / len(every)
    places = {m: round(LEFT + stride * (n + 0.5), 1) for n, m in enumerate(every)}
    marks = [
        _mark(known[month], places[month], ends)
        | {"solid": month in whole and measured.is_judged(known[month])}
        for month in shown
    ]
    return {
        "width": WIDTH,
        "left": LEFT,
        "bottom": BOTTOM,
        "marks": marks,
        "lines": _lines(marks, stride),
        "limits": [_up(limit, ends) for limit in limits],
        "months": _names(every, places),
        "ticks": _ticks(ends, known[shown[0]].unit),
        "says": _told(known, shown, whole),
    }


def _limits(run: Sequence[Measure]) -> list[float]:
    """Return the limits of chance, those that the figure can reach."""
    limits = control_limits([measure.value or 0.0 for measure in run]) or ()
    lowest = -100.0 if run[0].unit == "points" else 0.0
    highest = {"share": 1.0, "points": 100.0}.get(run[0].unit, inf)
    return [limit for limit in limits if lowest <= limit <= highest]


def _calendar(known: Iterable[Month]) -> list[Month]:
    """Return every month from the first known one to the last, gaps and all."""
    first, last = min(known), max(known)
    every = [first]
    while every[-1] < last:
        every.append(every[-1].next)
    return every[-MOST_MONTHS:]


def _names(every: Sequence[Month], places: Mapping[Month, float]) -> list[View]:
    apart = -(-len(every) // MOST_NAMES)
    return [
        {"x": places[m], "text": written(date(m.year, m.month, 1), "brief_month")}
        for m in every[::apart]
    ]


def _around(figures: Sequence[Measure], limits: Sequence[float]) -> Axis:
    ends = [end for each in figures for end in (each.value, each.low, each.high)]
    known = [value for value in (*ends, *limits) if value is not None]
    low, high = min(known), max(known)
    room = PAD * (high - low) or abs(high) or 1.0
    return low - room, high + room


def _up(value: float, ends: Axis) -> float:
    low, high = ends
    return round(BOTTOM - (BOTTOM - TOP) * (value - low) / (high - low), 1)


def _ticks(ends: Axis, unit: str) -> list[View]:
    low, high = ends
    room = PAD * (high - low) / (1 + 2 * PAD)
    return [
        {"y": _up(value, ends), "text": measured.number(value, unit, high)}
        for value in (low + room, high - room)
    ]


def _mark(measure: Measure, x: float, ends: Axis) -> View:
    value = measure.value or 0.0
    low = value if measure.low is None else measure.low
    high = value if measure.high is None else measure.high
    return {
        "x": x,
        "y": _up(value, ends),
        "low": _up(low, ends),
        "high": _up(high, ends),
    }


def _lines(marks: Sequence[View], stride: float) -> list[View]:
    """Return the stretches between neighbouring months that are whole and judged."""
    lines: list[View] = []
    for before, after in pairwise(marks):
        x1, x2 = float(str(before["x"])), float(str(after["x"]))
        if x2 - x1 < BESIDE * stride and before["solid"] and after["solid"]:
            lines.append({"x1": x1, "y1": before["y"], "x2": x2, "y2": after["y"]})
    return lines


def _told(
    known: Mapping[Month, Measure], shown: Sequence[Month], whole: set[Month]
) -> str:
    """Return the months in words, for those who do not see the drawing."""
    figures = [(f"{month}", measured.figure(known[month])) for month in shown]
    told = [
        f"{month} {figure}"
        if each in whole
        else say("{month} {figure} (part of the month)", month=month, figure=figure)
        for each, (month, figure) in zip(shown, figures, strict=True)
    ]
    return say(
        "{measure} by month: {figures}.",
        measure=measured.name(known[shown[0]]),
        figures="; ".join(told),
    )
