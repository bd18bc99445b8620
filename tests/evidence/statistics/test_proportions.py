from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats import proportion

from auditor.evidence.statistics.proportions import (
    difference,
    difference_p_value,
    wilson,
)

if TYPE_CHECKING:
    from auditor.evidence.statistics import Interval


@st.composite
def counts(draw: st.DrawFn) -> tuple[int, int]:
    n = draw(st.integers(1, 100_000))
    return draw(st.integers(0, n)), n


def interval(hits: int, n: int) -> Interval:
    found = wilson(hits, n)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    [
        (8, 10, 49, 94),
        (24, 30, 63, 90),
        (80, 100, 71, 87),
        (320, 400, 76, 84),
        (0, 30, 0, 11),
        (30, 30, 89, 100),
    ],
)
def test_wilson_gives_the_published_table(
    hits: int, n: int, low: int, high: int
) -> None:
    assert [round(100 * end) for end in interval(hits, n)] == [low, high]


@given(counts())
def test_wilson_is_that_of_statsmodels(count: tuple[int, int]) -> None:
    theirs = proportion.proportion_confint(*count, method="wilson")
    assert interval(*count) == pytest.approx(theirs, abs=1e-9)


@given(counts())
def test_wilson_holds_the_share_within_0_and_1(count: tuple[int, int]) -> None:
    hits, n = count
    low, high = interval(hits, n)
    assert 0 <= low <= hits / n <= high <= 1


@given(counts())
def test_wilson_treats_hits_and_misses_alike(count: tuple[int, int]) -> None:
    hits, n = count
    low, high = interval(hits, n)
    mirrored = interval(n - hits, n)
    assert (1 - high, 1 - low) == pytest.approx(mirrored, abs=1e-9)


@given(counts(), st.integers(2, 10))
def test_more_answers_never_widen_wilson(count: tuple[int, int], more: int) -> None:
    hits, n = count
    assert interval(hits * more, n * more).margin <= interval(hits, n).margin


def test_nothing_counted_has_no_interval() -> None:
    assert wilson(0, 0) is None
    assert difference(1, 2, 0, 0) is None


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((10, 10, 0, 10), 0.6075, 1.0),
    ],
)
def test_newcombe_gives_the_intervals_of_his_paper(
    counts: tuple[int, int, int, int], low: float, high: float
) -> None:
    assert difference(*counts) == pytest.approx((low, high), abs=5e-5)


@given(counts(), counts())
def test_newcombe_is_that_of_statsmodels_and_turns_with_its_arguments(
    one: tuple[int, int], two: tuple[int, int]
) -> None:
    ours = difference(*one, *two)
    theirs = proportion.confint_proportions_2indep(
        *one, *two, compare="diff", method="newcomb"
    )
    assert ours is not None
    assert ours == pytest.approx(theirs, abs=1e-9)
    turned = difference(*two, *one)
    assert turned is not None
    assert ours == pytest.approx((-turned.high, -turned.low))


@given(counts(), counts())
def test_the_z_test_is_that_of_statsmodels(
    one: tuple[int, int], two: tuple[int, int]
) -> None:
    (hits, n), (other_hits, other_n) = one, two
    found = difference_p_value(hits, n, other_hits, other_n)
    if hits + other_hits in {0, n + other_n}:
        assert found == 1
    else:
        _, theirs = proportion.proportions_ztest([hits, other_hits], [n, other_n])
        assert found == pytest.approx(theirs, abs=1e-9)
