"""Sketches of profiles, as patches over the exemplary one, for examples and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["MAY", "in_may", "kinds", "metrics"]

MAY: Final = {"from": "2026-05-01", "to": "2026-05-31"}
"""The period of a metric."""


def in_may(hour: int = 12) -> tuple[str, ...]:
    """Return a moment on each day of that period."""
    return tuple(f"2026-05-{day:02} {hour:02}:00" for day in range(1, 32))


def metrics(*listed: Mapping[str, object]) -> dict[str, object]:
    """Return a patch that leaves these metrics, with the ids m1, m2 and so on."""
    return {
        "metrics": [
            {"id": f"m{number}", **metric}
            for number, metric in enumerate(listed, start=1)
        ]
    }


def kinds(*listed: str) -> dict[str, object]:
    """Return a patch that leaves metrics of these kinds, which state nothing else."""
    return metrics(*({"kind": kind} for kind in listed))
