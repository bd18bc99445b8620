"""One organisation over years."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.comparison import Edition, history
from auditor.finding import Finding, Outcome, Severity
from tests.comparison.editions import edition, editions, finding

MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.NOT_ASSESSED


def years(*outcomes: Outcome | None) -> list[Edition]:
    """Return an edition a year, in which one check had these outcomes."""
    return [
        edition(
            [finding("JC001", outcome)] if outcome else [finding("JC002")],
            as_of=date(2020 + number, 6, 1),
        )
        for number, outcome in enumerate(outcomes)
    ]


@given(st.lists(editions(), min_size=1, max_size=4))
def test_editions_are_in_order_and_trends_lie_between_them(
    several: list[Edition],
) -> None:
    found = history(several)
    days = [one.as_of for one in found.editions]
    assert days == sorted(days)
    assert len(found.trends) == len(several) - 1


@given(st.lists(editions(), min_size=2, max_size=3))
def test_a_trend_takes_in_only_what_was_assessed_at_both_ends(
    several: list[Edition],
) -> None:
    found = history(several)
    for (old, new), trend in zip(pairwise(found.editions), found.trends, strict=True):
        scored = [{f.check for f in one.findings if f.scored} for one in (old, new)]
        common = scored[0] & scored[1]
        assert sum(area.common for area in trend.areas) == len(common)
        if not common:
            assert trend.before is trend.now is None


@given(editions())
def test_an_edition_beside_itself_has_a_level_trend(one: Edition) -> None:
    (trend,) = history([one, one]).trends
    assert trend.before == trend.now == one.score.total


def test_like_for_like_weighs_as_the_later_audit_does() -> None:
    def findings(severity: Severity) -> list[Finding]:
        return [finding("JC001", NOT_MET, severity=severity), finding("JC002")]

    old, new = (
        edition(findings(severity), as_of=date(year, 1, 1))
        for severity, year in ((Severity.LOW, 2025), (Severity.HIGH, 2026))
    )
    (trend,) = history([new, old]).trends
    assert trend.before == trend.now == pytest.approx(40)


@pytest.mark.parametrize(
    ("outcomes", "met", "back"),
    [
        ((MET, NOT_MET), 2020, 2021),
        ((MET, MET, NOT_MET), 2021, 2022),
        ((NOT_MET, MET, Outcome.PARTLY_MET, MET), 2021, 2022),
        ((MET, UNKNOWN, NOT_MET), 2020, 2022),
        ((MET, None, NOT_MET), 2020, 2022),
        ((MET, NOT_MET, MET, NOT_MET), 2022, 2023),
    ],
)
def test_a_finding_comes_back_that_was_met(
    outcomes: tuple[Outcome | None, ...], met: int, back: int
) -> None:
    (came_back,) = history(years(*outcomes)).returns
    assert (came_back.met.year, came_back.back.year) == (met, back)
    assert came_back.now is outcomes[-1]


@pytest.mark.parametrize(
    "outcomes", [(NOT_MET, NOT_MET), (NOT_MET, MET), (UNKNOWN, NOT_MET), (MET, UNKNOWN)]
)
def test_what_was_never_met_before_does_not_come_back(
    outcomes: tuple[Outcome, ...],
) -> None:
    assert history(years(*outcomes)).returns == ()


def test_a_finding_comes_back_under_the_id_of_today() -> None:
    old = edition([finding("JC099", MET)], as_of=date(2025, 1, 1))
    new = edition([finding("JC001", NOT_MET)], as_of=date(2026, 1, 1))
    (came_back,) = history([old, new], {"JC099": "JC001"}).returns
    assert came_back.check == "JC001"
