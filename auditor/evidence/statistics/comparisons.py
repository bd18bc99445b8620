"""Many groups at once."""

from __future__ import annotations

from itertools import accumulate
from math import fsum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["herfindahl", "holm"]


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


def herfindahl(counts: Sequence[float]) -> float | None:
    """How concentrated a total is: 1 where one has it all, 1/n where n share evenly.

    Source: Herfindahl (1950); the sum of squared shares.
    """
    total = fsum(counts)
    return fsum((count / total) ** 2 for count in counts) if total else None
