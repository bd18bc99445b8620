"""Grades, shares and ages."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.checks import Context
from auditor.finding import Outcome
from auditor.grading import (
    at_least,
    at_most,
    counted,
    happened,
    months_before,
    named,
    recent,
    tally,
)
from auditor.profile.reading import load_profile_value
from auditor.translation import Language, Message, message, sentences

PARTS = load_profile_value(
    {
        "organisation": {"name": "Acme"},
        "departments": [{"id": f"d{n}", "customer_facing": n < 9} for n in range(10)],
    }
).profile
TODAY = date(2026, 11, 21)


def context(**parameters: float) -> Context:
    return Context(PARTS, TODAY, parameters)


@pytest.mark.parametrize(
    ("value", "outcome"),
    [(0.9, "met"), (0.8999, "partly_met"), (0.5, "partly_met"), (0.4999, "not_met")],
)
def test_thresholds_themselves_suffice(value: float, outcome: str) -> None:
    assert at_least(value, 0.9, 0.5) == outcome


@pytest.mark.parametrize(
    ("value", "outcome"),
    [(0.4, "met"), (0.4001, "partly_met"), (0.7, "partly_met"), (0.7001, "not_met")],
)
def test_where_less_is_better_thresholds_suffice_too(
    value: float, outcome: str
) -> None:
    assert at_most(value, 0.4, 0.7) == outcome


@given(st.integers(0, 200), st.integers(1, 200))
def test_a_share_of_a_count_is_exact_at_every_hundredth(
    percent: int, many: int
) -> None:
    assert (percent * many) / (100 * many) == percent / 100


def test_nine_of_ten_is_ninety_per_cent() -> None:
    found = tally(PARTS.departments or (), lambda one: one.customer_facing)
    verdict = found.verdict(context(met=0.9, partly=0.5), "{having} of {total}.")
    assert verdict.outcome is Outcome.MET
    assert verdict.reason == "9 of 10."
    assert verdict.where == ("/departments/9",)


def test_a_share_of_nothing_is_not_assessed() -> None:
    verdict = tally((), bool).verdict(context(met=0, partly=0), "-", answered_by="x")
    assert verdict.outcome is Outcome.NOT_ASSESSED
    assert verdict.answered_by == ("x",)
    assert verdict.share is None


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (date(2026, 11, 21), 12, date(2025, 11, 21)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2028, 3, 31), 1, date(2028, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 1, 15), 13, date(2024, 12, 15)),
    ],
)
def test_months_are_counted_on_the_calendar(
    day: date, months: int, earlier: date
) -> None:
    assert months_before(day, months) == earlier


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-11-21", True),
        ("2026-11-22", False),
        ("2025-11-21", True),
        ("2025-11-20", False),
        ("2026-11", True),
        ("2026-Q4", True),
        ("2026", True),
        ("2026-12", False),
        ("2025-11", True),
        ("2025-Q4", True),
        ("2025-H1", False),
    ],
)
def test_the_last_twelve_months(written: str, *, expected: bool) -> None:
    value = {"organisation": {"name": "A"}, "strategy": {"written": written}}
    strategy = load_profile_value(value).profile.strategy
    assert strategy is not None
    assert recent(context(), strategy.written, 12) is expected


def test_no_day_is_not_recent() -> None:
    for answer in (None, False):
        assert not recent(context(), answer, 12)


def test_what_has_begun_has_happened() -> None:
    assert happened(context(), TODAY)
    assert happened(context(), date(1999, 1, 1))
    assert not happened(context(), date(2026, 11, 22))
    assert not happened(context(), None)


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ("", ""),
        ("a", "a"),
        ("ab", "a and b"),
        ("abc", "a, b and c"),
        ("abcd", "a, b, c and 1 more"),
        ("abcdef", "a, b, c and 3 more"),
    ],
)
def test_a_sentence_names_three(names: str, sentence: str) -> None:
    assert named(names) == sentence


def test_a_noun_agrees_with_its_number() -> None:
    assert [counted(n, "metric") for n in range(3)] == [
        "0 metrics",
        "1 metric",
        "2 metrics",
    ]
    assert counted(2, "reply", "replies") == "2 replies"


def test_a_reason_keeps_the_braces_of_a_name() -> None:
    parts = tally(PARTS.departments or (), lambda _: True)
    verdict = parts.verdict(context(met=1, partly=0), "{having} {lacking} {total} {x}")
    assert verdict.reason == "10 0 10 {x}"


GERMAN = Language(
    "de",
    {
        "{having} of {total} do, {name} too.": "{total}, auch {name}; davon {having}.",
        "Without: {names}.": "Ohne: {names}.",
        "{start} and {last}": "{start} und {last}",
    },
)


def test_a_reason_is_said_in_another_language() -> None:
    parts = tally(PARTS.departments or (), lambda one: one.customer_facing)
    reason = sentences(
        message("{having} of {total} do, {name} too.", name="{total}"),
        message("Without: {names}.", names=named(["{x}", "y"])),
    )
    said = parts.verdict(context(met=1, partly=0), reason).reason
    assert said == "9 of 10 do, {total} too. Without: {x} and y."
    assert isinstance(said, Message)
    assert said.said_in(GERMAN) == "10, auch {total}; davon 9. Ohne: {x} und y."


def test_a_reason_may_count_its_parts_itself() -> None:
    parts = tally(PARTS.departments or (), lambda _: True)
    reason = message("{having} of {total}.", total=counted(parts.total, "department"))
    verdict = parts.verdict(context(met=1, partly=0), reason)
    assert verdict.reason == "10 of 10 departments."
