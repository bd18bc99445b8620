"""Blanks at which no line ends."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["with_a_full_last_line", "with_figures_whole"]

SHORTEST: Final = 10
"""Ours: characters that a last line has at least."""
LONGEST: Final = 24
"""Ours: characters that are kept together at the most: a line of a telephone."""
WITHIN_FIGURE: Final = re.compile(r"(?<=\d) (?=%)|(?<=\bn) (?==)|(?<=\bn =) (?=\d)")
"""The blanks within "24 %" and "n = 270"; translations may bring ones at which no line
ends."""
BEFORE_PER_CENT: Final = re.compile(r"(?<=\d)-(?=%)")
"""The hyphen within the German "95-%-Intervall"."""


def with_a_full_last_line(title: str) -> str:
    """Return a title whose last words stay on one line.

    "Service: 5 of 10 assessed criteria met" would else end with "met" alone on a line.
    What is no plain text, such as a template's own markup, stays as it is.
    """
    if type(title) is not str:
        return title
    blank = title.rfind(" ", 0, max(len(title) - SHORTEST, 0))
    if blank < 0 or len(title) - blank > LONGEST:
        return title
    return title[: blank + 1] + title[blank + 1 :].replace(" ", "\N{NO-BREAK SPACE}")


def with_figures_whole(text: str) -> str:
    """Return a text in which no line ends between a number and its sign."""
    whole = WITHIN_FIGURE.sub("\N{NO-BREAK SPACE}", text)
    return BEFORE_PER_CENT.sub("\N{NON-BREAKING HYPHEN}", whole)
