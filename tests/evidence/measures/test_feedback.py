from __future__ import annotations

from datetime import datetime

import pytest

from auditor.evidence.measures import Limits, Wanted, measure
from tests.evidence.measures.tables import canonical, found, values

RECEIVED = "TIMESTAMP '2026-03-02'"  # a Monday
LATER = Wanted(until=datetime(2026, 12, 31))


def after(days: float) -> str:
    return f"{RECEIVED} + INTERVAL '{round(days * 86400)}' SECOND"


def test_the_loop_is_closed_when_the_outcome_is_told_not_when_a_status_says_so() -> (
    None
):
    rows = values(
        f"'closed', 'complaint', {RECEIVED}, {after(3)}",
        f"'closed', 'complaint', {RECEIVED}, NULL",
        f"'closed', 'complaint', {RECEIVED}, {after(31)}",
        f"'open', 'complaint', {RECEIVED}, NULL",
        f"'closed', 'Compliment', {RECEIVED}, NULL",
        f"'deleted', 'complaint', {RECEIVED}, NULL",
        "'open', 'complaint', TIMESTAMP '2026-12-20', NULL",
        columns="status, kind, received_at, outcome_told_at",
    )
    table = canonical("feedback", rows)
    closed = found(table, "loop_closed", wanted=LATER)
    assert (closed.value, closed.n) == (0.25, 4)
    assert closed.excluded == {
        "deleted": 1,
        "a compliment needs no answer": 1,
        "limit not yet reached": 1,
    }
    assert found(table, "closure", wanted=LATER).value == pytest.approx(4 / 6)


@pytest.mark.parametrize(
    ("received", "acknowledged", "in_time"),
    [
        ("2026-03-02 10:00", "2026-03-05 10:00", True),  # Monday to Thursday
        ("2026-03-02 10:00", "2026-03-05 10:01", False),
        ("2026-03-05 10:00", "2026-03-10 10:00", True),  # Thursday over a weekend
        ("2026-03-06 10:00", "2026-03-11 10:00", True),  # Friday to Wednesday
        ("2026-03-06 10:00", "2026-03-11 10:01", False),
        ("2026-03-07 10:00", "2026-03-12 00:00", True),  # Saturday counts from Monday
        ("2026-03-07 10:00", "2026-03-12 00:01", False),
        ("2026-03-08 23:00", "2026-03-12 00:00", True),
    ],
)
def test_receipt_is_acknowledged_within_three_working_days(
    received: str, acknowledged: str, *, in_time: bool
) -> None:
    rows = values(
        f"TIMESTAMP '{received}:00', TIMESTAMP '{acknowledged}:00'",
        columns="received_at, acknowledged_at",
    )
    share = found(canonical("feedback", rows), "acknowledged_in_time", wanted=LATER)
    assert share.value == in_time


def test_five_working_days_are_a_week() -> None:
    rows = values(f"{RECEIVED}, {after(7)}", columns="received_at, acknowledged_at")
    wanted = Wanted(limits=Limits(acknowledge_days=5), until=LATER.until)
    table = canonical("feedback", rows)
    assert found(table, "acknowledged_in_time", wanted=wanted).value == 1


RESOLUTION = "status, received_at, resolved_at, due_at"


def test_open_complaints_past_their_limit_are_failures() -> None:
    rows = values(
        f"'closed', {RECEIVED}, {after(10)}, NULL",
        f"'closed', {RECEIVED}, {after(57)}, NULL",
        f"'closed', {RECEIVED}, {after(10)}, {after(5)}",
        f"'open', {RECEIVED}, NULL, NULL",
        "'open', TIMESTAMP '2026-12-30', NULL, NULL",
        f"'closed', {RECEIVED}, NULL, NULL",
        columns=RESOLUTION,
    )
    table = canonical("feedback", rows)
    in_time = found(table, "resolved_in_time", wanted=LATER)
    assert (in_time.value, in_time.n) == (0.25, 4)
    assert in_time.excluded == {"closed without a date": 1, "limit not yet reached": 1}
    backlog = found(table, "backlog_past_limit", wanted=LATER)
    assert (backlog.value, backlog.n) == (0.5, 2)
    time = found(table, "time_to_resolve", "p50", wanted=LATER)
    assert time.value == 240
    assert time.excluded == {"closed without a date": 1, "still open": 2}


def test_a_cause_is_coded_where_theme_and_cause_are_known() -> None:
    rows = values(
        f"'closed', {RECEIVED}, 'fees', 'tariff page'",
        f"'closed', {RECEIVED}, 'fees', NULL",
        f"'closed', {RECEIVED}, NULL, 'tariff page'",
        f"'open', {RECEIVED}, NULL, NULL",
        columns="status, received_at, theme, cause",
    )
    coded = found(canonical("feedback", rows), "root_cause_coded")
    assert coded.value == pytest.approx(1 / 3)
    assert coded.excluded == {"not closed": 1}


def test_without_themes_nobody_can_say_that_theme_and_cause_are_known() -> None:
    rows = values(
        f"'closed', {RECEIVED}, 'tariff page'", columns="status, received_at, cause"
    )
    measured = measure(canonical("feedback", rows))
    (refusal,) = [r for r in measured.refused if r.name == "root_cause_coded"]
    assert refusal.reason == "it needs the column theme"


def test_other_and_unknown_are_causes_that_name_none() -> None:
    rows = values(
        f"'closed', {RECEIVED}, ' Other '",
        f"'closed', {RECEIVED}, 'UNKNOWN'",
        f"'solved', {RECEIVED}, 'another tariff'",
        f"'closed', {RECEIVED}, 'unknown fault in meter'",
        f"'closed', {RECEIVED}, NULL",
        f"'open', {RECEIVED}, 'other'",
        columns="status, received_at, cause",
    )
    unspecified = found(canonical("feedback", rows), "cause_unspecified")
    assert (unspecified.value, unspecified.n) == (0.5, 4)
    assert unspecified.excluded == {"not closed": 1, "no cause": 1}


def test_whoever_has_no_record_of_being_asked_was_not_asked() -> None:
    rows = values(
        f"'closed', 'complaint', {RECEIVED}, TRUE",
        f"'closed', 'complaint', {RECEIVED}, FALSE",
        f"'closed', 'complaint', {RECEIVED}, NULL",
        f"'closed', 'compliment', {RECEIVED}, NULL",
        f"'open', 'complaint', {RECEIVED}, TRUE",
        columns="status, kind, received_at, handling_asked",
    )
    asked = found(canonical("feedback", rows), "handling_asked")
    assert (asked.value, asked.n) == (1 / 3, 3)
    assert asked.excluded == {"a compliment needs no answer": 1, "not closed": 1}


def test_disputes_are_counted_where_they_are_known() -> None:
    rows = values(
        f"{RECEIVED}, TRUE",
        f"{RECEIVED}, FALSE",
        f"{RECEIVED}, NULL",
        columns="received_at, disputed",
    )
    disputed = found(canonical("feedback", rows), "disputed")
    assert (disputed.value, disputed.n) == (0.5, 2)
