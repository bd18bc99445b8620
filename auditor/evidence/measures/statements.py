"""The statements that a table is asked: counts and sums, histograms, values at ranks.

Measured on five million tickets in a Parquet file, on two processors: one statement
with a percentile aggregate in every grouping set took 3.5 s and 920 MB, because such
an aggregate keeps every value of every group. Counting cells first and rolling them up
afterwards, and finding percentiles by way of a histogram, takes less than half the time
and a memory that does not grow.
"""
# ruff: noqa: S608 - names come from our definitions, values are quoted as literals

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from auditor.evidence.measures.cuts import pair_of
from auditor.evidence.measures.dialect import microseconds
from auditor.evidence.measures.histogram import BINS, SHORTEST
from auditor.evidence.sql import literal, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from auditor.evidence.measures.cuts import Cuts, Group
    from auditor.evidence.measures.definition import Definition, Exclusion
    from auditor.evidence.measures.figures import Times
    from auditor.evidence.measures.histogram import Place
    from auditor.evidence.measures.setting import Setting

__all__ = ["Questions"]


@dataclass(frozen=True)
class Questions:
    """What definitions that share their derived column ask of one relation."""

    relation: str
    """Its name."""
    cuts: Cuts
    setting: Setting
    definitions: tuple[Definition, ...]
    """All with one value of `derived`."""

    @cached_property
    def exclusions(self) -> tuple[tuple[Exclusion, ...], ...]:
        """The different lists of reasons: definitions with the same one share it."""
        lists = (d.exclusions(self.setting) for d in self.definitions)
        return tuple(dict.fromkeys(lists))

    def number(self, definition: Definition) -> int:
        """Which of `exclusions` is a definition's own."""
        return self.exclusions.index(definition.exclusions(self.setting))

    @cached_property
    def sums(self) -> Mapping[str, str]:
        """SQL of every count and sum over a cell, by its name."""
        found = {"rows": "count(*)"}
        for number, reasons in enumerate(self.exclusions):
            for code in range(len(reasons) + 1):
                found[f"n{number}_{code}"] = _counted(f"why{number} = {code}")
        for place, definition in enumerate(self.definitions):
            counts = f"why{self.number(definition)} = 0"
            for name, part in definition.figure.parts.items():
                sql = f"({self.setting.fill(part.expression)})"
                found[f"d{place}_{name}"] = (
                    f"sum({sql}) FILTER (WHERE {counts})"
                    if part.summed
                    else _counted(f"{counts} AND {sql}")
                )
        return found

    def totals(self) -> str:
        """All counts and sums of all groups: the cuts, their grouping, then `sums`."""
        cells = [f"{sql} AS {quoted(name)}" for name, sql in self.sums.items()]
        group_by = f" GROUP BY {_list(self.cuts.columns)}" if self.cuts.names else ""
        return (
            f"WITH counted AS ({self._counted()}), "
            f"cells AS (SELECT {_list((*self.cuts.columns, *cells))} "
            f"FROM counted{group_by}) "
            f"SELECT {self._keys(f'sum({quoted(name)})' for name in self.sums)} "
            f"FROM cells GROUP BY GROUPING SETS ({self._sets()})"
        )

    def histogram(self, definition: Definition, times: Times) -> str:
        """How many spans of each group fall into each bin, over or still under way."""
        keys = self._keys(("bin", "is_over", "count(*)"))
        return (
            f"WITH spans AS ({self._spans(definition, times)}) "
            f"SELECT {keys} FROM spans "
            f"GROUP BY GROUPING SETS ({self._sets('bin', 'is_over')})"
        )

    def values(
        self,
        definition: Definition,
        times: Times,
        places: Iterable[tuple[Group, Place]],
    ) -> str:
        """The spans at given ranks within given bins: set, value, bin, rank, span."""
        wanted = _list(self._wanted(group, place) for group, place in places)
        spots = "spots.cut, spots.value, spots.bin"
        return (
            f"WITH spans AS ({self._spans(definition, times)}), "
            f"wanted (cut, value, bin, place) AS (VALUES {wanted}), "
            "spots AS (SELECT DISTINCT cut, value, bin FROM wanted), "
            f"lengths AS (SELECT {spots}, span, count(*) AS often FROM spans "
            "JOIN spots ON spans.is_over AND spans.bin = spots.bin "
            f"AND {self._match()} GROUP BY {spots}, span), "
            "ranked AS (SELECT *, sum(often) OVER (PARTITION BY cut, value, bin "
            "ORDER BY span) AS upto FROM lengths) "
            "SELECT wanted.cut, wanted.value, wanted.bin, wanted.place, ranked.span "
            "FROM wanted JOIN ranked ON wanted.cut = ranked.cut "
            "AND wanted.value = ranked.value AND wanted.bin = ranked.bin "
            "AND wanted.place > ranked.upto - ranked.often "
            "AND wanted.place <= ranked.upto"
        )

    def _counted(self) -> str:
        """The rows, their groups, and why they do not count."""
        reasons = (
            f"{self._why(reasons)} AS why{number}"
            for number, reasons in enumerate(self.exclusions)
        )
        return f"SELECT {_list((*self.cuts.selected(), *reasons, '*'))} {self._rows()}"

    def _rows(self) -> str:
        """The rows, with the derived column where the definitions need one."""
        derived = self.setting.fill(self.definitions[0].derived)
        if not derived:
            return f"FROM {quoted(self.relation)}"
        return (
            f"FROM (SELECT *, {derived} AS derived FROM {quoted(self.relation)}) AS r"
        )

    def _why(self, reasons: Sequence[Exclusion]) -> str:
        """SQL of the number of the first reason that is true of a row; 0 if none is."""
        whens = " ".join(
            f"WHEN {self.setting.fill(reason.condition)} THEN {code}"
            for code, reason in enumerate(reasons, 1)
        )
        return f"CASE {whens} ELSE 0 END" if whens else "0"

    def _spans(self, definition: Definition, times: Times) -> str:
        """The spans that are over or under way, with their groups and bins."""
        reasons = definition.exclusions(self.setting)
        censored = next((c for c, r in enumerate(reasons, 1) if r.censors), 0)
        end = f"coalesce({times.end}, {self.setting.fill('$until')})"
        columns = (
            *self.cuts.selected(),
            f"{self._why(reasons)} AS why",
            f"{microseconds(times.begin, end)} AS span",
        )
        seconds = f"CAST(greatest(span, {SHORTEST}) AS DOUBLE PRECISION) / {SHORTEST}"
        kept = (
            *self.cuts.columns,
            "span",
            "why = 0 AS is_over",
            f"CAST(floor({BINS} * ln({seconds})) AS INTEGER) AS bin",
        )
        return (
            f"SELECT {_list(kept)} FROM (SELECT {_list(columns)} {self._rows()}) AS s "
            f"WHERE why IN (0, {censored})"
        )

    def _keys(self, others: Iterable[str]) -> str:
        return _list((*self.cuts.columns, *self.cuts.grouping(), *others))

    def _sets(self, *others: str) -> str:
        columns = (
            [self.cuts.column(name) for name in names] for names in self.cuts.sets
        )
        return _list(f"({_list((*names, *others))})" for names in columns)

    def _match(self) -> str:
        """SQL that is true where a span belongs to the group of a spot."""
        cases = " ".join(
            f"WHEN {literal(name)} THEN {self.cuts.matches(name, 'spots.value')}"
            for name in self.cuts.names
        )
        return f"CASE spots.cut WHEN '' THEN TRUE {cases} END"

    def _wanted(self, group: Group, place: Place) -> str:
        cut, value = pair_of(group)
        return f"({literal(cut)}, {literal(value)}, {place.bin}, {place.rank})"


def _counted(condition: str) -> str:
    return f"count(*) FILTER (WHERE {condition})"


def _list(items: Iterable[str]) -> str:
    return ", ".join(items)
