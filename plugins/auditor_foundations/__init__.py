"""Foundations: people, understanding, technology and money behind the experience.

What the other areas ask for is done by people who were taught and allowed to do it,
for customers who are known, with tools that are watched, and for a reason that the
organisation has worked out.
"""

from __future__ import annotations

from typing import Final

from auditor import Area, Check, hookimpl
from auditor_foundations.prioritisation import priorities_follow_a_method

__all__ = ["CHECKS", "auditor_checks"]

CHECKS: Final[tuple[Check, ...]] = (priorities_follow_a_method,)


@hookimpl
def auditor_checks() -> list[Area]:
    """Contribute the area of foundations."""
    return [
        Area(
            id="foundations",
            title="Foundations",
            summary=(
                "People who may help, customers who are understood, technology that "
                "is watched over, and a business case that is checked."
            ),
            weight=0,
            checks=CHECKS,
        )
    ]
