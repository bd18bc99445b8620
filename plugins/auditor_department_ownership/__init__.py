"""Department ownership: who answers for the experience, and with what means.

Support owns service; the experience is made by every department. These checks follow
ownership from the top (sponsor, lead, steering group, board) through departments and
their heads to touchpoints, stages and improvements, and ask whether it is spread,
single and more than a word.
"""

from __future__ import annotations

from typing import Final

from auditor import Area, Check, hookimpl
from auditor_department_ownership.board_reports import results_reach_the_top
from auditor_department_ownership.concentration import ownership_is_spread
from auditor_department_ownership.executive_sponsor import sponsor_is_at_the_top
from auditor_department_ownership.improvement_work import improvements_get_done
from auditor_department_ownership.lead_remit import lead_serves_the_whole_company
from auditor_department_ownership.leaders_objectives import heads_have_an_objective
from auditor_department_ownership.means import means_are_settled
from auditor_department_ownership.responsibilities import (
    departments_answer_for_the_experience,
)
from auditor_department_ownership.stage_owners import (
    stages_are_owned_across_the_company,
)
from auditor_department_ownership.steering_meetings import steering_group_decides
from auditor_department_ownership.steering_members import (
    steering_group_is_cross_functional,
)
from auditor_department_ownership.touchpoint_owners import touchpoints_have_owners

__all__ = ["CHECKS", "auditor_checks"]

CHECKS: Final[tuple[Check, ...]] = (
    sponsor_is_at_the_top,
    lead_serves_the_whole_company,
    steering_group_is_cross_functional,
    steering_group_decides,
    departments_answer_for_the_experience,
    ownership_is_spread,
    touchpoints_have_owners,
    stages_are_owned_across_the_company,
    heads_have_an_objective,
    results_reach_the_top,
    means_are_settled,
    improvements_get_done,
)


@hookimpl
def auditor_checks() -> list[Area]:
    """Contribute the area of department ownership."""
    return [
        Area(
            id="department_ownership",
            title="Department ownership",
            summary=(
                "Leadership with a company-wide remit, and every department "
                "answering for its part of the experience."
            ),
            weight=20,
            checks=CHECKS,
            main=True,
        )
    ]
