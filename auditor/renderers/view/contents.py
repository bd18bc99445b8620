"""The contents: every section with its message, so that they read as a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from auditor.renderers.spoken import capital
from auditor.translation import message, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.renderers.view.words import Row, View

__all__ = ["LABELS", "contents"]

LABELS: Final = {
    "introduction": message("Introduction"),
    "board": message("For the board"),
    "comparison": message("What changed"),
    "contents": message("Contents"),
    "areas": message("Score by area"),
    "said_and_shown": message("Said and shown"),
    "journeys": message("Customer journeys"),
    "ownership": message("Who owns what"),
    "metrics": message("Balance of metrics"),
    "findings": "",
    "roadmap": message("Roadmap"),
    "unknowns": message("What is unknown"),
    "notices": message("Notices"),
    "evidence": message("Evidence"),
    "method": message("Method and rubric"),
    "sources": message("Sources"),
    "closing": message("Closing"),
    "signatures": message("Signatures"),
}
"""Names of the sections, in order; areas carry their own."""


def contents(pages: Mapping[str, object], sections: Iterable[str]) -> list[Row]:
    """Return the entries of the contents.

    Args:
        pages: The view of each section.
        sections: The sections of the report, in its order.
    """
    return [
        _entry(page, LABELS[page], part)
        for page in sections
        if page != "contents"
        for part in _parts(pages[page])
    ]


def _parts(page: object) -> list[View]:
    """Return the sections that a page consists of: several, one or none."""
    return cast(
        "list[View]", page if isinstance(page, list) else [page] if page else []
    )


def _entry(page: str, label: str, part: View) -> Row:
    return {
        "anchor": str(part.get("anchor", page)),
        "label": say(label) or str(part["title"]),
        "headline": capital(str(part["headline"])),
    }
