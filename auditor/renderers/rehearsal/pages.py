"""What a rendered page needs for a screen reader: language, title, headings."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from auditor.renderers.rehearsal.slip import Slip

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["slips_of_page"]

LANGUAGE: Final = re.compile(r"<html[^>]*\slang=\"[^\"]+\"", re.IGNORECASE)
TITLE: Final = re.compile(r"<title>[^<]+</title>", re.IGNORECASE)
HEADING: Final = re.compile(r"<h([1-6])[\s>]", re.IGNORECASE)


def slips_of_page(page: str) -> Iterator[Slip]:
    """Yield what a rendered page lacks; its drawings are looked at in the templates."""
    if not LANGUAGE.search(page):
        yield Slip("", 0, 'The page has no language: <html lang="…">.')
    if not TITLE.search(page.partition("<body")[0]):
        yield Slip("", 0, "The page has no title: <title> in its <head>.")
    levels = [int(level) for level in HEADING.findall(page)]
    if levels[:1] != [1] or levels.count(1) != 1:
        yield Slip("", 0, "The first heading has to be the only <h1>.")
    for before, after in pairwise(levels):
        if after > before + 1:
            message = (
                f"A heading <h{after}> follows an <h{before}>: a level is skipped."
            )
            yield Slip("", 0, message)
            return
