"""The works on which the criteria rest, and how far each was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.bibliography import Access
from auditor.grading import counted
from auditor.renderers.view.citations import cited, works_of

if TYPE_CHECKING:
    from auditor.bibliography import Source
    from auditor.renderers.view.words import View
    from auditor.report import Report

__all__ = ["sources"]

SCHEMES: Final = ("https://", "http://")
"""The only addresses that become links."""


def sources(report: Report) -> View:
    """Return the view of the sources."""
    works = cited(report)
    uses = _uses(report)
    return {
        "headline": headline(list(works.values())),
        "works": [
            _work(number, work, uses.get(key, []))
            for number, (key, work) in enumerate(works.items(), 1)
        ],
    }


def headline(works: list[Source]) -> str:
    """Return how far the works were read, as a sentence."""
    if not works:
        return "No work is cited"
    read = sum(work.access is Access.READ for work in works)
    return f"We read {read} of {counted(len(works), 'cited work')} in the original"


def _uses(report: Report) -> dict[str, list[str]]:
    """Return the checks that rest on each work."""
    uses: dict[str, list[str]] = {}
    for check in report.checks.values():
        for key in sorted({work.key for work in works_of(check)}):
            uses.setdefault(key, []).append(check.id)
    return uses


def _work(number: int, work: Source, checks: list[str]) -> View:
    linked = work.address.startswith(SCHEMES)
    return {
        "anchor": f"source-{number}",
        "number": str(number),
        "author": work.author,
        "title": work.title,
        "year": "" if work.year is None else str(work.year),
        "address": work.address,
        "link": work.address if linked else "",
        "access": str(work.access).capitalize(),
        "note": work.note,
        "checks": ", ".join(checks),
    }
