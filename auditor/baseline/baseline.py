"""A report with what changed since an earlier result."""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import attrgetter
from typing import TYPE_CHECKING

from auditor.baseline.judging_again import Bench, judge_again, profile_of
from auditor.comparison import compare, same_organisation
from auditor.errors import InputError, Problem
from auditor.renderers.result import ResultDocument
from auditor.renderers.result.edition import edition_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from auditor.comparison import Edition
    from auditor.plugin.collection import Plugins
    from auditor.profile.reading import LoadedProfile
    from auditor.report import Report

__all__ = ["Baseline", "aliases_of", "one_organisation", "with_baseline"]


@dataclass(frozen=True, slots=True)
class Baseline:
    """An earlier result, and what it was made of as far as that is at hand."""

    edition: Edition
    profile: Path | None = None
    """Its profile, as it was then."""
    replaced: tuple[tuple[str, str], ...] = ()
    """Ids of its tables and paths of their files, where these are elsewhere now."""


def with_baseline(
    report: Report, baseline: Baseline, loaded: LoadedProfile, plugins: Plugins
) -> Report:
    """Return a report with what changed since an earlier result.

    Args:
        report: The report of today.
        baseline: What it is compared with.
        loaded: The profile of today.
        plugins: The plugins that judged it.

    Raises:
        InputError: If the results are of different organisations, or if the old
            profile or its evidence cannot be used.
    """
    old = baseline.edition
    new = edition_of(ResultDocument.of(report), "this audit")
    one_organisation((new, old))
    again = None
    if baseline.profile:
        bench = Bench(plugins, report.rubric, report.as_of, loaded)
        profile = profile_of(old, baseline.profile, plugins)
        again = judge_again(old, profile, dict(baseline.replaced), bench)
    aliases = aliases_of(plugins, (old, new))
    found = compare(old, new, aliases=aliases, again=again)
    return replace(report, comparison=found)


def aliases_of(plugins: Plugins, editions: Iterable[Edition]) -> dict[str, str]:
    """Return, by each id that a check had before, its id of today.

    Args:
        plugins: The installed plugins, which know best.
        editions: Results, which say it of checks that are not installed, such as those
            of a pack; the latest knows better.
    """
    recorded: dict[str, str] = {}
    for edition in sorted(editions, key=attrgetter("as_of")):
        recorded.update(edition.aliases)
    installed = {
        alias: check.id for check in plugins.checks.values() for alias in check.aliases
    }
    return recorded | installed


def one_organisation(editions: Sequence[Edition]) -> None:
    """Make sure that all results are of one organisation.

    Raises:
        InputError: If they are not; names each with its file.
    """
    first = editions[0]
    others = [
        edition
        for edition in editions
        if not same_organisation(edition.organisation, first.organisation)
    ]
    if others:
        message = (
            f"{others[0].source} is of {others[0].organisation[:60]!r}, "
            f"{first.source} of {first.organisation[:60]!r}."
        )
        hint = "Only results of one organisation can be compared."
        raise InputError([Problem(message, hint=hint)])
