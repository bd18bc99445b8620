"""What the rubric sets otherwise than usual, and why, where a page explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.renderers.view.citations import citations, numbers_of
from auditor.renderers.view.departures_said import departures_said, departures_said_of
from auditor.renderers.view.words import link, sentence
from auditor.translation import labelled, say

if TYPE_CHECKING:
    from auditor.finding import Finding
    from auditor.renderers.view.citations import Numbers
    from auditor.renderers.view.departures_said import SaidDeparture
    from auditor.renderers.view.words import View
    from auditor.report import Report

__all__ = ["departures", "departures_about"]


def departures(report: Report) -> list[View]:
    """Return everything that the rubric sets otherwise and that applied."""
    numbers = numbers_of(report)
    return [
        {
            **(link(said.check) if said.check else {"anchor": "", "check": ""}),
            "which": said.which,
            "what": said.what,
            "title": say(report.checks[said.check].title) if said.check else "",
            "usual": said.usual,
            "here": said.here,
            **_why(said, numbers),
        }
        for said in departures_said(report)
    ]


def departures_about(report: Report, finding: Finding, numbers: Numbers) -> list[View]:
    """Return what the rubric sets otherwise for the check of a finding.

    Args:
        report: The report.
        finding: The finding.
        numbers: The number under which each work is listed.
    """
    return [
        {
            "told": sentence(labelled(said.what, said.values)),
            **_why(said, numbers),
        }
        for said in departures_said_of(report, finding.check)
    ]


def _why(said: SaidDeparture, numbers: Numbers) -> View:
    cited = citations([said.work] if said.work else [], numbers)
    return {
        "because": said.because,
        "source": cited[0] if cited else None,
        "whose": said.whose,
        "set_by": said.set_by,
    }
