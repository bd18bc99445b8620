"""The law in the docstring of `auditor.scoring`, promise by promise."""

from __future__ import annotations

from dataclasses import replace
from math import fsum
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from auditor.finding import SCORED, AppliedWaiver, Outcome, Severity, Verification
from auditor.scoring import scorecard
from tests.findings import AREAS, RUBRIC, finding, many, rubric_with

if TYPE_CHECKING:
    from random import Random

    from auditor.finding import Finding
    from auditor.scoring import Score

ACCEPTED = AppliedWaiver("Known", "Chief executive", None)


def score(findings: list[Finding]) -> Score:
    return scorecard(findings, AREAS, RUBRIC).score


@given(many())
def test_the_score_lies_in_its_range_and_the_range_in_0_to_100(
    findings: list[Finding],
) -> None:
    result = score(findings)
    if result.low is None or result.high is None:
        assert result.total is None
        return
    assert 0 <= result.low <= result.high <= 100
    if result.total is not None:
        assert result.low - 1e-9 <= result.total <= result.high + 1e-9
    assert result.assurance is not None
    assert 0 <= result.assurance <= 1


@given(many(least=1))
def test_points_lost_add_up_to_what_is_missing(findings: list[Finding]) -> None:
    card = scorecard(findings, AREAS, RUBRIC)
    assume(card.score.total is not None)
    lost = fsum(finding.points_lost for finding in card.findings)
    assert lost == pytest.approx(100 - (card.score.total or 0))


@given(many(), st.randoms(use_true_random=False))
def test_order_does_not_matter(findings: list[Finding], random: Random) -> None:
    shuffled = list(findings)
    random.shuffle(shuffled)
    assert score(shuffled) == score(findings)
    turned = scorecard(findings, AREAS[::-1], RUBRIC).score
    assert turned.total == score(findings).total


@given(many(least=1), st.data())
def test_a_larger_share_never_lowers_the_score(
    findings: list[Finding], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(findings) - 1))
    low, high = sorted(data.draw(st.tuples(st.floats(0, 1), st.floats(0, 1))))

    def at(share: float) -> float:
        changed = replace(findings[index], outcome=Outcome.PARTLY_MET, share=share)
        total = score([*findings[:index], changed, *findings[index + 1 :]]).total
        assert total is not None
        return total

    assert at(low) <= at(high) + 1e-9


@given(many(least=1), st.data())
def test_meeting_a_scored_criterion_never_lowers_anything(
    findings: list[Finding], data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(findings) - 1))
    assume(findings[index].scored)
    met = replace(findings[index], outcome=Outcome.MET)
    better = score([*findings[:index], met, *findings[index + 1 :]])
    worse = score(findings)
    assert (better.total or 0) >= (worse.total or 0) - 1e-9
    assert (better.level or 0) >= (worse.level or 0)


@given(many())
def test_it_is_blind_to_what_does_not_apply(findings: list[Finding]) -> None:
    applying = [f for f in findings if f.outcome is not Outcome.NOT_APPLICABLE]
    assert score(findings) == score(applying)


@given(many())
def test_words_and_places_change_nothing(findings: list[Finding]) -> None:
    reworded = [replace(f, reason="Other", title="Other", where=()) for f in findings]
    assert score(reworded) == score(findings)


@given(many(outcomes=SCORED))
def test_without_unknowns_there_is_no_range(findings: list[Finding]) -> None:
    result = score(findings)
    if result.total is not None:
        assert result.low == pytest.approx(result.total)
        assert result.high == pytest.approx(result.total)


@given(many(least=1))
def test_the_ends_of_the_range_are_reached_when_unknowns_are_settled(
    findings: list[Finding],
) -> None:
    def settled(outcome: Outcome) -> float | None:
        unknown = {Outcome.NOT_ASSESSED, Outcome.ERROR}
        return score(
            [
                replace(f, outcome=outcome) if f.outcome in unknown else f
                for f in findings
            ]
        ).total

    result = score(findings)
    assert settled(Outcome.NOT_MET) == pytest.approx(result.low)
    assert settled(Outcome.MET) == pytest.approx(result.high)


@given(many())
def test_a_waiver_never_lowers_and_never_touches_the_score_itself(
    findings: list[Finding],
) -> None:
    accepted = [replace(f, waiver=ACCEPTED) if f.open else f for f in findings]
    with_, without = score(accepted), score(findings)
    assert with_.total == without.total
    assert with_.level == without.level
    if with_.with_waivers is not None:
        assert with_.with_waivers == pytest.approx(100)


def test_a_void_waiver_regains_nothing() -> None:
    void = replace(ACCEPTED, problem="it lapsed")
    result = score([finding(outcome=Outcome.NOT_MET, waiver=void)])
    assert result.with_waivers == result.total == 0


def test_a_finding_earns_its_share_and_weighs_its_severity() -> None:
    findings = [
        finding("JC001", Outcome.NOT_MET, severity=Severity.CRITICAL),
        finding("JC002", Outcome.MET, severity=Severity.HIGH),
        finding("JC003", Outcome.PARTLY_MET, severity=Severity.MEDIUM, share=0.8),
        finding("JC004", Outcome.PARTLY_MET, severity=Severity.LOW),
    ]
    earned = 0 * 10 + 1 * 7.5 + 0.8 * 5 + 0.5 * 2.5
    assert score(findings).total == pytest.approx(100 * earned / 25)


def test_the_total_weighs_areas_not_checks() -> None:
    findings = [
        *(finding(f"JC{n:03}", Outcome.NOT_MET) for n in range(9)),
        finding("LO001", Outcome.MET, area="loops"),
    ]
    assert score(findings).total == pytest.approx(100 * 25 / 45)


def test_an_area_at_nought_still_counts() -> None:
    findings = [
        finding("JC001", Outcome.NOT_MET),
        finding("ME001", Outcome.MET, area="metrics"),
    ]
    assert score(findings).total == pytest.approx(100 * 15 / 35)


def test_an_area_of_no_weight_stands_beside_the_total() -> None:
    findings = [finding(outcome=Outcome.NOT_MET), finding("ME001", area="metrics")]
    rubric = rubric_with({"journeys": 20, "metrics": 0, "loops": 0})
    card = scorecard(findings, AREAS, rubric)
    assert card.score.total == 0
    assert [area.score for area in card.areas] == [0, 100, None]


def test_nothing_known_is_no_score_rather_than_nought() -> None:
    result = score([finding(outcome=Outcome.NOT_ASSESSED)])
    assert (result.total, result.level, result.with_waivers) == (None, None, None)
    assert (result.low, result.high) == (0, 100)


def test_nothing_at_all_gives_nothing() -> None:
    result = score([])
    assert (result.total, result.low, result.assurance) == (None, None, None)


def test_assurance_counts_the_unassessed_as_not_assured() -> None:
    findings = [
        finding("JC001", verified_by=Verification.COMPUTED),
        finding("JC002", verified_by=Verification.DECLARED),
        finding("JC003", Outcome.NOT_ASSESSED, verified_by=Verification.COMPUTED),
        finding("JC004", Outcome.NOT_APPLICABLE),
    ]
    assert score(findings).assurance == pytest.approx(1 / 3)


def everywhere(earned: float, **changes: Any) -> list[Finding]:
    """Return a finding in each area, so that each has the same score."""
    outcome = Outcome.MET if earned == 1 else Outcome.PARTLY_MET
    return [
        replace(
            finding(f"XX{n:03}", outcome, area=area.id, share=earned),
            **changes,
        )
        for n, area in enumerate(AREAS)
    ]


@pytest.mark.parametrize(
    ("share", "level"),
    [
        (0.2999, 1),
        (0.30, 2),
        (0.4999, 2),
        (0.50, 3),
        (0.6999, 3),
        (0.70, 4),
        (0.8499, 4),
        (0.85, 5),
        (1, 5),
    ],
)
def test_levels_begin_at_their_bounds(share: float, level: int) -> None:
    assert score(everywhere(share)).level == level


def test_a_failed_critical_check_bars_level_3_and_is_named() -> None:
    failed = finding(
        "JC002", Outcome.NOT_MET, severity=Severity.CRITICAL, area="journeys"
    )
    others = [
        replace(one, check=f"{one.check}{n}")
        for n in range(9)
        for one in everywhere(1, severity=Severity.CRITICAL)
    ]
    result = score([failed, *others])
    assert result.total is not None
    assert result.total > 85
    assert result.level == 2
    assert "JC002" in result.gates[0].reason


def test_a_partly_met_critical_check_bars_nothing() -> None:
    assert score(everywhere(0.9, severity=Severity.CRITICAL)).level == 5


def test_a_weak_main_area_bars_level_4() -> None:
    weak = replace(everywhere(1)[1], outcome=Outcome.PARTLY_MET, share=0.49)
    result = score([*everywhere(1)[:1], weak, *everywhere(1)[2:]])
    assert result.level == 3
    assert "Metrics" in result.gates[0].reason


def test_a_main_area_without_a_score_bars_level_4() -> None:
    assert score(everywhere(1)[:2]).level == 3


def test_little_assurance_makes_a_self_declared_assessment_of_level_2() -> None:
    declared = everywhere(1, verified_by=Verification.DECLARED)
    result = score(declared)
    assert result.self_declared
    assert result.level == 2


def test_level_5_asks_for_more_assurance_than_level_4() -> None:
    declared, assured, also = everywhere(1)
    mixed = [
        replace(assured, verified_by=Verification.DECLARED),
        replace(declared, verified_by=Verification.DECLARED),
        also,
    ]
    result = score(mixed)
    assert result.assurance == pytest.approx(25 / 60)
    assert not result.self_declared
    assert result.level == 4
