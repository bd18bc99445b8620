"""The words that the pages of a report share, so that templates only place them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from auditor.finding import Effort, Outcome, Severity, Verification
from auditor.renderers.days import brief_day, day
from auditor.renderers.plain import plain, short
from auditor.renderers.spoken import capital, spoken
from auditor.translation import message, say, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.translation import Message

__all__ = [
    "EFFORTS",
    "OUTCOMES",
    "SEVERITIES",
    "VERIFICATIONS",
    "Row",
    "View",
    "brief_day",
    "capital",
    "capped",
    "day",
    "left_out",
    "link",
    "sentence",
    "signed",
    "spoken",
    "told",
]

View: TypeAlias = dict[str, object]
"""What a template may see: texts, numbers, truth values, lists and such mappings."""
Row: TypeAlias = dict[str, str]
"""A view of texts alone."""

OUTCOMES: Final = {
    Outcome.MET: message("Met"),
    Outcome.PARTLY_MET: message("Partly met"),
    Outcome.NOT_MET: message("Not met"),
    Outcome.NOT_ASSESSED: message("Not assessed"),
    Outcome.NOT_APPLICABLE: message("Not applicable"),
    Outcome.ERROR: message("Check failed"),
}
SEVERITIES: Final = {
    Severity.CRITICAL: message("Critical"),
    Severity.HIGH: message("High"),
    Severity.MEDIUM: message("Medium"),
    Severity.LOW: message("Low"),
}
EFFORTS: Final = {
    Effort.SMALL: message("Small: less than two weeks"),
    Effort.MEDIUM: message("Medium: about a quarter"),
    Effort.LARGE: message("Large: more than a quarter"),
}
LONGEST_TOLD: Final = 400
"""Ours: characters of a reason, which may quote the profile at any length."""
CUT: Final = message("(cut short here; the JSON result has it whole)")
VERIFICATIONS: Final = {
    Verification.DECLARED: message("The organisation's own word"),
    Verification.ARTEFACT: message("A dated record or a named document"),
    Verification.COMPUTED: message("A count over records"),
    Verification.CROSS_CHECK: message("A claim confronted with records"),
}


def sentence(text: str) -> str:
    """Return a text that was said with a capital and a full stop."""
    line = plain(text)
    if not line:
        return ""
    return capital(line) + ("" if line[-1] in ".!?…" else ".")


def told(text: str, most: int = LONGEST_TOLD) -> str:
    """Return a text that was said as a sentence, and where it is cut, who has all."""
    line = sentence(text)
    return line if len(line) <= most else f"{short(line, most)} {say(CUT)}"


def signed(value: float) -> str:
    """Return a feeling on the scale from -2 to +2, with a true minus."""
    return written(value, "+g").replace("-", "\N{MINUS SIGN}") if value else "0"


def link(check: str) -> Row:
    """Return a check's id and where the report has its finding."""
    return {"anchor": f"check-{check}", "check": check}


def capped(names: Iterable[str], most: int) -> tuple[list[str], int]:
    """Return the first names, and how many are left out."""
    every: Sequence[str] = tuple(names)
    return list(every[:most]), max(len(every) - most, 0)


def left_out(number: int, what: Message) -> str:
    """Return how much of the profile a page leaves out; empty where that is nothing.

    Args:
        number: How many parts are left out.
        what: The same with their name: "3 more stages".
    """
    if number <= 0:
        return ""
    return say("{more} of the profile: audited, but not drawn here.", more=what)
