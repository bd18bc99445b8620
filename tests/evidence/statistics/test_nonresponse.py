from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.evidence.statistics.nonresponse import (
    finite_population,
    response_rate,
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


def test_a_response_rate_needs_invitations() -> None:
    assert response_rate(25, 100) == 0.25
    assert response_rate(0, 0) is None
    with pytest.raises(ValueError, match="3 answers to 2 invitations"):
        response_rate(3, 2)


def test_asking_everybody_leaves_no_sampling_error() -> None:
    assert finite_population(0.05, 1000, 1000) == 0
    assert finite_population(0.05, 10, 10**9) == pytest.approx(0.05)
    assert finite_population(0.05, 1, 1) == 0
