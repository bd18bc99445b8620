from __future__ import annotations

from datetime import datetime

import pytest

from auditor.evidence.measures import Wanted
from tests.evidence.measures.tables import canonical, found, values

LATER = Wanted(until=datetime(2026, 12, 31))
RECEIVED = "TIMESTAMP '2026-03-02 09:00:00'"


def resolved(
    *moments: str, month: str = "2026-03", status: str = "closed"
) -> tuple[str, ...]:
    """Rows of feedback resolved at these days and times of a month."""
    return tuple(
        f"'{status}', TIMESTAMP '2026-01-01 08:00:00', TIMESTAMP '{month}-{moment}'"
        for moment in moments
    )


def spread(number: int, month: str = "2026-03") -> tuple[str, ...]:
    """Rows resolved one a day or less, at odd minutes."""
    days = (f"{1 + n % 28:02} {9 + n // 28:02}:07:00" for n in range(number))
    return resolved(*days, month=month)


def in_bulk(*rows: str) -> tuple[float | None, int, dict[str, int]]:
    table = canonical(
        "feedback", values(*rows, columns="status, received_at, resolved_at")
    )
    measure = found(table, "closed_in_bulk", wanted=LATER)
    return measure.value, measure.n, dict(measure.excluded)


def test_more_than_three_in_ten_of_a_month_within_an_hour_are_in_bulk() -> None:
    stroke = resolved(*["31 22:01:00"] * 30)
    assert in_bulk(*spread(70), *stroke) == (0, 100, {})  # 30 of 100 are not more
    assert in_bulk(*spread(69), *stroke, *stroke[:1]) == (0.31, 100, {})


def test_an_hour_runs_from_any_minute_and_includes_its_end() -> None:
    hour = resolved(*["31 22:31:00"] * 9, "31 23:31:00")
    assert in_bulk(*spread(20), *hour)[0] == 1 / 30  # the one that fills the hour
    longer = resolved(*["31 22:31:00"] * 9, "31 23:31:01")
    assert in_bulk(*spread(20), *longer)[0] == 0


def test_months_are_judged_apart_and_small_ones_not_at_all() -> None:
    value, n, excluded = in_bulk(
        *spread(20),
        *resolved(*["31 22:01:00"] * 10),
        *resolved(*["02 10:01:00"] * 29, month="2026-04"),
    )
    assert (value, n) == (10 / 30, 30)
    assert excluded == {"few resolved in its month": 29}


def test_dates_without_a_time_of_day_are_no_bulk() -> None:
    dates = resolved(*["31 00:00:00"] * 10, *["30 18:30:00"] * 10, *["29 05:45:00"])
    value, n, excluded = in_bulk(*spread(30), *dates)
    assert (value, n, excluded) == (0, 30, {"perhaps a date alone": 21})


def test_deleted_feedback_makes_no_bulk() -> None:
    spam = resolved(*["31 22:01:00"] * 40, status="deleted")
    after = resolved("31 22:02:00")
    assert in_bulk(*spread(30), *spam, *after) == (0, 31, {"deleted": 40})


@pytest.mark.parametrize(
    ("seconds", "contacted", "told", "at_once"),
    [
        (60, "NULL", "NULL", True),
        (61, "NULL", "NULL", False),
        (5, RECEIVED, "NULL", False),
        (5, "NULL", RECEIVED, False),
    ],
)
def test_nobody_deals_with_a_matter_in_a_minute_without_a_word(
    seconds: int, contacted: str, told: str, *, at_once: bool
) -> None:
    received = "TIMESTAMP '2026-03-02 09:01:30'"
    rows = values(
        f"{received}, {received} + INTERVAL {seconds} SECOND, "
        f"CAST({contacted} AS TIMESTAMP), CAST({told} AS TIMESTAMP)",
        columns="received_at, resolved_at, contacted_at, outcome_told_at",
    )
    table = canonical("feedback", rows)
    assert found(table, "closed_at_once", wanted=LATER).value == at_once


def test_two_dates_are_not_a_minute_apart() -> None:
    day = "TIMESTAMP '2026-03-02'"
    rows = values(
        f"{day}, {day}, CAST(NULL AS TIMESTAMP)",
        columns="received_at, resolved_at, outcome_told_at",
    )
    once = found(canonical("feedback", rows), "closed_at_once", wanted=LATER)
    assert (once.value, once.n) == (None, 0)
    assert once.excluded == {"perhaps a date alone": 1}
