"""The explanation of the statistics shows what the program computes."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

import pytest

from auditor import Rate, Votes, contrast, rate_ratio, worst_case
from auditor.evidence.statistics import NetPromoterScore, beyond_chance, wilson
from auditor.evidence.statistics.comparisons import holm
from auditor.evidence.statistics.interval import mean_interval
from auditor.evidence.statistics.minimums import (
    COMPARED_SCORE_FROM,
    JUDGED_FROM,
    SHOWN_FROM,
)
from auditor.evidence.statistics.percentiles import interval_ranks, smallest_bounded
from auditor.evidence.statistics.retention import rescaled
from auditor.evidence.statistics.survival import Step, SurvivalCurve
from auditor.evidence.statistics.trends import CHARTED_FROM, STATED_FROM
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditor import Contrast

PAGE = (ROOT / "docs" / "how-the-statistics-work.md").read_text("utf-8")
HALF, FIFTH = 0.5, 0.2
"""Of all who answered: promoters and detractors, in the examples of the score."""


def score(n: int) -> NetPromoterScore:
    return NetPromoterScore(round(HALF * n), round(FIFTH * n), n)


def votes(n: int) -> Votes:
    return Votes(round(HALF * n), n, round(FIFTH * n))


def compared(one: Votes, other: Votes) -> Contrast:
    found = contrast(one, other)
    assert found is not None
    return found


def shares() -> Iterator[str]:
    for hits, n in ((8, 10), (24, 30), (80, 100), (320, 400), (0, 30), (30, 30)):
        found = wilson(hits, n)
        assert found is not None
        span = f"{found.low:.1%} to {found.high:.1%}"
        yield f"| {hits} of {n} | {hits / n:.0%} | {span} |".replace("%", " %")


def scores() -> Iterator[str]:
    for n in (10, 30, 100, 400, 1000):
        found = score(n)
        low, high = found.interval()
        yield f"| {n:,} | {found.value:.0f} | {low:.1f} to {high:.1f} |"


def ranks() -> Iterator[str]:
    for n in (20, 35, 36, 50, 100, 200):
        low, high = interval_ranks(n, 0.9)
        yield f"| {n} | {low} | {'none' if high is None else high} |"


def silent() -> Iterator[str]:
    for rate in (0.1, 0.2, 0.5, 0.8):
        low, high = worst_case(0.8, rate)
        yield f"| {rate:.0%} | {low:.0%} to {high:.0%} |".replace("%", " %")


def pairs() -> Iterator[str]:
    for first, second in (
        (Votes(80, 100), Votes(70, 100)),
        (Votes(320, 400), Votes(280, 400)),
    ):
        found = compared(first, second)
        yield (
            f"| {first.up} of {first.n} | {second.up} of {second.n} | "
            f"{found.points:.0f} | {found.low:.1f} to {found.high:.1f} | "
            f"{found.p_value:.4f} | {'yes' if beyond_chance([found])[0] else 'no'} |"
        )


def adjusted() -> Iterator[str]:
    found = (0.005, 0.011, 0.02, 0.04, 0.3)
    for p_value, by_number in zip(found, holm(found), strict=True):
        sure = "yes" if by_number < 0.05 else "no"
        yield f"| {p_value:g} | {by_number:.3f} | {sure} |"


@pytest.mark.parametrize(
    "rows", [shares, scores, ranks, silent, pairs, adjusted], ids=lambda f: f.__name__
)
def test_a_table_is_what_the_program_computes(
    rows: Callable[[], Iterator[str]],
) -> None:
    table = "\n".join(rows()).replace("-", "\N{MINUS SIGN}")
    assert f"|\n{table}\n\n" in PAGE, table


def said(sentence: str) -> None:
    assert sentence in " ".join(PAGE.split()), sentence


def test_the_sizes_from_which_something_is_said_are_those_of_the_code() -> None:
    assert f"| {SHOWN_FROM} | shown" in PAGE
    assert f"| {JUDGED_FROM} | judged" in PAGE
    assert f"| {COMPARED_SCORE_FROM} | " in PAGE
    said(f"A finite upper bound takes {smallest_bounded(0.9)} times")
    said(f"from {STATED_FROM} whole months")
    said(f"from {CHARTED_FROM} on")


def test_the_mean_in_the_text_is_computed() -> None:
    answers = (3, 4, 4, 5, 5, 5, 2, 4)
    n, total, squares = len(answers), sum(answers), sum(a * a for a in answers)
    found = mean_interval(n, total, squares)
    assert found is not None
    said(f"a mean of {total / n:.2f}, and the interval is {found.low:.2f} to")
    said(f"to {found.high:.2f}.")


def test_the_median_with_what_is_open_is_computed() -> None:
    days = [(1, True), (2, True), (2, False), (3, True), (9, False), (9, False)]
    steps = [Step(int(over), int(not over)) for _, over in days]
    answered = [day for day, over in days if over]
    rank = SurvivalCurve(steps).quantile(0.5).rank
    assert rank is not None
    said(f"half would be answered by day {answered[rank - 1]}")
    said(f"the middle one took {median(answered)} days")


def test_the_smallest_differences_in_the_text_are_the_smallest() -> None:
    def is_sure(n: int, points: int) -> bool:
        """Whether the second score differs, half by promoters, half by detractors."""
        moved = n * points // 100
        lost = moved // 2
        other = Votes(round(HALF * n) + moved - lost, n, round(FIFTH * n) - lost)
        return beyond_chance([compared(votes(n), other)])[0]

    least = [next(p for p in range(1, 41) if is_sure(n, p)) for n in (100, 400, 1000)]
    said(
        f"{least[0]} points with 100 answers each, {least[1]} with 400 and "
        f"{least[2]} with 1,000."
    )


def test_the_ratio_in_the_text_is_computed() -> None:
    found = rate_ratio(Rate(90, 12_000), Rate(60, 10_000))
    assert found is not None
    ratio, (low, high) = found
    said(f"the ratio is {ratio:.2f}, and its interval {low:.2f} to {high:.2f}")


def test_the_churn_in_the_text_is_computed() -> None:
    said(f"{rescaled(0.03, 30, 365):.1%}".replace("%", " %") + " a year")
