from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t as student  # type: ignore[import-untyped]
from statsmodels.stats.multitest import multipletests  # type: ignore[import-untyped]

from auditor.evidence.statistics import Standing, standing
from auditor.evidence.statistics.comparisons import herfindahl, holm, reweighted
from auditor.evidence.statistics.interval import mean_interval, sure
from auditor.evidence.statistics.nonresponse import (
    finite_population,
    response_rate,
    worst_case,
)
from auditor.evidence.statistics.rates import Rate, rate_ratio
from auditor.evidence.statistics.retention import lifetime_value, rescaled
from auditor.evidence.statistics.trends import (
    Month,
    control_limits,
    is_partial,
    last_run,
)

shares = st.floats(0, 1)


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (9, Standing.SUPPRESSED),
        (10, Standing.SHOWN),
        (29, Standing.SHOWN),
        (30, Standing.JUDGED),
    ],
)
def test_small_groups_are_hidden_or_shown_without_a_verdict(
    n: int, expected: Standing
) -> None:
    assert standing(n) is expected


@given(st.lists(st.floats(0, 10), min_size=2, max_size=30))
def test_the_interval_of_a_mean_is_students(values: list[float]) -> None:
    n, total = len(values), sum(values)
    ours = mean_interval(n, total, sum(v * v for v in values))
    mean = total / n
    spread = (sum((v - mean) ** 2 for v in values) / (n - 1) / n) ** 0.5
    half = float(student.ppf(0.975, n - 1)) * spread
    assert ours == pytest.approx((mean - half, mean + half), abs=1e-5)


def test_one_value_has_no_interval() -> None:
    assert mean_interval(1, 3, 9) is None


def test_a_fifth_answering_leaves_80_percent_between_16_and_96() -> None:
    assert worst_case(0.8, 0.2) == pytest.approx((0.16, 0.96))


@given(shares, shares)
def test_the_worst_case_holds_what_the_answers_say(share: float, rate: float) -> None:
    low, high = worst_case(share, rate)
    assert -1e-12 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1 + 1e-12
    assert high - low == pytest.approx(1 - rate)


def test_a_response_rate_needs_invitations() -> None:
    assert response_rate(25, 100) == 0.25
    assert response_rate(0, 0) is None
    with pytest.raises(ValueError, match="3 answers to 2 invitations"):
        response_rate(3, 2)


def test_asking_everybody_leaves_no_sampling_error() -> None:
    assert finite_population(0.05, 1000, 1000) == 0
    assert finite_population(0.05, 10, 10**9) == pytest.approx(0.05)
    assert finite_population(0.05, 1, 1) == 0


def test_a_rate_ratio_is_that_of_the_textbook() -> None:
    # Rothman's breast cancer and X-ray data: 41 in 28,010 and 15 in 19,017 woman-years.
    found = rate_ratio(Rate(41, 28_010), Rate(15, 19_017))
    assert found is not None
    ratio, interval = found
    assert ratio == pytest.approx(1.86, abs=0.005)
    assert interval == pytest.approx((1.03, 3.35), abs=0.01)
    assert Rate(41, 28_010).per(10_000) == pytest.approx(14.6, abs=0.05)


def test_without_events_there_is_no_ratio() -> None:
    assert rate_ratio(Rate(0, 10), Rate(3, 10)) is None


@given(st.lists(shares, max_size=20))
def test_holm_is_that_of_statsmodels(p_values: list[float]) -> None:
    ours = holm(p_values)
    if p_values:
        assert ours == pytest.approx(multipletests(p_values, method="holm")[1])
    assert all(one >= p for one, p in zip(ours, p_values, strict=True))


def test_one_bad_segment_of_twenty_is_chance() -> None:
    assert sure(0.04)
    assert not any(sure(p) for p in holm([0.04] + [0.5] * 19))


def test_a_change_of_mix_is_no_change_of_quality() -> None:
    # Each channel is as good as before; only more come by the weaker one.
    assert reweighted({"web": 0.9, "phone": 0.6}, {"web": 80, "phone": 20}) == (
        pytest.approx(0.84)
    )
    assert reweighted({"web": 0.9}, {"web": 80, "phone": 20}) is None


def test_concentration_runs_from_an_even_share_to_one() -> None:
    assert herfindahl([7, 0]) == 1
    assert herfindahl([5, 5, 5, 5]) == pytest.approx(0.25)
    assert herfindahl([]) is None


def test_a_months_churn_is_not_multiplied_by_twelve() -> None:
    assert rescaled(0.05, 365 / 12) == pytest.approx(1 - 0.95**12)


@given(st.floats(0, 0.9), st.floats(1, 1000), st.floats(1, 1000))
def test_rescaling_there_and_back_changes_nothing(
    churn: float, days: float, to: float
) -> None:
    there = rescaled(churn, days, to)
    if there < 0.999:
        assert rescaled(there, to, days) == pytest.approx(churn, abs=1e-6)


def test_a_customer_is_worth_the_sum_of_discounted_margins() -> None:
    margin, kept, discount = 100.0, 0.8, 0.1
    later = sum(margin * kept**t / (1 + discount) ** t for t in range(1, 500))
    assert lifetime_value(margin, kept, discount) == pytest.approx(later)
    at_once = lifetime_value(margin, kept, discount, at_once=True)
    assert at_once == pytest.approx(later + margin)
    with pytest.raises(ValueError, match="no finite value"):
        lifetime_value(1, 1, 0)


def months(*texts: str) -> list[Month]:
    return [Month.parse(text) for text in texts]


def test_a_gap_breaks_a_trend() -> None:
    seen = months("2025-11", "2025-12", "2026-01", "2026-02", "2026-04", "2026-05")
    run = last_run(seen, date(2025, 11, 1), date(2026, 5, 31))
    assert run.months == tuple(months("2026-04", "2026-05"))
    assert not run.stated


def test_a_partial_last_month_is_marked_and_left_out() -> None:
    first, last = date(2026, 1, 1), date(2026, 5, 12)
    assert is_partial(Month(2026, 5), first, last)
    assert not is_partial(Month(2026, 4), first, last)
    seen = months("2026-01", "2026-02", "2026-03", "2026-04", "2026-05")
    run = last_run(seen, first, last)
    assert run.months[-1] == Month(2026, 4)
    assert run.stated
    assert not run.charted


def test_a_year_runs_over_into_the_next() -> None:
    assert str(Month(2025, 12).next) == "2026-01"
    assert Month(2024, 2).last == date(2024, 2, 29)
    with pytest.raises(ValueError, match="Invalid"):
        Month.parse("2026-x3")


def test_control_limits_take_eight_values() -> None:
    assert control_limits([1.0] * 7) is None
    low, high = control_limits([10, 12, 10, 12, 10, 12, 10, 12]) or (0, 0)
    assert (low, high) == pytest.approx((11 - 2.66 * 2, 11 + 2.66 * 2))
