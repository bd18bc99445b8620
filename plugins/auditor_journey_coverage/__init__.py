"""Journey coverage: whether the map shows what customers really live through.

A map that runs from the first advert to the last invoice, with the contacts that no
agent takes part in, shows where the experience is made. One that is owned, sourced
and says what hurts and who hands over to whom can be worked with: so these checks go
from what the map covers to what it says, and to whether anybody keeps it true.
"""

from __future__ import annotations

from typing import Final

from auditor import Area, Check, hookimpl
from auditor_journey_coverage.contact_reasons import contact_reasons_are_on_the_map
from auditor_journey_coverage.customer_evidence import map_rests_on_customer_evidence
from auditor_journey_coverage.emotions import emotion_is_captured_and_sourced
from auditor_journey_coverage.handovers import handovers_are_defined
from auditor_journey_coverage.help_desk import journey_is_more_than_the_help_desk
from auditor_journey_coverage.journey_cycle import map_runs_to_the_end_of_the_cycle
from auditor_journey_coverage.journey_maps import each_primary_segment_has_a_map
from auditor_journey_coverage.map_upkeep import maps_are_owned_and_fresh
from auditor_journey_coverage.mapped_channels import channels_are_on_the_map
from auditor_journey_coverage.measured_stages import (
    feedback_is_measured_along_the_journey,
)
from auditor_journey_coverage.non_human_touchpoints import (
    both_kinds_of_touchpoint_are_covered,
)
from auditor_journey_coverage.pain_point_plans import pain_points_are_being_mended
from auditor_journey_coverage.pain_points import every_stage_was_searched_for_pain
from auditor_journey_coverage.reassignments import requests_stay_put
from auditor_journey_coverage.stage_contacts import every_stage_has_a_touchpoint
from auditor_journey_coverage.touchpoint_inventory import (
    every_touchpoint_has_channel_and_department,
)

__all__ = ["CHECKS", "auditor_checks"]

CHECKS: Final[tuple[Check, ...]] = (
    each_primary_segment_has_a_map,
    map_runs_to_the_end_of_the_cycle,
    every_stage_has_a_touchpoint,
    journey_is_more_than_the_help_desk,
    every_touchpoint_has_channel_and_department,
    both_kinds_of_touchpoint_are_covered,
    channels_are_on_the_map,
    every_stage_was_searched_for_pain,
    pain_points_are_being_mended,
    emotion_is_captured_and_sourced,
    map_rests_on_customer_evidence,
    handovers_are_defined,
    requests_stay_put,
    maps_are_owned_and_fresh,
    contact_reasons_are_on_the_map,
    feedback_is_measured_along_the_journey,
)


@hookimpl
def auditor_checks() -> list[Area]:
    """Contribute the area of journey coverage."""
    return [
        Area(
            id="journey_coverage",
            title="Journey coverage",
            summary=(
                "Journey maps that run from awareness to the end of the cycle, rest "
                "on what customers say, and name owners, pain points and handovers."
            ),
            weight=20,
            checks=CHECKS,
            main=True,
        )
    ]
