"""The metrics that leaders steer by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor import message

if TYPE_CHECKING:
    from auditor import Metric, Profile

__all__ = ["Headlines", "headlines"]


@dataclass(frozen=True, slots=True)
class Headlines:
    """The headline metrics, and whether the profile marks them."""

    metrics: tuple[Metric, ...]
    """The metrics that count as headline metrics."""
    marked: bool
    """Whether the profile says so itself."""

    @property
    def note(self) -> str:
        """What the reader has to know where the profile does not mark them."""
        if self.marked or not self.metrics:
            return ""
        return message(
            "No metric is marked as a headline, so every one counts that may be one."
        )


def headlines(profile: Profile) -> Headlines:
    """Return the headline metrics of a profile.

    Where some are marked, the others are not headlines. Where none is, every metric
    counts that does not deny it.
    """
    listed = profile.metrics or ()
    marked = tuple(metric for metric in listed if metric.headline)
    possible = tuple(metric for metric in listed if metric.headline is None)
    return Headlines(marked or possible, marked=bool(marked))
