"""What kinds of table are called in a sentence."""

from __future__ import annotations

from typing import Final

from auditor.translation import message

__all__ = ["kind_in_words"]

WORDS: Final = {
    "surveys": message("surveys"),
    "tickets": message("tickets"),
    "feedback": message("feedback"),
    "customers": message("customers"),
    "invitations": message("invitations"),
}
"""As in "the table of surveys", by kind."""


def kind_in_words(kind: str) -> str:
    """Return what a kind of table is called, as in "the table of surveys"."""
    return WORDS.get(kind, kind)
