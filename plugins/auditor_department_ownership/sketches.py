"""Sketches of profiles, as patches over the exemplary one, for examples and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["improvements", "owned", "stages", "touchpoints"]


def owned(**counts: int) -> list[str]:
    """Return each owner as often as it owns something; an underscore is a hyphen."""
    return [
        owner.replace("_", "-") for owner, count in counts.items() for _ in range(count)
    ]


def stages(owners: Iterable[str | None]) -> dict[str, object]:
    """Return a patch that leaves one journey, with a stage for each owner."""
    listed = [{"id": f"s{number}", "owner": o} for number, o in enumerate(owners)]
    return {"journeys": [{"id": "j", "stages": listed}]}


def touchpoints(owners: Iterable[str | None]) -> dict[str, object]:
    """Return a patch that leaves one stage, with a touchpoint for each owner."""
    listed = [
        {"id": f"t{number}", "name": f"T {number}", "owner": owner}
        for number, owner in enumerate(owners)
    ]
    return {"journeys": [{"id": "j", "stages": [{"id": "s", "touchpoints": listed}]}]}


def improvements(*listed: Mapping[str, object]) -> dict[str, object]:
    """Return a patch that leaves these improvements."""
    numbered = [{"id": f"i{number}", **one} for number, one in enumerate(listed)]
    return {"feedback": {"improvements": numbered}}
