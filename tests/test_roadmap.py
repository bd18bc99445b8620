"""What to do first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from auditor.finding import AppliedWaiver, Effort, Outcome, Severity
from auditor.roadmap import roadmap
from auditor.scoring import scorecard
from tests.findings import AREAS, RUBRIC, finding, many

if TYPE_CHECKING:
    from auditor.finding import Finding
    from auditor.roadmap import Step

ACCEPTED = AppliedWaiver("Known", "Chief executive", None)


def planned(findings: list[Finding]) -> tuple[Step, ...]:
    return roadmap(scorecard(findings, AREAS, RUBRIC).findings, AREAS, RUBRIC)


@given(many())
def test_every_open_finding_has_one_step_and_nothing_else_has(
    findings: list[Finding],
) -> None:
    steps = planned(findings)
    assert sorted(step.check for step in steps) == sorted(
        finding.check for finding in findings if finding.open
    )
    assert [step.rank for step in steps] == list(range(1, len(steps) + 1))


@given(many())
def test_critical_findings_come_first(findings: list[Finding]) -> None:
    critical = [step.severity is Severity.CRITICAL for step in planned(findings)]
    assert critical == sorted(critical, reverse=True)


@given(many(least=1))
def test_the_score_rises_step_by_step_to_100(findings: list[Finding]) -> None:
    start = scorecard(findings, AREAS, RUBRIC).score.total
    steps = planned(findings)
    scores = [start, *(step.score_after for step in steps)]
    known = [score for score in scores if score is not None]
    assert known == sorted(known) or known == pytest.approx(sorted(known))
    if steps:
        assert steps[-1].score_after == pytest.approx(100)


@given(many(least=1))
def test_each_step_is_what_the_scorer_says_of_the_mended_findings(
    findings: list[Finding],
) -> None:
    done: set[str] = set()
    for step in planned(findings):
        done.add(step.check)
        mended = [
            replace(f, outcome=Outcome.MET) if f.check in done else f for f in findings
        ]
        after = scorecard(mended, AREAS, RUBRIC).score
        assert after.total == step.score_after
        assert after.gates == step.gates_after


def test_the_same_points_for_less_effort_come_sooner() -> None:
    findings = [
        finding("JC001", Outcome.NOT_MET, effort=Effort.LARGE),
        finding("JC002", Outcome.NOT_MET, effort=Effort.SMALL),
        finding("JC003", Outcome.NOT_MET, effort=Effort.MEDIUM),
    ]
    assert [step.check for step in planned(findings)] == ["JC002", "JC003", "JC001"]


def test_what_is_accepted_is_not_planned() -> None:
    accepted = finding("JC001", Outcome.NOT_MET, waiver=ACCEPTED)
    lapsed = finding("JC002", Outcome.NOT_MET, waiver=replace(ACCEPTED, problem="x"))
    assert [step.check for step in planned([accepted, lapsed])] == ["JC002"]


def test_mending_a_contradiction_brings_back_the_usual_severity() -> None:
    contradicted = replace(
        finding("JC001", Outcome.NOT_MET, severity=Severity.CRITICAL),
        contradicted=True,
        usual_severity=Severity.LOW,
    )
    other = finding("JC002", Outcome.NOT_MET, severity=Severity.MEDIUM)
    first, _ = planned([contradicted, other])
    assert first.points == pytest.approx(100 * 10 / 15)
    assert first.score_after == pytest.approx(100 * 2.5 / 7.5)


def test_what_is_unknown_stays_unknown_after_every_step() -> None:
    findings = [
        finding("JC001", Outcome.NOT_MET),
        finding("JC002", Outcome.NOT_ASSESSED),
    ]
    (step,) = planned(findings)
    assert (step.low_after, step.score_after, step.high_after) == (50, 100, 100)
