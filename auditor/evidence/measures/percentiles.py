"""Percentiles of groups: a histogram, then the values at the ranks it points to."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditor.errors import EvidenceError
from auditor.evidence.measures.cuts import WHOLE, Group, pair_of
from auditor.evidence.measures.histogram import Histogram, Place
from auditor.evidence.statistics.minimums import Standing, standing
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from auditor.evidence.connection import Query
    from auditor.evidence.measures.definition import Definition
    from auditor.evidence.measures.figures import Result, Times
    from auditor.evidence.measures.statements import Questions

__all__ = ["Percentiles", "percentiles"]


@dataclass(frozen=True, slots=True)
class Percentiles:
    """The times of one group: how they spread, and the few that were looked up."""

    histogram: Histogram
    spans: Mapping[int, int]
    """Microseconds, by rank from the shortest."""

    def results(self, mean: Result | None) -> Iterator[Result]:
        """All figures of the times; the mean gets its interval here."""
        yield from self.histogram.results(self.spans)
        if mean and mean.value is not None:
            yield mean._replace(interval=self.histogram.around(mean.value))


def percentiles(
    query: Query,
    questions: Questions,
    definition: Definition,
    times: Times,
) -> Mapping[Group, Percentiles]:
    """The times of the whole and of every group that may be shown.

    Raises:
        EvidenceError: The rows are not those that were counted before.
    """
    rows = query(questions.histogram(definition, times))
    histograms = {
        group: histogram
        for group, histogram in _histograms(questions, rows).items()
        if group == WHOLE or standing(histogram.total) is not Standing.SUPPRESSED
    }
    places = {group: _places(histogram) for group, histogram in histograms.items()}
    wanted = [(group, place) for group in places for place in places[group]]
    found: dict[tuple[str, str], dict[Place, int]] = defaultdict(dict)
    for cut, value, bin_, rank, span in (
        query(questions.values(definition, times, wanted)) if wanted else ()
    ):
        found[(str(cut), str(value))][Place(int(bin_), int(rank))] = int(span)
    if sum(map(len, found.values())) < len(wanted):
        hint = message("Measure it when nobody writes to it, or measure a copy.")
        cause = message("its rows changed while they were measured.")
        raise EvidenceError(questions.relation, cause, hint)
    return {
        group: Percentiles(
            histogram,
            {rank: found[pair_of(group)][p] for p, rank in places[group].items()},
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
    counts: dict[tuple[Any, ...], list[tuple[int, bool, int]]] = defaultdict(list)
    for *keys, bin_, is_over, count in rows:
        counts[tuple(keys)].append((int(bin_), bool(is_over), int(count)))
    return {
        group: Histogram(found)
        for keys, found in counts.items()
        if (group := questions.cuts.group(keys)) is not None and len(group) <= 1
    }
