"""How many problems are told at once."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from auditor.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["MOST_PROBLEMS", "shortened"]

MOST_PROBLEMS: Final = 100
"""Problems, or notices, told at once; ours. Who has more has another kind of file."""


def shortened(problems: Iterable[Problem], total: int) -> list[Problem]:
    """Return the first problems, and how many of `total` are not shown."""
    shown = list(islice(problems, MOST_PROBLEMS))
    if total > len(shown) == MOST_PROBLEMS:
        shown.append(Problem(f"{total - MOST_PROBLEMS:,} more problems are not shown."))
    return shown
