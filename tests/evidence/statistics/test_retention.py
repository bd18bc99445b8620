from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.evidence.statistics.retention import lifetime_value, rescaled


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
