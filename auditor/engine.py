"""The whole audit on one screen: judge, excuse, score, order, report."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from auditor.checks import Context
from auditor.departures import departures
from auditor.evidence import Evidence
from auditor.finding import Finding, Outcome, Place, Verdict, failed
from auditor.profile.labels import label
from auditor.profile.notice import Notice
from auditor.report import PluginRecord, Report, Subject
from auditor.roadmap import roadmap
from auditor.rubric import LEFT_OUT, Rubric
from auditor.scoring import score, scorecard
from auditor.translation import message
from auditor.version import __version__
from auditor.waivers import apply_not_applicable, apply_waivers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from auditor.checks import Area, Check
    from auditor.plugin.collection import Plugins
    from auditor.profile.reading import LoadedProfile

__all__ = ["audit"]

_LOGGER: Final = logging.getLogger(__name__)


def audit(
    loaded: LoadedProfile,
    plugins: Plugins,
    *,
    as_of: date,
    rubric: Rubric | None = None,
    evidence: Evidence | None = None,
) -> Report:
    """Audit a profile: every installed check gives exactly one finding.

    Args:
        loaded: The profile, with the places of its values.
        plugins: The installed plugins.
        as_of: The day of the audit; nothing looks at a clock.
        rubric: What to hold the profile against; the built-in rubric if absent.
        evidence: What its tables say; nothing if absent.
    """
    rubric = rubric or Rubric.built_in(plugins.areas)
    evidence = evidence or Evidence()
    profile = loaded.profile
    findings = _findings(loaded, plugins, rubric, as_of, evidence)
    findings, exclusions = apply_not_applicable(findings, profile)
    findings, lapses = apply_waivers(findings, profile, as_of)
    card = scorecard(findings, plugins.areas, rubric)
    return Report(
        version=__version__,
        plugins=_records(plugins),
        rubric=rubric,
        as_of=as_of,
        subject=_subject(loaded),
        profile=profile,
        checks=plugins.checks,
        evidence=evidence,
        score=card.score,
        areas=card.areas,
        findings=card.findings,
        roadmap=roadmap(card.findings, plugins.areas, rubric),
        notices=(
            *loaded.notices,
            *_placed(loaded, *_faults(loaded, evidence), *exclusions, *lapses),
        ),
        isolation=plugins.isolation,
        departures=departures(rubric, plugins.areas),
    )


def _subject(loaded: LoadedProfile) -> Subject:
    name = loaded.profile.organisation.name
    return Subject(name, loaded.source, loaded.sha256, loaded.files)


def _findings(
    loaded: LoadedProfile,
    plugins: Plugins,
    rubric: Rubric,
    as_of: date,
    evidence: Evidence,
) -> tuple[Finding, ...]:
    """Return one finding for each check, by id.

    Areas beside the total are judged last: they may ask on what the others rest.
    """
    context = Context(loaded.profile, as_of, evidence=evidence)
    found: dict[str, Finding] = {}
    beside = [area for area in plugins.areas if not rubric.area_weights[area.id]]
    total = [area for area in plugins.areas if rubric.area_weights[area.id]]
    for area in (*total, *beside):
        if area in beside[:1]:
            so_far, _ = apply_not_applicable(tuple(found.values()), loaded.profile)
            assurance = score(so_far, total, rubric).assurance
            context = replace(context, assurance=assurance)
        for check in area.checks:
            own = replace(context, parameters=rubric.parameters[check.id])
            verdict = _verdict(check, own, selected=check.id in rubric.selected)
            found[check.id] = _told(check, area, verdict, loaded, rubric)
    return tuple(found[check_id] for check_id in plugins.checks)


def _verdict(check: Check, context: Context, *, selected: bool) -> Verdict:
    """Return what the check says; a check that fails says nothing of the profile."""
    if not selected:
        return Verdict(Outcome.NOT_APPLICABLE, LEFT_OUT)
    try:
        verdict: object = check.assess(context)
    # A check is somebody else's code: whatever it raises, the audit goes on.
    except (Exception, SystemExit) as error:
        # The finding names the error; where it happened is for the check's author.
        _LOGGER.warning("%s failed", check.id, exc_info=True)
        return failed(type(error).__name__)
    return verdict if isinstance(verdict, Verdict) else failed()


def _told(
    check: Check, area: Area, verdict: Verdict, loaded: LoadedProfile, rubric: Rubric
) -> Finding:
    """Return the finding; where none can be made, that the check failed."""
    try:
        return _finding(check, area, verdict, loaded, rubric)
    except Exception as error:
        _LOGGER.warning("%s failed", check.id, exc_info=True)
        return _finding(check, area, failed(type(error).__name__), loaded, rubric)


def _finding(
    check: Check, area: Area, verdict: Verdict, loaded: LoadedProfile, rubric: Rubric
) -> Finding:
    """Join a verdict to its check and to its places in the profile."""
    severity = rubric.severities[check.id]
    raised = severity.raised() if verdict.contradicted else severity
    open_ = verdict.outcome in {Outcome.PARTLY_MET, Outcome.NOT_MET}
    return Finding(
        check=check.id,
        area=area.id,
        title=check.title,
        severity=raised,
        usual_severity=severity if verdict.contradicted else None,
        effort=check.effort,
        outcome=verdict.outcome,
        reason=verdict.reason,
        advice=(verdict.advice or check.remedy) if open_ else "",
        verified_by=verdict.verified_by or check.verification,
        share=verdict.share,
        contradicted=verdict.contradicted,
        where=tuple(_places(loaded, verdict)),
        answered_by=verdict.answered_by,
        measures=tuple(measure.id for measure in verdict.measures),
        rooms=verdict.rooms,
        sources=check.sources,
        parameters=dict(rubric.parameters[check.id]),
    )


def _places(loaded: LoadedProfile, verdict: Verdict) -> Iterator[Place]:
    """Yield the parts of the profile on which a verdict rests, its tables last."""
    tables = {measure.table for measure in verdict.measures}
    datasets = loaded.profile.evidence or ()
    rested_on = (table.pointer for table in datasets if table.id in tables)
    for pointer in (*verdict.where, *rested_on):
        yield Place(pointer, label(loaded.profile, pointer), loaded.locate(pointer))


def _faults(loaded: LoadedProfile, evidence: Evidence) -> Iterator[Notice]:
    """Yield which tables say nothing, and why."""
    pointers = {table.id: table.pointer for table in loaded.profile.evidence or ()}
    for fault in evidence.faults:
        told = message(
            "The table {table} is not measured. {reason}",
            table=fault.dataset,
            reason=fault.reason,
        )
        yield Notice(told, pointers.get(fault.dataset, ""))


def _placed(loaded: LoadedProfile, *notices: Notice) -> Iterator[Notice]:
    for notice in notices:
        yield replace(notice, position=loaded.locate(notice.pointer))


def _records(plugins: Plugins) -> tuple[PluginRecord, ...]:
    """Return who took part, and who could not."""
    return tuple(
        PluginRecord(
            plugin.name,
            plugin.version,
            tuple(sorted(check.id for check in plugin.checks)),
            plugin.failure,
            plugin.sha256,
            plugin.isolated,
            {old: check.id for check in plugin.checks for old in check.aliases},
        )
        for plugin in plugins.installed
    )
