"""The works on which the criteria rest, and how far each was read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.bibliography import Access
from auditor.grading import counted
from auditor.renderers.spoken import capital
from auditor.renderers.view.citations import cited, works_of
from auditor.renderers.view.departures_said import works_of_departures
from auditor.translation import say, written

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
        return say("No work is cited")
    read = sum(work.access is Access.READ for work in works)
    return say(
        "We read {read} of {works} in the original",
        read=read,
        works=counted(len(works), "cited work"),
    )


def _uses(report: Report) -> dict[str, list[str]]:
    """Return the checks that rest on each work; the rubric comes last."""
    uses: dict[str, list[str]] = {}
    for check in report.checks.values():
        for key in sorted({work.key for work in works_of(check)}):
            uses.setdefault(key, []).append(check.id)
    for key in {work.key for work in works_of_departures(report)}:
        uses.setdefault(key, []).append(say("the rubric"))
    return uses


def _work(number: int, work: Source, checks: list[str]) -> View:
    linked = work.address.startswith(SCHEMES)
    return {
        "anchor": f"source-{number}",
        "number": written(number),
        "author": work.author,
        "title": work.title,
        "year": "" if work.year is None else str(work.year),
        "address": work.address,
        "link": work.address if linked else "",
        "access": capital(say(work.access.words)),
        "note": say(work.note),
        "checks": ", ".join(checks),
    }
