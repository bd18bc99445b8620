from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from auditor.evidence.statistics.percentiles import (
    interpolation,
    interval_ranks,
    smallest_bounded,
)

sizes = st.integers(1, 200_000)
shares = st.sampled_from([0.5, 0.9, 0.95])


@pytest.mark.parametrize(("n", "ranks"), [(50, (41, 50)), (100, (84, 96))])
def test_ranks_around_p90_are_those_published(n: int, ranks: tuple[int, int]) -> None:
    assert interval_ranks(n, 0.9) == ranks


def test_ranks_around_the_median_are_those_of_the_tables() -> None:
    # The tables of the sign test: 2..9 for ten values, 10..21 for thirty.
    assert interval_ranks(10, 0.5) == (2, 9)
    assert interval_ranks(30, 0.5) == (10, 21)


@pytest.mark.parametrize(("share", "n"), [(0.9, 36), (0.95, 72)])
def test_a_finite_upper_bound_takes_so_many_values(share: float, n: int) -> None:
    assert smallest_bounded(share) in {n, n + 1}
    assert interval_ranks(smallest_bounded(share), share).high is not None
    assert interval_ranks(n - 1, share).high is None


@given(sizes, shares)
def test_ranks_cover_the_percentile_as_often_as_promised(n: int, share: float) -> None:
    low, high = interval_ranks(n, share)
    below = 0.0 if low is None else float(binom.cdf(low - 1, n, share))
    above = 0.0 if high is None else float(binom.sf(high - 1, n, share))
    assert below <= 0.025 + 1e-9
    assert above <= 0.025 + 1e-9


@given(sizes, shares)
def test_ranks_lie_around_the_value_itself(n: int, share: float) -> None:
    low, high = interval_ranks(n, share)
    below, above, _ = interpolation(n, share)
    assert low is None or 1 <= low <= above
    assert high is None or below <= high <= n


def test_of_nothing_there_are_no_ranks() -> None:
    assert interval_ranks(0, 0.5) == (None, None)


@given(
    st.lists(st.floats(0, 1e6), min_size=1, max_size=50), st.sampled_from([0.5, 0.9])
)
def test_interpolation_is_that_of_numpy(values: list[float], share: float) -> None:
    below, above, along = interpolation(len(values), share)
    ordered = sorted(values)
    found = ordered[below - 1] + along * (ordered[above - 1] - ordered[below - 1])
    assert found == pytest.approx(float(np.quantile(values, share)))
