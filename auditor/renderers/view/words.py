"""The words that the pages of a report share, so that templates only place them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from auditor.finding import Effort, Outcome, Severity, Verification
from auditor.grading import counted
from auditor.renderers.days import brief_day, day
from auditor.renderers.plain import plain, short

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "EFFORTS",
    "OUTCOMES",
    "SEVERITIES",
    "VERIFICATIONS",
    "Row",
    "View",
    "brief_day",
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
    Outcome.MET: "Met",
    Outcome.PARTLY_MET: "Partly met",
    Outcome.NOT_MET: "Not met",
    Outcome.NOT_ASSESSED: "Not assessed",
    Outcome.NOT_APPLICABLE: "Not applicable",
    Outcome.ERROR: "Check failed",
}
SEVERITIES: Final = {
    Severity.CRITICAL: "Critical",
    Severity.HIGH: "High",
    Severity.MEDIUM: "Medium",
    Severity.LOW: "Low",
}
EFFORTS: Final = {
    Effort.SMALL: "Small: less than two weeks",
    Effort.MEDIUM: "Medium: about a quarter",
    Effort.LARGE: "Large: more than a quarter",
}
LONGEST_TOLD: Final = 400
"""Ours: characters of a reason, which may quote the profile at any length."""
CUT: Final = "(cut short here; the JSON result has it whole)"
VERIFICATIONS: Final = {
    Verification.DECLARED: "The organisation's own word",
    Verification.ARTEFACT: "A dated record or a named document",
    Verification.COMPUTED: "A count over records",
    Verification.CROSS_CHECK: "A claim confronted with records",
}


def sentence(text: str) -> str:
    """Return `text` with a capital and a full stop."""
    line = plain(text)
    if not line:
        return ""
    return line[0].upper() + line[1:] + ("" if line[-1] in ".!?…" else ".")


def told(text: str, most: int = LONGEST_TOLD) -> str:
    """Return `text` as a sentence, and where it is cut, who has the whole of it."""
    line = sentence(text)
    return line if len(line) <= most else f"{short(line, most)} {CUT}"


def spoken(word: str) -> str:
    """Return a word of the vocabulary for people: "in_progress" is "in progress"."""
    return word.replace("_", " ")


def signed(value: float) -> str:
    """Return a feeling on the scale from -2 to +2, with a true minus."""
    return f"{value:+g}".replace("-", "\N{MINUS SIGN}") if value else "0"


def link(check: str) -> Row:
    """Return a check's id and where the report has its finding."""
    return {"anchor": f"check-{check}", "check": check}


def capped(names: Iterable[str], most: int) -> tuple[list[str], int]:
    """Return the first names, and how many are left out."""
    every: Sequence[str] = tuple(names)
    return list(every[:most]), max(len(every) - most, 0)


def left_out(number: int, noun: str, plural: str = "") -> str:
    """Return how much of the profile a page leaves out; empty where that is nothing."""
    if number <= 0:
        return ""
    more = counted(number, f"more {noun}", f"more {plural or noun + 's'}")
    return f"{more} of the profile: audited, but not drawn here."
