"""What the rubric sets otherwise than usual, and why, where a page explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.renderers.view.citations import citations
from auditor.renderers.view.departures_said import departures_said
from auditor.renderers.view.words import link, sentence
from auditor.translation import labelled, say

if TYPE_CHECKING:
    from auditor.finding import Finding
    from auditor.renderers.view.departures_said import SaidDeparture
    from auditor.renderers.view.words import View
    from auditor.report import Report

__all__ = ["departures", "departures_about"]


def departures(report: Report) -> list[View]:
    """Return everything that the rubric sets otherwise and that applied."""
    return [
        {
            **(link(said.check) if said.check else {"anchor": "", "check": ""}),
            "which": said.which,
            "what": said.what,
            "title": say(report.checks[said.check].title) if said.check else "",
            "usual": said.usual,
            "here": said.here,
            **_why(report, said),
        }
        for said in departures_said(report)
    ]


def departures_about(report: Report, finding: Finding) -> list[View]:
    """Return what the rubric sets otherwise for the check of a finding."""
    return [
        {
            "told": sentence(labelled(said.what, said.values)),
            **_why(report, said),
        }
        for said in departures_said(report)
        if said.check == finding.check
    ]


def _why(report: Report, said: SaidDeparture) -> View:
    cited = citations(report, [said.work] if said.work else [])
    return {
        "because": said.because,
        "source": cited[0] if cited else None,
        "whose": said.whose,
    }
