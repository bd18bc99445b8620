from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.evidence.statistics.nps import NetPromoterScore


@st.composite
def scores(draw: st.DrawFn) -> NetPromoterScore:
    n = draw(st.integers(1, 100_000))
    promoters = draw(st.integers(0, n))
    return NetPromoterScore(promoters, draw(st.integers(0, n - promoters)), n)


@pytest.mark.parametrize(
    ("n", "margin"),
    [(10, 42), (30, 27), (50, 21), (100, 15), (200, 11)],
)
def test_the_margin_is_that_of_the_published_table(n: int, margin: int) -> None:
    score = NetPromoterScore(n // 2, n // 5, n)
    assert round(score.margin) == margin


@pytest.mark.parametrize(("n", "margin"), [(400, 7.6), (1000, 4.8), (2000, 3.4)])
def test_the_margin_of_large_samples_too(n: int, margin: float) -> None:
    score = NetPromoterScore(n // 2, n // 5, n)
    assert score.margin == pytest.approx(margin, abs=0.05)


@given(scores())
def test_score_and_interval_stay_within_100_points(score: NetPromoterScore) -> None:
    low, high = score.interval()
    assert -100 <= low <= high <= 100
    assert -100 <= score.value <= 100


@given(scores())
def test_the_interval_holds_the_score_unless_all_answers_are_extreme(
    score: NetPromoterScore,
) -> None:
    # The adjustment pulls towards 0: only at the very ends does the score stand outside
    # by less than the answers added.
    low, high = score.interval()
    slack = 300 / (score.n + 3)
    assert low - slack <= score.value <= high + slack


@given(scores())
def test_promoters_and_detractors_mirror_each_other(score: NetPromoterScore) -> None:
    mirror = NetPromoterScore(score.detractors, score.promoters, score.n)
    assert mirror.value == -score.value
    low, high = score.interval()
    assert mirror.interval() == pytest.approx((-high, -low))


@given(scores())
def test_one_promoter_more_never_lowers_the_score(score: NetPromoterScore) -> None:
    more = NetPromoterScore(score.promoters + 1, score.detractors, score.n + 1)
    assert more.value >= score.value


@pytest.mark.parametrize(("n", "points"), [(100, 22), (400, 11), (1000, 7)])
def test_smaller_differences_than_the_published_ones_are_noise(
    n: int, points: int
) -> None:
    base = NetPromoterScore(50 * n // 100, 20 * n // 100, n)

    def moved(by: float) -> NetPromoterScore:
        half = round(by * n / 200)
        return NetPromoterScore(base.promoters + half, base.detractors - half, n)

    assert base.p_value_against(moved(points + 2)) < 0.05
    assert base.p_value_against(moved(points - 2)) > 0.05
    assert base.p_value_against(base) == 1


def test_a_move_of_three_points_in_a_quarter_is_noise() -> None:
    before, after = NetPromoterScore(200, 80, 400), NetPromoterScore(206, 74, 400)
    assert after.value - before.value == 3
    assert after.p_value_against(before) > 0.5
