"""Metric balance: what the organisation measures, and what it steers by.

Service metrics tell how well single contacts go. They are easy to collect and to set
as targets, and so they come to stand for the whole experience. These checks ask what
stands beside them: opinion and behaviour over the whole relationship, business
results, the people who serve; and whether each figure is defined, owned and guarded.
"""

from __future__ import annotations

from typing import Final

from auditor import Area, Check, hookimpl
from auditor_metric_balance.business_link import experience_is_linked_to_results
from auditor_metric_balance.ease_questions import ease_is_measured
from auditor_metric_balance.headline_list import headlines_fit_on_a_page
from auditor_metric_balance.metric_cards import metrics_are_specified
from auditor_metric_balance.metric_families import all_families_are_measured
from auditor_metric_balance.metric_owners import metrics_are_owned_across_the_company
from auditor_metric_balance.nps_level import nps_is_of_the_relationship
from auditor_metric_balance.opinion_and_behaviour import (
    opinion_and_behaviour_are_measured,
)
from auditor_metric_balance.precision import scores_are_precise
from auditor_metric_balance.reproduced_scores import figures_are_reproduced
from auditor_metric_balance.response_rate import response_rate_is_known
from auditor_metric_balance.service_and_experience import (
    service_and_experience_are_balanced,
)
from auditor_metric_balance.speed_targets import speed_is_paired_with_quality
from auditor_metric_balance.staff_pulse import staff_are_asked
from auditor_metric_balance.time_percentiles import times_are_told_as_percentiles
from auditor_metric_balance.trends_and_segments import trends_and_segments_are_visible

__all__ = ["CHECKS", "auditor_checks"]

CHECKS: Final[tuple[Check, ...]] = (
    all_families_are_measured,
    service_and_experience_are_balanced,
    opinion_and_behaviour_are_measured,
    ease_is_measured,
    staff_are_asked,
    metrics_are_specified,
    headlines_fit_on_a_page,
    metrics_are_owned_across_the_company,
    nps_is_of_the_relationship,
    speed_is_paired_with_quality,
    times_are_told_as_percentiles,
    figures_are_reproduced,
    scores_are_precise,
    response_rate_is_known,
    trends_and_segments_are_visible,
    experience_is_linked_to_results,
)


@hookimpl
def auditor_checks() -> list[Area]:
    """Contribute the area of metric balance."""
    return [
        Area(
            id="metric_balance",
            title="Metric balance",
            summary=(
                "Measures of service, experience, business results and employees, "
                "defined, owned, and set so that one does not harm the other."
            ),
            weight=20,
            checks=CHECKS,
            main=True,
        )
    ]
