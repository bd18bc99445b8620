"""Measures of complaints, suggestions and other feedback."""

from __future__ import annotations

from typing import Final

from auditor.evidence.measures.closures import CLOSURES
from auditor.evidence.measures.definition import Definition, Exclusion
from auditor.evidence.measures.feedback_times import FEEDBACK_TIMES, IN_TIME
from auditor.evidence.measures.figures import count, share
from auditor.evidence.measures.recurrences import RECURRENCES
from auditor.evidence.measures.requests import COMPLIMENT, DELETED, DONE
from auditor.translation import Message, message

__all__ = ["FEEDBACK"]

_UNSPECIFIED: Final = (
    "'other', 'others', 'unknown', 'other/unknown', 'miscellaneous', 'unspecified'"
)
"""Causes that name none."""


def _closed(
    name: str,
    condition: str,
    what: Message,
    needs: tuple[str, ...],
    *excluding: Exclusion,
) -> Definition:
    """A share of what is closed."""
    return Definition(
        table="feedback",
        name=name,
        figure=share(condition),
        text=message("{what}; compliments left out", what=what),
        source="ours",
        needs=("status", *needs),
        excluding=(
            DELETED,
            COMPLIMENT,
            Exclusion(message("not closed"), f"NOT {DONE}"),
            *excluding,
        ),
    )


FEEDBACK: Final = (
    Definition(
        table="feedback",
        name="feedback",
        figure=count(),
        text=message(
            "complaints, suggestions, compliments and reviews, but for deleted ones"
        ),
        source="counted",
        excluding=(DELETED,),
    ),
    Definition(
        table="feedback",
        name="closure",
        figure=share(DONE),
        text=message("feedback whose status is solved or closed, of all but deleted"),
        source="the status decides, not the date",
        needs=("status",),
        excluding=(DELETED, Exclusion(message("no status"), "status IS NULL")),
    ),
    Definition(
        table="feedback",
        name="closure",
        figure=share("resolved_at IS NOT NULL"),
        text=message("feedback with a date of resolution, of all"),
        source="the date decides, for want of a status",
        needs=("resolved_at",),
    ),
    *IN_TIME,
    Definition(
        table="feedback",
        name="disputed",
        figure=share("disputed"),
        text=message(
            "outcomes that the customer disputes, of those of which it is known"
        ),
        source="CFPB consumer complaint database, field Consumer disputed",
        needs=("disputed",),
        excluding=(DELETED, Exclusion(message("not stated"), "disputed IS NULL")),
    ),
    _closed(
        "root_cause_coded",
        "theme IS NOT NULL AND cause IS NOT NULL",
        message("closed feedback with theme and cause, of all closed feedback"),
        ("theme", "cause"),
    ),
    _closed(
        "cause_unspecified",
        f"lower(trim(cause)) IN ({_UNSPECIFIED})",
        message(
            "closed feedback whose cause is one of {words}, of all with a cause",
            words=_UNSPECIFIED,
        ),
        ("cause",),
        Exclusion(message("no cause"), "cause IS NULL"),
    ),
    _closed(
        "handling_asked",
        "handling_asked",
        message(
            "closed feedback whose sender was asked how it was handled, of all closed "
            "feedback; where nothing is on record, nobody asked"
        ),
        ("handling_asked",),
    ),
    *FEEDBACK_TIMES,
    *RECURRENCES,
    *CLOSURES,
)
