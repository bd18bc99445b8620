"""Foundations: people, understanding, technology and money behind the experience.

What the other areas ask for is done by people who were taught and allowed to do it,
for customers who are known, with tools that are watched, and for a reason that the
organisation has worked out.
"""

from __future__ import annotations

from typing import Final

from auditor import Area, Check, hookimpl
from auditor_foundations.benefits import benefits_are_checked
from auditor_foundations.customer_research import segments_are_researched
from auditor_foundations.different_needs import groups_fare_alike
from auditor_foundations.frontline_voice import front_line_is_heard
from auditor_foundations.joined_systems import one_key_joins_the_systems
from auditor_foundations.lost_customers import lost_customers_are_heard
from auditor_foundations.prioritisation import priorities_follow_a_method
from auditor_foundations.staff_authority import staff_may_put_right
from auditor_foundations.staff_training import staff_are_trained
from auditor_foundations.supervised_automation import automation_is_supervised
from auditor_foundations.written_strategy import strategy_is_written

__all__ = ["CHECKS", "auditor_checks"]

CHECKS: Final[tuple[Check, ...]] = (
    staff_are_trained,
    staff_may_put_right,
    front_line_is_heard,
    segments_are_researched,
    lost_customers_are_heard,
    groups_fare_alike,
    one_key_joins_the_systems,
    automation_is_supervised,
    strategy_is_written,
    priorities_follow_a_method,
    benefits_are_checked,
)


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
