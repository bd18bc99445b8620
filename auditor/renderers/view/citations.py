"""Sources as a report numbers and cites them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.renderers.limits import applied_limits
from auditor.renderers.plain import short
from auditor.renderers.view.departures_said import works_of_departures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.bibliography import Source
    from auditor.checks import Check
    from auditor.renderers.view.words import Row
    from auditor.report import Report

__all__ = ["citation", "citations", "cited", "works_of"]


def cited(report: Report) -> dict[str, Source]:
    """Return every work that checks, limits and the rubric rest on, by key."""
    works: dict[str, Source] = {}
    for check in report.checks.values():
        works.update((work.key, work) for work in works_of(check))
    given = (limit.source for limit in applied_limits(report))
    works.update((work.key, work) for work in given if not isinstance(work, str))
    works.update((work.key, work) for work in works_of_departures(report))
    for finding in report.findings:
        works.update((work.key, work) for work in finding.sources)
    return dict(sorted(works.items()))


def works_of(check: Check) -> list[Source]:
    """Return the works that a check and its thresholds rest on."""
    given = (parameter.source for parameter in check.parameters)
    return [*check.sources, *(work for work in given if not isinstance(work, str))]


def citations(report: Report, works: Iterable[Source]) -> list[Row]:
    """Return works as they are cited: by author and year, linked to the list."""
    numbers = {key: number for number, key in enumerate(cited(report), 1)}
    return [citation(work, numbers[work.key]) for work in works]


def citation(work: Source, number: int) -> Row:
    """Return one work as it is cited."""
    year = f" {work.year}" if work.year is not None else ""
    return {"anchor": f"source-{number}", "text": f"{short(work.author, 60)}{year}"}
