"""Feedback loop: whether what customers say changes anything, and they hear of it.

Listening is the easy half. These checks go from how many ways there are to be heard,
over what is done about the themes that come up most, to whether the work had an effect
and whether customers were told.
"""

from __future__ import annotations

from typing import Final

from auditor import Area, Check, hookimpl
from auditor_feedback_loop.acknowledged_complaints import complaints_are_acknowledged
from auditor_feedback_loop.announcements import customers_are_told
from auditor_feedback_loop.called_respondents import unhappy_respondents_are_called
from auditor_feedback_loop.channel_feedback import channels_take_feedback
from auditor_feedback_loop.claimed_closure import claimed_closure_is_real
from auditor_feedback_loop.coded_causes import causes_are_coded
from auditor_feedback_loop.complaint_backlog import backlog_is_within_limits
from auditor_feedback_loop.feedback_programme import programme_is_defined
from auditor_feedback_loop.handling_satisfaction import handling_is_rated
from auditor_feedback_loop.living_collection import collection_is_alive
from auditor_feedback_loop.measured_effects import effects_are_measured
from auditor_feedback_loop.recurring_problems import problems_stay_solved
from auditor_feedback_loop.resolved_complaints import complaints_are_resolved
from auditor_feedback_loop.source_kinds import sources_are_diverse
from auditor_feedback_loop.source_levels import sources_cover_the_levels
from auditor_feedback_loop.theme_actions import top_themes_have_actions
from auditor_feedback_loop.told_outcomes import outcomes_are_told

__all__ = ["CHECKS", "auditor_checks"]

CHECKS: Final[tuple[Check, ...]] = (
    programme_is_defined,
    sources_are_diverse,
    sources_cover_the_levels,
    channels_take_feedback,
    collection_is_alive,
    complaints_are_acknowledged,
    unhappy_respondents_are_called,
    outcomes_are_told,
    complaints_are_resolved,
    backlog_is_within_limits,
    causes_are_coded,
    top_themes_have_actions,
    effects_are_measured,
    problems_stay_solved,
    customers_are_told,
    handling_is_rated,
    claimed_closure_is_real,
)


@hookimpl
def auditor_checks() -> list[Area]:
    """Contribute the area of the feedback loop."""
    return [
        Area(
            id="feedback_loop",
            title="Feedback loop",
            summary=(
                "Feedback from many sides and levels, improvements for what comes up "
                "most, effects that are measured, and customers who hear of them."
            ),
            weight=25,
            checks=CHECKS,
            main=True,
        )
    ]
