"""What tickets and feedback have in common: statuses, ends that cannot be used."""

from __future__ import annotations

from typing import Final

from auditor.evidence.measures.definition import Exclusion
from auditor.translation import message

__all__ = ["COMPLIMENT", "DELETED", "DONE", "STILL_OPEN", "UNUSABLE", "unusable"]

DONE: Final = "coalesce(status IN ('solved', 'closed'), FALSE)"
"""SQL: whether somebody has called it done."""
DELETED: Final = Exclusion(message("deleted"), "status = 'deleted'", needs=("status",))
"""Deleted, spam, drafts: in no denominator."""
COMPLIMENT: Final = Exclusion(
    message("a compliment needs no answer"),
    "lower(kind) = 'compliment'",
    needs=("kind",),
)
UNUSABLE: Final = message("time unreadable or before its beginning")
STILL_OPEN: Final = message("still open")


def unusable(column: str) -> Exclusion:
    """Rows whose end the reader quarantined: neither over nor open."""
    return Exclusion(UNUSABLE, f"{column}_unusable", needs=(column,))
