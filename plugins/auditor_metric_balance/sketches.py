"""Sketches of profiles, as patches over the exemplary one, for examples and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["kinds", "metrics"]


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
