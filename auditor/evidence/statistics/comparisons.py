"""Many groups at once."""

from __future__ import annotations

from itertools import accumulate
from math import fsum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["herfindahl", "holm", "reweighted"]


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """P-values adjusted for their number, in the order given.

    Without it one in twenty of many groups looks bad by chance.

    Source: Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
    """
    order = sorted(range(len(p_values)), key=p_values.__getitem__)
    stepped = (
        min((len(order) - place) * p_values[index], 1.0)
        for place, index in enumerate(order)
    )
    adjusted = dict(zip(order, accumulate(stepped, max), strict=True))
    return tuple(adjusted[index] for index in range(len(p_values)))


def reweighted(shares: Mapping[str, float], base: Mapping[str, float]) -> float | None:
    """A total of groups, weighted as they were in the base period.

    Without it a change of mix passes for a change of quality (Simpson's paradox).
    None where a group of the base is missing now, or the base weighs nothing.

    Args:
        shares: The figure of each group now.
        base: The weight of each group in the base period.
    """
    weighing = {group: weight for group, weight in base.items() if weight}
    if not weighing or weighing.keys() - shares.keys():
        return None
    total = fsum(weighing.values())
    return fsum(shares[g] * weight for g, weight in weighing.items()) / total


def herfindahl(counts: Sequence[float]) -> float | None:
    """How concentrated a total is: 1 where one has it all, 1/n where n share evenly.

    Source: Herfindahl (1950); the sum of squared shares.
    """
    total = fsum(counts)
    return fsum((count / total) ** 2 for count in counts) if total else None
