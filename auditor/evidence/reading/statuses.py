"""Common words for the state of a request; others are mapped by whoever has them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["STATUS_WORDS"]

_WORDS = {
    "open": ("open", "new", "assigned", "in progress", "reopened", "active"),
    "pending": (
        "pending",
        "hold",
        "on hold",
        "on-hold",
        "waiting",
        "snoozed",
        "waiting on customer",
        "waiting for customer",
        "waiting on third party",
        "awaiting user info",
    ),
    "solved": ("solved", "resolved"),
    "closed": ("closed",),
    "deleted": ("deleted", "spam", "draft", "trash"),
}

STATUS_WORDS: Mapping[str, str] = MappingProxyType(
    {word: status for status, words in _WORDS.items() for word in words}
)
"""For each word, in lower case, the status that it means."""
