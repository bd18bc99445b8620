from __future__ import annotations

import pytest

from auditor.evidence.statistics.rates import Rate, rate_ratio


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
