"""Service quality: service as one ingredient of the experience.

Promises on every channel, one standard and one record behind them, contacts that are
counted as solved only where they are, and help that comes before it is asked for.
"""

from __future__ import annotations

from typing import Final

from auditor import Area, Check, hookimpl
from auditor_service_quality.channel_promises import channels_make_promises
from auditor_service_quality.channel_standard import channels_share_a_standard
from auditor_service_quality.customer_context import context_travels
from auditor_service_quality.deflection import deflection_means_solved
from auditor_service_quality.ease import contacts_are_easy
from auditor_service_quality.first_contact import first_contact_settles
from auditor_service_quality.first_response import first_answers_are_in_time
from auditor_service_quality.preventable import preventable_contacts_fall
from auditor_service_quality.proactive_contacts import contacts_come_before_the_question
from auditor_service_quality.second_class import channels_serve_alike
from auditor_service_quality.switching import customers_stay_on_their_channel
from auditor_service_quality.unanswered import nobody_is_left_unanswered

__all__ = ["CHECKS", "auditor_checks"]

CHECKS: Final[tuple[Check, ...]] = (
    channels_make_promises,
    first_answers_are_in_time,
    nobody_is_left_unanswered,
    first_contact_settles,
    contacts_are_easy,
    deflection_means_solved,
    channels_share_a_standard,
    context_travels,
    customers_stay_on_their_channel,
    channels_serve_alike,
    contacts_come_before_the_question,
    preventable_contacts_fall,
)


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
