"""Each area with its findings, worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.finding import Outcome
from auditor.renderers.figures import per_cent, points, price, span
from auditor.renderers.finding_measures import figures_of
from auditor.renderers.order import met, total_first, with_outcome, worst_first
from auditor.renderers.plain import short
from auditor.renderers.view.areas import area_anchor, bearing
from auditor.renderers.view.citations import citations, numbers_of
from auditor.renderers.view.departures import departures_about
from auditor.renderers.view.places import place
from auditor.renderers.view.words import (
    OUTCOMES,
    SEVERITIES,
    day,
    effort,
    ground,
    link,
    sentence,
    spoken,
    takes,
    told,
)
from auditor.translation import labelled, say, say_plural

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.finding import Finding
    from auditor.renderers.view.citations import Numbers
    from auditor.renderers.view.words import View
    from auditor.report import Report
    from auditor.scoring import AreaScore

__all__ = ["findings", "open_finding"]

LONGEST_WAIVER: Final = 200
"""Ours: characters of what someone gives as the reason for accepting a finding."""
MOST_PLACES: Final = 6
"""Ours: places of one finding that are printed; the JSON result has them all."""
SHORT: Final = 2
"""Ours: findings up to which an area needs no page of its own."""
MOST_MEASURES: Final = 6
"""Ours: measures of an open finding that are printed."""
MOST_MEASURES_MET: Final = 2
"""Ours: measures of a met one."""
UNKNOWN: Final = (Outcome.NOT_ASSESSED, Outcome.ERROR)


def findings(report: Report) -> list[View]:
    """Return a view of each area with its findings."""
    numbers = numbers_of(report)
    return [_area(report, area, numbers) for area in total_first(report)]


def _area(report: Report, area: AreaScore, numbers: Numbers) -> View:
    mine = [finding for finding in report.findings if finding.area == area.id]
    open_, met_ = worst_first(mine), met(mine)
    title, told = say(area.title), headline(area, len(met_))
    unknown = with_outcome(mine, *UNKNOWN)
    excluded = with_outcome(mine, Outcome.NOT_APPLICABLE)
    return {
        "anchor": area_anchor(report, area.id),
        "title": title,
        "headline": told,
        "heading": labelled(title, told),
        "facts": _facts(area),
        "open": [open_finding(report, finding, numbers) for finding in open_],
        "met": [_met(report, finding, numbers) for finding in met_],
        "unknown": _named(unknown),
        "excluded": _named(excluded),
        "empty": not mine,
        "short": len(open_) + len(met_) <= SHORT,
    }


def headline(area: AreaScore, met_: int) -> str:
    """Return how the area stands, as a sentence."""
    if area.score is None:
        return say("nothing could be assessed")
    return say_plural(
        "{score} of 100, {met} of {n} assessed criterion met",
        "{score} of 100, {met} of {n} assessed criteria met",
        area.assessed,
        score=points(area.score),
        met=met_,
    )


def _facts(area: AreaScore) -> str:
    if area.score is None:
        return say(
            "Score unknown · {number} criteria apply, none could be assessed",
            number=area.applicable,
        )
    return say(
        "Range {range} · assurance {assurance} · {assessed} of {applicable} criteria "
        "assessed · {bearing}",
        range=span(area.low, area.high),
        assurance=per_cent(area.assurance),
        assessed=area.assessed,
        applicable=area.applicable,
        bearing=bearing(area),
    )


def _named(findings: Iterable[Finding]) -> list[View]:
    return [
        {
            **link(finding.check),
            "title": short(say(finding.title), 160),
        }
        for finding in findings
    ]


def open_finding(report: Report, finding: Finding, numbers: Numbers) -> View:
    """Return a finding about which there is something to do.

    Args:
        report: The report that it is in.
        finding: The finding.
        numbers: Those of the works that the report cites.
    """
    places, more = _places(report, finding, MOST_PLACES)
    return {
        **link(finding.check),
        "title": say(finding.title),
        "outcome": say(OUTCOMES[finding.outcome]),
        "kind": str(finding.outcome),
        "share": ""
        if finding.share is None
        else say("{share} in place", share=per_cent(finding.share)),
        "severity": say(SEVERITIES[finding.severity]),
        "critical": finding.severity == "critical",
        "contradicted": _contradicted(finding),
        "price": price(finding.points_lost),
        "reason": told(say(finding.reason)),
        "advice": sentence(say(finding.advice)),
        "effort": effort(finding.effort),
        "takes": sentence(takes(finding.effort)),
        "places": places,
        "more_places": say_plural("and {n} more", "and {n} more", more) if more else "",
        "verified": ground(finding.verified_by),
        "measures": figures_of(report, finding, MOST_MEASURES),
        "departures": departures_about(report, finding, numbers),
        "sources": citations(finding.sources, numbers),
        "waiver": _waiver(finding),
    }


def _met(report: Report, finding: Finding, numbers: Numbers) -> View:
    """Return a finding about which there is nothing to do."""
    places, more = _places(report, finding, 1)
    return {
        **link(finding.check),
        "title": say(finding.title),
        "severity": say(SEVERITIES[finding.severity]),
        "reason": told(say(finding.reason)),
        "place": _one_place(places, more),
        "verified": ground(finding.verified_by),
        "measures": figures_of(report, finding, MOST_MEASURES_MET),
        "sources": citations(finding.sources, numbers),
        "waiver": _waiver(finding),
    }


def _one_place(places: list[str], more: int) -> str:
    """Return the only place that is told, and how many more there are."""
    if not places or not more:
        return "".join(places)
    return say_plural(
        "{place} and {n} more", "{place} and {n} more", more, place=places[0]
    )


def _places(report: Report, finding: Finding, most: int) -> tuple[list[str], int]:
    """Return the first places of a finding, and how many more it has."""
    # Several parts may stand on one line, and then read alike.
    every = list({place(report, entry): entry for entry in finding.where}.values())
    first = every[:most]
    told = [place(report, *pair) for pair in zip(first, (None, *first), strict=False)]
    return told, len(every) - len(first)


def _contradicted(finding: Finding) -> str:
    if not finding.contradicted:
        return ""
    usual = finding.usual_severity
    if usual is None or usual == finding.severity:
        return say("Contradicted: the profile claims it, its own records deny it.")
    return say(
        "Contradicted: the profile claims it, its own records deny it, so it weighs "
        "{severity} instead of {usual}.",
        severity=spoken(finding.severity),
        usual=spoken(usual),
    )


def _waiver(finding: Finding) -> str:
    waiver = finding.waiver
    if waiver is None:
        return ""
    if waiver.problem:
        return sentence(
            say(
                "A waiver was given, but does not count: {problem}",
                problem=say(waiver.problem),
            )
        )
    return say(
        "Accepted by {approver} until {day}: {reason}",
        approver=short(waiver.approver, 80),
        day=day(waiver.expires),
        reason=told(waiver.reason, LONGEST_WAIVER),
    )
