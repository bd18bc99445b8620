"""Which findings a report for people shows, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.finding import Finding, Outcome, Severity
from auditor.translation import message, plural, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.report import Report
    from auditor.scoring import AreaScore

__all__ = [
    "OUTCOMES",
    "accepted",
    "areas_by_id",
    "assessed",
    "count_outcomes",
    "met",
    "outcomes_in_words",
    "questions",
    "total_first",
    "with_outcome",
    "worst_first",
]

OUTCOMES: Final = {
    Outcome.MET: message("met"),
    Outcome.PARTLY_MET: message("partly met"),
    Outcome.NOT_MET: message("not met"),
    Outcome.NOT_ASSESSED: message("not assessed"),
    Outcome.NOT_APPLICABLE: message("not applicable"),
    Outcome.ERROR: message("error"),
}
"""Every outcome in words for people."""

_COUNTED: Final = {
    Outcome.MET: plural("{n} met", "{n} met", 0),
    Outcome.PARTLY_MET: plural("{n} partly met", "{n} partly met", 0),
    Outcome.NOT_MET: plural("{n} not met", "{n} not met", 0),
    Outcome.NOT_ASSESSED: plural("{n} not assessed", "{n} not assessed", 0),
    Outcome.NOT_APPLICABLE: plural("{n} not applicable", "{n} not applicable", 0),
    Outcome.ERROR: plural("{n} error", "{n} error", 0),
}
"""The same with their number, with which adjectives agree in some languages."""
_RANK: Final = {severity: rank for rank, severity in enumerate(Severity)}


def accepted(finding: Finding) -> bool:
    """Whether a waiver that counts covers the finding."""
    return finding.waiver is not None and finding.waiver.counts


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return the open findings, the worst first and accepted ones last.

    Of the same severity, disproved claims come first, then what costs most.
    """

    def badness(finding: Finding) -> tuple[bool, int, bool, float, str]:
        return (
            accepted(finding),
            _RANK[finding.severity],
            not finding.contradicted,
            -finding.points_lost,
            finding.check,
        )

    return sorted((finding for finding in findings if finding.open), key=badness)


def met(findings: Iterable[Finding]) -> list[Finding]:
    """Return what is met, the weightiest first."""
    strengths = with_outcome(findings, Outcome.MET)
    return sorted(strengths, key=lambda f: (_RANK[f.severity], f.check))


def with_outcome(findings: Iterable[Finding], *outcomes: Outcome) -> list[Finding]:
    """Return the findings of these outcomes, in the order given."""
    return [finding for finding in findings if finding.outcome in outcomes]


def questions(findings: Iterable[Finding]) -> dict[str, list[str]]:
    """Return the profile keys that would answer what is not assessed.

    Each with the ids of the checks that wait for it; the most wanted key first.
    """
    wanted: dict[str, list[str]] = {}
    for finding in with_outcome(findings, Outcome.NOT_ASSESSED):
        for key in finding.answered_by:
            wanted.setdefault(key, []).append(finding.check)
    return dict(sorted(wanted.items(), key=lambda pair: (-len(pair[1]), pair[0])))


def count_outcomes(findings: Iterable[Finding]) -> dict[Outcome, int]:
    """Return how many findings have each outcome, all outcomes named."""
    counts = dict.fromkeys(Outcome, 0)
    for finding in findings:
        counts[finding.outcome] += 1
    return counts


def outcomes_in_words(findings: Iterable[Finding]) -> str:
    """Return how many findings have each outcome: "25 met, 3 not met"."""
    counted = (
        say(_COUNTED[outcome].counting(number))
        for outcome, number in count_outcomes(findings).items()
        if number
    )
    return ", ".join(counted)


def assessed(report: Report) -> str:
    """Return how many criteria the total rests on: "1 of 73"; none beside it."""
    weighed = [area for area in report.areas if area.weight]
    scored = sum(area.assessed for area in weighed)
    every = sum(area.applicable for area in weighed)
    return say("{part} of {whole}", part=scored, whole=every)


def total_first(report: Report) -> list[AreaScore]:
    """Return the areas that make up the total, then those that stand beside it."""
    return sorted(report.areas, key=lambda area: not area.weight)


def areas_by_id(report: Report) -> dict[str, str]:
    """Return the titles of the areas by id."""
    return {area.id: say(area.title) for area in report.areas}
