"""Sources as a report numbers and cites them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from auditor.renderers.limits import applied_limits
from auditor.renderers.plain import short
from auditor.renderers.view.departures_said import works_of_departures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.bibliography import Source
    from auditor.checks import Check
    from auditor.renderers.view.words import Row
    from auditor.report import Report

__all__ = ["Numbers", "citation", "citations", "cited", "numbers_of", "works_of"]

Numbers: TypeAlias = "Mapping[str, int]"
"""By the key of a work, its number in the list of works."""


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


def numbers_of(report: Report) -> Numbers:
    """Return the number under which each work is listed."""
    return {key: number for number, key in enumerate(cited(report), 1)}


def citations(works: Iterable[Source], numbers: Numbers) -> list[Row]:
    """Return works as they are cited: by author and year, linked to the list."""
    return [citation(work, numbers) for work in works]


def citation(work: Source, numbers: Numbers) -> Row:
    """Return one work as it is cited."""
    number = numbers[work.key]
    year = f" {work.year}" if work.year is not None else ""
    return {"anchor": f"source-{number}", "text": f"{short(work.author, 60)}{year}"}
