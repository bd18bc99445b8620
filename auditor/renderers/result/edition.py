"""A result as an edition that can be compared: checked, and scored once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.comparison import Edition, Maker
from auditor.errors import InputError, Problem
from auditor.renderers.result.reading import read_result
from auditor.renderers.result.scored_again import (
    ROUNDING,
    areas_of,
    scored_again,
    unusable,
)
from auditor.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.renderers.result.document import ResultDocument

__all__ = ["edition_of", "read_edition"]


def read_edition(path: str | Path) -> Edition:
    """Return the edition that a file holds, be it trusted or not.

    Raises:
        InputError: If it cannot be read, is no result of an audit, or contradicts
            itself; says where and what to do.
    """
    document = read_result(path)
    if problems := [*unusable(document)]:
        raise InputError(Problem(f"{path}: {problem}") for problem in problems)
    edition = edition_of(document, str(path))
    if edition.version == __version__ and (told := _disagreement(edition)):
        hint = "It was changed after the audit. Take the file as cxaudit wrote it."
        raise InputError([Problem(f"{path}: {told}", hint=hint)])
    return edition


def edition_of(document: ResultDocument, source: str = "") -> Edition:
    """Return a result as an edition; its score is computed from its findings."""
    card = scored_again(document)
    return Edition(
        organisation=document.profile.organisation,
        as_of=document.as_of,
        version=document.tool.version,
        makers={
            check: Maker(plugin.name, plugin.version, plugin.sha256)
            for plugin in document.tool.plugins
            for check in plugin.checks
        },
        rubric_name=f"{document.rubric.name} {document.rubric.version}",
        rubric_sha256=document.rubric.sha256,
        profile_sha256=document.profile.sha256,
        tables={table.id: table.sha256 for table in document.evidence},
        figures={one.id: (one.table, one.value, one.n) for one in document.measures},
        severity_weights=document.rubric.severity_weights,
        areas=areas_of(document),
        findings=tuple(sorted(card.findings, key=lambda finding: finding.check)),
        score=card.score,
        area_scores=card.areas,
        stated=document.score.total,
        source=source,
        aliases={
            before: check
            for plugin in document.tool.plugins
            for before, check in plugin.aliases.items()
        },
    )


def _disagreement(edition: Edition) -> str:
    """Return how the stated score differs from the computed one, if it does."""
    stated, computed = edition.stated, edition.score.total
    if stated is None or computed is None:
        agree = stated is computed
    else:
        agree = abs(stated - computed) <= ROUNDING
    if agree:
        return ""
    return f"Its score is {_told(stated)}, but its findings give {_told(computed)}."


def _told(total: float | None) -> str:
    return "unknown" if total is None else f"{total:.4f}"
