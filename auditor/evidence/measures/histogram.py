"""Percentiles of times, of which some are not over yet.

Percentiles do not add up over groups. They are found in two steps instead, exactly and
in little memory: the first counts spans in narrow bins, which says in which bin each
wanted rank lies; the second sorts those few bins.
"""

from __future__ import annotations

from collections import defaultdict
from math import exp, fsum
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.evidence.measures.dialect import HOUR
from auditor.evidence.measures.figures import Result
from auditor.evidence.statistics.interval import Interval, mean_interval
from auditor.evidence.statistics.percentiles import (
    Ranks,
    interpolation,
    interval_ranks,
)
from auditor.evidence.statistics.survival import Step, SurvivalCurve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["BINS", "SHORTEST", "Histogram", "Place"]

PERCENTILES: Final = {"p50": 0.5, "p90": 0.9}
"""The statistics that are percentiles, and their shares."""
BINS: Final = 50
"""Ours: bins for each factor of e, so each is two per cent wide. Percentiles are exact
whatever it is; estimates with open items order what is open within a bin last."""
SHORTEST: Final = 1_000_000
"""Microseconds: all shorter spans share one bin."""


class Place(NamedTuple):
    """Where a rank is to be found."""

    bin: int
    rank: int
    """Within the bin, from 1."""


class Histogram:
    """How many spans of one group fall into each bin."""

    def __init__(self, counts: Iterable[tuple[int, bool, int]]) -> None:
        """Take bins, whether what is in them is over, and how many there are."""
        over: dict[int, int] = defaultdict(int)
        under_way: dict[int, int] = defaultdict(int)
        for bin_, is_over, count in counts:
            (over if is_over else under_way)[bin_] += count
        self._over = dict(sorted(over.items()))
        self.n = sum(over.values())
        self.open = sum(under_way.values())
        steps = (
            Step(over.get(b, 0), under_way.get(b, 0))
            for b in sorted({*over, *under_way})
        )
        curve = SurvivalCurve(steps)
        self._with_open = {s: curve.quantile(s) for s in PERCENTILES.values()}
        self._bounds = {s: interval_ranks(self.n, s) for s in PERCENTILES.values()}

    @property
    def total(self) -> int:
        """All spans, over or under way."""
        return self.n + self.open

    def place(self, rank: int) -> Place:
        """Where the span of a rank lies.

        Args:
            rank: From 1 to `n`, counted from the shortest.
        """
        left = rank
        for bin_, count in self._over.items():
            if left <= count:
                return Place(bin_, left)
            left -= count
        raise IndexError(rank)

    def ranks(self) -> set[int]:
        """The ranks that its percentiles need."""
        wanted: set[int | None] = set()
        for share in PERCENTILES.values():
            if self.n:
                wanted |= {*interpolation(self.n, share)[:2]}
                wanted |= {*self._bounds[share]}
            estimate = self._with_open[share]
            wanted |= {estimate.rank, *estimate.bounds}
        return {rank for rank in wanted if rank is not None}

    def around(self, mean: float) -> Interval | None:
        """Student's interval around the mean in hours, its spread told by the bins.

        A bin is two per cent wide, so the width of the interval is as good as that.
        """
        middle = {b: exp((b + 0.5) / BINS) * SHORTEST / HOUR for b in self._over}
        centre = fsum(middle[b] * count for b, count in self._over.items()) / self.n
        spread = fsum((middle[b] - centre) ** 2 * c for b, c in self._over.items())
        found = mean_interval(self.n, self.n * mean, self.n * mean**2 + spread)
        return found and Interval(max(found.low, 0.0), found.high)

    def results(self, spans: Mapping[int, int]) -> Iterator[Result]:
        """The percentiles, in hours: of those that are over, and with the open ones.

        Args:
            spans: The span of each of `ranks`, in microseconds.
        """
        for name, share in PERCENTILES.items():
            yield self._plain(name, share, spans)
            estimate = self._with_open[share]
            value = None if estimate.rank is None else spans[estimate.rank] / HOUR
            interval = _between(estimate.bounds, spans)
            yield Result(f"{name}_with_open", value, self.total, interval)

    def _plain(self, name: str, share: float, spans: Mapping[int, int]) -> Result:
        if not self.n:
            return Result(name, None, 0)
        below, above, along = interpolation(self.n, share)
        value = spans[below] + along * (spans[above] - spans[below])
        interval = _between(self._bounds[share], spans)
        return Result(name, value / HOUR, self.n, interval)


def _between(ranks: Ranks, spans: Mapping[int, int]) -> Interval | None:
    """The interval between two ranks, in hours; none where an end is not bounded."""
    if ranks.low is None or ranks.high is None:
        return None
    return Interval(spans[ranks.low] / HOUR, spans[ranks.high] / HOUR)
