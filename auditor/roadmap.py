"""What to do first: open findings by the points they regain for the effort.

Critical findings come first; then those that regain most points for their effort;
then the cheaper; then by id. Accepted findings are left out: someone has decided.
Each step says what the score would be once it and all steps before it are met,
recomputed by the scorer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from auditor.finding import Effort, Finding, Outcome, Severity
from auditor.scoring import score

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.checks import Area
    from auditor.rubric import Rubric
    from auditor.scoring import Gate, Score

__all__ = ["EFFORT_COST", "Step", "mended_in_order", "roadmap"]

EFFORT_COST: Final = {Effort.SMALL: 1.0, Effort.MEDIUM: 3.0, Effort.LARGE: 6.0}
"""Ours: two weeks as the unit, a quarter as about three of those, longer as six."""


@dataclass(frozen=True, slots=True)
class Step:
    """One finding to be mended, in its place in the order."""

    rank: int
    """Its place, from 1."""
    check: str
    """The check's id."""
    title: str
    """The criterion to be met."""
    area: str
    """The area that it belongs to."""
    severity: Severity
    effort: Effort
    advice: str
    """What to do."""
    points: float
    """Points of the total that it regains by itself."""
    score_after: float | None
    """The total once this step and all before it are done."""
    low_after: float | None
    """The lower end of its range then: what is unknown stays unknown."""
    high_after: float | None
    """The upper end of its range then."""
    level_after: int | None
    """The level then."""
    gates_after: tuple[Gate, ...]
    """What bars higher levels then."""


def roadmap(
    findings: Iterable[Finding], areas: Iterable[Area], rubric: Rubric
) -> tuple[Step, ...]:
    """Return the open findings in the order in which to mend them."""
    findings = tuple(findings)
    return mended_in_order(
        sorted(_to_do(findings), key=_urgency), findings, areas, rubric
    )


def mended_in_order(
    order: Iterable[Finding],
    findings: Iterable[Finding],
    areas: Iterable[Area],
    rubric: Rubric,
) -> tuple[Step, ...]:
    """Return what the score is as one finding after the other is met.

    Args:
        order: Those to be met, the first first.
        findings: All findings, these among them.
        areas: All areas.
        rubric: What gives the findings their weight.
    """
    areas = tuple(areas)
    standing = {finding.check: finding for finding in findings}
    steps = []
    for rank, finding in enumerate(order, 1):
        standing[finding.check] = _mended(finding)
        after = score(standing.values(), areas, rubric)
        steps.append(_step(rank, finding, after))
    return tuple(steps)


def _to_do(findings: Iterable[Finding]) -> list[Finding]:
    return [
        finding
        for finding in findings
        if finding.open and not (finding.waiver and finding.waiver.counts)
    ]


def _urgency(finding: Finding) -> tuple[bool, float, float, str]:
    """Return the key by which the most urgent finding sorts first."""
    cost = EFFORT_COST[finding.effort]
    critical = finding.severity is Severity.CRITICAL
    return (not critical, -finding.points_lost / cost, cost, finding.check)


def _mended(finding: Finding) -> Finding:
    """Return the finding as it would be were the criterion met."""
    severity = finding.usual_severity or finding.severity
    return replace(finding, outcome=Outcome.MET, severity=severity, contradicted=False)


def _step(rank: int, finding: Finding, after: Score) -> Step:
    return Step(
        rank=rank,
        check=finding.check,
        title=finding.title,
        area=finding.area,
        severity=finding.severity,
        effort=finding.effort,
        advice=finding.advice,
        points=finding.points_lost,
        score_after=after.total,
        low_after=after.low,
        high_after=after.high,
        level_after=after.level,
        gates_after=after.gates,
    )
