"""Pages without footnotes, for which WeasyPrint need not style any.

Its own style sheet gives every element the styles of five parts of a footnote, wanted
or not: of 8,000 elements 41,000 styles, a sixth of the time that the cascade takes.
"""

from __future__ import annotations

import re
from copy import copy
from typing import Any, Final, Protocol, TypeVar

__all__ = ["page_class"]

ASKED: Final = re.compile(r"footnote|\bnote\s*\(", re.IGNORECASE)
"""What stands in a page that has footnotes: `float: footnote`, `position: note(…)`.

Where it is a word of the text and nothing else, printing takes longer and that is all.
"""
PARTS: Final = frozenset(
    {"footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback"}
)
"""The pseudo-elements of a footnote."""


class _Matcher(Protocol):
    """The rules of a style sheet by what they ask of an element."""

    other_selectors: list[tuple[Any, ...]]


class _Sheet(Protocol):
    """A style sheet of WeasyPrint, which ships no types."""

    matcher: _Matcher


S = TypeVar("S", bound=_Sheet)


def page_class(page: str) -> type[Any]:
    """Return the class that reads a page, as HTML, and lays it out."""
    from weasyprint import HTML

    usual: type[Any] = HTML
    if ASKED.search(page):
        return usual

    class Page(HTML):
        """A page without footnotes.

        WeasyPrint documents no way to change its style sheet, only to add to it. If it
        asks this method no more, pages look the same and take longer.
        """

        def _ua_stylesheets(self, *forms: bool) -> list[Any]:
            return [_without_footnotes(s) for s in super()._ua_stylesheets(*forms)]

    return Page


def _without_footnotes(sheet: S) -> S:
    """Return a copy of a style sheet without the rules for parts of footnotes."""
    lighter = copy(sheet)
    lighter.matcher = copy(sheet.matcher)
    lighter.matcher.other_selectors = [
        (*test, part, declarations)
        for *test, part, declarations in sheet.matcher.other_selectors
        if part not in PARTS
    ]
    return lighter
