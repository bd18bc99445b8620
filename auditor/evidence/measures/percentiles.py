"""Percentiles of groups: a histogram, then the values at the ranks it points to."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from auditor.evidence.measures.cuts import WHOLE, Group
from auditor.evidence.measures.histogram import Histogram, Place
from auditor.evidence.statistics.minimums import Standing, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from auditor.evidence.measures.definition import Definition
    from auditor.evidence.measures.figures import Result, Times
    from auditor.evidence.measures.statements import Questions

__all__ = ["percentiles"]


def percentiles(
    query: Callable[[str], Sequence[Sequence[Any]]],
    questions: Questions,
    definition: Definition,
    times: Times,
) -> Mapping[Group, tuple[Result, ...]]:
    """The percentiles of the whole and of every group that may be shown."""
    histograms = {
        group: histogram
        for group, histogram in _histograms(
            questions, query(questions.histogram(definition, times))
        ).items()
        if group == WHOLE or standing(histogram.total) is not Standing.SUPPRESSED
    }
    places = {group: _places(histogram) for group, histogram in histograms.items()}
    wanted = [(group, place) for group in places for place in places[group]]
    rows = query(questions.values(definition, times, wanted)) if wanted else ()
    spans = {
        ((str(cut), str(value)), Place(int(bin_), int(rank))): int(span)
        for cut, value, bin_, rank, span in rows
    }
    return {
        group: tuple(
            histogram.results(
                {
                    rank: spans[(group[0] if group else ("", ""), place)]
                    for place, rank in places[group].items()
                }
            )
        )
        for group, histogram in histograms.items()
    }


def _places(histogram: Histogram) -> dict[Place, int]:
    """Where the ranks that a histogram needs are to be found."""
    return {histogram.place(rank): rank for rank in histogram.ranks()}


def _histograms(
    questions: Questions, rows: Iterable[Sequence[Any]]
) -> Mapping[Group, Histogram]:
    """Sort the bins that the statement gave by group; of single cuts only."""
    counts: dict[Group, list[tuple[int, bool, int]]] = defaultdict(list)
    for row in rows:
        group = questions.cuts.group(row)
        if group is not None and len(group) <= 1:
            bin_, is_over, count = row[-3:]
            counts[group].append((int(bin_), bool(is_over), int(count)))
    return {group: Histogram(found) for group, found in counts.items()}
