"""Closures that look like no work on single cases."""

from __future__ import annotations

from typing import Final

from auditor.evidence.measures.definition import Clock, Definition, Exclusion
from auditor.evidence.measures.dialect import month
from auditor.evidence.measures.figures import share
from auditor.evidence.measures.requests import COMPLIMENT, DELETED, unusable
from auditor.translation import message

__all__ = ["CLOSURES"]

_DATED: Final = (
    DELETED,
    COMPLIMENT,
    unusable("resolved_at"),
    Exclusion(message("not resolved"), "resolved_at IS NULL"),
    # Dates become such moments, whatever the zone: offsets are of quarter hours.
    Exclusion(
        message("perhaps a date alone"),
        "resolved_at = date_trunc('minute', resolved_at) "
        "AND extract(minute FROM resolved_at) IN (0, 15, 30, 45)",
    ),
)
_ALIKE: Final = f"PARTITION BY {month('resolved_at')}, $is_deleted, $is_compliment"
_IN_MONTH: Final = f"count(resolved_at) OVER ({_ALIKE})"
_IN_HOUR: Final = (
    f"count(resolved_at) OVER ({_ALIKE} ORDER BY resolved_at "
    "RANGE BETWEEN $hour PRECEDING AND CURRENT ROW)"
)
_CONTACTS: Final = (
    ("contacted_at", "outcome_told_at"),
    ("outcome_told_at",),
    ("contacted_at",),
)


def _at_once(contacts: tuple[str, ...]) -> Definition:
    silent = " AND ".join(f"{column} IS NULL" for column in contacts)
    return Definition(
        table="feedback",
        name="closed_at_once",
        figure=share(f"resolved_at <= received_at + $instant AND {silent}"),
        text=message(
            "feedback resolved within {instant_seconds} of receipt, its sender "
            "never contacted, of all resolved feedback whose time of day is known"
        ),
        source="ours",
        needs=("received_at", "resolved_at", *contacts),
        excluding=_DATED,
        clock=Clock.CALENDAR,
    )


CLOSURES: Final = (
    Definition(
        table="feedback",
        name="closed_in_bulk",
        figure=share("derived"),
        text=message(
            "resolved feedback in the hour before which more than {bulk_part} of its "
            "month's resolutions lie, of all in months with at least {bulk_month} and "
            "whose time of day is known"
        ),
        source="ours",
        needs=("received_at", "resolved_at"),
        excluding=(
            *_DATED,
            Exclusion(message("few resolved in its month"), "derived IS NULL"),
        ),
        clock=Clock.CALENDAR,
        derived=f"CASE WHEN {_IN_MONTH} >= $bulk_month "
        f"THEN {_IN_HOUR} > $bulk_share * {_IN_MONTH} END",
    ),
    *(_at_once(contacts) for contacts in _CONTACTS),
)
