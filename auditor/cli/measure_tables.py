"""Measures as tables for people: wholes first, groups where they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from auditor.cli.listing import print_table
from auditor.cli.messages import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from auditor.evidence import Evidence
    from auditor.evidence.measure import Measure

__all__ = ["print_tables", "shown"]

DECIMALS: Final = {"rows": 0, "share": 3, "points": 1}
"""Digits after the point in a table, by unit; two for any other."""
TABLES: Final = ("Table", "Rows", "Left out", "From", "To", "Source")
MEASURES: Final = (
    *("Table", "Measure", "By", "Value", "Unit", "95 % interval", "n"),
    "Left out",
)
DEFINITIONS: Final = ("Measure", "Definition")
REFUSALS: Final = ("Table", "Not computed", "Why")
Row = tuple[str, ...]


def shown(measures: Sequence[Measure], cuts: Collection[str]) -> list[Measure]:
    """Return what people look at first: the wholes, and the groups of these cuts.

    Where levels of answers are apart, a measure has no whole: each level stands for
    it. Groups within a level are shown only where there are no wider ones.
    """
    widest: dict[tuple[str, ...], int] = {}
    for one, cut in _places(measures, cuts):
        place = (*_key(one), cut)
        widest[place] = min(len(one.by), widest.get(place, len(one.by)))
    found = {
        id(one)
        for one, cut in _places(measures, cuts)
        if len(one.by) == widest[(*_key(one), cut)]
    }
    return [one for one in measures if id(one) in found]


def _places(
    measures: Iterable[Measure], cuts: Collection[str]
) -> Iterator[tuple[Measure, str]]:
    """Yield each measure as a whole, an empty text, and with each cut that it has."""
    for one in measures:
        yield one, ""
        yield from ((one, cut) for cut in one.by if cut in cuts)


def _key(measure: Measure) -> tuple[str, str, str]:
    return measure.table, measure.name, measure.statistic


def print_tables(evidence: Evidence, measures: Sequence[Measure]) -> None:
    """Print the tables of evidence, these measures, and what they do not allow.

    Args:
        evidence: What was found.
        measures: Those of its measures that are to be shown.
    """
    for headings, rows in (
        (TABLES, _tables(evidence)),
        (MEASURES, _measures(measures)),
        (DEFINITIONS, _definitions(measures)),
        (REFUSALS, _refusals(evidence)),
    ):
        # Names of groups come from the data: no cell may steer the terminal.
        if listed := [tuple(map(printable, row)) for row in rows]:
            print_table(headings, listed)
            click.echo()


def _tables(evidence: Evidence) -> Iterator[Row]:
    for info in (table.info for table in evidence.tables):
        first, last = str(info.first or "–"), str(info.last or "–")
        left_out = _counts(info.excluded)
        yield info.id, str(info.rows), left_out, first, last, info.source


def _measures(measures: Iterable[Measure]) -> Iterator[Row]:
    for one in measures:
        yield (
            one.table,
            f"{one.name} {one.statistic}",
            ", ".join(f"{name}: {value}" for name, value in one.by.items()),
            _figure(one.value, one.unit),
            one.unit,
            _interval(one),
            str(one.n),
            _counts(one.excluded),
        )


def _definitions(measures: Iterable[Measure]) -> Iterator[Row]:
    """Yield each definition once, with the figures that it defines."""
    figures: dict[tuple[str, str], dict[str, None]] = {}
    for one in measures:
        figures.setdefault((one.name, one.definition), {})[one.statistic] = None
    for (name, definition), statistics in figures.items():
        yield f"{name} {', '.join(statistics)}", definition


def _refusals(evidence: Evidence) -> Iterator[Row]:
    for one in (one for table in evidence.tables for one in table.refused):
        yield one.table, one.name, one.reason


def _figure(value: float | None, unit: str) -> str:
    return "–" if value is None else f"{value:.{DECIMALS.get(unit, 2)}f}"


def _interval(measure: Measure) -> str:
    ends: Sequence[float | None] = (measure.low, measure.high)
    if ends == (None, None):
        return "–"
    return " to ".join(_figure(end, measure.unit) for end in ends)


def _counts(excluded: Mapping[str, int]) -> str:
    return "; ".join(f"{reason}: {count}" for reason, count in excluded.items())
