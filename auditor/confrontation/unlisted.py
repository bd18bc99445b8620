"""What occurs in the data and not in the profile, with its volume."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.confrontation.names import known_names
from auditor.evidence.names import folded
from auditor.evidence.statistics.minimums import SHOWN_FROM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.evidence import Evidence, MeasuredTable
    from auditor.profile import Profile

__all__ = ["COUNTS", "Unlisted", "Volume", "unlisted"]

COUNTS: Final = {
    "surveys": "responses",
    "tickets": "tickets",
    "feedback": "feedback",
    "customers": "customers",
}
"""The measure that counts the rows of each kind of table."""
CUTS: Final = ("channel", "reason", "theme", "department", "stage", "segment")


class Volume(NamedTuple):
    """A group, and how many rows belong to it."""

    name: str
    """The group as the data has it."""
    rows: int
    """Rows that belong to it."""


@dataclass(frozen=True, slots=True)
class Unlisted:
    """The groups of one cut of one table that the profile does not know."""

    table: str
    """The dataset."""
    kind: str
    """What its rows are."""
    cut: str
    """What the groups are: channel, reason, theme, department, stage, segment."""
    silent: bool
    """Whether the profile names no such thing at all."""
    groups: tuple[Volume, ...]
    """Those that are large enough to be shown, the largest first."""
    small: int
    """How many others are too small to be shown."""
    rows: int
    """Rows of the table under review."""

    @property
    def share(self) -> float:
        """Share of the rows under review that belong to the groups shown."""
        shown = sum(group.rows for group in self.groups)
        return min(shown / self.rows, 1.0) if self.rows else 0.0


def unlisted(profile: Profile, evidence: Evidence) -> tuple[Unlisted, ...]:
    """Return what occurs in the data and not in the profile, the most rows first.

    Args:
        profile: What the organisation says.
        evidence: What its tables show.
    """
    found = (
        each
        for table in evidence.tables
        if table.info.kind in COUNTS
        for each in _of_table(profile, table)
    )
    return tuple(sorted(found, key=lambda each: (-each.share, each.table, each.cut)))


def _of_table(profile: Profile, table: MeasuredTable) -> Iterator[Unlisted]:
    kind = table.info.kind
    counts = [m for m in table.measures if m.name == COUNTS[kind]]
    whole = sum(m.n for m in counts if not m.by)
    for cut in CUTS:
        known = known_names(profile, cut)
        strangers = [
            m for m in counts if list(m.by) == [cut] and folded(m.by[cut]) not in known
        ]
        shown = [Volume(m.by[cut], m.n) for m in strangers if m.n >= SHOWN_FROM]
        shown.sort(key=lambda volume: (-volume.rows, volume.name))
        if strangers:
            small = len(strangers) - len(shown)
            yield Unlisted(
                table.info.id, kind, cut, not known, tuple(shown), small, whole
            )
