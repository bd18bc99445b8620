"""Lengths of time and lists, as sentences have them."""

from __future__ import annotations

import pytest

from auditor.profile.durations import Duration, DurationUnit
from auditor.translation import either, length_in_words, together
from tests.translated import said


@pytest.mark.parametrize(
    ("amount", "unit", "words"),
    [
        (1, "hour", "1 hour"),
        (48, "hour", "48 hours"),
        (1.0, "working day", "1 working day"),
        (1.5, "day", "1.5 days"),
        (0, "second", "0 seconds"),
        (3, "business day", "3 business days"),
    ],
)
def test_only_one_whole_unit_is_in_the_singular(
    amount: float, unit: str, words: str
) -> None:
    assert length_in_words(amount, unit) == words


def test_every_promised_time_can_be_said_in_another_language() -> None:
    for unit in DurationUnit:
        for business in (False, True):
            assert said(Duration(2, unit, business).words).startswith("«2 ")


@pytest.mark.parametrize(
    ("parts", "all_", "one"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a or b"),
        (["a", "b", "c"], "a and b and c", "a or b or c"),
    ],
)
def test_parts_are_listed_one_by_one(parts: list[str], all_: str, one: str) -> None:
    assert (together(parts), either(parts)) == (all_, one)
