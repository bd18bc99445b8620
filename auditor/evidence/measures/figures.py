"""Figures: what is summed over rows, and what the sums say.

Every part is a count or a sum, so that the parts of groups add up to the parts of the
whole, and rows are read but once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.evidence.measures.dialect import HOUR, amount, microseconds
from auditor.evidence.statistics.interval import Interval, mean_interval
from auditor.evidence.statistics.nps import NetPromoterScore
from auditor.evidence.statistics.proportions import wilson
from auditor.evidence.statistics.retention import YEAR, lifetime_value, rescaled

if TYPE_CHECKING:
    from auditor.evidence.limits import Limits

__all__ = [
    "Figure",
    "Part",
    "Result",
    "Sums",
    "Times",
    "count",
    "duration",
    "lifetime",
    "mean",
    "ratio",
    "score",
    "share",
]

MONEY: Final = 28
"""Digits that an amount of money may have: any currency, any customer."""
Sums = Mapping[str, float]
"""What the parts of a figure came to."""


class Part(NamedTuple):
    """A count or a sum over the rows that count."""

    expression: str
    """SQL: the condition that is counted, or the number that is summed."""
    summed: bool = False


class Result(NamedTuple):
    """One figure, computed."""

    statistic: str
    value: float | None
    n: int
    interval: Interval | None = None


class Times(NamedTuple):
    """SQL of the two moments between which a span lies; the end is null if open."""

    begin: str
    end: str


@dataclass(frozen=True, slots=True)
class Figure:
    """What can be computed from a number of rows and from sums over them."""

    statistics: tuple[str, ...]
    """Names of what comes out."""
    unit: str
    """The unit of what comes out."""
    parts: Mapping[str, Part]
    """What to count and to sum."""
    result: Callable[[int, Sums, Limits], Result]
    """What n rows with these sums say; n is at least 1, but for a count."""
    interval: str = ""
    """How its interval is computed; empty where it has none."""
    times: Times | None = None
    """The moments whose span has percentiles too."""


def count() -> Figure:
    """How many rows there are."""
    return Figure(("count",), "rows", {}, lambda n, _, __: Result("count", n, n))


def share(condition: str, statistic: str = "share") -> Figure:
    """The share of rows of which a condition is true; null counts as not true."""

    def result(n: int, sums: Sums, _: Limits) -> Result:
        hits = int(sums["hits"])
        return Result(statistic, hits / n, n, wilson(hits, n))

    return Figure((statistic,), "share", {"hits": Part(condition)}, result, "Wilson")


def score(column: str) -> Figure:
    """Net Promoter Score; its parts leave no gap: below 7, 7 to below 9, 9 and up."""

    def result(n: int, sums: Sums, _: Limits) -> Result:
        nps = NetPromoterScore(int(sums["promoters"]), int(sums["detractors"]), n)
        return Result("score", nps.value, n, nps.interval())

    parts = {"promoters": Part(f"{column} >= 9"), "detractors": Part(f"{column} < 7")}
    return Figure(("score",), "points", parts, result, "adjusted Wald")


def mean(column: str) -> Figure:
    """The mean of a column; of answers on a scale, so second to a share."""

    def result(n: int, sums: Sums, _: Limits) -> Result:
        total, squares = sums["total"], sums["squares"]
        return Result("mean", total / n, n, mean_interval(n, total, squares))

    value = amount(column)
    parts = {
        "total": Part(value, summed=True),
        "squares": Part(f"{value} * {value}", summed=True),
    }
    return Figure(("mean",), "scale", parts, result, "Student's t")


def duration(begin: str, end: str) -> Figure:
    """The time from one moment to another: percentiles, and the mean.

    Plain percentiles and the mean are of the spans that are over, as every help desk
    reports them; they flatter. Those `_with_open` are Kaplan and Meier's estimate.
    """
    return Figure(
        ("p50", "p90", "mean", "p50_with_open", "p90_with_open"),
        "hours",
        {"total": Part(microseconds(begin, end), summed=True)},
        lambda n, sums, _: Result("mean", sums["total"] / HOUR / n, n),
        "ranks (binomial); with open ones log-log; of the mean Student's t",
        Times(begin, end),
    )


def ratio(part: str, whole: str) -> Figure:
    """What one number adds up to, over what another does."""

    def result(n: int, sums: Sums, _: Limits) -> Result:
        whole = sums["whole"]
        return Result("share", sums["part"] / whole if whole else None, n)

    parts = {
        "part": Part(amount(part, MONEY), summed=True),
        "whole": Part(amount(whole, MONEY), summed=True),
    }
    return Figure(("share",), "share", parts, result)


def lifetime(margin: str, kept: str) -> Figure:
    """What a customer is worth at the margin and the retention of these rows.

    Args:
        margin: The margin of one customer over `Limits.margin_days`.
        kept: Whether the customer stayed over `Limits.churn_days`.
    """

    def result(n: int, sums: Sums, limits: Limits) -> Result:
        churn = rescaled(1 - sums["kept"] / n, limits.churn_days, limits.margin_days)
        discount = (1 + limits.discount) ** (limits.margin_days / YEAR) - 1
        if churn + discount <= 0:
            return Result("mean", None, n)
        value = lifetime_value(sums["margin"] / n, 1 - churn, discount)
        return Result("mean", value, n)

    parts = {"kept": Part(kept), "margin": Part(amount(margin, MONEY), summed=True)}
    return Figure(("mean",), "currency", parts, result)
