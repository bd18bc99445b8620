"""Service quality: service as one ingredient of the experience.

Promises on every channel, one standard and one record behind them, contacts that are
counted as solved only where they are, and help that comes before it is asked for.
"""

from __future__ import annotations

from typing import Final

from auditor import Area, Check, hookimpl
from auditor_service_quality.proactive_contacts import contacts_come_before_the_question

__all__ = ["CHECKS", "auditor_checks"]

CHECKS: Final[tuple[Check, ...]] = (contacts_come_before_the_question,)


@hookimpl
def auditor_checks() -> list[Area]:
    """Contribute the area of service quality."""
    return [
        Area(
            id="service_quality",
            title="Service quality",
            summary=(
                "Promises on every channel that are kept, channels that work as one, "
                "and help that comes before the customer asks."
            ),
            weight=0,
            checks=CHECKS,
        )
    ]
