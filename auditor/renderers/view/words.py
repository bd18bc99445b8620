"""The words that the pages of a report share, so that templates only place them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, TypeAlias

from auditor.finding import Outcome, Severity
from auditor.renderers.days import brief_day, day
from auditor.renderers.plain import plain, short
from auditor.renderers.spoken import capital, spoken
from auditor.renderers.words import EFFORTS, GROUNDS, LENGTHS, NAMED_EFFORTS
from auditor.translation import labelled, message, say, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.finding import Effort, Verification
    from auditor.translation import Message

__all__ = [
    "OUTCOMES",
    "SEVERITIES",
    "Row",
    "View",
    "brief_day",
    "capital",
    "capped",
    "day",
    "effort",
    "ground",
    "left_out",
    "link",
    "sentence",
    "signed",
    "spoken",
    "takes",
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
LONGEST_TOLD: Final = 400
"""Ours: characters of a reason, which may quote the profile at any length."""
QUOTED_KEY: Final = re.compile(r"`([\w.]+)`", re.ASCII)
"""A key of the profile, as our own sentences quote it."""
CUT: Final = message("(cut short here; the JSON result has it whole)")


def effort(needed: Effort) -> str:
    """Return what it takes to meet a criterion: "Small: less than two weeks"."""
    return labelled(capital(say(EFFORTS[needed])), say(LENGTHS[needed]))


def takes(needed: Effort) -> str:
    """Return what it takes, named: "small effort: less than two weeks"."""
    return labelled(say(NAMED_EFFORTS[needed]), say(LENGTHS[needed]))


def ground(verified_by: Verification) -> str:
    """Return what a finding rests on: "A count over records"."""
    return capital(say(GROUNDS[verified_by]))


def sentence(text: str) -> str:
    """Return a text that was said with a capital and a full stop."""
    line = plain(text)
    if not line:
        return ""
    return capital(line) + ("" if line[-1] in ".!?…" else ".")


def told(text: str, most: int = LONGEST_TOLD) -> str:
    """Return a text that was said as a sentence, and where it is cut, who has all.

    Keys of the profile stand without the backticks that our sentences quote them in:
    on a page they are no code.
    """
    line = QUOTED_KEY.sub(r"\1", sentence(text))
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
