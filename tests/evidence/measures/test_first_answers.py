from __future__ import annotations

from datetime import datetime

import pytest

from auditor.evidence.limits import Limits, ResponseTarget
from auditor.evidence.measures import Wanted, measure
from tests.evidence.measures.tables import canonical, found, values

COLUMNS = "channel, status, opened_at, first_response_at, first_response_is_automatic"
END = datetime(2026, 3, 31, 12)
LATER = Wanted(until=END)


def asked(
    minutes: float | None,
    *,
    channel: str = "email",
    opened: str = "2026-03-01 00:00:00",
    status: str = "open",
    automatic: str = "FALSE",
) -> str:
    """A row: answered after so many minutes, or not at all."""
    start = f"TIMESTAMP '{opened}'"
    end = (
        "NULL" if minutes is None else f"{start} + INTERVAL '{minutes * 60:.0f}' SECOND"
    )
    return f"'{channel}', '{status}', {start}, CAST({end} AS TIMESTAMP), {automatic}"


def share(name: str, *rows: str, limits: Limits | None = None, **by: str) -> object:
    """The share of some rows, n, and the rows left out."""
    table = canonical("tickets", values(*rows, columns=COLUMNS))
    one = found(table, name, wanted=Wanted(limits or Limits(), until=END), **by)
    return one.value, one.n, one.excluded


DAY = 24 * 60.0


def test_an_answer_at_twice_the_target_is_the_last_that_counts() -> None:
    rows = [asked(2 * DAY), asked(2 * DAY + 1), asked(DAY + 1), asked(None)]
    assert share("left_unanswered", *rows) == (0.5, 4, {})


def test_the_target_is_that_of_the_channel() -> None:
    rows = [asked(2, channel="Chat"), asked(3, channel="chat"), asked(3)]
    assert share("left_unanswered", *rows) == (pytest.approx(1 / 3), 3, {})


def test_channels_without_a_target_are_left_out() -> None:
    rows = [asked(1), asked(None, channel="phone"), asked(None, channel="post")]
    left_out = {"no target for its channel": 2}
    assert share("left_unanswered", *rows) == (0, 1, left_out)
    assert share("answered_in_time", *rows) == (1, 1, left_out)


def test_a_robot_s_receipt_leaves_a_request_unanswered() -> None:
    rows = [asked(1, automatic="TRUE"), asked(1, automatic="NULL"), asked(1), asked(1)]
    assert share("left_unanswered", *rows) == (0.25, 4, {})
    assert share("answered_in_time", *rows) == (0.75, 4, {})


def test_closing_a_request_does_not_answer_it() -> None:
    rows = [asked(None, status="closed"), asked(1, status="closed")]
    assert share("left_unanswered", *rows) == (0.5, 2, {})
    assert share("answered_in_time", *rows) == (0.5, 2, {})


def test_what_is_younger_than_twice_the_target_cannot_be_left_unanswered() -> None:
    rows = [
        asked(None, opened="2026-03-29 12:00:01"),
        asked(1, opened="2026-03-29 12:00:01"),
        asked(None, opened="2026-03-29 12:00:00"),
    ]
    assert share("left_unanswered", *rows) == (1, 1, {"too recent to tell": 2})


def test_what_came_after_the_target_or_never_came_was_not_in_time() -> None:
    rows = [
        asked(DAY),
        asked(DAY + 1),
        asked(None),
        asked(1, opened="2026-03-29 12:00:01"),
    ]
    in_time = share("answered_in_time", *rows)
    assert in_time == (pytest.approx(1 / 3), 3, {"too recent to tell": 1})


def test_deleted_requests_wait_for_nobody() -> None:
    rows = [asked(None, status="deleted"), asked(1)]
    assert share("left_unanswered", *rows) == (0, 1, {"deleted": 1})


def test_an_organisation_sets_its_own_targets() -> None:
    limits = Limits(first_response={"helpdesk": ResponseTarget(1)})
    rows = [asked(121, channel="Help desk"), asked(120, channel="HELP-DESK"), asked(0)]
    left_out = {"no target for its channel": 1}
    assert share("left_unanswered", *rows, limits=limits) == (0.5, 2, left_out)


def test_a_name_of_a_channel_is_only_a_text() -> None:
    limits = Limits(first_response={"o'clock $until": ResponseTarget(1)})
    assert share("left_unanswered", asked(1), limits=limits) == (
        None,
        0,
        {"no target for its channel": 1},
    )


def test_working_time_stops_at_the_weekend() -> None:
    # The sixth of March 2026 is a Friday: twice a working day ends on Tuesday.
    limits = Limits(first_response={"email": ResponseTarget(8, working=True)})
    friday = "2026-03-06 10:00:00"
    rows = [asked(4 * DAY, opened=friday), asked(4 * DAY + 1, opened=friday)]
    assert share("left_unanswered", *rows, limits=limits) == (0.5, 2, {})


def test_hours_of_working_time_are_rounded_up_to_days() -> None:
    limits = Limits(first_response={"email": ResponseTarget(5, working=True)})
    monday = "2026-03-02 10:00:00"
    rows = [asked(2 * DAY, opened=monday), asked(2 * DAY + 1, opened=monday)]
    assert share("left_unanswered", *rows, limits=limits) == (0.5, 2, {})


def test_without_any_target_nothing_can_be_late() -> None:
    table = canonical("tickets", values(asked(1), columns=COLUMNS))
    wanted = Wanted(Limits(first_response={}), names=frozenset({"left_unanswered"}))
    (refusal,) = measure(table, wanted).refused
    assert refusal.reason == "it needs a target for first answers"
