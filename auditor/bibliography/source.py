"""What the bibliography records of a work, and how far the work was read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from auditor.translation import Message, message

__all__ = ["OURS", "Access", "Source"]

OURS: Final = "ours"
"""Marks a threshold that no published work gives: it is our own judgement."""


class Access(StrEnum):
    """How far a work was read before anything was made to rest on it."""

    READ = "read"
    """The work itself, or the part that is cited, at its address."""
    SECONDARY = "read in a secondary copy"
    """A copy, an account or a press report of it; the address is that copy's."""
    SCOPE = "only its scope or contents read"
    """The text proper was not open to us."""
    NOT_READ = "known, not read"
    """Cited for what is commonly known of it."""

    @property
    def words(self) -> Message:
        """How far that is, as a phrase that can be translated."""
        return WORDS[self]


WORDS: Final = {
    Access.READ: message("read"),
    Access.SECONDARY: message("read in a secondary copy"),
    Access.SCOPE: message("only its scope or contents read"),
    Access.NOT_READ: message("known, not read"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """A published work on which a check, a threshold or a formula rests."""

    key: str
    """Short, stable name for reports and links, such as `brown` or `iso-10004`."""
    author: str
    """A person, or the body that answers for the text."""
    title: str
    """Title as published; of a work read in a copy, the title of the work."""
    year: int | None
    """Year of the edition that was read, or None where it shows none."""
    address: str
    """Where it was read, or empty where no public address is known."""
    access: Access
    """How far it was read."""
    note: str = ""
    """What we take from it, in one or two sentences of our own."""
