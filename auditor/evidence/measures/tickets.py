"""Measures of requests to a help desk."""

from __future__ import annotations

from typing import Final

from auditor.evidence.measures.definition import Clock, Definition, Exclusion
from auditor.evidence.measures.figures import count, share
from auditor.evidence.measures.requests import DELETED, DONE, unusable
from auditor.evidence.measures.satisfaction import satisfaction
from auditor.evidence.measures.ticket_times import TICKET_TIMES
from auditor.translation import Message, message

__all__ = ["TICKETS"]

_HUMAN: Final = "NOT coalesce(first_response_is_automatic, FALSE)"
_ANSWERED: Final = (
    (f"first_response_at IS NOT NULL AND {_HUMAN}", ("first_response_is_automatic",)),
    ("first_response_at IS NOT NULL", ()),
)


def _first_contact(needs: tuple[str, ...], text: Message) -> Definition:
    partition = ", ".join((*needs, "$is_deleted"))
    missing = " OR ".join(f"{column} IS NULL" for column in needs)
    return Definition(
        table="tickets",
        name="first_contact_resolution",
        figure=share("derived IS NULL OR derived > opened_at + $repeat"),
        text=text,
        source="no repeat contact, one of the three usual methods; no standard exists",
        needs=("opened_at", *needs),
        excluding=(
            DELETED,
            Exclusion(message("no customer or reason"), missing),
            Exclusion(message("too recent to tell"), "opened_at > $until - $repeat"),
        ),
        clock=Clock.CALENDAR,
        derived=f"lead(opened_at) OVER (PARTITION BY {partition} ORDER BY opened_at)",
    )


_OF_ISSUE: Final = "OVER (PARTITION BY customer, reason, $is_deleted ORDER BY opened_at"
_AHEAD: Final = f"{_OF_ISSUE} RANGE BETWEEN CURRENT ROW AND $repeat FOLLOWING)"
_SWITCHED: Final = (
    f"CASE WHEN opened_at <= lag(opened_at) {_OF_ISSUE}) + $repeat THEN NULL "
    f"WHEN min(channel) {_AHEAD} <> max(channel) {_AHEAD} THEN 1 ELSE 0 END"
)
"""SQL: whether an issue went to another channel; null for all but its first request."""

TICKETS: Final = (
    Definition(
        table="tickets",
        name="tickets",
        figure=count(),
        text=message("requests, but for deleted ones"),
        source="counted",
        excluding=(DELETED,),
    ),
    Definition(
        table="tickets",
        name="closure",
        figure=share(DONE),
        text=message(
            "requests whose status is solved or closed, of all but deleted ones"
        ),
        source="the status decides, not the date",
        needs=("status",),
        excluding=(DELETED, Exclusion(message("no status"), "status IS NULL")),
    ),
    *(
        Definition(
            table="tickets",
            name="closure",
            figure=share(f"{column} IS NOT NULL"),
            text=message("requests with a date of resolution, of all"),
            source="the date decides, for want of a status",
            needs=(column,),
        )
        for column in ("resolved_at", "closed_at")
    ),
    *(
        Definition(
            table="tickets",
            name="answered",
            figure=share(condition),
            text=message(
                "requests with a first reply other than an automatic one, of all but "
                "deleted ones"
            ),
            source="chatwoot/chatwoot issue 6409: a robot's receipt is no reply",
            needs=("first_response_at", *also),
            excluding=(DELETED, unusable("first_response_at")),
        )
        for condition, also in _ANSWERED
    ),
    _first_contact(
        ("customer", "reason"),
        message(
            "requests without another by the same customer for the same reason within "
            "{repeat_days}, by any channel"
        ),
    ),
    _first_contact(
        ("customer",),
        message(
            "requests without another by the same customer within {repeat_days}, by "
            "any channel"
        ),
    ),
    Definition(
        table="tickets",
        name="switched_channel",
        figure=share("derived = 1"),
        text=message(
            "issues, each the requests of one customer for one reason with no more "
            "than {repeat_days} between them, that came by another channel within "
            "{repeat_days} of the first"
        ),
        source="SQM Group: one issue, several channels; the days are ours",
        needs=("opened_at", "customer", "reason", "channel"),
        excluding=(
            DELETED,
            Exclusion(
                message("no customer or reason or channel"),
                "customer IS NULL OR reason IS NULL OR channel IS NULL",
            ),
            Exclusion(message("goes on with an issue"), "derived IS NULL"),
            Exclusion(message("too recent to tell"), "opened_at > $until - $repeat"),
        ),
        clock=Clock.CALENDAR,
        derived=_SWITCHED,
    ),
    Definition(
        table="tickets",
        name="preventable_contacts",
        figure=count(),
        text=message(
            "requests that need not have come, of those of which it is stated"
        ),
        source="counted",
        needs=("preventable",),
        excluding=(
            DELETED,
            Exclusion(message("not stated"), "preventable IS NULL"),
            Exclusion(message("not preventable"), "NOT preventable"),
        ),
        of_any_age=True,
    ),
    Definition(
        table="tickets",
        name="reopened",
        figure=share("reopened > 0"),
        text=message(
            "requests reopened, of those closed at least {reopen_days} before "
            "the export ends"
        ),
        source="ours: what was closed yesterday has had no time to come back",
        needs=("reopened",),
        excluding=(
            DELETED,
            Exclusion(message("not stated"), "reopened IS NULL"),
            Exclusion(
                message("never closed"),
                f"NOT ({DONE}) AND reopened = 0",
                needs=("status",),
            ),
            Exclusion(
                message("closed too recently"),
                "resolved_at > $reopen_from",
                needs=("resolved_at",),
            ),
        ),
    ),
    Definition(
        table="tickets",
        name="reassigned",
        figure=share("reassignments >= $reassigned_from"),
        text=message(
            "requests that went to another team or agent {reassigned_times} or "
            "more, of those of which it is known"
        ),
        source="ours",
        needs=("reassignments",),
        excluding=(DELETED, Exclusion(message("not stated"), "reassignments IS NULL")),
    ),
    *satisfaction("tickets", "csat"),
    *TICKET_TIMES,
)
