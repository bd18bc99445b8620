"""What tickets and feedback have in common: statuses, ends that cannot be used."""

from __future__ import annotations

from typing import Final

from auditor.evidence.measures.definition import Exclusion

__all__ = ["COMPLIMENT", "DELETED", "DONE", "STILL_OPEN", "UNUSABLE", "unusable"]

DONE: Final = "coalesce(status IN ('solved', 'closed'), FALSE)"
"""SQL: whether somebody has called it done."""
DELETED: Final = Exclusion("deleted", "status = 'deleted'", needs=("status",))
"""Deleted, spam, drafts: in no denominator."""
COMPLIMENT: Final = Exclusion(
    "a compliment needs no answer", "lower(kind) = 'compliment'", needs=("kind",)
)
UNUSABLE: Final = "time unreadable or before its beginning"
STILL_OPEN: Final = "still open"


def unusable(column: str) -> Exclusion:
    """Rows whose end the reader quarantined: neither over nor open."""
    return Exclusion(UNUSABLE, f"{column}_unusable", needs=(column,))
