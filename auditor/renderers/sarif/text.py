"""Text in SARIF, where braces and square brackets have a meaning of their own."""

from __future__ import annotations

import re
from typing import Final

from auditor.renderers.plain import plain, short

__all__ = ["message"]

LONGEST: Final = 4_000
"""Ours: characters of one text; GitHub shows a thousand of a title."""
_LINK: Final = re.compile(r"\[(?=[^\]]*\]\()")
"""What in a message begins a link (SARIF 2.1.0, 3.11.6)."""
_PLACEHOLDER: Final = re.compile(r"\{(?=\d+\})")
"""What in a message begins a placeholder (3.11.5)."""


def message(text: str) -> str:
    """Return a text that is no more than a text."""
    line = plain(text)
    whole = line if len(line) <= LONGEST else short(line, LONGEST)
    return _PLACEHOLDER.sub("{{", _LINK.sub(r"\\[", whole))
