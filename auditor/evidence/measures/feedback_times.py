"""How long feedback takes, and whether it is dealt with in time."""

from __future__ import annotations

from typing import Final

from auditor.evidence.measures.definition import Clock, Definition, Exclusion
from auditor.evidence.measures.figures import duration, share
from auditor.evidence.measures.requests import (
    COMPLIMENT,
    DELETED,
    DONE,
    STILL_OPEN,
    unusable,
)
from auditor.evidence.measures.wording import given
from auditor.translation import Message, message

__all__ = ["FEEDBACK_TIMES", "IN_TIME"]

_LIMITS: Final = (
    (
        "coalesce(due_at, received_at + $resolve)",
        ("due_at",),
        message("its due time, else {resolve_days}"),
    ),
    ("received_at + $resolve", (), given("resolve_days")),
)
"""When feedback is to be resolved: SQL, the columns it needs, and how it reads."""


def _in_time(
    name: str, end: str, deadline: str, what: Message, source: str, clock: Clock
) -> Definition:
    """A share of what was due, never of what was done: that would hide the late."""
    return Definition(
        table="feedback",
        name=name,
        figure=share(f"{end} <= {deadline}"),
        text=message(
            "{what}, of all feedback whose limit has passed; compliments left out",
            what=what,
        ),
        source=source,
        needs=("received_at", end),
        excluding=(
            DELETED,
            COMPLIMENT,
            unusable(end),
            Exclusion(message("limit not yet reached"), f"{deadline} > $until"),
        ),
        clock=clock,
    )


def _resolved_in_time(
    deadline: str, needs: tuple[str, ...], limit: Message
) -> Definition:
    return Definition(
        table="feedback",
        name="resolved_in_time",
        figure=share(f"resolved_at <= {deadline}"),
        text=message(
            "feedback resolved within {limit}, of all whose limit has passed; open "
            "ones past it count as failures",
            limit=limit,
        ),
        source="FCA DISP 1.6: eight weeks",
        needs=("received_at", "resolved_at", *needs),
        excluding=(
            DELETED,
            COMPLIMENT,
            unusable("resolved_at"),
            Exclusion(
                message("closed without a date"),
                f"resolved_at IS NULL AND {DONE}",
                ("status",),
            ),
            Exclusion(message("limit not yet reached"), f"{deadline} > $until"),
        ),
        clock=Clock.CALENDAR,
    )


def _backlog(deadline: str, needs: tuple[str, ...], limit: Message) -> Definition:
    return Definition(
        table="feedback",
        name="backlog_past_limit",
        figure=share(f"{deadline} < $until"),
        text=message(
            "open feedback older than {limit}, of all open feedback", limit=limit
        ),
        source="FCA DISP 1.6: eight weeks",
        needs=("received_at", "resolved_at", *needs),
        excluding=(
            DELETED,
            COMPLIMENT,
            unusable("resolved_at"),
            Exclusion(message("done"), DONE, ("status",)),
            Exclusion(message("resolved"), "resolved_at IS NOT NULL"),
        ),
        clock=Clock.CALENDAR,
        of_any_age=True,
    )


def _time_to(name: str, end: str, text: Message) -> Definition:
    return Definition(
        table="feedback",
        name=name,
        figure=duration("received_at", end),
        text=text,
        source="Kaplan and Meier (1958) for open ones",
        needs=("received_at", end),
        excluding=(
            DELETED,
            COMPLIMENT,
            unusable(end),
            Exclusion(
                message("closed without a date"),
                f"{end} IS NULL AND {DONE}",
                ("status",),
            ),
            Exclusion(STILL_OPEN, f"{end} IS NULL", censors=True),
        ),
        clock=Clock.CALENDAR,
    )


IN_TIME: Final = (
    _in_time(
        "acknowledged_in_time",
        "acknowledged_at",
        "$acknowledge_by",
        message("feedback acknowledged within {acknowledge_days}"),
        "NHS and FRC Commissioner: three working days",
        Clock.BUSINESS,
    ),
    *(_resolved_in_time(*limit) for limit in _LIMITS),
    _in_time(
        "loop_closed",
        "outcome_told_at",
        "received_at + $outcome",
        message("feedback whose sender was told the outcome within {outcome_days}"),
        "ours; closed without telling is not closed",
        Clock.CALENDAR,
    ),
)
"""Shares of what was due."""

FEEDBACK_TIMES: Final = (
    _time_to(
        "time_to_resolve",
        "resolved_at",
        message("elapsed hours from receipt until its resolution"),
    ),
    _time_to(
        "time_to_contact",
        "contacted_at",
        message("elapsed hours from receipt until somebody called the customer"),
    ),
    *(_backlog(*limit) for limit in _LIMITS),
)
"""How long it takes, and what has waited for too long."""
