"""Feedback loop: whether what customers say changes anything, and they hear of it.

Listening is the easy half. These checks go from how many ways there are to be heard,
over what is done about the themes that come up most, to whether the work had an effect
and whether customers were told.
"""

from __future__ import annotations

from typing import Final

from auditor import Area, Check, hookimpl
from auditor_feedback_loop.announcements import customers_are_told
from auditor_feedback_loop.channel_feedback import channels_take_feedback
from auditor_feedback_loop.feedback_programme import programme_is_defined
from auditor_feedback_loop.measured_effects import effects_are_measured
from auditor_feedback_loop.source_kinds import sources_are_diverse
from auditor_feedback_loop.source_levels import sources_cover_the_levels
from auditor_feedback_loop.theme_actions import top_themes_have_actions

__all__ = ["CHECKS", "auditor_checks"]

CHECKS: Final[tuple[Check, ...]] = (
    programme_is_defined,
    sources_are_diverse,
    sources_cover_the_levels,
    channels_take_feedback,
    top_themes_have_actions,
    effects_are_measured,
    customers_are_told,
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
