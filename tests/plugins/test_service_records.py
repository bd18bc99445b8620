"""What the checks of service quality that count records promise beyond examples."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditor import Outcome, Verification, rows
from auditor.testing import context_with, judged
from auditor_service_quality.ease import contacts_are_easy
from auditor_service_quality.first_contact import first_contact_settles
from auditor_service_quality.first_response import first_answers_are_in_time
from auditor_service_quality.preventable import preventable_contacts_fall
from auditor_service_quality.quarters import Quarter
from auditor_service_quality.second_class import channels_serve_alike
from auditor_service_quality.switching import customers_stay_on_their_channel
from auditor_service_quality.unanswered import nobody_is_left_unanswered

if TYPE_CHECKING:
    from auditor import Check, Rows

OPENED = "2026-03-02 09:00"
COMPUTED = (
    first_answers_are_in_time,
    nobody_is_left_unanswered,
    first_contact_settles,
    contacts_are_easy,
    customers_stay_on_their_channel,
    channels_serve_alike,
    preventable_contacts_fall,
)


@pytest.mark.parametrize("check", COMPUTED, ids=lambda check: check.id)
def test_whatever_is_judged_names_the_figures_that_it_rests_on(check: Check) -> None:
    assert check.verification is Verification.COMPUTED
    for example in check.examples:
        verdict = judged(check, example.patch, example.evidence)
        known = verdict.outcome is not Outcome.NOT_ASSESSED
        assert known == bool(verdict.measures), example.title
        assert verdict.verified_by is None


def answered(channel: str, count: int, minutes: int) -> Rows:
    """Return tickets by a channel that waited so long."""
    answer = f"2026-03-02 09:{minutes:02}"
    return rows(count, channel=channel, opened_at=OPENED, first_response_at=answer)


def test_a_table_may_spell_a_channel_in_its_own_way() -> None:
    patch = {
        "channels": [{"id": "c1", "name": "Help Desk", "first_response_within": "5min"}]
    }
    tickets = {"tickets": (answered("HELP desk", 40, 5),)}
    verdict = judged(first_answers_are_in_time, patch, tickets)
    assert verdict.outcome is Outcome.MET
    assert "HELP desk (p90 5 min, target 5 min, n = 40)" in verdict.reason


def test_the_busiest_channels_are_named_first() -> None:
    evidence = {"tickets": (answered("chat", 40, 9), answered("phone", 50, 9))}
    reason = judged(first_answers_are_in_time, evidence=evidence).reason
    assert reason.index("phone") < reason.index("chat")


def test_reasons_that_come_back_are_named_by_how_often_they_do() -> None:
    def asked(reason: str, once: int, again: int) -> tuple[Rows, ...]:
        return tuple(
            rows(n, customer=f"{reason} {kind}{{n}}", reason=reason, opened_at=day)
            for kind, n, day in (
                ("o", once, OPENED),
                ("r", again, OPENED),
                ("r", again, "2026-03-03"),
            )
        )

    end = rows(1, customer="z", reason="end", opened_at="2026-06-01")
    few, some = asked("few", 1, 14), asked("some", 40, 5)
    many, never = asked("many", 200, 9), asked("never", 40, 0)
    tickets = {"tickets": (*few, *some, *many, *never, end)}
    reason = judged(first_contact_settles, evidence=tickets).reason
    assert reason.endswith("Most often it came back with: many and some.")


def test_the_rating_of_tickets_stands_in_for_surveys_and_never_beside_them() -> None:
    survey = rows(40, responded_at=OPENED, level="interaction", csat=1, ces=7)
    evidence = {"surveys": (survey,), "tickets": (rows(90, opened_at=OPENED, csat=5),)}
    verdict = judged(contacts_are_easy, evidence=evidence)
    assert verdict.outcome is Outcome.NOT_MET
    assert {each.table for each in verdict.measures} == {"surveys"}


def test_a_threshold_can_be_another() -> None:
    tickets = {"tickets": (answered("email", 60, 9), answered("store", 10, 9))}
    context = context_with(first_answers_are_in_time, evidence=tickets, known=0.9)
    assert first_answers_are_in_time.assess(context).outcome is Outcome.NOT_ASSESSED


@pytest.mark.parametrize(
    ("count", "first", "last", "name"),
    [
        (2026 * 4, date(2026, 1, 1), date(2026, 3, 31), "2026 Q1"),
        (2023 * 4 + 3, date(2023, 10, 1), date(2023, 12, 31), "2023 Q4"),
    ],
)
def test_a_quarter_has_three_months(
    count: int, first: date, last: date, name: str
) -> None:
    quarter = Quarter(count)
    assert (quarter.first, quarter.last, quarter.told) == (first, last, name)
    assert quarter.months[0] == f"{first:%Y-%m}"
    assert quarter.months[-1] == f"{last:%Y-%m}"
    assert quarter.a_year_before.first == first.replace(year=first.year - 1)


def test_a_quarter_still_running_on_the_day_of_the_audit_does_not_count() -> None:
    months = tuple(
        f"2025-{month:02}-{day}" for month in range(1, 13) for day in ("01", "28")
    )
    months += tuple(
        f"2026-{month:02}-{day}" for month in range(1, 7) for day in ("01", "28")
    )
    tickets = {"tickets": (rows(1800, opened_at=months, preventable=True),)}

    def reason(as_of: date) -> str:
        found = context_with(preventable_contacts_fall, evidence=tickets, as_of=as_of)
        return preventable_contacts_fall.assess(found).reason

    assert "2026 Q2" in reason(date(2026, 6, 30))
    assert "2026 Q2" not in reason(date(2026, 6, 29))
    assert "2026 Q1" in reason(date(2026, 6, 29))
