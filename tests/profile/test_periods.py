from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from auditor.profile.periods import Day, DayOrNo, FirstDay

Kind: TypeAlias = Any
"""Any annotation of a field."""


def read(kind: Kind, value: object) -> object:
    return TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2026-03-01", date(2026, 3, 1), date(2026, 3, 1)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2025-H2", date(2025, 7, 1), date(2025, 12, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        (2026, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_period_counts_as_its_last_day_or_as_its_first(
    written: object, first: date, last: date
) -> None:
    assert (read(FirstDay, written), read(Day, written)) == (first, last)


@pytest.mark.parametrize(
    "written",
    [
        "1/3/26",
        "2026-13",
        "2026-02-30",
        "2026-Q5",
        "2026-H3",
        "2026-3-1",
        "20260301",
        "2026-W01",
        "March 2026",
        "1899-12-31",
        "2201",
        "99999",
        99999999999,
        2026.0,
        True,
        None,
        ["2026"],
        "2026-03-01T12:00",
        "٢٠٢٦",
        datetime(2026, 3, 1, tzinfo=UTC),
    ],
)
def test_anything_else_is_refused_with_the_allowed_forms(written: object) -> None:
    with pytest.raises(ValidationError, match=r"found .* a quarter .2026-Q1."):
        read(Day, written)


def test_false_declares_that_there_is_no_date() -> None:
    assert read(DayOrNo, value=False) is False


def test_true_is_answered_with_a_request_for_the_date() -> None:
    with pytest.raises(ValidationError, match="found true; give the date"):
        read(DayOrNo, value=True)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)))
def test_every_day_is_read_back_from_its_text(day: date) -> None:
    assert read(Day, day.isoformat()) == read(Day, day) == day


@given(st.text(alphabet="0123456789-QH ", max_size=12))
def test_text_is_a_date_in_range_or_refused(text: str) -> None:
    try:
        first, last = read(FirstDay, text), read(Day, text)
    except ValidationError:
        return
    assert isinstance(first, date)
    assert isinstance(last, date)
    assert date(1900, 1, 1) <= first <= last <= date(2200, 12, 31)
