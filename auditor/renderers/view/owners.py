"""A sheet for each department, with the findings that rest on what it owns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from auditor.grading import counted, named
from auditor.profile.departments import Department
from auditor.renderers.order import worst_first
from auditor.renderers.view.citations import numbers_of
from auditor.renderers.view.findings import open_finding
from auditor.renderers.view.names import Names
from auditor.renderers.view.words import SEVERITIES, capped, left_out
from auditor.translation import labelled, message, say, say_plural, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor.finding import Finding, Place
    from auditor.profile.section import Section
    from auditor.renderers.view.words import View
    from auditor.report import Report

    Owned: TypeAlias = dict[str, dict[str, tuple[Place, ...]]]

__all__ = ["owners", "owners_of_findings"]

MOST_SHEETS: Final = 40
"""Ours: departments that get a sheet; as many as the full report draws."""
MOST_NAMES: Final = 12
"""Ours: departments without a finding that are named."""
NOBODY: Final = message("No single department")
NOTE: Final = message(
    "A finding is on the sheet of each department that owns a part of the profile on "
    "which it rests, with the places that are its own. Several departments may share "
    "one, so the sheets do not add up; what it costs is what it costs the whole. Its "
    "sources are in the full report."
)


def owners(report: Report) -> View:
    """Return the view of the sheets of all departments."""
    owned = owners_of_findings(report)
    names = Names.of(report.profile)
    ids = [department.id for department in report.profile.departments or ()]
    # Who is named as an owner and not described as a department gets a sheet too.
    others = sorted({id_ for each in owned.values() for id_ in each} - set(ids) - {""})
    mine = {id_: _findings(report, owned, id_) for id_ in (*ids, *others, "")}
    busy = [id_ for id_ in mine if mine[id_]]
    sheets = busy[:MOST_SHEETS]
    more = len(busy) - len(sheets)
    return {
        "masthead": {"title": say("{title}: for the owners", title=report.title)},
        "label": say("Sheet of a department"),
        "headline": _headline(owned, busy),
        "note": say(NOTE),
        "without": _without([names.department(i) for i in ids if not mine[i]]),
        "left_out": left_out(more, counted(more, "more department")),
        "sheets": [
            _sheet(report, number, names.department(id_) or say(NOBODY), mine[id_])
            for number, id_ in enumerate(sheets, 1)
        ],
    }


def owners_of_findings(report: Report) -> Owned:
    """Return by check and department the places of an open finding that it owns.

    The innermost owner around a place counts; a finding that rests on nothing that
    somebody owns has the owner "".
    """
    known = dict(_owners(report.profile, ""))
    found: Owned = {}
    for finding in report.findings:
        if finding.open:
            places: dict[str, tuple[Place, ...]] = {}
            for place in finding.where:
                if owner := _nearest(known, place.pointer):
                    places[owner] = (*places.get(owner, ()), place)
            found[finding.check] = places or {"": finding.where}
    return found


def _owners(section: Section, around: str) -> Iterator[tuple[str, str]]:
    """Yield each part of a profile with its owner, or that of what is around it."""
    own = getattr(section, "owner", None)
    if isinstance(section, Department):
        own = section.id
    owner = own or around
    yield section.pointer, owner
    for _, part in section.parts():
        yield from _owners(part, owner)


def _nearest(known: dict[str, str], pointer: str) -> str:
    """Return the owner of the innermost known part around a place."""
    while pointer not in known and pointer:
        pointer = pointer.rpartition("/")[0]
    return known.get(pointer, "")


def _findings(report: Report, owned: Owned, department: str) -> list[Finding]:
    """Return the open findings of a department, worst first, with its places alone."""
    return worst_first(
        replace(finding, where=owned[finding.check][department])
        for finding in report.findings
        if department in owned.get(finding.check, {})
    )


def _sheet(report: Report, number: int, name: str, mine: list[Finding]) -> View:
    critical = sum(finding.severity == "critical" for finding in mine)
    ranks = {step.check: step.rank for step in report.roadmap}
    works = numbers_of(report)
    return {
        "anchor": f"sheet-{number}",
        "name": name,
        "headline": _sheet_headline(name, mine, critical),
        "facts": _facts(mine),
        "number": written(len(mine)),
        "critical": written(critical),
        "findings": [
            {
                "finding": open_finding(report, finding, works),
                "id": f"sheet-{number}-{finding.check}",
                "rank": say("step {rank} of the roadmap", rank=ranks[finding.check])
                if finding.check in ranks
                else "",
            }
            for finding in mine
        ],
    }


def _sheet_headline(name: str, mine: Sequence[Finding], critical: int) -> str:
    worst = counted(len(mine), "open finding")
    if not critical:
        return say("{name}: {findings}", name=name, findings=worst)
    return say(
        "{name}: {findings}, {critical} critical",
        name=name,
        findings=worst,
        critical=critical,
    )


def _facts(mine: Sequence[Finding]) -> str:
    """Return how many findings there are of each severity."""
    numbers = {
        name: sum(finding.severity == severity for finding in mine)
        for severity, name in SEVERITIES.items()
    }
    return " · ".join(
        labelled(say(name), written(number))
        for name, number in numbers.items()
        if number
    )


def _headline(owned: Owned, busy: list[str]) -> str:
    if not owned:
        return say("No finding is open")
    departments = sum(bool(id_) for id_ in busy)
    unowned = sum("" in each for each in owned.values())
    every = counted(len(owned), "open finding")
    if not departments:
        return say("{findings} on what no single department owns", findings=every)
    if not unowned:
        return say_plural(
            "{findings}, every one on something that {n:,} department owns",
            "{findings}, every one on something that {n:,} departments own",
            departments,
            findings=every,
        )
    return say_plural(
        "{findings}: {owned} on what {n:,} department owns, {unowned} on what no "
        "single one does",
        "{findings}: {owned} on what {n:,} departments own, {unowned} on what no "
        "single one does",
        departments,
        findings=every,
        owned=len(owned) - unowned,
        unowned=unowned,
    )


def _without(names: list[str]) -> str:
    """Return which departments have no finding."""
    shown, more = capped(names, MOST_NAMES)
    if not shown:
        return ""
    if not more:
        return say_plural(
            "{departments} has no open finding.",
            "{departments} have no open finding.",
            len(names),
            departments=named(shown),
        )
    return say_plural(
        "{departments} and {n:,} more department have no open finding.",
        "{departments} and {n:,} more departments have no open finding.",
        more,
        departments=", ".join(shown),
    )
