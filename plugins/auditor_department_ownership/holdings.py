"""What each department owns of the journey and of the work on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditor import Function, ImprovementStatus
from auditor_department_ownership.owners import accountable, function_of

if TYPE_CHECKING:
    from auditor import Improvement, Profile, Touchpoint

__all__ = ["Holdings", "holdings", "undertaken"]

TEAM: Final = frozenset({Function.SUPPORT, Function.CX})
"""Support and the CX team, on whom ownership tends to be left."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """Touchpoints and improvements, by the department that answers for them."""

    owned: tuple[Touchpoint | Improvement, ...]
    """What has an owner."""
    owners: Counter[str]
    """How much each department owns."""
    functions: dict[str, Function | None]
    """What each owner does, as far as it is known."""
    unowned: int
    """How much has no owner."""

    @property
    def of_team(self) -> tuple[Touchpoint | Improvement, ...]:
        """What support and the CX team own."""
        return tuple(p for p in self.owned if self.functions[p.owner or ""] in TEAM)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Owners of which nobody can tell whether they belong to the team."""
        return tuple(o for o, function in self.functions.items() if function is None)

    @property
    def herfindahl(self) -> float:
        """Sum of the squared shares of the owners: 1 where one owns everything."""
        total = self.owners.total()
        return sum((count / total) ** 2 for count in self.owners.values())


def holdings(profile: Profile) -> Holdings:
    """Return what the departments of a profile own."""
    parts: tuple[Touchpoint | Improvement, ...] = (
        *profile.touchpoints(),
        *undertaken(profile),
    )
    owned = tuple(part for part in parts if accountable(part.owner))
    owners = Counter(part.owner for part in owned if part.owner)
    functions = {owner: function_of(profile, owner) for owner in owners}
    return Holdings(owned, owners, functions, len(parts) - len(owned))


def undertaken(profile: Profile) -> tuple[Improvement, ...]:
    """Return the improvements that were not declined."""
    return tuple(
        improvement
        for improvement in profile.improvements()
        if improvement.status is not ImprovementStatus.DECLINED
    )
