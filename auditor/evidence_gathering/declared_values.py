"""Declared values, turned into the unit in which their measure is computed.

Only what the metric states is used: whether 0.8 is a share or a percentage, or which
hours count, is not guessed. What cannot be compared is told with its reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.measure import Measure
    from auditor.profile import Metric

__all__ = ["PERCENTAGES", "declared_value"]

PERCENTAGES: Final = frozenset({"%", "per cent", "percent", "percentage", "pct"})
"""Units in which a share of 0.61 is 61."""
SHARES: Final = frozenset({"share", "ratio", "fraction", "proportion"})
"""Units in which it is 0.61."""
POINTS: Final = frozenset({"", "points", "point", "pts", "nps", "score"})
"""Units of a Net Promoter Score."""
ANSWERS: Final = frozenset({"", "points", "point", "pts", "score", "stars", "mean"})
"""Units of a mean answer."""
HOURS: Final = {
    "second": 1 / 3600,
    "sec": 1 / 3600,
    "s": 1 / 3600,
    "minute": 1 / 60,
    "min": 1 / 60,
    "hour": 1,
    "hr": 1,
    "h": 1,
    "day": 24,
    "d": 24,
    "week": 168,
    "w": 168,
}
"""Hours of the calendar in one of a unit, whose plural may end in s."""
BUSINESS: Final = re.compile(r"\b(business|working|office|opening)\b")
"""Words for hours of which nights and weekends are no part."""
MONEY: Final = re.compile(r"|[a-z]{3}|[$€£¥]")
"""A currency alone; thousands and millions of it are another unit."""

Converted = float | str
"""A value, or why there is none, in a sentence."""


def declared_value(
    metric: Metric, measure: Measure, table: CanonicalTable
) -> float | str | None:
    """Return what a metric declares, in the unit of a measure.

    Args:
        metric: What the organisation says.
        measure: The same, computed.
        table: What it was computed from.

    Returns:
        The value; a sentence that says why it cannot be compared; nothing where the
        metric declares no value.
    """
    if metric.value is None:
        return None
    if measure.unit == "scale" and (why := _another_scale(metric, measure, table)):
        return why
    convert = CONVERSIONS.get(measure.unit)
    if convert is None:
        return metric.value
    return convert(metric.value, " ".join((metric.unit or "").casefold().split()))


def _share(value: float, unit: str) -> Converted:
    if unit in PERCENTAGES or (not unit and value > 1):
        return value / 100
    if unit in SHARES:
        return value
    if not unit:
        return message("The metric does not say whether it is a share or a percentage.")
    return message("The metric's unit is not one of shares.")


def _hours(value: float, unit: str) -> Converted:
    if BUSINESS.search(unit):
        return message("The metric counts business hours, the measure every hour.")
    name = unit if unit in HOURS else unit.removesuffix("s")
    if name in HOURS:
        return value * HOURS[name]
    if not unit:
        return message("The metric's unit of time is not stated.")
    return message("The metric's unit is not one of time.")


def _points(value: float, unit: str) -> Converted:
    # Not a percentage, but many write it as one; the number is the same.
    if unit in POINTS | PERCENTAGES:
        return value
    return message("The metric's unit is not one of a Net Promoter Score.")


def _mean(value: float, unit: str) -> Converted:
    if unit in ANSWERS:
        return value
    return message("The metric's unit is not that of the answers.")


def _money(value: float, unit: str) -> Converted:
    if MONEY.fullmatch(unit):
        return value
    return message("The metric's unit is not a currency.")


CONVERSIONS: Final[Mapping[str, Callable[[float, str], Converted]]] = {
    "share": _share,
    "hours": _hours,
    "points": _points,
    "scale": _mean,
    "currency": _money,
}
"""By unit of a measure, how a declared value comes to it."""


def _another_scale(metric: Metric, measure: Measure, table: CanonicalTable) -> str:
    """Return that a mean is of another scale than the table's; empty if it is not."""
    scale, said = table.scales.get(measure.name), metric.scale
    if scale is None or said is None:
        return ""
    ends = ((said.min, scale.minimum), (said.max, scale.maximum))
    if all(stated in {None, known} for stated, known in ends):
        return ""
    return message("The metric's scale is not that of the answers in the table.")
