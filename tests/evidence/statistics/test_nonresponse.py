from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.evidence.statistics.nonresponse import (
    worst_case,
)

shares = st.floats(0, 1)


def test_a_fifth_answering_leaves_80_percent_between_16_and_96() -> None:
    assert worst_case(0.8, 0.2) == pytest.approx((0.16, 0.96))


@given(shares, shares)
def test_the_worst_case_holds_what_the_answers_say(share: float, rate: float) -> None:
    low, high = worst_case(share, rate)
    assert -1e-12 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1 + 1e-12
    assert high - low == pytest.approx(1 - rate)
