"""What the check of several views promises beyond its examples."""

from __future__ import annotations

from itertools import product

import pytest

from auditor import Outcome
from auditor.grading import at_least
from auditor.testing import context_with, judged
from auditor_assurance.several_views import several_views_went_in

HELD = {
    "respondents": [
        {"role": "Head of customer experience", "department": "cx"},
        {"role": "Fitter", "department": "operations", "frontline": True},
        {"role": "Head of billing", "department": "billing"},
    ],
    "survey_invitations": "rule_based",
    "pay_tied_to_scores": False,
}
LACKING = {
    "respondents": [],
    "survey_invitations": "agent_chosen",
    "pay_tied_to_scores": True,
}
SILENT = dict.fromkeys(HELD)


@pytest.mark.parametrize("states", [*product((HELD, LACKING, SILENT), repeat=3)])
def test_a_silent_part_leaves_it_open_only_where_it_could_matter(
    states: tuple[dict[str, object], ...],
) -> None:
    stated = {key: state[key] for key, state in zip(HELD, states, strict=True)}
    verdict = judged(several_views_went_in, {"assessment": stated})
    held, silent = states.count(HELD), states.count(SILENT)
    worst, best = at_least(held, 3, 2), at_least(held + silent, 3, 2)
    assert verdict.outcome is (worst if worst is best else Outcome.NOT_ASSESSED)
    keys = {f"assessment.{key}" for key, value in stated.items() if value is None}
    if verdict.outcome is Outcome.NOT_ASSESSED:
        assert set(verdict.answered_by) == keys


@pytest.mark.parametrize(
    ("department", "outside"),
    [
        ("billing", True),
        ("cx", False),  # its function says so
        ("insight", False),
        ("nobody-knows", False),  # a reference to nothing reads as missing
        (None, False),
    ],
)
def test_a_view_from_outside_comes_from_another_department(
    department: str | None, *, outside: bool
) -> None:
    answered = [
        {"role": role, "department": department, "frontline": True} for role in "abc"
    ]
    departments = [
        {"id": "billing", "function": "billing"},
        {"id": "cx"},
        {"id": "insight", "function": "cx"},
    ]
    patch = {"assessment": {"respondents": answered}, "departments": departments}
    met = judged(several_views_went_in, patch).outcome is Outcome.MET
    assert met is outside


def test_without_a_list_of_departments_an_id_is_believed() -> None:
    assert judged(several_views_went_in, {"departments": None}).outcome is Outcome.MET


def test_safeguards_alone_do_not_say_whether_pay_depends_on_scores() -> None:
    patch = {"assessment": {"pay_tied_to_scores": None, "pay_safeguards": ["A panel"]}}
    verdict = judged(several_views_went_in, patch)
    assert verdict.outcome is Outcome.NOT_ASSESSED
    assert verdict.answered_by == ("assessment.pay_tied_to_scores",)


def test_one_role_written_twice_is_one_role() -> None:
    names = ("Head of billing", "head of BILLING", "Fitter")
    answered = [
        {"role": name, "department": "billing", "frontline": True} for name in names
    ]
    patch = {"assessment": {"respondents": answered}}
    assert judged(several_views_went_in, patch).outcome is Outcome.PARTLY_MET
    asked_for_two = context_with(several_views_went_in, patch, roles=2)
    assert several_views_went_in.assess(asked_for_two).outcome is Outcome.MET
