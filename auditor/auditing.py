"""An audit from paths to a report, and a report to the bytes of a format.

In five lines::

    from pathlib import Path
    from auditor import audit, render

    report = audit("company/", evidence={"tickets": "exports/tickets.csv"})
    print(report.score.total, [f.check for f in report.findings if f.open])
    Path("report.pdf").write_bytes(render(report, "pdf"))

Nothing here keeps a state: several threads may audit and render at once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from auditor import engine
from auditor.errors import InputError, MissingExtraError, Problem
from auditor.evidence import Evidence, Fault
from auditor.grading import PERIOD, months_before
from auditor.plugin.collection import Plugins
from auditor.profile.profile import Profile
from auditor.profile.reading import loaded_profile, read_profile
from auditor.profile.wording import describe
from auditor.rubric import Rubric

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.engagement import Engagement
    from auditor.evidence.limits import Limits
    from auditor.profile.reading import LoadedProfile
    from auditor.report import Report

__all__ = [
    "audit",
    "audited",
    "chosen_rubric",
    "evidence_of",
    "installed_plugins",
    "today",
    "with_packs_of",
]


def audit(
    profile: str | Path | Profile,
    *,
    evidence: Mapping[str, str | Path] | None = None,
    rubric: str | Path | Rubric | None = None,
    as_of: date | None = None,
    plugins: Plugins | Iterable[str] = (),
    engagement: str | Path | Engagement | None = None,
) -> Report:
    """Audit a profile as `cxaudit run` does, and return the report.

    Args:
        profile: Path of a YAML or JSON file or of a folder, or a profile.
        evidence: By id of a table, the path to read instead of the profile's source.
        rubric: Path or name of a rubric, whose packs take part too, or a rubric; the
            built-in one if absent.
        as_of: The day of the audit; today if absent.
        plugins: What `installed_plugins` returned, which saves loading them for each
            audit; or names of plugins, where `built-in` stands for all of ours. All
            that are installed if absent.
        engagement: Path of an engagement file, or an engagement: who audits whom, and
            how a report for people looks.

    Raises:
        InputError: If the profile, the rubric, the engagement, the day or a name cannot
            be used; with every problem found.
        DuplicateCheckError: If two checks have one id.
        DuplicateExtensionError: If two plugins add one key to profiles.
        MissingExtraError: If the rubric has packs, and nothing to compute them with.
    """
    if not isinstance(plugins, Plugins):
        plugins = installed_plugins(plugins)
    if not isinstance(rubric, Rubric):
        plugins = with_packs_of(plugins, [rubric])
        rubric = chosen_rubric(rubric, plugins)
    if isinstance(profile, Profile):
        loaded = loaded_profile(profile)
    else:
        loaded = read_profile(profile, plugins.extensions)
    sources = {name: str(path) for name, path in (evidence or {}).items()}
    report = audited(loaded, plugins, rubric, _day(as_of), sources)
    return replace(report, engagement=_engagement(engagement))


def _day(as_of: date | None) -> date:
    """Return the day of an audit: of a moment its day, and today of nothing.

    Raises:
        InputError: If it is something else; checks would fail one by one.
    """
    given: object = as_of
    match given:
        case None:
            return today()
        case datetime():
            return given.date()
        case date():
            return given
        case _:
            message = f"Found {describe(given)} where the day of the audit has to be."
            hint = "Give a date, such as datetime.date(2026, 11, 21)."
            raise InputError([Problem(message, hint=hint)])


def installed_plugins(only: Iterable[str] = (), *, isolate: bool = False) -> Plugins:
    """Return the installed plugins, loaded.

    Args:
        only: Names of plugins, and `built-in` for all of ours; none means all.
        isolate: Whether those of third parties are imported and judged in processes of
            their own. Of these, checks and keys of profiles take part; what else
            they add is left out. The processes end when nothing refers to the plugins
            any more. A report in which they took part refers to them.

    Raises:
        InputError: If a name is that of no plugin.
        DuplicateCheckError: If two checks have one id.
        DuplicateExtensionError: If two plugins add one key to profiles. An isolated
            plugin is left out instead, here as where it has the id of another's check.
    """
    if not isolate:
        return Plugins.load(only)
    # Imported only where it is asked for.
    from auditor.isolation import isolated_plugins

    return isolated_plugins(only)


def with_packs_of(
    plugins: Plugins,
    rubrics: Iterable[str | Path | None],
    packs: Iterable[Path] = (),
) -> Plugins:
    """Return the plugins, and the checks of packs beside theirs.

    Args:
        plugins: The installed plugins.
        rubrics: Paths or names of rubrics, which may bring packs along.
        packs: More packs: files of checks without code, or folders of them.

    Raises:
        InputError: If a pack cannot be used, a check of one has the id of another, or
            there is no such rubric.
        MissingExtraError: If there are packs, and nothing to compute them with.
    """
    brought = (pack for rubric in rubrics for pack in _packs(rubric, plugins))
    every = (*packs, *brought)
    if not every:
        return plugins
    # Imported only where there is one: it brings a library for expressions.
    from auditor.packs import with_packs

    return with_packs(plugins, every)


def audited(
    loaded: LoadedProfile,
    plugins: Plugins,
    rubric: Rubric,
    as_of: date,
    replaced: Mapping[str, str],
) -> Report:
    """Measure the tables of a profile, and audit it.

    Args:
        loaded: The profile.
        plugins: The installed plugins.
        rubric: What to hold the profile against.
        as_of: The day of the audit.
        replaced: By id of a table, the path to read instead of the profile's source.

    Raises:
        InputError: If a table that is replaced does not exist.
    """
    evidence = evidence_of(loaded, replaced, plugins, as_of, rubric.limits)
    return engine.audit(loaded, plugins, as_of=as_of, rubric=rubric, evidence=evidence)


def evidence_of(
    loaded: LoadedProfile,
    replaced: Mapping[str, str],
    plugins: Plugins,
    as_of: date,
    limits: Limits,
) -> Evidence | None:
    """Measure the profile's tables of the last twelve months, if it has any.

    Raises:
        InputError: If a table that is replaced does not exist.
    """
    if not (loaded.profile.evidence or replaced):
        return None
    # Imported only where there is evidence: reading it needs packages of its own.
    from auditor.evidence_gathering import measured_evidence

    try:
        return measured_evidence(
            loaded,
            folders=plugins.presets,
            replaced=dict(replaced),
            as_of=as_of,
            since=months_before(as_of, PERIOD),
            limits=limits,
        )
    except MissingExtraError as error:
        tables = loaded.profile.evidence or ()
        return Evidence(faults=tuple(Fault(t.id, t.kind, error) for t in tables))


def chosen_rubric(called: str | Path | None, plugins: Plugins) -> Rubric:
    """Return a rubric by its path or name, or what the checks and areas say.

    Raises:
        InputError: If there is no such rubric, or it cannot be used.
    """
    if called is None:
        return Rubric.built_in(plugins.areas)
    # Imported only when one is asked for: most audits use the built-in rubric.
    from auditor.rubric_file import rubric_called

    return rubric_called(called, plugins.rubrics, plugins.areas)


def today() -> date:
    """Return the day: the only look at a clock that an audit takes."""
    return datetime.now().astimezone().date()


def _packs(rubric: str | Path | None, plugins: Plugins) -> tuple[Path, ...]:
    """Return the packs that a rubric brings along."""
    if rubric is None:
        return ()
    from auditor.rubric_file import packs_called

    return packs_called(rubric, plugins.rubrics)


def _engagement(engagement: str | Path | Engagement | None) -> Engagement | None:
    """Return the engagement that a file holds."""
    if not isinstance(engagement, str | Path):
        return engagement
    # Imported only for who has one.
    from auditor.engagement.reading import read_engagement

    return read_engagement(engagement)
