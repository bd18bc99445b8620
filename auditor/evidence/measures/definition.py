"""What a measure is: data, from which every engine's SQL is made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from string import Template
from typing import TYPE_CHECKING, Final

from auditor.evidence.measures.cuts import CLOCKS
from auditor.evidence.measures.wording import column_named, left_open
from auditor.translation import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.evidence.measures.figures import Figure
    from auditor.evidence.measures.setting import Setting

__all__ = ["TOO_NEW", "TOO_OLD", "Clock", "Definition", "Exclusion"]

BEGINNINGS: Final = {name: CLOCKS[name] for name in ("surveys", "tickets", "feedback")}
"""When a row of these tables began; a customer is one whenever that was."""
TOO_OLD: Final = message("before the period under review")
TOO_NEW: Final = message("after the period under review")


class Clock(StrEnum):
    """Which hours count."""

    NONE = "none"
    """No time is measured."""
    CALENDAR = "calendar"
    """Every hour, nights and weekends too."""
    BUSINESS = "business"
    """Monday to Friday; holidays are not known."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """A reason for which a row does not count."""

    reason: Message
    """In a few words, as a reader sees it beside the number of rows."""
    condition: str
    """SQL that is true of such rows; null means it is not."""
    needs: tuple[str, ...] = ()
    """Columns without which nobody can say: the reason then excludes nothing."""
    missing: str = ""
    """The column that has no value; the reader may know why, reason by reason."""
    censors: bool = False
    """Whether the row is still under way: left out of plain percentiles, but counted
    where an estimate can use its age."""


@dataclass(frozen=True, slots=True)
class Definition:
    """One way to compute one measure.

    SQL may hold `$names`, and the text `{names}`, that a `Setting` fills in. Where
    several definitions bear one name and statistic, the first whose needs are met is
    used.
    """

    table: str
    """The kind of table."""
    name: str
    """Name of the measure."""
    figure: Figure
    """What is computed from the rows that count."""
    text: Message
    """What is divided by what, and which rows count."""
    source: str
    """Where the rule comes from."""
    needs: tuple[str, ...] = ()
    """Columns that it cannot do without."""
    excluding: tuple[Exclusion, ...] = ()
    """Why rows do not count; a row counts under the first reason that is true of it."""
    clock: Clock = Clock.NONE
    """Which hours count."""
    pooled: bool = True
    """Whether answers of several levels may be thrown together."""
    derived: str = ""
    """SQL of a column `derived`, over windows of rows, that the figure needs."""
    of_any_age: bool = False
    """Whether rows count that began before the window under review."""

    @property
    def key(self) -> tuple[str, tuple[str, ...]]:
        """What definitions that stand in for each other share."""
        return self.name, self.figure.statistics

    def lacks(self, setting: Setting) -> tuple[Message, ...]:
        """The columns, scales and parameters that it needs and that are not there."""
        columns = (
            column_named(name) for name in self.needs if name not in setting.columns
        )
        values = (n for n in self._names() if n not in setting.values)
        return *columns, *dict.fromkeys(setting.describe(name) for name in values)

    def exclusions(self, setting: Setting) -> tuple[Exclusion, ...]:
        """The reasons that can be told from the columns there are."""
        told = (e for e in self.excluding if setting.columns >= set(e.needs))
        return *self._outside(setting), *told

    def _outside(self, setting: Setting) -> Iterator[Exclusion]:
        """What lies outside the window under review; the day of a row is its first."""
        begin = BEGINNINGS.get(self.table, "")
        if begin in setting.columns:
            if setting.window.since and not self.of_any_age:
                yield Exclusion(TOO_OLD, f"{begin} < $since")
            if setting.window.to:
                yield Exclusion(TOO_NEW, f"{begin} > $to")

    def _names(self) -> Iterator[str]:
        parts = (part.expression for part in self.figure.parts.values())
        conditions = (exclusion.condition for exclusion in self.excluding)
        for sql in (*parts, *conditions, self.derived):
            yield from Template(sql).get_identifiers()
        yield from left_open(self.text)
