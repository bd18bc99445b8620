from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from auditor.evidence.statistics.comparisons import herfindahl, holm
from auditor.evidence.statistics.interval import sure

shares = st.floats(0, 1)


@given(st.lists(shares, max_size=20))
def test_holm_is_that_of_statsmodels(p_values: list[float]) -> None:
    ours = holm(p_values)
    if p_values:
        assert ours == pytest.approx(multipletests(p_values, method="holm")[1])
    assert all(one >= p for one, p in zip(ours, p_values, strict=True))


def test_one_bad_segment_of_twenty_is_chance() -> None:
    assert sure(0.04)
    assert not any(sure(p) for p in holm([0.04] + [0.5] * 19))


def test_concentration_runs_from_an_even_share_to_one() -> None:
    assert herfindahl([7, 0]) == 1
    assert herfindahl([5, 5, 5, 5]) == pytest.approx(0.25)
    assert herfindahl([]) is None
