"""Names as tables and profiles spell them, and what is the same in all spellings."""

from __future__ import annotations

import re
from string import punctuation
from typing import Final

from auditor.evidence.sql import literal

__all__ = ["folded", "folded_in_sql"]

SEPARATORS: Final = f"{punctuation} \u00a0\u202f\u2010\u2011\u2013\u2014\u2019"
"""Ours: what parts words in one system and not in the next; dashes and spaces that do
not break a line among them. Listed, since engines disagree on what a letter is."""
_PATTERN: Final = f"[{re.escape(SEPARATORS)}]"


def folded(name: str) -> str:
    """Return a name without what differs from one system to the next.

    Letter case, spaces, hyphens and the like: "E-mail" is "email". A name that has
    nothing else stays as it is.

    Args:
        name: What somebody calls a channel, a status or the like.
    """
    plain = name.strip().lower()
    return re.sub(_PATTERN, "", plain) or plain


def folded_in_sql(text: str) -> str:
    """SQL that does the same to a text, but leaves nothing of signs alone."""
    return f"regexp_replace(lower({text}), {literal(_PATTERN)}, '', 'g')"
