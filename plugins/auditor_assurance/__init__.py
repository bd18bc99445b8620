"""Assurance: how far this audit can be trusted.

An audit is as good as what it is told. These checks look at who told it, and at what
bends the figures before they reach it.
"""

from __future__ import annotations

from typing import Final

from auditor import Area, Check, hookimpl
from auditor_assurance.clean_rows import evidence_is_clean
from auditor_assurance.evidence_period import evidence_covers_the_year
from auditor_assurance.more_than_declared import result_is_not_only_declared
from auditor_assurance.several_views import several_views_went_in

__all__ = ["CHECKS", "auditor_checks"]

CHECKS: Final[tuple[Check, ...]] = (
    evidence_covers_the_year,
    evidence_is_clean,
    result_is_not_only_declared,
    several_views_went_in,
)


@hookimpl
def auditor_checks() -> list[Area]:
    """Contribute the area of assurance."""
    return [
        Area(
            id="assurance",
            title="How far this audit can be trusted",
            summary=(
                "A profile in which several views meet, figures that nobody has a "
                "reason to bend, and evidence that is current and clean."
            ),
            weight=0,
            checks=CHECKS,
        )
    ]
