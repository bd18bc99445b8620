"""How long requests take, and whether they are done in time."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from auditor.evidence.measures.definition import Clock, Definition, Exclusion
from auditor.evidence.measures.figures import duration, share
from auditor.evidence.measures.requests import DELETED, DONE, STILL_OPEN, unusable
from auditor.translation import message

__all__ = ["TICKET_TIMES"]

_RESOLVED: Final = "coalesce(resolved_at, closed_at)"
_AUTOMATIC: Final = Exclusion(
    message("only an automatic reply"),
    "first_response_is_automatic AND first_response_at IS NOT NULL",
    needs=("first_response_is_automatic",),
)
_OLD_ENOUGH: Final = (
    DELETED,
    unusable("first_response_at"),
    Exclusion(message("no target for its channel"), "$unanswered_at IS NULL"),
    Exclusion(message("too recent to tell"), "$unanswered_at > $until"),
)


def _resolution(end: str, needs: tuple[str, ...]) -> Definition:
    return Definition(
        table="tickets",
        name="resolution_time",
        figure=duration("opened_at", end),
        text=message(
            "elapsed hours from opening to the last resolution; a request with a date "
            "of resolution counts whatever its status"
        ),
        source="Kaplan and Meier (1958) for open ones",
        needs=("opened_at", *needs),
        excluding=(
            DELETED,
            *(unusable(column) for column in needs),
            Exclusion(
                message("closed without a date"),
                f"{end} IS NULL AND {DONE}",
                ("status",),
            ),
            Exclusion(STILL_OPEN, f"{end} IS NULL", censors=True),
        ),
        clock=Clock.CALENDAR,
    )


def _on_time(end: str, needs: tuple[str, ...]) -> tuple[Definition, ...]:
    late = (
        DELETED,
        *(unusable(column) for column in needs),
        Exclusion(message("no due time"), "due_at IS NULL"),
    )
    undated = Exclusion(
        message("closed without a date"), f"{end} IS NULL AND {DONE}", ("status",)
    )
    return (
        Definition(
            table="tickets",
            name="on_time",
            figure=share(f"{end} <= due_at"),
            text=message(
                "requests resolved by their due time, of those whose due time has "
                "passed or that are resolved; open ones past it are late"
            ),
            source="ours: leaving open ones out would flatter",
            needs=("due_at", *needs),
            excluding=(
                *late,
                undated,
                Exclusion(message("not yet due"), f"{end} IS NULL AND due_at > $until"),
            ),
            clock=Clock.CALENDAR,
        ),
        Definition(
            table="tickets",
            name="on_time",
            figure=share(f"{end} <= due_at", statistic="share_of_resolved"),
            text=message(
                "requests resolved by their due time, of those that are resolved; "
                "flatters where old ones are open"
            ),
            source="as help desks report it",
            needs=("due_at", *needs),
            excluding=(
                *late,
                Exclusion(message("no date of resolution"), f"{end} IS NULL"),
            ),
            clock=Clock.CALENDAR,
        ),
    )


def _first_answers(human: str, needs: tuple[str, ...]) -> tuple[Definition, ...]:
    """Two shares of one and the same rows, which are then sorted but once."""
    in_time = Definition(
        table="tickets",
        name="answered_in_time",
        figure=share(f"first_response_at <= $answer_by{human}"),
        text=message(
            "requests with a human reply within the target of their channel, of those "
            "older than {unanswered_times} the target"
        ),
        source="ours: leaving out open and closed ones without would flatter",
        needs=("opened_at", "first_response_at", "channel", *needs),
        excluding=_OLD_ENOUGH,
        clock=Clock.CALENDAR,
    )
    answered = f"first_response_at <= $unanswered_at{human}"
    never = replace(
        in_time,
        name="left_unanswered",
        figure=share(f"NOT coalesce({answered}, FALSE)"),
        text=message(
            "requests without a human reply after {unanswered_times} the target "
            "of their channel, closed ones too, of those older than that"
        ),
        source="chatwoot/chatwoot issue 6409: a robot's receipt is no reply; the limit "
        "is ours",
    )
    return in_time, never


TICKET_TIMES: Final = (
    Definition(
        table="tickets",
        name="on_time",
        figure=share("on_time"),
        text=message(
            "requests that the source calls in time, of those it says anything of"
        ),
        source="the source's own judgement",
        needs=("on_time",),
        excluding=(DELETED, Exclusion(message("not stated"), "on_time IS NULL")),
    ),
    *_on_time(_RESOLVED, ("resolved_at", "closed_at")),
    *_on_time("resolved_at", ("resolved_at",)),
    *_on_time("closed_at", ("closed_at",)),
    Definition(
        table="tickets",
        name="first_response_time",
        figure=duration("opened_at", "first_response_at"),
        text=message(
            "elapsed hours from opening to the first reply that is not automatic"
        ),
        source="Kaplan and Meier (1958) for open ones",
        needs=("opened_at", "first_response_at"),
        excluding=(
            DELETED,
            unusable("first_response_at"),
            _AUTOMATIC,
            Exclusion(
                message("closed without a reply"),
                f"first_response_at IS NULL AND {DONE}",
                needs=("status",),
            ),
            Exclusion(STILL_OPEN, "first_response_at IS NULL", censors=True),
        ),
        clock=Clock.CALENDAR,
    ),
    *_first_answers(
        " AND NOT coalesce(first_response_is_automatic, FALSE)",
        ("first_response_is_automatic",),
    ),
    *_first_answers("", ()),
    _resolution(_RESOLVED, ("resolved_at", "closed_at")),
    _resolution("resolved_at", ("resolved_at",)),
    _resolution("closed_at", ("closed_at",)),
)
