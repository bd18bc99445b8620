"""The contents: every section with its message, so that they read as a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.renderers.view.words import Row, View

__all__ = ["LABELS", "contents"]

LABELS: Final = {
    "introduction": "Introduction",
    "board": "For the board",
    "comparison": "What changed",
    "contents": "Contents",
    "areas": "Score by area",
    "said_and_shown": "Said and shown",
    "journeys": "Customer journeys",
    "ownership": "Who owns what",
    "metrics": "Balance of metrics",
    "findings": "",
    "roadmap": "Roadmap",
    "unknowns": "What is unknown",
    "notices": "Notices",
    "evidence": "Evidence",
    "method": "Method and rubric",
    "sources": "Sources",
    "closing": "Closing",
    "signatures": "Signatures",
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
    headline = str(part["headline"])
    return {
        "anchor": str(part.get("anchor", page)),
        "label": label or str(part["title"]),
        "headline": headline[0].upper() + headline[1:],
    }
