from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import t as student

from auditor.evidence.statistics.interval import mean_interval


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
