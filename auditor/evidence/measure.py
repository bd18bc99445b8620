"""A measure, and the table that it was computed from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

__all__ = ["EvidenceTable", "Measure"]


@dataclass(frozen=True, slots=True)
class EvidenceTable:
    """One table of evidence, as it was read."""

    id: str
    """The dataset's id in the profile."""
    kind: str
    """What one row is."""
    source: str
    """Where it came from."""
    sha256: str
    """Digest of its bytes."""
    rows: int
    """Rows read."""
    excluded: Mapping[str, int] = field(default_factory=dict)
    """Rows left out, by reason."""
    first: date | None = None
    """Earliest day in it."""
    last: date | None = None
    """Latest day in it."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure computed from evidence."""

    id: str
    """Name by which findings refer to it."""
    table: str
    """The dataset that it was computed from."""
    name: str
    """What it measures."""
    value: float | None
    """The figure."""
    n: int
    """Number of rows behind it."""
    low: float | None
    """Lower end of its 95 % interval."""
    high: float | None
    """Upper end of its 95 % interval."""
    unit: str
    """The unit of the figure."""
    definition: str
    """What is divided by what, and which rows count."""
    by: Mapping[str, str] = field(default_factory=dict)
    """The group that it was computed for."""
    statistic: str = ""
    """Which figure of the measure: share, mean, score, count, p50, p90."""
    excluded: Mapping[str, int] = field(default_factory=dict)
    """Rows of the group that do not count, by reason; with `n` they are all of it."""
