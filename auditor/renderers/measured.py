"""Measures as all reports for people write them: names, figures, intervals, groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.evidence.lengths_of_time import unit_of_time
from auditor.evidence.statistics.minimums import Standing, standing
from auditor.renderers.figures import UNKNOWN
from auditor.renderers.plain import short
from auditor.renderers.spoken import capital, measure_name, spoken
from auditor.translation import message, say, written

if TYPE_CHECKING:
    from auditor.evidence import Measure

__all__ = [
    "LONGEST_GROUP",
    "PERIOD_KEYS",
    "called",
    "figure",
    "group",
    "interval",
    "is_judged",
    "name",
    "number",
    "rows",
    "title",
    "with_interval",
]

LONGEST_GROUP: Final = 48
"""Ours: characters of a group's name; it comes from the data, and may be anything."""
OURS: Final = frozenset({"level", "nps_band"})
"""Keys of groups whose names are words of the vocabulary."""
PERIOD_KEYS: Final = ("from", "to")
"""Keys of a group that are the period of a claim and no group."""
STATISTICS: Final = {
    "p50": message("median"),
    "p90": message("90th percentile"),
    "mean": message("mean"),
    "p50_with_open": message("median, open ones counted"),
    "p90_with_open": message("90th percentile, open ones counted"),
    "share_of_resolved": message("of those resolved"),
    "difference": message("difference"),
    "share": "",
    "score": "",
    "count": "",
}
"""What a figure is called where its name alone does not say; shares need no word."""
SATISFIED: Final = frozenset({"csat", "ces", "trust"})
THOUSAND: Final = 1000
TIMES: Final = {
    "s": message("{lengths} s"),
    "min": message("{lengths} min"),
    "h": message("{lengths} h"),
    "days": message("{lengths} days"),
}
"""Times in their units, as `unit_of_time` names them."""


def name(measure: Measure) -> str:
    """Return what a measure is called: "First response time, median"."""
    called = title(measure.name)
    statistic = STATISTICS.get(measure.statistic, measure.statistic.replace("_", " "))
    if measure.statistic == "share" and measure.name in SATISFIED:
        statistic = message("satisfied")
    return f"{called}, {say(statistic)}" if statistic else called


def title(name: str) -> str:
    """Return the name of a measure for people: "first_response_time", "nps"."""
    return capital(measure_name(name))


def group(measure: Measure) -> str:
    """Return the group that a figure is of: "channel phone"; empty for the whole."""
    return ", ".join(
        f"{spoken(key)} {_group_name(key, value)}"
        for key, value in measure.by.items()
        if key not in PERIOD_KEYS
    )


def _group_name(key: str, value: str) -> str:
    return spoken(value) if key in OURS else short(value, LONGEST_GROUP)


def called(measure: Measure) -> str:
    """Return the name of a figure with its group, if it has one."""
    of = group(measure)
    return f"{name(measure)} ({of})" if of else name(measure)


def figure(measure: Measure) -> str:
    """Return the figure with its unit: "63.3 %", "4.6 h"; unknown without one."""
    value = measure.value
    if value is None:
        return say(UNKNOWN)
    return _joined([value], measure.unit, value)


def interval(measure: Measure) -> str:
    """Return the 95 % interval: "57.4 to 68.9 %"; empty where there is none."""
    if measure.value is None or measure.low is None or measure.high is None:
        return ""
    return _joined([measure.low, measure.high], measure.unit, measure.high)


def number(value: float, unit: str, size: float | None = None) -> str:
    """Return a figure of a unit, alone; told as one of another size is, if given."""
    return _joined([value], unit, value if size is None else size)


def rows(measure: Measure) -> str:
    """Return how many rows are behind a figure: "n = 1,347"."""
    return say("n = {rows}", rows=written(measure.n, ","))


def with_interval(measure: Measure) -> str:
    """Return the figure with all that belongs to it, in brackets."""
    if not interval(measure):
        return f"{figure(measure)} ({rows(measure)})"
    return say(
        "{figure} (95 % interval {interval}, {rows})",
        figure=figure(measure),
        interval=interval(measure),
        rows=rows(measure),
    )


def is_judged(measure: Measure) -> bool:
    """Whether enough rows are behind a figure to judge by it."""
    return measure.value is not None and standing(measure.n) is Standing.JUDGED


def _joined(values: list[float], unit: str, size: float) -> str:
    """Return figures in the unit that suits one of that size."""
    if unit == "share":
        percentages = _span([100 * value for value in values], ".1f")
        return say("{percentages} %", percentages=percentages)
    if unit == "hours":
        times, word = unit_of_time(size)
        lengths = _span([value * times for value in values], ",.1f")
        return say(TIMES[word], lengths=lengths)
    if unit == "rows":
        return _span(values, ",.0f")
    return _span(values, ",.0f" if abs(size) >= THOUSAND else ",.1f")


def _span(values: list[float], spec: str) -> str:
    """Return one figure, or the two ends of an interval."""
    figures = [_minus(written(value, spec)) for value in values]
    if len(figures) == 1:
        return figures[0]
    low, high = figures
    return say("{low} to {high}", low=low, high=high)


def _minus(figures: str) -> str:
    return figures.replace("-", "\N{MINUS SIGN}")
