"""What the checks of design principles promise beyond their examples."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.finding import HALF, Outcome, Verification
from auditor.testing import context_with, judged
from auditor_design_principles.change_gate import gate_is_defined
from auditor_design_principles.gate_exceptions import exceptions_are_sound
from auditor_design_principles.gate_stops import PAUSED, WAVED
from auditor_design_principles.gate_stops import (
    unmet_principles_stop_changes as changes_stop,
)
from auditor_design_principles.gate_verdicts import changes_pass_the_gate
from auditor_design_principles.principle_briefings import principles_reach_departments
from auditor_design_principles.principle_reviews import principles_are_kept_true
from auditor_design_principles.sketches import change_log, judged_change, principles

if TYPE_CHECKING:
    from auditor.finding import Verdict

PASSED = judged_change(met=True, decision="proceed", released="2026-04-01")


def earned(verdict: Verdict) -> float:
    """What a verdict earns of its check's weight."""
    if verdict.outcome is Outcome.PARTLY_MET:
        return HALF if verdict.share is None else verdict.share
    return float(verdict.outcome is Outcome.MET)


@given(stopped=st.integers(0, 30), missed=st.integers(1, 30))
def test_stopping_one_change_more_never_costs(stopped: int, missed: int) -> None:
    before = change_log(*[PAUSED] * stopped, *[WAVED] * missed)
    after = change_log(*[PAUSED] * (stopped + 1), *[WAVED] * (missed - 1))
    assert earned(judged(changes_stop, after)) >= earned(judged(changes_stop, before))


@given(st.permutations([*[PAUSED] * 3, *[WAVED] * 2, PASSED]))
def test_the_order_of_the_log_does_not_matter(log: list[dict[str, Any]]) -> None:
    verdict = judged(changes_stop, change_log(*log))
    assert (verdict.outcome, verdict.share) == (Outcome.NOT_MET, 0.6)
    assert verdict.contradicted


@pytest.mark.parametrize(("checked", "percent"), [(20, 15), (60, 5)])
def test_a_gate_that_never_says_no_hears_what_it_may_miss(
    checked: int, percent: int
) -> None:
    verdict = judged(changes_stop, change_log(*[PASSED] * checked))
    assert verdict.outcome is Outcome.PARTLY_MET
    assert f"up to {percent} % of all changes" in verdict.reason


def test_one_miss_among_few_is_partly_met_whatever_the_thresholds() -> None:
    log = change_log(*[PAUSED] * 3, WAVED)
    context = context_with(changes_stop, log, met=0.7, partly=0.1)
    assert changes_stop.assess(context).outcome is Outcome.PARTLY_MET


def test_a_reason_names_three_of_the_changes_that_went_through() -> None:
    verdict = judged(changes_stop, change_log(*[WAVED] * 5))
    assert "Change 1, Change 2, Change 3 and 2 more" in verdict.reason
    assert len(verdict.where) == 5


def test_a_later_verdict_mends_nothing_once_customers_have_met_the_change() -> None:
    failed = {"principle": "make-it-easy", "met": False, "date": "2026-03-02"}
    met = failed | {"met": True, "date": "2026-04-02"}
    log = change_log(*[PASSED | {"verdicts": [failed, met]}] * 2)
    assert judged(changes_stop, log).contradicted


def test_a_principle_that_failed_is_not_mended_by_meeting_another() -> None:
    failed = {"principle": "make-it-easy", "met": False, "date": "2026-03-02"}
    met = {"principle": "one-memory", "met": True, "date": "2026-03-09"}
    log = change_log(*[PASSED | {"verdicts": [failed, met]}] * 2)
    assert judged(changes_stop, log).contradicted


def test_a_verdict_on_a_principle_that_is_not_listed_is_no_verdict() -> None:
    verdict = {"principle": "be-bold", "met": True, "date": "2026-03-02"}
    log = change_log(*[PASSED | {"verdicts": [verdict]}] * 5)
    assert judged(changes_pass_the_gate, log).outcome is Outcome.NOT_MET


@pytest.mark.parametrize(
    ("day", "outcome"),
    [(date(2026, 12, 31), Outcome.MET), (date(2027, 1, 1), Outcome.NOT_MET)],
)
def test_an_exception_holds_until_the_end_of_its_last_day(
    day: date, outcome: Outcome
) -> None:
    exception = {"reason": "Storm", "approver": "Chief", "expires": "2026-12-31"}
    log = change_log(*[judged_change(met=False, exception=exception)] * 5)
    context = context_with(exceptions_are_sound, log, as_of=day)
    assert exceptions_are_sound.assess(context).outcome is outcome


def test_too_few_exceptions_are_not_graded_but_their_flaws_are_named() -> None:
    log = change_log(judged_change(met=False, exception={"reason": "Storm"}))
    verdict = judged(exceptions_are_sound, log)
    assert verdict.outcome is Outcome.NOT_ASSESSED
    assert "Change 1 (no approver and no expiry)" in verdict.reason


def test_a_gate_whose_record_is_not_named_is_only_declared() -> None:
    patch = {"principle_gate": {"recorded_in": None}}
    assert judged(gate_is_defined, patch).verified_by is Verification.DECLARED
    assert judged(gate_is_defined).verified_by is None


def test_an_empty_gate_has_no_element() -> None:
    fields = ("scope", "stage", "decision_owner", "outcomes", "recorded_in")
    verdict = judged(gate_is_defined, {"principle_gate": dict.fromkeys(fields)})
    assert (verdict.outcome, verdict.share) == (Outcome.NOT_MET, 0)


def test_what_has_no_day_rests_on_the_word_of_the_organisation() -> None:
    reviews = judged(principles_are_kept_true, principles({"insight": ["complaints"]}))
    unbriefed = [{"id": "sales", "briefed_on_principles": False}]
    briefings = judged(principles_reach_departments, {"departments": unbriefed})
    assert reviews.verified_by is Verification.DECLARED
    assert briefings.verified_by is Verification.DECLARED
