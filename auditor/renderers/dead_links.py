"""Links to what a page does not show become plain text.

A report that leaves sections out, or shows the board's pages alone, still names
findings that stand elsewhere; a link that leads nowhere helps nobody, and a PDF/UA
must not have one.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["without_dead_links"]

ANCHOR: Final = re.compile(r'\sid="([^"]+)"')
LINK: Final = re.compile(r'<a href="#([^"]*)"')


def without_dead_links(page: str) -> str:
    """Return a page without links to anchors that it does not have.

    What stands in texts is escaped, so that only our own markup is touched.
    """
    there = set(ANCHOR.findall(page))
    return LINK.sub(lambda link: link[0] if link[1] in there else "<a", page)
