"""What a plain scalar of YAML means: the core schema of YAML 1.2, made stricter.

Only `true`, `false`, `null`, `~` and decimal numbers are more than text. What YAML
1.1 reads as something else than it says stays text (`no`, `12:30`, `1_000`, dates),
and so do `012` and `0x1F`, on whose value the two versions or people disagree.
"""

from __future__ import annotations

import math
import re
from typing import Final

from auditor.profile.wording import quote

__all__ = ["LONGEST_NUMBER", "number", "plain_scalar"]

LONGEST_NUMBER: Final = 40
"""Characters of a number; ours. Python's own limit of 4,300 digits is too late."""

WORDS: Final = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
WHOLE: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
DECIMAL: Final = re.compile(
    r"[-+]?(?:\.[0-9]+|(?:0|[1-9][0-9]*)(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
)
ENDLESS: Final = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
NUMBER_BEGINS: Final = frozenset("+-.0123456789")


def number(text: str) -> int | float:
    """Return the number that `text`, already known to be one, stands for.

    Raises:
        ValueError: If it is too long to be meant, or too large for a float; the
            message is for the writer of the file.
    """
    if len(text) > LONGEST_NUMBER:
        raise ValueError(
            f"Found a number of {len(text):,} characters, {LONGEST_NUMBER} are "
            "allowed. If it is a name or a code, put it in quotes."
        )
    if WHOLE.fullmatch(text):
        return int(text)
    value = float(text)
    if not math.isfinite(value):
        raise ValueError(f"Found the number {quote(text)}, which is too large.")
    return value


def plain_scalar(text: str) -> bool | float | str | None:
    """Return the value of a scalar that is written without quotes.

    Raises:
        ValueError: If it is a number that cannot be used.
    """
    if text in WORDS:
        return WORDS[text]
    if text[0] not in NUMBER_BEGINS:
        return text
    if DECIMAL.fullmatch(text):
        return number(text)
    if ENDLESS.fullmatch(text):
        raise ValueError(f"Found {quote(text)}, a number has to be finite.")
    return text
