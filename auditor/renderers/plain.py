"""Text from a profile, made harmless for one line of output.

A profile may hold anything: colours and cursor movements for a terminal, line
breaks that end a table row, marks that turn the writing direction so that a text
reads otherwise than it is stored (CVE-2021-42574).
"""

from __future__ import annotations

import re
from typing import Final
from unicodedata import category

__all__ = ["plain", "short"]

_TERMINAL_SEQUENCE: Final = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # control sequences: colours, cursor
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
"""Escape sequences of ECMA-48, whole, so that no `[31m` stays behind."""

_DIRECTION: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that override or isolate the writing direction."""

_BLANKS: Final = re.compile(r"[^\S\xa0\u202f]+")
"""Blanks between words, without those at which no line may end."""

_NEVER_SHOWN: Final = frozenset({"Cc", "Cs"})
"""Unicode categories: control characters and lone surrogates."""


def plain(text: str) -> str:
    """Return `text` on one line, without anything that is no text."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    shown = (
        char if _shown(char) else " " * char.isspace()
        for char in _TERMINAL_SEQUENCE.sub("", text)
    )
    return _BLANKS.sub(" ", "".join(shown)).strip()


def short(text: str, most: int) -> str:
    """Return `text` as `plain` does, `most` characters at the most.

    What is longer is cut at the end of a sentence, if one ends in the second half;
    else at a word.
    """
    line = plain(text)
    if len(line) <= most:
        return line
    head = line[: most - 1]
    sentence = head.rfind(". ")
    if sentence > most // 2:
        return f"{head[: sentence + 1]} …"
    space = head.rfind(" ")
    # A single long word has no space near its end: it is cut where it stands.
    return (head[:space] if space > most // 2 else head).rstrip(" ,;:.") + "…"


def _shown(char: str) -> bool:
    return category(char) not in _NEVER_SHOWN and char not in _DIRECTION
