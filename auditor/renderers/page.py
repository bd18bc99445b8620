"""A page of the view, read by renderers that fill no template.

What they write then has the words, figures and order of the HTML and the PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from auditor.renderers.xml_text import xml_text

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Page"]


@dataclass(frozen=True, slots=True)
class Page:
    """One part of a view, with types; a key that it does not have is a bug."""

    view: Mapping[str, object]
    """What templates see of it."""

    def text(self, key: str) -> str:
        """Return a text as XML can hold it."""
        return xml_text(str(self.view[key]))

    def says(self, key: str) -> bool:
        """Whether there is anything under a key."""
        return bool(self.view.get(key))

    def texts(self, key: str) -> list[str]:
        """Return a list of texts."""
        return [xml_text(text) for text in cast("list[str]", self.view[key])]

    def part(self, key: str) -> Page:
        """Return the part under a key."""
        return Page(cast("Mapping[str, object]", self.view[key]))

    def parts(self, key: str) -> list[Page]:
        """Return the parts under a key, in order."""
        return [Page(p) for p in cast("list[Mapping[str, object]]", self.view[key])]

    def lists(self, key: str) -> list[list[Page]]:
        """Return lists of parts, in order."""
        rows = cast("list[list[Mapping[str, object]]]", self.view[key])
        return [[Page(part) for part in row] for row in rows]

    def columns(self, key: str, width: int) -> list[list[Page]]:
        """Return rows of cells, some of them gaps, as columns without gaps."""
        rows = cast("list[list[Mapping[str, object] | None]]", self.view[key])
        return [[Page(cell) for row in rows if (cell := row[n])] for n in range(width)]
