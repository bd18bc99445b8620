"""What the checks of the feedback loop that count records promise beyond examples."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditor import Outcome, Verification, rows
from auditor.errors import EvidenceError
from auditor.evidence.measured import Fault
from auditor.testing import context_with, judged
from auditor_feedback_loop.called_respondents import unhappy_respondents_are_called
from auditor_feedback_loop.channel_feedback import channels_take_feedback
from auditor_feedback_loop.claimed_closure import claimed_closure_is_real
from auditor_feedback_loop.coded_causes import causes_are_coded
from auditor_feedback_loop.handling_satisfaction import handling_is_rated
from auditor_feedback_loop.living_collection import collection_is_alive
from auditor_feedback_loop.resolved_complaints import complaints_are_resolved
from auditor_feedback_loop.sketches import RECEIVED, feedback, log, numbered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor import Rows, Verdict

Tables = dict[str, tuple["Rows", ...]]


def measures(verdict: Verdict) -> set[tuple[str, str]]:
    return {(each.name, each.statistic) for each in verdict.measures}


MONTHS = tuple(f"2025-{month:02}-15" for month in range(7, 13)) + tuple(
    f"2026-{month:02}-15" for month in range(1, 7)
)


@pytest.mark.parametrize(
    ("as_of", "received", "silent"),
    [
        (date(2026, 6, 30), MONTHS, ()),
        (date(2026, 6, 1), ("2025-06-02", *MONTHS[:-1]), ()),
        (date(2026, 6, 1), MONTHS, ("2026-06",)),  # the 15th is still to come
        (date(2026, 6, 14), MONTHS, ("2026-06",)),
        (date(2026, 7, 15), MONTHS, ()),
        (date(2026, 7, 16), MONTHS, ("2026-07",)),
        (
            date(2026, 2, 28),
            ("2025-02-28", *MONTHS),  # what comes after the audit is not there
            ("2025-06", "2025-05", "2025-04"),
        ),
    ],
)
def test_a_year_has_twelve_months_whatever_its_first_day(
    as_of: date, received: tuple[str, ...], silent: tuple[str, ...]
) -> None:
    table = {"feedback": (rows(len(received), received_at=received),)}
    context = context_with(collection_is_alive, evidence=table, as_of=as_of)
    verdict = collection_is_alive.assess(context)
    heard = 8 if as_of.month == 2 else 12 - len(silent)
    assert verdict.share == heard / 12
    assert all(month in verdict.reason for month in silent)


def test_months_are_not_called_silent_while_a_table_cannot_be_read() -> None:
    context = context_with(
        collection_is_alive, evidence={"feedback": (rows(1, received_at=RECEIVED),)}
    )
    fault = Fault("answers", "surveys", EvidenceError("answers.csv", "it is empty."))
    evidence = replace(context.evidence, faults=(fault,))
    verdict = collection_is_alive.assess(replace(context, evidence=evidence))
    assert verdict.outcome is Outcome.NOT_ASSESSED
    assert "answers could not be read" in verdict.reason


def complaints(*resolved: str | None, count: int = 100) -> Tables:
    return log(rows(count, received_at=RECEIVED, resolved_at=resolved, status="closed"))


def test_what_is_capped_earns_one_half() -> None:
    slow = judged(complaints_are_resolved, None, complaints("2026-04-20 09:01"))
    assert (slow.outcome, slow.share) == (Outcome.PARTLY_MET, None)
    other = log(
        rows(99, received_at=RECEIVED, status="closed", theme="bill", cause="other")
    )
    vague = judged(causes_are_coded, None, other)
    assert (vague.outcome, vague.share) == (Outcome.PARTLY_MET, None)


@pytest.mark.parametrize(
    ("still_open", "outcome", "told"),
    [(5, Outcome.MET, "(n = 90)"), (15, Outcome.PARTLY_MET, "cannot be told")],
)
def test_open_complaints_count_in_the_ninth_decile(
    still_open: int, outcome: Outcome, told: str
) -> None:
    table = log(
        rows(85, received_at=RECEIVED, resolved_at="2026-03-03 09:01", status="closed"),
        rows(still_open, received_at="2026-06-01", resolved_at=None, status="open"),
    )
    verdict = judged(complaints_are_resolved, None, table)
    assert "100.0 % (n = 85)" in verdict.reason  # those whose limit has passed
    assert verdict.outcome is outcome
    assert told in verdict.reason


def closed(*moments: str, **more: object) -> Tables:
    """Closed complaints whose outcome was told to 88 of 100, as declared."""
    told = ("2026-03-05 09:01",) * 88 + (None,) * 12
    values = {"received_at": RECEIVED, "status": "closed", "outcome_told_at": told}
    return log(rows(100, resolved_at=moments, **values | more))


SPREAD = tuple(f"2026-03-{3 + n // 10:02} {9 + n % 10:02}:07" for n in range(100))


@pytest.mark.parametrize(
    ("table", "flag"),
    [
        (closed(*SPREAD), ""),
        (closed(*SPREAD[:60], *["2026-03-31 17:03"] * 40), "40.0 % (n = 100)"),
        (closed("2026-03-02 09:02"), "12.0 % (n = 100)"),
        (closed("2026-03-02 09:03"), "month's closures"),
    ],
)
def test_closures_that_look_like_no_work_are_flagged(table: Tables, flag: str) -> None:
    verdict = judged(claimed_closure_is_real, None, table)
    assert verdict.outcome is Outcome.MET
    assert ("To be looked at" in verdict.reason) == bool(flag)
    assert flag in verdict.reason
    assert len(verdict.measures) == 1 + verdict.reason.count("To be looked at")


def test_a_rate_says_which_record_it_was_held_against() -> None:
    status = {"feedback": (rows(99, received_at=RECEIVED, status="closed"),)}
    by_status = judged(claimed_closure_is_real, None, status)
    assert measures(by_status) == {("closure", "share")}
    assert "closed by their status" in by_status.reason
    told = judged(claimed_closure_is_real, None, closed(*SPREAD))
    assert ("loop_closed", "share") in measures(told)
    assert "told the outcome" in told.reason
    assert told.where == ("/feedback/declared_closure_rate",)


def asked(*answers: bool | None) -> Tables:
    return log(rows(99, received_at=RECEIVED, status="closed", handling_asked=answers))


@pytest.mark.parametrize(
    ("patch", "table", "verified"),
    [
        ({}, asked(None), Verification.CROSS_CHECK),
        (feedback(complaints=None), asked(None), None),
        (
            feedback(complaints={"handling_satisfaction_asked": False}),
            {},
            Verification.DECLARED,
        ),
    ],
)
def test_it_is_told_what_a_verdict_on_being_asked_rests_on(
    patch: Mapping[str, object], table: Tables, verified: Verification | None
) -> None:
    verdict = judged(handling_is_rated, patch, table)
    assert verdict.outcome is Outcome.NOT_MET
    assert verdict.verified_by is verified


def channels(*records: Rows, contacts: tuple[Rows, ...] = ()) -> Verdict:
    patch = {
        "channels": [
            {"id": "web-form", "name": "Website", "feedback": True},
            {"id": "email", "name": "E-mail", "feedback": True},
        ],
        "feedback": {"sources": []},
    }
    usual = (
        rows(70, opened_at=RECEIVED, channel="Web form"),
        rows(70, opened_at=RECEIVED, channel="e-mail"),
    )
    tables = {"tickets": contacts or usual, "feedback": records}
    return judged(channels_take_feedback, patch, tables)


def records(channel: str | None, count: int = 60) -> Rows:
    return rows(count, received_at=RECEIVED, channel=channel)


def test_channels_are_known_by_id_or_name_however_they_are_spelt() -> None:
    verdict = channels(records("WEB FORM"), records("E-Mail"))
    assert (verdict.outcome, verdict.verified_by) == (Outcome.MET, None)
    assert ("tickets", "count") in measures(verdict)


def test_silence_of_a_channel_is_told_with_its_share_of_contacts() -> None:
    verdict = channels(records("website"))
    assert verdict.contradicted
    assert "none of 60 records of it: E-mail (50.0 %)" in verdict.reason
    assert "n = 140" in verdict.reason
    assert verdict.where == ("/channels/1",)


def test_a_twentieth_of_contacts_is_a_lot_whatever_the_arithmetic_of_floats() -> None:
    contacts = (
        rows(133, opened_at=RECEIVED, channel="website"),
        rows(7, opened_at=RECEIVED, channel="email"),
    )
    assert channels(records("website"), contacts=contacts).contradicted


@pytest.mark.parametrize(
    "contacts",
    [
        (rows(29, opened_at=RECEIVED, channel="email"),),
        (rows(99, opened_at=RECEIVED),),
        (rows(99, opened_at=RECEIVED, channel="letter"),),
    ],
)
def test_contacts_that_do_not_tell_leave_the_word_of_the_organisation(
    contacts: tuple[Rows, ...],
) -> None:
    verdict = channels(records("website"), contacts=contacts)
    assert (verdict.outcome, verdict.verified_by) == (
        Outcome.MET,
        Verification.DECLARED,
    )


def test_records_that_name_too_few_channels_are_told_of() -> None:
    verdict = channels(records("website", 94), records(None, 6))
    assert (verdict.outcome, verdict.contradicted) == (Outcome.MET, False)
    assert verdict.verified_by is Verification.DECLARED
    assert "94 of 100 records name a channel" in verdict.reason


def test_answers_to_surveys_are_feedback_of_a_channel_too() -> None:
    patch = {
        "channels": numbered("c", {"feedback": True}),
        "feedback": {"sources": []},
    }
    tables = {
        "tickets": (rows(99, opened_at=RECEIVED, channel="c1"),),
        "surveys": (rows(60, responded_at=RECEIVED, channel="c1"),),
    }
    verdict = judged(channels_take_feedback, patch, tables)
    assert (verdict.outcome, verdict.verified_by) == (Outcome.MET, None)


def test_the_interval_of_a_sample_is_told() -> None:
    answers = rows(60, responded_at=RECEIVED, nps=3, contacted_at="2026-03-03")
    last = rows(1, responded_at="2026-06-01", nps=10, contacted_at=None)
    table = {"surveys": (answers, last)}
    verdict = judged(unhappy_respondents_are_called, None, table)
    assert "95 % interval" in verdict.reason
