"""What the checks of the foundations promise beyond their examples."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import Outcome, Verification
from auditor.grading import at_least
from auditor.testing import context_with, judged
from auditor_foundations.benefits import benefits_are_checked
from auditor_foundations.customer_research import segments_are_researched
from auditor_foundations.different_needs import groups_fare_alike
from auditor_foundations.frontline_voice import front_line_is_heard
from auditor_foundations.lost_customers import ONCE_A_YEAR, lost_customers_are_heard
from auditor_foundations.prioritisation import priorities_follow_a_method
from auditor_foundations.sketches import departments
from auditor_foundations.staff_authority import staff_may_put_right
from auditor_foundations.staff_training import staff_are_trained
from auditor_foundations.supervised_automation import automation_is_supervised
from auditor_foundations.written_strategy import strategy_is_written

TOPICS = ["empathy", "product", "decision_making"]
TRAINED: dict[str, Any] = {"topics": TOPICS, "share_trained": 1, "date": "2026-03"}

shares = st.floats(min_value=0, max_value=1)


@given(st.lists(shares, min_size=1, max_size=6))
def test_departments_that_meet_customers_count_the_same(listed: list[float]) -> None:
    trained = [{"training": TRAINED | {"share_trained": share}} for share in listed]
    verdict = judged(staff_are_trained, departments(*trained))
    assert verdict.share == pytest.approx(sum(listed) / len(listed))
    # One that meets no customers changes nothing.
    apart = departments(*trained, {"customer_facing": False})
    assert judged(staff_are_trained, apart) == verdict


@pytest.mark.parametrize(
    ("topic", "known"),
    [
        ("decision_making", True),
        ("Decision-making", True),
        ("Taking decisions", True),
        ("decisive leadership", False),
        ("indecision", False),
    ],
)
def test_a_topic_is_known_by_its_word(topic: str, *, known: bool) -> None:
    training = TRAINED | {"topics": ["empathy", "product", topic]}
    verdict = judged(staff_are_trained, departments(training=training))
    assert (verdict.outcome is Outcome.MET) is known


def test_production_is_no_training_in_the_product() -> None:
    training = TRAINED | {"topics": ["empathy", "production safety", "decisions"]}
    verdict = judged(staff_are_trained, departments(training=training))
    assert verdict.outcome is Outcome.NOT_MET


def test_training_without_a_day_rests_on_a_word() -> None:
    verdict = judged(staff_are_trained, departments(training=TRAINED | {"date": None}))
    assert verdict.verified_by is Verification.DECLARED
    assert judged(staff_are_trained).verified_by is None


def test_who_may_not_put_things_right_is_named() -> None:
    free = {"may_put_right": {"limit": "20 EUR", "roles_covered": 1}}
    patch = departments(free, {"name": "Night desk"})
    verdict = judged(staff_may_put_right, patch)
    assert (verdict.outcome, verdict.share) == (Outcome.PARTLY_MET, 0.5)
    assert "Night desk" in verdict.reason
    assert verdict.where == ("/departments/1",)


def test_ideas_that_nobody_may_bring_count_for_nothing() -> None:
    ideas = {"exists": False, "actions_last_year": 12, "journey_in_onboarding": False}
    patch = {"governance": {"frontline_ideas": ideas}}
    assert judged(front_line_is_heard, patch).outcome is Outcome.NOT_MET


def test_research_without_a_day_rests_on_a_word() -> None:
    segment = {"id": "s", "name": "S", "needs": ["Quiet"]}
    verdict = judged(segments_are_researched, {"organisation": {"segments": [segment]}})
    assert verdict.verified_by is Verification.DECLARED
    assert judged(segments_are_researched).verified_by is None


@pytest.mark.parametrize(
    "cadence", [*sorted(ONCE_A_YEAR), "Half-yearly", " every_quarter "]
)
def test_a_steady_cadence_is_recognised(cadence: str) -> None:
    source = {"id": "s", "kind": "lost_customer", "cadence": cadence}
    patch = {"feedback": {"sources": [source]}}
    assert judged(lost_customers_are_heard, patch).outcome is Outcome.MET


@pytest.mark.parametrize("cadence", ["every two years", "biennial", "now and then"])
def test_any_other_cadence_is_in_passing(cadence: str) -> None:
    source = {"id": "s", "kind": "lost_customer", "cadence": cadence}
    patch = {"feedback": {"sources": [source]}}
    assert judged(lost_customers_are_heard, patch).outcome is Outcome.PARTLY_MET


def test_without_a_journey_the_word_exit_is_the_exit() -> None:
    source = {"id": "s", "kind": "interview", "stages": ["exit"], "cadence": "yearly"}
    patch = {"journeys": None, "feedback": {"sources": [source]}}
    assert judged(lost_customers_are_heard, patch).outcome is Outcome.MET


def test_a_group_is_shown_by_the_metrics_that_are_cut_by_it() -> None:
    verdict = judged(groups_fare_alike)
    assert "Satisfaction with a contact" in verdict.reason
    assert verdict.verified_by is Verification.DECLARED


@pytest.mark.parametrize(
    ("watched", "fallback", "basis"),
    [*product((True, False), (True, False), ("2026-01", False, None))],
)
def test_the_basis_for_feedback_matters_only_where_it_could_change_the_outcome(
    *, watched: bool, fallback: bool, basis: str | bool | None
) -> None:
    bot = {"id": "b", "human_fallback": fallback, "quality_sampled": watched}
    patch = {
        "governance": {"automation": [bot]},
        "feedback": {"privacy_basis": basis},
    }
    held = watched + fallback + bool(basis)
    worst = at_least(held, 3, 2)
    best = at_least(held + (basis is None), 3, 2)
    outcome = judged(automation_is_supervised, patch).outcome
    assert outcome is (worst if worst is best else Outcome.NOT_ASSESSED)


def test_a_chatbot_that_an_entry_is_about_is_one_bot() -> None:
    bot = {"id": "b", "channel": "c", "human_fallback": True, "quality_sampled": True}
    patch = {
        "channels": [{"id": "c", "kind": "chatbot"}],
        "governance": {"automation": [bot]},
    }
    assert judged(automation_is_supervised, patch).outcome is Outcome.MET


@pytest.mark.parametrize(
    ("patch", "missing"),
    [
        ({"organisation": {"vision": None}}, "a vision"),
        ({"strategy": {"roadmap": None}}, "a roadmap"),
        ({"strategy": {"target_state": None}}, "a target state"),
        ({"metrics": []}, "a metric for each such objective"),
    ],
)
def test_what_a_strategy_lacks_is_named(patch: dict[str, Any], missing: str) -> None:
    verdict = judged(strategy_is_written, patch)
    assert (verdict.outcome, verdict.share) == (Outcome.PARTLY_MET, 5 / 6)
    assert missing in verdict.reason
    assert missing in verdict.advice


def test_a_strategy_of_this_year_is_written_once_the_year_has_begun() -> None:
    patch = {"strategy": {"written": "2026"}}
    assert judged(strategy_is_written, patch).outcome is Outcome.MET


def test_a_rubric_can_ask_for_fewer_criteria() -> None:
    criteria = {"strategy": {"prioritisation": {"criteria": ["customer impact"]}}}
    context = context_with(priorities_follow_a_method, criteria, criteria=1)
    assert priorities_follow_a_method.assess(context).outcome is Outcome.MET


@pytest.mark.parametrize(
    ("day", "looked_at"),
    [(date(2026, 6, 29), 4), (date(2026, 6, 30), 5), (date(2026, 7, 31), 5)],
)
def test_an_improvement_is_looked_at_from_its_sixth_month(
    day: date, looked_at: int
) -> None:
    benefit = {"low": 1, "high": 2, "reviewed": True}
    begun = ["2025-12-30", *["2025-06-01"] * 4]
    improvements = [
        {"id": f"i{n}", "opened": opened, "benefit": benefit}
        for n, opened in enumerate(begun)
    ]
    patch = {"feedback": {"improvements": improvements}}
    context = context_with(benefits_are_checked, patch, as_of=day)
    outcome = benefits_are_checked.assess(context).outcome
    assert outcome is (Outcome.MET if looked_at == 5 else Outcome.NOT_ASSESSED)
