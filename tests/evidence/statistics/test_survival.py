from __future__ import annotations

from itertools import groupby

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.duration.survfunc import (
    SurvfuncRight,
)

from auditor.evidence.statistics.survival import Step, SurvivalCurve

Case = tuple[int, bool]
"""A time, and whether it is over."""

SIX_MP = [6, 6, 6, 7, 10, 13, 16, 22, 23]
SIX_MP_CENSORED = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
"""Freireich et al. (1963): weeks of remission, the example of every textbook."""


def steps(cases: list[Case]) -> list[Step]:
    return [
        Step(sum(over for _, over in at), sum(not over for _, over in at))
        for at in (list(g) for _, g in groupby(sorted(cases), key=lambda case: case[0]))
    ]


def quantile(cases: list[Case], share: float) -> int | None:
    rank = SurvivalCurve(steps(cases)).quantile(share).rank
    ended = sorted(time for time, over in cases if over)
    return None if rank is None else ended[rank - 1]


def test_the_median_remission_is_23_weeks() -> None:
    cases = [(t, True) for t in SIX_MP] + [(t, False) for t in SIX_MP_CENSORED]
    assert quantile(cases, 0.5) == 23
    assert SurvivalCurve(steps(cases)).quantile(0.9).rank is None
    bounds = SurvivalCurve(steps(cases)).quantile(0.5).bounds
    assert bounds.low is not None
    assert SIX_MP[bounds.low - 1] == 13  # as R's survfit(conf.type = "log-log") has it
    assert bounds.high is None


cases = st.lists(st.tuples(st.integers(1, 40), st.booleans()), min_size=1, max_size=80)


@given(cases, st.sampled_from([0.5, 0.9]))
def test_it_is_the_estimate_of_statsmodels(cases: list[Case], share: float) -> None:
    times, over = zip(*cases, strict=True)
    theirs = SurvfuncRight(np.array(times), np.array(over, dtype=int))
    reached = [
        time
        for time, left in zip(theirs.surv_times, theirs.surv_prob, strict=True)
        if left <= 1 - share + 1e-12
    ]
    assert quantile(cases, share) == (reached[0] if reached else None)


@given(cases)
def test_without_open_ones_it_is_the_plain_percentile(cases: list[Case]) -> None:
    closed = [(time, True) for time, _ in cases]
    expected = sorted(time for time, _ in cases)[(len(cases) + 1) // 2 - 1]
    assert quantile(closed, 0.5) == expected


@given(cases)
def test_leaving_open_ones_out_can_only_flatter(cases: list[Case]) -> None:
    with_open = quantile(cases, 0.5)
    without = quantile([case for case in cases if case[1]], 0.5)
    if with_open is not None and without is not None:
        assert with_open >= without


@given(cases)
def test_bounds_lie_around_the_estimate(cases: list[Case]) -> None:
    found = SurvivalCurve(steps(cases)).quantile(0.5)
    low, high = found.bounds
    if found.rank is not None:
        assert low is not None
        assert low <= found.rank
        assert high is None or found.rank <= high


def test_events_within_one_step_are_told_apart_by_rank() -> None:
    assert SurvivalCurve([Step(100, 0)]).quantile(0.5).rank == 50
    assert SurvivalCurve([Step(100, 100)]).quantile(0.9).rank is None
