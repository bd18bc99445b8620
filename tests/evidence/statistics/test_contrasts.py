from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.evidence.statistics.contrasts import Votes, beyond_chance, contrast
from auditor.evidence.statistics.nps import NetPromoterScore
from auditor.evidence.statistics.proportions import difference, wilson

groups = st.integers(1, 400).flatmap(
    lambda n: st.integers(0, n).map(lambda up: Votes(up, n))
)
scores = st.integers(100, 400).flatmap(
    lambda n: st.integers(0, n).flatmap(
        lambda up: st.integers(0, n - up).map(lambda down: Votes(up, n, down))
    )
)


def test_newcombe_s_own_example() -> None:
    # Newcombe (1998), table II: 56/70 against 48/80, method 10.
    found = contrast(Votes(56, 70), Votes(48, 80))
    assert found is not None
    assert found.points == pytest.approx(20)
    assert (found.low, found.high) == pytest.approx((5.24, 33.39), abs=0.01)


@given(groups, groups)
def test_shares_differ_by_newcombe_s_interval(one: Votes, other: Votes) -> None:
    found = contrast(one, other)
    known = difference(one.up, one.n, other.up, other.n)
    assert found is not None
    assert known is not None
    assert found.low == pytest.approx(100 * known.low)
    assert found.high == pytest.approx(100 * known.high)


@given(scores, scores)
def test_the_difference_lies_in_its_interval_and_has_a_sign(
    one: Votes, other: Votes
) -> None:
    found, turned = contrast(one, other), contrast(other, one)
    assert found is not None
    assert turned is not None
    assert found.points == -turned.points
    assert (found.low, found.high) == pytest.approx((-turned.high, -turned.low))
    assert found.p_value == pytest.approx(turned.p_value)


@given(scores, scores)
def test_a_whole_less_a_part_is_the_rest(one: Votes, other: Votes) -> None:
    assert (one + other) - other == one


def test_a_group_is_as_sure_as_its_share_or_score() -> None:
    share, score = wilson(8, 10), NetPromoterScore(50, 20, 100)
    assert share is not None
    of_share = Votes(8, 10).interval()
    assert of_share == pytest.approx((100 * share.low, 100 * share.high))
    assert Votes(50, 100, 20).interval() == score.interval()
    assert (Votes(8, 10).points, Votes(50, 100, 20).points) == (80, 30)


def test_nothing_is_not_compared() -> None:
    assert contrast(Votes(0, 0), Votes(1, 1)) is None
    assert contrast(Votes(0, 0, 0), Votes(1, 1, 0)) is None


def test_a_score_is_compared_from_a_hundred_answers_on() -> None:
    enough = Votes(60, 100, 20)
    assert contrast(enough, enough) is not None
    assert contrast(Votes(60, 99, 20), enough) is None
    assert contrast(enough, Votes(60, 99, 20)) is None
    assert contrast(Votes(20, 30), Votes(20, 30)) is not None


def test_of_many_groups_one_must_stand_out_further() -> None:
    close, alike = (contrast(Votes(up, 100), Votes(60, 100)) for up in (45, 60))
    assert close is not None
    assert alike is not None
    assert 0.02 < close.p_value < 0.05
    assert beyond_chance([close]) == (True,)
    assert beyond_chance([alike, close, alike]) == (False, False, False)
    assert beyond_chance([]) == ()
