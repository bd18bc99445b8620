"""Measures as all reports for people write them: names, figures, intervals, groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.evidence.lengths_of_time import unit_of_time
from auditor.evidence.statistics.minimums import Standing, standing
from auditor.renderers.figures import UNKNOWN
from auditor.renderers.plain import short

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
PERIOD_KEYS: Final = ("from", "to")
"""Keys of a group that are the period of a claim and no group."""
ABBREVIATIONS: Final = {"nps": "NPS", "csat": "CSAT", "ces": "CES", "clv": "CLV"}
STATISTICS: Final = {
    "p50": "median",
    "p90": "90th percentile",
    "mean": "mean",
    "p50_with_open": "median, open ones counted",
    "p90_with_open": "90th percentile, open ones counted",
    "share_of_resolved": "of those resolved",
    "share": "",
    "score": "",
    "count": "",
}
"""What a figure is called where its name alone does not say; shares need no word."""
SATISFIED: Final = frozenset({"csat", "ces", "trust"})
THOUSAND: Final = 1000


def name(measure: Measure) -> str:
    """Return what a measure is called: "First response time, median"."""
    called = title(measure.name)
    told = measure.statistic.replace("_", " ")
    statistic = STATISTICS.get(measure.statistic, told)
    if measure.statistic == "share" and measure.name in SATISFIED:
        statistic = "satisfied"
    return f"{called}, {statistic}" if statistic else called


def title(name: str) -> str:
    """Return the name of a measure for people: "first_response_time", "nps"."""
    words = " ".join(ABBREVIATIONS.get(word, word) for word in name.split("_"))
    return words[:1].upper() + words[1:]


def group(measure: Measure) -> str:
    """Return the group that a figure is of: "channel phone"; empty for the whole."""
    return ", ".join(
        f"{key} {short(value, LONGEST_GROUP)}"
        for key, value in measure.by.items()
        if key not in PERIOD_KEYS
    )


def called(measure: Measure) -> str:
    """Return the name of a figure with its group, if it has one."""
    of = group(measure)
    return f"{name(measure)} ({of})" if of else name(measure)


def figure(measure: Measure) -> str:
    """Return the figure with its unit: "63.3 %", "4.6 h"; unknown without one."""
    value = measure.value
    if value is None:
        return UNKNOWN
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
    return f"n = {measure.n:,}"


def with_interval(measure: Measure) -> str:
    """Return the figure with all that belongs to it, in brackets."""
    inside = filter(None, (f"95 % interval {interval(measure)}", rows(measure)))
    known = inside if interval(measure) else (rows(measure),)
    return f"{figure(measure)} ({', '.join(known)})"


def is_judged(measure: Measure) -> bool:
    """Whether enough rows are behind a figure to judge by it."""
    return measure.value is not None and standing(measure.n) is Standing.JUDGED


def _joined(values: list[float], unit: str, size: float) -> str:
    """Return figures in the unit that suits one of that size."""
    if unit == "share":
        return _minus(f"{' to '.join(f'{100 * value:.1f}' for value in values)} %")
    if unit == "hours":
        times, word = unit_of_time(size)
        figures = " to ".join(f"{value * times:,.1f}" for value in values)
        return f"{_minus(figures)} {word}"
    if unit == "rows":
        return " to ".join(f"{value:,.0f}" for value in values)
    decimals = 0 if abs(size) >= THOUSAND else 1
    return _minus(" to ".join(f"{value:,.{decimals}f}" for value in values))


def _minus(figures: str) -> str:
    return figures.replace("-", "\N{MINUS SIGN}")
