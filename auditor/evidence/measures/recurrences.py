"""Whether a matter that customers raised comes back."""

from __future__ import annotations

from typing import Final

from auditor.evidence.measures.definition import Clock, Definition, Exclusion
from auditor.evidence.measures.figures import share
from auditor.evidence.measures.requests import COMPLIMENT, DELETED
from auditor.translation import Message, message

__all__ = ["RECURRENCES"]

_AGAIN: Final = "coalesce(derived <= received_at + $recurrence, FALSE)"
_NEXT: Final = (
    "lead(received_at) OVER (PARTITION BY customer, theme, $is_deleted, $is_compliment "
    "ORDER BY received_at)"
)
"""When the same customer next spoke of the same theme, compliments aside."""


def _recurred(condition: str, needs: tuple[str, ...], text: Message) -> Definition:
    return Definition(
        table="feedback",
        name="recurred",
        figure=share(condition),
        text=text,
        source="fivetran/dbt_zendesk for reopening; the rest ours",
        needs=("received_at", "customer", "theme", *needs),
        excluding=(
            DELETED,
            COMPLIMENT,
            Exclusion(
                message("no customer or theme"), "customer IS NULL OR theme IS NULL"
            ),
            Exclusion(
                message("too recent to tell"), "received_at + $recurrence > $until"
            ),
        ),
        clock=Clock.CALENDAR,
        derived=_NEXT,
    )


RECURRENCES: Final = (
    _recurred(
        f"reopened > 0 OR {_AGAIN}",
        ("reopened",),
        message(
            "feedback reopened, or followed by more from the same customer on the same "
            "theme within {recurrence_days} of receipt, of all for which that time has "
            "passed"
        ),
    ),
    _recurred(
        _AGAIN,
        (),
        message(
            "feedback followed by more from the same customer on the same theme within "
            "{recurrence_days} of receipt, of all for which that time has passed"
        ),
    ),
)
