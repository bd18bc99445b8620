"""Days as people write them, in every report alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.translation import written

if TYPE_CHECKING:
    from datetime import date

__all__ = ["brief_day", "day"]


def day(value: date | None) -> str:
    """Return a day as people write it: "21 November 2026"."""
    return "" if value is None else written(value, "long")


def brief_day(value: date | None) -> str:
    """Return a day for a table: "21 Nov 2026"."""
    return "" if value is None else written(value, "brief")
