"""How many steps a check may take.

Steps are counted, not seconds: the same profile gives the same finding on a slow
machine and on a fast one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from auditor.packs.syntax import ExpressionError

__all__ = ["MOST_STEPS", "Budget"]

MOST_STEPS: Final = 300_000
"""Ours: steps that one check may take, which is a second or two."""


@dataclass(slots=True)
class Budget:
    """How many steps are left."""

    left: int = MOST_STEPS

    def spend(self, steps: int = 1) -> None:
        """Take steps.

        Raises:
            ExpressionError: If too few are left.
        """
        self.left -= steps
        if self.left < 0:
            raise ExpressionError(f"The check takes more than {MOST_STEPS:,} steps.")
