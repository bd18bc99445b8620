"""One finding in full, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.renderers.figures import price
from auditor.renderers.finding_measures import figures_of
from auditor.renderers.markdown.text import code, escaped
from auditor.renderers.order import OUTCOMES, accepted
from auditor.renderers.view.departures_said import departures_said_of
from auditor.renderers.view.words import SEVERITIES, sentence
from auditor.renderers.words import EFFORTS, GROUNDS, LENGTHS
from auditor.translation import labelled, say, say_plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.bibliography import Source
    from auditor.finding import Effort, Finding, Place
    from auditor.renderers.view.departures_said import SaidDeparture
    from auditor.report import Report

__all__ = ["one_finding", "why_said"]

MOST_PLACES: Final = 10
"""Ours: places named under one finding; the JSON result has them all."""
MOST_MEASURES: Final = 10
"""Ours: measures told under one finding."""


def one_finding(report: Report, finding: Finding, area: str) -> Iterator[str]:
    """Yield one finding whole: verdict, reason, advice, place, waiver, sources."""
    yield f"### {labelled(finding.check, escaped(say(finding.title)))}"
    yield ""
    lost = price(finding.points_lost)
    yield f"**{_verdict(finding)}** · {lost} · {escaped(area)}"
    yield ""
    yield escaped(say(finding.reason))
    yield ""
    yield f"- {labelled(say('What to do'), escaped(say(finding.advice)))}"
    yield f"- {labelled(say('Effort'), _effort(finding.effort))}"
    yield f"- {labelled(say('Rests on'), say(GROUNDS[finding.verified_by]))}"
    if measures := figures_of(report, finding, MOST_MEASURES):
        yield f"- {labelled(say('Measured'), '; '.join(map(escaped, measures)))}"
    for said in departures_said_of(report, finding.check):
        yield f"- {_set_otherwise(said)}"
    if finding.where:
        yield f"- {labelled(say('Where'), _places(finding.where))}"
    if finding.waiver:
        yield f"- {_waiver(finding)}"
    yield f"- {labelled(say('Sources'), '; '.join(map(_citation, finding.sources)))}"
    yield ""


def why_said(said: SaidDeparture) -> str:
    """Return why a rubric sets something otherwise, and whose the reason is."""
    author = _citation(said.work) if said.work else escaped(said.whose)
    whose = "; ".join(filter(None, (author, escaped(said.set_by))))
    return " ".join(filter(None, (escaped(said.because), whose and f"({whose})")))


def _set_otherwise(said: SaidDeparture) -> str:
    told = escaped(sentence(labelled(said.what, said.values)))
    return f"{labelled(say('This rubric'), told)} {why_said(said)}"


def _effort(effort: Effort) -> str:
    return f"{say(EFFORTS[effort])}, {say(LENGTHS[effort])}"


def _verdict(finding: Finding) -> str:
    words = f"{say(SEVERITIES[finding.severity])}, {say(OUTCOMES[finding.outcome])}"
    if finding.contradicted:
        words = say("{verdict}, a claim is contradicted", verdict=words)
    return say("{verdict}, accepted", verdict=words) if accepted(finding) else words


def _places(places: tuple[Place, ...]) -> str:
    # Two parts that nothing in the file tells apart are named once.
    named = list(dict.fromkeys(map(_place, places)))
    if (rest := len(named) - MOST_PLACES) > 0:
        named[MOST_PLACES:] = [say_plural("and {n} more", "and {n} more", rest)]
    return "; ".join(named)


def _place(place: Place) -> str:
    at = code(str(place.position) if place.position else place.pointer)
    return f"{escaped(place.label)} ({at})" if place.label else at


def _waiver(finding: Finding) -> str:
    waiver = finding.waiver
    if waiver is None or waiver.problem:
        problem = say(waiver.problem) if waiver else ""
        return say("A waiver does not count: {problem}", problem=escaped(problem))
    return say(
        "Accepted by {approver} until {day}: {reason}",
        approver=escaped(waiver.approver),
        day=waiver.expires,
        reason=escaped(waiver.reason),
    )


def _citation(work: Source) -> str:
    return f"{escaped(work.author)} {work.year or ''}".rstrip()
