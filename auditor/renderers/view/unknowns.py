"""What could not be assessed, what would answer it, and what was left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.finding import Outcome
from auditor.grading import counted
from auditor.renderers.order import areas_by_id, questions, with_outcome
from auditor.renderers.plain import short
from auditor.renderers.view.citations import citations, numbers_of
from auditor.renderers.view.places import line_of
from auditor.renderers.view.words import SEVERITIES, link, told
from auditor.translation import say, say_plural

if TYPE_CHECKING:
    from auditor.finding import Finding
    from auditor.profile.notice import Notice
    from auditor.renderers.view.citations import Numbers
    from auditor.renderers.view.words import Row, View
    from auditor.report import Report

__all__ = ["notices", "unknowns"]

MOST_NOTICES: Final = 40
"""Ours: notices that are printed."""


def unknowns(report: Report) -> View:
    """Return the view of what is unknown and of what does not apply."""
    unknown = with_outcome(report.findings, Outcome.NOT_ASSESSED)
    failed = with_outcome(report.findings, Outcome.ERROR)
    excluded = with_outcome(report.findings, Outcome.NOT_APPLICABLE)
    severities, numbers = list(SEVERITIES), numbers_of(report)
    unknown.sort(key=lambda finding: severities.index(finding.severity))
    return {
        "headline": headline(report),
        "questions": [
            {"key": key, "checks": [link(check) for check in checks]}
            for key, checks in questions(report.findings).items()
        ],
        "open": [_row(report, finding, numbers) for finding in unknown],
        "failed": [_row(report, finding, numbers) for finding in failed],
        "excluded": [_row(report, finding, numbers) for finding in excluded],
    }


def headline(report: Report) -> str:
    """Return how much is unknown, as a sentence."""
    every = counted(len(report.findings), "criterion", "criteria")
    outcomes = (Outcome.NOT_ASSESSED, Outcome.ERROR)
    unknown = len(with_outcome(report.findings, *outcomes))
    if not unknown:
        return say("Every criterion that applies could be assessed")
    return say(
        "{number} of {criteria} could not be assessed", number=unknown, criteria=every
    )


def _row(report: Report, finding: Finding, numbers: Numbers) -> View:
    return {
        **link(finding.check),
        "title": say(finding.title),
        "area": areas_by_id(report).get(finding.area, finding.area),
        "severity": say(SEVERITIES[finding.severity]),
        "reason": told(say(finding.reason)),
        "answered_by": ", ".join(finding.answered_by) or say("See the reason"),
        "sources": citations(finding.sources, numbers),
    }


def notices(report: Report) -> View:
    """Return the view of what in the profile is probably not as it was meant."""
    number = len(report.notices)
    more = number - MOST_NOTICES
    return {
        "headline": say_plural(
            "{n:,} entry of the profile is probably not as meant",
            "{n:,} entries of the profile are probably not as meant",
            number,
        ),
        "rows": [_notice(report, notice) for notice in report.notices[:MOST_NOTICES]],
        "left_out": say(counted(more, "more notice")) if more > 0 else "",
    }


def _notice(report: Report, notice: Notice) -> Row:
    place = line_of(report, notice.position, notice.pointer)
    return {"message": told(say(notice.message)), "place": short(place, 160)}
