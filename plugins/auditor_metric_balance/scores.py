"""The scores that tables of answers hold, each at its own level."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor import Evidence, Measure

__all__ = ["LEVEL", "Score", "scores"]

LEVEL: Final = "level"
"""The cut that tells what an answer looks back on."""
ASKED: Final = (
    ("surveys", "nps", "score"),
    ("surveys", "csat", "share"),
    ("surveys", "ces", "share"),
    ("surveys", "trust", "share"),
    ("tickets", "csat", "share"),
)
"""Kind of table, measure and statistic of every score."""
LABELS: Final = {"nps": "NPS", "csat": "CSAT", "ces": "CES", "trust": "trust"}


@dataclass(frozen=True, slots=True)
class Score:
    """One score over the period under review."""

    kind: str
    """The kind of table."""
    measure: Measure
    """The figure; its value is known."""
    by: Mapping[str, str] = field(default_factory=dict)
    """Its level, where answers of several levels are kept apart."""

    @property
    def label(self) -> str:
        """What a sentence calls it."""
        what = f"{LABELS[self.measure.name]} of {self.measure.table}"
        return f"{what} ({self.by[LEVEL]})" if self.by else what


def scores(evidence: Evidence) -> tuple[Score, ...]:
    """Return every score of the period under review."""
    return tuple(_scores(evidence))


def _scores(evidence: Evidence) -> Iterator[Score]:
    for kind, name, statistic in ASKED:
        whole = evidence.measure(kind, name, statistic)
        if whole is not None:
            if whole.value is not None:
                yield Score(kind, whole)
            continue
        # Where levels must not be thrown together there is no whole.
        for level, found in evidence.groups(kind, name, LEVEL, statistic).items():
            if found.value is not None:
                yield Score(kind, found, {LEVEL: level})
