"""Words of our vocabulary as reports in text and in tables say them."""

from __future__ import annotations

from typing import Final

from auditor.bibliography import Access
from auditor.finding import Effort
from auditor.translation import message

__all__ = ["ACCESS", "EFFORTS", "begun"]

EFFORTS: Final = {
    Effort.SMALL: message("small"),
    Effort.MEDIUM: message("medium"),
    Effort.LARGE: message("large"),
}
"""What it takes to meet a criterion, in a word."""
ACCESS: Final = {
    Access.READ: message("read"),
    Access.SECONDARY: message("read in a secondary copy"),
    Access.SCOPE: message("only its scope or contents read"),
    Access.NOT_READ: message("known, not read"),
}
"""How far a work was read."""


def begun(text: str) -> str:
    """Return a text that was said with a capital, as a cell or a sentence begins."""
    return text[:1].upper() + text[1:]
