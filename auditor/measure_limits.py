"""The limits of measures: what a rubric may set them to, and whose they are.

What the profile promises, and what a row of a table says of itself, goes before them.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from auditor.bibliography import (
    AICXSTACK_RESPONSE_TIME,
    CUSTOMERGAUGE_DETRACTORS,
    FCA_DISP_1_6,
    FRC_COMMISSIONER,
    OURS,
)
from auditor.evidence.lengths_of_time import length_of_time
from auditor.evidence.limits import WORKING_DAY, Limits, ResponseTarget
from auditor.parameter import Parameter, Unit
from auditor.profile.durations import DurationUnit
from auditor.translation import Message, message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.bibliography import Source
    from auditor.profile.durations import Duration

__all__ = ["LIMITS", "TARGETS_FROM", "response_target", "target_in_words"]

USUAL: Final = Limits()
WORKING_HOURS: Final = {
    DurationUnit.DAY: WORKING_DAY,
    DurationUnit.WEEK: 5 * WORKING_DAY,
}
"""Hours of working time in a unit, where they are fewer than those on the clock."""
TARGETS_FROM: Final = AICXSTACK_RESPONSE_TIME
"""Whose the usual targets of first answers are."""


def _limit(name: str, unit: Unit, meaning: str, source: Source | str) -> Parameter:
    """Return a limit; whatever is no share is 1 at least, so that time passes."""
    least = 0 if unit is Unit.SHARE else 1
    return Parameter(name, getattr(USUAL, name), unit, meaning, source, least)


LIMITS: Final[Mapping[str, Parameter]] = MappingProxyType(
    {
        limit.name: limit
        for limit in (
            _limit(
                "acknowledge_days",
                Unit.COUNT,
                message("working days until feedback is acknowledged"),
                FRC_COMMISSIONER,
            ),
            _limit(
                "outcome_days",
                Unit.DAYS,
                message("days until whoever gave feedback is told its outcome"),
                OURS,
            ),
            _limit(
                "resolve_days",
                Unit.DAYS,
                message("days until feedback without a due time is resolved"),
                FCA_DISP_1_6,
            ),
            _limit(
                "contact_hours",
                Unit.HOURS,
                message("hours until an unhappy respondent is called"),
                CUSTOMERGAUGE_DETRACTORS,
            ),
            _limit(
                "recurrence_days",
                Unit.DAYS,
                message(
                    "days in which more feedback on the same theme is a recurrence"
                ),
                OURS,
            ),
            _limit(
                "instant_seconds",
                Unit.SECONDS,
                message("seconds in which nobody can have dealt with feedback"),
                OURS,
            ),
            _limit(
                "bulk_share",
                Unit.SHARE,
                message(
                    "share of a month's closures above which those of an hour are in "
                    "bulk"
                ),
                OURS,
            ),
            _limit(
                "bulk_month",
                Unit.COUNT,
                message("closures that a month must have for that to be told"),
                OURS,
            ),
            _limit(
                "repeat_days",
                Unit.DAYS,
                message(
                    "days in which a further request means that the first did not "
                    "settle the matter"
                ),
                OURS,
            ),
            _limit(
                "reopen_days",
                Unit.DAYS,
                message("days after closing in which a request may yet be reopened"),
                OURS,
            ),
            _limit(
                "reassigned_from",
                Unit.COUNT,
                message("moves between teams from which a request was passed around"),
                OURS,
            ),
            _limit(
                "unanswered_from",
                Unit.TIMES,
                message("times the target after which a request is left unanswered"),
                OURS,
            ),
            _limit(
                "churn_days",
                Unit.DAYS,
                message("days over which customers are watched for leaving"),
                OURS,
            ),
            _limit(
                "margin_days",
                Unit.DAYS,
                message("days of the period that revenue and margin are of"),
                OURS,
            ),
            _limit(
                "discount",
                Unit.SHARE,
                message(
                    "yearly discount rate of a customer's value; at 0 no value is told"
                ),
                OURS,
            ),
        )
    }
)
"""Every limit that is a number, by name; first answers have a target for each kind of
channel instead."""


def response_target(duration: Duration) -> ResponseTarget:
    """Return the target that a length of time is; a working day has eight hours."""
    if not duration.business:
        return ResponseTarget(duration.hours)
    whole = WORKING_HOURS.get(duration.unit)
    hours = duration.amount * whole if whole else duration.hours
    return ResponseTarget(hours, working=True)


def target_in_words(target: ResponseTarget) -> Message:
    """Return a target as people read it: "60 s", "8 h of working time"."""
    length = length_of_time(target.hours)
    if target.working:
        return message("{length} of working time", length=length)
    return length
