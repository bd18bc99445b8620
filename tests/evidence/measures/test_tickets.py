from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.evidence.measures import Limits, Wanted, Window, measure
from tests.evidence.measures.tables import canonical, found, values

if TYPE_CHECKING:
    from auditor.evidence.measure import Measure

COLUMNS = "status, opened_at, resolved_at"
NOON = datetime(2026, 3, 1, 12)


def ticket(status: str, hours: float | None, *, opened: str = "2026-03-01") -> str:
    """A row: its status and, where it is resolved, after how many hours."""
    start = f"TIMESTAMP '{opened} 00:00:00'"
    seconds = None if hours is None else round(hours * 3600)
    end = "NULL" if hours is None else f"{start} + INTERVAL '{seconds}' SECOND"
    return f"'{status}', {start}, CAST({end} AS TIMESTAMP)"


def tickets(*rows: str) -> str:
    return values(*rows, columns=COLUMNS)


def test_deleted_tickets_are_in_no_denominator() -> None:
    rows = [ticket("closed", 1)] * 7 + [
        ticket("solved", 1),
        ticket("deleted", None),
    ] * 2
    table = canonical("tickets", tickets(*rows))
    closure = found(table, "closure")
    assert (closure.value, closure.n) == (1, 9)
    assert closure.excluded == {"deleted": 2}
    assert found(table, "tickets", "count").value == 9
    assert found(table, "resolution_time", "mean").n == 9


def test_status_decides_closure_and_the_date_decides_time() -> None:
    table = canonical(
        "tickets",
        tickets(ticket("closed", 2), ticket("pending", 4), ticket("closed", None)),
    )
    assert found(table, "closure").value == pytest.approx(2 / 3)
    time = found(table, "resolution_time", "p50")
    assert (time.value, time.n) == (3, 2)
    assert time.excluded == {"closed without a date": 1}


def test_without_a_status_the_date_decides() -> None:
    both = tickets(ticket("x", 1), ticket("x", None))
    rows = f"SELECT opened_at, resolved_at FROM ({both})"
    assert found(canonical("tickets", rows), "closure").value == 0.5


@settings(max_examples=settings().max_examples // 3)
@given(st.lists(st.integers(0, 4000), min_size=1, max_size=60))
def test_percentiles_are_those_of_linear_interpolation(hours: list[int]) -> None:
    table = canonical("tickets", tickets(*(ticket("closed", h) for h in hours)))
    for statistic, share in (("p50", 0.5), ("p90", 0.9)):
        expected = float(np.quantile(hours, share))
        assert found(table, "resolution_time", statistic).value == pytest.approx(
            expected
        )
    assert found(table, "resolution_time", "mean").value == pytest.approx(
        np.mean(hours)
    )


def test_open_tickets_are_censored_never_dropped() -> None:
    rows = [ticket("closed", h) for h in range(1, 11)]
    late = [ticket("open", None)] * 10
    table = canonical("tickets", tickets(*rows, *late))
    plain = found(table, "resolution_time", "p50")
    assert plain.value == 5.5
    assert plain.excluded == {"still open": 10}
    with_open = found(table, "resolution_time", "p50_with_open")
    assert with_open.value == 10
    assert with_open.n == 20
    assert with_open.excluded == {}
    # Half are still open: nobody can tell when nine of ten will be over.
    assert found(table, "resolution_time", "p90_with_open").value is None


def test_without_open_tickets_the_estimate_is_one_of_the_times() -> None:
    table = canonical("tickets", tickets(*(ticket("closed", h) for h in range(1, 22))))
    assert found(table, "resolution_time", "p50").value == 11
    assert found(table, "resolution_time", "p50_with_open").value == 11


def test_a_percentile_has_no_upper_bound_below_36_values() -> None:
    def p90(n: int) -> float | None:
        rows = (ticket("closed", h) for h in range(1, n + 1))
        return found(
            canonical("tickets", tickets(*rows)), "resolution_time", "p90"
        ).high

    assert p90(35) is None
    assert p90(36) == 36


def test_few_slow_replies_move_the_mean_and_not_the_median() -> None:
    rows = [ticket("closed", 1)] * 10 + [ticket("closed", 96)]
    table = canonical("tickets", tickets(*rows))
    assert found(table, "resolution_time", "p50").value == 1
    mean = found(table, "resolution_time", "mean")
    assert mean.value == pytest.approx(9.636, abs=0.001)
    assert mean.low is not None
    assert mean.high is not None
    assert mean.low < 9.6 < mean.high


def test_date_only_stamps_give_zero_durations() -> None:
    table = canonical(
        "tickets", tickets(*[ticket("closed", 0)] * 3, ticket("closed", 24))
    )
    assert found(table, "resolution_time", "p50").value == 0
    assert found(table, "resolution_time", "p90").value == pytest.approx(16.8)


def test_percentiles_of_groups_are_computed_from_rows() -> None:
    rows = (
        "SELECT 'closed' AS status, CASE WHEN i % 2 = 0 THEN 'web' ELSE 'phone' END "
        "AS channel, TIMESTAMP '2026-03-01' AS opened_at, TIMESTAMP '2026-03-01' + "
        "INTERVAL 1 HOUR * CASE WHEN i % 2 = 0 THEN i ELSE 1000 + i END AS resolved_at "
        "FROM range(40) AS t (i)"
    )
    table = canonical("tickets", rows)
    web = found(table, "resolution_time", "p50", channel="web")
    assert (web.value, web.n) == (19, 20)
    assert found(table, "resolution_time", "p50", channel="phone").value == 1020
    month = found(table, "resolution_time", "p90", period="2026-03")
    assert month.value == pytest.approx(
        float(np.quantile([i if i % 2 == 0 else 1000 + i for i in range(40)], 0.9))
    )


def test_automatic_replies_are_no_first_response() -> None:
    rows = values(
        "TIMESTAMP '2026-03-01', TIMESTAMP '2026-03-01 00:00:05', TRUE",
        "TIMESTAMP '2026-03-01', TIMESTAMP '2026-03-01 03:00:00', FALSE",
        "TIMESTAMP '2026-03-01', TIMESTAMP '2026-03-01 05:00:00', NULL",
        "TIMESTAMP '2026-03-01', NULL, FALSE",
        columns="opened_at, first_response_at, first_response_is_automatic",
    )
    table = canonical("tickets", rows)
    time = found(table, "first_response_time", "p50")
    assert (time.value, time.n) == (4, 2)
    assert time.excluded == {"only an automatic reply": 1, "still open": 1}
    assert found(table, "answered").value == 0.5


def test_unusable_times_are_left_out_and_counted() -> None:
    rows = [ticket("closed", 2)] * 39 + [ticket("closed", None)]
    query = (
        f"SELECT *, resolved_at IS NULL AS resolved_at_unusable FROM ({tickets(*rows)})"
    )
    time = found(canonical("tickets", query), "resolution_time", "p50")
    assert time.excluded == {"time unreadable or before its beginning": 1}


def test_with_too_many_unusable_times_the_measure_is_refused() -> None:
    rows = [ticket("closed", 2)] * 9 + [ticket("closed", None)]
    query = (
        f"SELECT *, resolved_at IS NULL AS resolved_at_unusable FROM ({tickets(*rows)})"
    )
    measured = measure(canonical("tickets", query))
    assert all(m.name != "resolution_time" for m in measured.measures)
    (refusal,) = [r for r in measured.refused if r.name == "resolution_time"]
    assert refusal.reason == "of 10 times 1 is unreadable or ends before it begins"


def test_unusable_times_of_two_columns_are_told_together() -> None:
    columns = "opened_at, resolved_at, closed_at, resolved_at_unusable"
    day, next_day = "TIMESTAMP '2026-03-01'", "TIMESTAMP '2026-03-02'"
    good = f"{day}, {next_day}, {next_day}, FALSE, FALSE"
    rows = values(
        *[good] * 8,
        f"{day}, NULL, {next_day}, TRUE, FALSE",
        f"{day}, {next_day}, NULL, FALSE, TRUE",
        columns=f"{columns}, closed_at_unusable",
    )
    measured = measure(canonical("tickets", rows))
    (refusal,) = [r for r in measured.refused if r.name == "resolution_time"]
    assert refusal.reason == "of 10 times 2 are unreadable or end before they begin"


DUE = "status, opened_at, resolved_at, due_at"


def test_open_tickets_past_their_due_time_are_late() -> None:
    opened, due = "TIMESTAMP '2026-03-01'", "TIMESTAMP '2026-03-02'"
    rows = values(
        f"'closed', {opened}, TIMESTAMP '2026-03-01 12:00:00', {due}",
        f"'closed', {opened}, TIMESTAMP '2026-03-03', {due}",
        f"'open', {opened}, NULL, {due}",
        f"'open', {opened}, NULL, TIMESTAMP '2026-04-01'",
        f"'closed', {opened}, TIMESTAMP '2026-03-03', NULL",
        columns=DUE,
    )
    table = canonical("tickets", rows)
    on_time = found(table, "on_time")
    assert on_time.value == pytest.approx(1 / 3)
    assert on_time.excluded == {"no due time": 1, "not yet due": 1}
    resolved = found(table, "on_time", "share_of_resolved")
    assert resolved.value == 0.5


def test_what_the_source_says_of_punctuality_comes_first() -> None:
    rows = values(
        "TIMESTAMP '2026-03-01', TRUE",
        "TIMESTAMP '2026-03-01', FALSE",
        "TIMESTAMP '2026-03-01', NULL",
        columns="opened_at, on_time",
    )
    on_time = found(canonical("tickets", rows), "on_time")
    assert (on_time.value, on_time.n) == (0.5, 2)


def contact(customer: str, reason: str, day: int, channel: str = "web") -> str:
    opened = f"TIMESTAMP '2026-03-01' + INTERVAL {day} DAY"
    return f"'{customer}', '{reason}', {opened}, '{channel}'"


def test_a_repeat_within_seven_days_by_any_channel_is_no_first_resolution() -> None:
    rows = values(
        contact("a", "bill", 0),
        contact("a", "bill", 6, "phone"),
        contact("b", "bill", 0),
        contact("b", "bill", 8),
        contact("c", "bill", 0),
        contact("c", "line", 1),
        contact("d", "bill", 20),
        columns="customer, reason, opened_at, channel",
    )
    table = canonical("tickets", rows)
    resolved = found(table, "first_contact_resolution")
    assert resolved.excluded == {"too recent to tell": 1}
    assert resolved.value == pytest.approx(5 / 6)
    assert resolved.n == 6
    assert "7 days" in resolved.definition
    longer = Wanted(limits=Limits(repeat_days=10))
    wider = found(table, "first_contact_resolution", wanted=longer)
    assert wider.value == pytest.approx(4 / 6)


def test_reopening_counts_only_what_had_time_to_come_back() -> None:
    rows = values(
        "'closed', TIMESTAMP '2026-01-01', TIMESTAMP '2026-01-02', 1.0",
        "'closed', TIMESTAMP '2026-01-01', TIMESTAMP '2026-01-02', 0.0",
        "'closed', TIMESTAMP '2026-03-01', TIMESTAMP '2026-03-02', 0.0",
        "'open', TIMESTAMP '2026-01-01', NULL, 0.0",
        columns="status, opened_at, resolved_at, reopened",
    )
    reopened = found(canonical("tickets", rows), "reopened")
    assert (reopened.value, reopened.n) == (0.5, 2)
    assert reopened.excluded == {"never closed": 1, "closed too recently": 1}


def test_tickets_passed_around_went_to_two_teams_or_more() -> None:
    rows = values(
        *(f"TIMESTAMP '2026-03-01', {n}" for n in (0.0, 1.0, 2.0, 3.0, "NULL")),
        columns="opened_at, reassignments",
    )
    assert found(canonical("tickets", rows), "reassigned").value == 0.5


def test_age_is_counted_up_to_the_moment_asked_for() -> None:
    table = canonical(
        "tickets", tickets(ticket("closed", 1), *[ticket("open", None)] * 2)
    )
    later = found(table, "resolution_time", "p50_with_open", wanted=Wanted(until=NOON))
    assert later.n == 3
    assert later.value is None


def switching(*rows: str) -> Measure:
    """How many issues switched the channel."""
    columns = "customer, reason, opened_at, channel"
    return found(
        canonical("tickets", values(*rows, columns=columns)), "switched_channel"
    )


def test_an_issue_switches_once_however_often_the_customer_asks() -> None:
    switched = switching(
        contact("a", "bill", 0),
        contact("a", "bill", 1),
        contact("a", "bill", 3, "phone"),
        contact("b", "bill", 0),
        contact("b", "bill", 5),
        contact("c", "bill", 0),
        contact("d", "bill", 30),
    )
    assert switched.value == pytest.approx(1 / 3)
    assert switched.n == 3
    assert switched.excluded == {"goes on with an issue": 3, "too recent to tell": 1}


def test_another_matter_another_customer_or_a_later_week_is_no_switch() -> None:
    switched = switching(
        contact("a", "bill", 0),
        contact("a", "line", 1, "phone"),
        contact("b", "bill", 1, "phone"),
        contact("c", "bill", 0),
        contact("c", "bill", 8, "phone"),
        contact("z", "bill", 30),
    )
    assert (switched.value, switched.n) == (0, 5)


def test_the_seventh_day_is_the_last_on_which_a_switch_counts() -> None:
    switched = switching(
        contact("a", "bill", 0),
        contact("a", "bill", 7, "phone"),
        contact("z", "bill", 30),
    )
    assert (switched.value, switched.n) == (1, 1)


def test_without_a_channel_nobody_knows_of_a_switch() -> None:
    rows = [contact("a", "bill", 0), contact("a", "line", 0), contact("z", "bill", 30)]
    switched = switching(rows[0], rows[1].replace("'web'", "NULL"), rows[2])
    assert switched.n == 1
    assert switched.excluded["no customer or reason or channel"] == 1


def test_preventable_contacts_are_counted_by_month_whatever_their_age() -> None:
    rows = [
        f"TIMESTAMP '{day}', {flag}"
        for day, flag in (
            ("2024-05-01", "TRUE"),
            ("2026-03-01", "TRUE"),
            ("2026-03-02", "TRUE"),
            ("2026-03-03", "FALSE"),
            ("2026-03-04", "NULL"),
            ("2026-04-01", "FALSE"),
        )
    ]
    table = canonical("tickets", values(*rows, columns="opened_at, preventable"))
    wanted = Wanted(window=Window(since=datetime(2026, 1, 1)))

    def count(month: str) -> float | None:
        name = "preventable_contacts"
        return found(table, name, "count", wanted=wanted, period=month).value

    months = [count(month) for month in ("2024-05", "2026-03", "2026-04")]
    assert months == [1, 2, 0]
