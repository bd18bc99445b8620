"""The scores that tables of answers hold, each of one table and at its own level."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from auditor import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor import Evidence, Measure, MeasuredTable, Message

__all__ = ["Score", "scores"]

LEVEL: Final = "level"
"""The cut that tells what an answer looks back on."""
ASKED: Final = {
    "surveys": {"nps": "score", "csat": "share", "ces": "share", "trust": "share"},
    "tickets": {"csat": "share"},
}
"""By kind of table its scores, and the statistic that each is told by."""
LABELS: Final = {
    "nps": message("NPS"),
    "csat": message("CSAT"),
    "ces": message("CES"),
    "trust": message("trust"),
}


@dataclass(frozen=True, slots=True)
class Score:
    """One score over the period under review."""

    table: MeasuredTable
    """What it was computed from."""
    measure: Measure
    """The figure; its value is known."""
    level: str = ""
    """Its level, where answers of several levels are kept apart."""
    figures: Mapping[tuple[str, str, str], Measure] = field(default_factory=dict)
    """By statistic, cut and group its figures; of the whole cut and group are empty."""

    @property
    def label(self) -> Message:
        """What a sentence calls it."""
        score, table = LABELS[self.measure.name], self.measure.table
        if not self.level:
            return message("{score} of {table}", score=score, table=table)
        return message(
            "{score} of {table} ({level})", score=score, table=table, level=self.level
        )

    def groups(self, cut: str) -> Mapping[str, Measure]:
        """Return its figure for each group of a cut, by name."""
        own = self.measure.statistic
        return {
            group: measure
            for (statistic, of, group), measure in self.figures.items()
            if (statistic, of) == (own, cut)
        }


def scores(evidence: Evidence) -> tuple[Score, ...]:
    """Return every score of the period under review."""
    return tuple(
        score
        for kind, asked in ASKED.items()
        for table in evidence.of(kind)
        for name, statistic in asked.items()
        for score in _scores(table, name, statistic)
    )


def _scores(table: MeasuredTable, name: str, statistic: str) -> Iterator[Score]:
    """Yield a score as a whole, or of each level where those must be kept apart."""
    figures = _figures(table, name, "")
    if (statistic, "", "") in figures:
        levels = {"": figures}
    else:
        found = {group for _, cut, group in figures if cut == LEVEL}
        levels = {level: _figures(table, name, level) for level in sorted(found)}
    for level, own in levels.items():
        whole = own.get((statistic, "", ""))
        if whole is not None and whole.value is not None:
            yield Score(table, whole, level, own)


def _figures(
    table: MeasuredTable, name: str, level: str
) -> dict[tuple[str, str, str], Measure]:
    """Return the figures of one measure at one level; of no level if it is empty."""
    within = {LEVEL: level} if level else {}
    found: dict[tuple[str, str, str], Measure] = {}
    for measure in table.measures:
        if measure.name != name or not within.items() <= measure.by.items():
            continue
        groups = {cut: v for cut, v in measure.by.items() if cut not in within}
        if len(groups) <= 1:
            ((cut, group),) = groups.items() or [("", "")]
            found[measure.statistic, cut, group] = measure
    return found
