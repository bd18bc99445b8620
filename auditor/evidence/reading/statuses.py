"""Where a request stands, and the common words for it; others are mapped."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["STATUS_WORDS", "Status"]


class Status(StrEnum):
    """Where a request or a piece of feedback stands."""

    OPEN = "open"
    """Somebody has to act."""
    PENDING = "pending"
    """Waiting for the customer or a third party."""
    SOLVED = "solved"
    """Answered; the customer may still reopen it."""
    CLOSED = "closed"
    """Done for good."""
    DELETED = "deleted"
    """Removed, spam or a draft: in no denominator."""


_WORDS = {
    Status.OPEN: ("open", "new", "assigned", "in progress", "reopened", "active"),
    Status.PENDING: (
        *("pending", "hold", "on hold", "on-hold", "waiting", "snoozed"),
        *("waiting on customer", "waiting for customer"),
        *("waiting on third party", "awaiting user info"),
    ),
    Status.SOLVED: ("solved", "resolved"),
    Status.CLOSED: ("closed",),
    Status.DELETED: ("deleted", "spam", "draft", "trash"),
}

STATUS_WORDS: Mapping[str, Status] = MappingProxyType(
    {word: status for status, words in _WORDS.items() for word in words}
)
"""For each word, in lower case, the status that it means."""
