"""What lies between two examples, and what nobody can say lies between."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from auditor import Rows, rows
from auditor.testing.between import documents_between
from auditor.testing.faults import with_both_faults
from auditor.testing.rows_between import tables_between

if TYPE_CHECKING:
    from auditor.profile.tree import PlainValue

Document: TypeAlias = "dict[str, PlainValue]"
DAY = "2026-03-02 09:00"
LATER = "2026-03-02 10:00"
NEXT_MONTH = "2026-04-02 09:00"


def calls(in_time: int, late: int, channel: str = "phone") -> tuple[Rows, ...]:
    about = {"opened_at": DAY, "channel": channel}
    return (
        rows(in_time, first_response_at=DAY, **about),
        rows(late, first_response_at=LATER, **about),
    )


def counts_between(
    worse: tuple[Rows, ...], better: tuple[Rows, ...]
) -> list[list[int]]:
    way = tables_between({"tickets": worse}, {"tickets": better})
    return [[some.count for some in step["tickets"]] for step in way]


def test_numbers_and_days_go_their_way_in_steps() -> None:
    assert documents_between({"rate": 0.1}, {"rate": 0.5}) == [
        {"rate": pytest.approx(rate)} for rate in (0.2, 0.3, 0.4)
    ]
    assert documents_between({"people": 1}, {"people": 3}) == [{"people": 2}]
    assert documents_between({"on": "2026-01-01"}, {"on": "2026-01-09"}) == [
        {"on": f"2026-01-0{day}"} for day in (3, 5, 7)
    ]


def owned(*owners: str) -> Document:
    return {"list": [{"id": str(at), "owner": each} for at, each in enumerate(owners)]}


def test_entries_of_the_same_things_get_better_one_by_one() -> None:
    assert documents_between(owned("", "", ""), owned("cx", "it", "cx")) == [
        owned("cx", "", ""),
        owned("cx", "it", ""),
    ]


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        ({"people": 1}, {"people": 2}),
        ({"role": "clerk"}, {"role": "chief"}),
        ({}, {"people": 9}),
        ({"people": 1, "rate": 0.1}, {"people": 9, "rate": 0.9}),
        ({"list": [{"id": "a"}]}, {"list": [{"id": "a"}, {"id": "b"}]}),
        (owned("cx", "cx", "", "", ""), owned("", "", "cx", "cx", "cx")),
    ],
    ids=["neighbours", "words", "nothing", "two things", "longer", "there and back"],
)
def test_of_other_profiles_nothing_lies_between(
    worse: Document, better: Document
) -> None:
    assert documents_between(worse, better) == []


def test_rows_get_better_within_their_group() -> None:
    web = calls(10, 10, "web")
    between = counts_between((*calls(20, 20), *web), (*calls(32, 8), *web))
    assert between == [[23, 17, 10, 10], [26, 14, 10, 10], [29, 11, 10, 10]]


def test_values_in_turn_are_rows_of_several_sorts() -> None:
    about = {"opened_at": DAY}
    worse = rows(40, first_response_at=(DAY, LATER), **about)
    better = rows(40, first_response_at=(DAY, DAY, DAY, DAY, LATER), **about)
    assert counts_between((worse,), (better,)) == [[23, 17], [26, 14], [29, 11]]


def test_groups_may_change_where_no_sort_of_rows_comes_or_goes() -> None:
    worse = (*calls(10, 30), *calls(30, 10, "web"))
    better = (*calls(34, 10), *calls(26, 10, "web"))
    between = counts_between(worse, better)
    assert between == [[16, 25, 29, 10], [22, 20, 28, 10], [28, 15, 27, 10]]


def test_numbered_rows_stay_together() -> None:
    few, many = (
        rows(count, opened_at=DAY, customer="c{n}", replies=(1, 2))
        for count in (20, 60)
    )
    assert counts_between((few,), (many,)) == [[30], [40], [50]]


def test_rows_of_one_sort_are_added() -> None:
    assert counts_between(calls(20, 8), calls(60, 8)) == [[30, 8], [40, 8], [50, 8]]


@pytest.mark.parametrize(
    ("worse", "better"),
    [
        (calls(20, 20), calls(21, 19)),
        (calls(20, 20), calls(40, 10)),
        (calls(20, 20), calls(20, 20, "web")),
        (calls(20, 0), (rows(20, opened_at=NEXT_MONTH, first_response_at=None),)),
        (calls(40, 0), (rows(40, opened_at=DAY, channel="phone"),)),
        (
            (rows(40, opened_at=DAY, customer="c{n}", replies=3),),
            (rows(40, opened_at=DAY, customer="c{n}", replies=1),),
        ),
    ],
    ids=["a row", "two numbers", "a group", "a month", "a column", "numbered"],
)
def test_of_other_tables_nothing_lies_between(
    worse: tuple[Rows, ...], better: tuple[Rows, ...]
) -> None:
    assert counts_between(worse, better) == []


def test_two_faults_are_put_together_where_they_are_apart() -> None:
    better: Document = {"lead": {"role": "Chief", "level": "board"}, "budget": True}
    no_budget: Document = {**better, "budget": False}
    no_role: Document = {**better, "lead": {"level": "board"}}
    assert with_both_faults(better, no_budget, no_role) == {
        "lead": {"level": "board"},
        "budget": False,
    }
    nobody: Document = {**better, "lead": False}
    assert with_both_faults(better, no_role, nobody) is None


def test_faults_that_may_agree_are_no_lacks() -> None:
    better: Document = {"promised": 10, "measured": 10}
    slower, later = {**better, "measured": 20}, {**better, "promised": 20}
    assert with_both_faults(better, slower, later) is None


def test_faults_in_lists_of_entries_may_make_up_for_each_other() -> None:
    better: Document = {"metrics": [{"id": "a"}, {"id": "b"}], "budget": True}
    no_metrics: Document = {**better, "metrics": []}
    assert with_both_faults(better, no_metrics, {**better, "budget": False}) is None
