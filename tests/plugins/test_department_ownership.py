"""What the checks of department ownership promise beyond their examples."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.finding import HALF, Outcome, Verification
from auditor.testing import EXEMPLARY_DATE, context_with, judged, profile_with
from auditor_department_ownership.concentration import ownership_is_spread
from auditor_department_ownership.executive_sponsor import sponsor_is_at_the_top
from auditor_department_ownership.holdings import holdings
from auditor_department_ownership.improvement_work import (
    LATE,
    ON_TIME,
    UNDATED,
    improvements_get_done,
)
from auditor_department_ownership.lead_remit import lead_serves_the_whole_company
from auditor_department_ownership.leaders_objectives import heads_have_an_objective
from auditor_department_ownership.means import means_are_settled
from auditor_department_ownership.responsibilities import (
    departments_answer_for_the_experience,
)
from auditor_department_ownership.sketches import (
    improvements,
    owned,
    stages,
    touchpoints,
)
from auditor_department_ownership.stage_owners import (
    stages_are_owned_across_the_company,
)
from auditor_department_ownership.steering_meetings import steering_group_decides
from auditor_department_ownership.steering_members import (
    steering_group_is_cross_functional,
)
from auditor_department_ownership.touchpoint_owners import touchpoints_have_owners

if TYPE_CHECKING:
    from auditor import Check
    from auditor.finding import Verdict

DEPARTMENTS: Final = [
    "cx",
    "marketing",
    "sales",
    "product",
    "operations",
    "billing",
    "it",
    "support",
]
SHARED: Final = {"governance": {"cx_lead": {"mandate": "shared"}}}

teams = st.lists(st.sampled_from(DEPARTMENTS), max_size=12)


def earned(verdict: Verdict) -> float:
    """What a verdict earns of its check's weight."""
    if verdict.outcome is Outcome.PARTLY_MET:
        return HALF if verdict.share is None else verdict.share
    return float(verdict.outcome is Outcome.MET)


def governance(**stated: object) -> dict[str, object]:
    return {"governance": stated}


def work(*rows: dict[str, Any]) -> dict[str, object]:
    """Improvements that three departments make in turn."""
    owners = ("billing", "sales", "operations")
    return improvements(
        *({**row, "owner": owners[i % 3]} for i, row in enumerate(rows))
    )


@pytest.mark.parametrize(
    ("level", "at_the_top"),
    [
        ("c_level", True),
        ("C-level", True),
        ("Board", True),
        ("CEO", True),
        ("reports to CEO", True),
        ("direct report", True),
        ("head of department", False),
        ("high", False),
        ("reports to the CEO's deputy", False),
    ],
)
def test_only_known_words_are_the_top(level: str, at_the_top: object) -> None:
    verdict = judged(
        sponsor_is_at_the_top, governance(executive_sponsor={"level": level})
    )
    assert verdict.outcome is (Outcome.MET if at_the_top else Outcome.PARTLY_MET)


def test_a_sponsor_is_a_declaration() -> None:
    assert judged(sponsor_is_at_the_top).verified_by is Verification.DECLARED


@pytest.mark.parametrize(
    ("reports_to", "mandate", "outcome"),
    [
        ("executive", None, Outcome.MET),
        ("board", None, Outcome.MET),
        ("executive", "everything that matters", Outcome.MET),
        ("help-desk", "company", Outcome.MET),
        ("help-desk", "shared", Outcome.PARTLY_MET),
        ("nowhere", "dotted", Outcome.PARTLY_MET),
        (None, "Company", Outcome.MET),
        (None, "shared", Outcome.PARTLY_MET),
        ("help-desk", "everything that matters", Outcome.NOT_MET),
        ("help-desk", None, Outcome.NOT_MET),
        ("support", None, Outcome.NOT_MET),
        ("nowhere", None, Outcome.NOT_MET),
        ("sales", "support", Outcome.NOT_MET),
    ],
)
def test_line_and_mandate_tell_the_remit(
    reports_to: str | None, mandate: str | None, outcome: Outcome
) -> None:
    patch = {
        "departments": [{"id": "help-desk", "function": "support"}],
        **governance(cx_lead={"reports_to": reports_to, "mandate": mandate}),
    }
    assert judged(lead_serves_the_whole_company, patch).outcome is outcome


@given(members=teams, added=st.sampled_from(DEPARTMENTS))
def test_one_department_more_in_the_group_never_costs(
    members: list[str], added: str
) -> None:
    before = governance(steering_group={"members": members})
    after = governance(steering_group={"members": [*members, added]})
    check = steering_group_is_cross_functional
    assert earned(judged(check, after)) >= earned(judged(check, before))


def test_a_group_that_never_met_is_a_declaration() -> None:
    check = steering_group_is_cross_functional
    assert judged(check).verified_by is None
    silent = governance(steering_group={"meetings": [{"date": "2026-07-01"}]})
    assert judged(check, silent).verified_by is Verification.DECLARED


def test_meetings_grow_old() -> None:
    check = steering_group_decides
    outcomes = [
        check.assess(context_with(check, as_of=day)).outcome
        for day in (EXEMPLARY_DATE, date(2026, 9, 18), date(2027, 3, 19))
    ]
    assert outcomes == [Outcome.MET, Outcome.PARTLY_MET, Outcome.NOT_MET]


def test_a_goal_of_nothing_is_reached() -> None:
    none = governance(steering_group={"meetings": []})
    context = context_with(steering_group_decides, none, met=0, partly=0)
    assert steering_group_decides.assess(context).outcome is Outcome.MET


@pytest.mark.parametrize(
    ("check", "key", "value"),
    [
        (
            departments_answer_for_the_experience,
            "cx_responsibilities",
            ["Bills"],
        ),
        (heads_have_an_objective, "head_has_cx_objective", True),
    ],
)
def test_one_department_more_that_answers_never_costs(
    check: Check, key: str, value: object
) -> None:
    def listed(having: int) -> dict[str, object]:
        rows = [{key: value} if number < having else {} for number in range(20)]
        return {"departments": [{"id": f"d{i}", **row} for i, row in enumerate(rows)]}

    scores = [earned(judged(check, listed(having))) for having in range(21)]
    assert scores == sorted(scores)
    assert (scores[0], scores[-1]) == (0, 1)


def test_departments_without_a_responsibility_are_named() -> None:
    listed = {"departments": [{"id": f"d{n}", "name": f"D {n}"} for n in range(5)]}
    verdict = judged(departments_answer_for_the_experience, listed)
    assert "not for D 0, D 1, D 2 and 2 more" in verdict.reason
    assert len(verdict.where) == 5


@given(inside=st.integers(1, 20), outside=st.integers(0, 20))
def test_handing_a_touchpoint_out_of_support_never_costs(
    inside: int, outside: int
) -> None:
    check, base = ownership_is_spread, improvements()
    before = base | touchpoints(owned(support=inside, sales=outside))
    after = base | touchpoints(owned(support=inside - 1, sales=outside + 1))
    assert earned(judged(check, after)) >= earned(judged(check, before))


@given(inside=st.integers(0, 20), outside=st.integers(1, 20))
def test_only_a_claim_that_fails_is_contradicted(inside: int, outside: int) -> None:
    owners = improvements() | touchpoints(owned(cx=inside, sales=outside))
    claimed, modest = (
        judged(ownership_is_spread, patch) for patch in (owners, owners | SHARED)
    )
    assert claimed.contradicted is (claimed.outcome is Outcome.NOT_MET)
    assert not modest.contradicted
    assert modest.outcome is claimed.outcome


@given(teams.filter(len))
def test_the_herfindahl_index_lies_between_even_and_single(owners: list[str]) -> None:
    index = holdings(profile_with(improvements() | touchpoints(owners))).herfindahl
    assert 1 / len(set(owners)) - 1e-9 <= index <= 1 + 1e-9


def test_a_department_without_a_function_is_not_taken_for_support() -> None:
    desk = {"departments": [{"id": "desk"}, {"id": "sales"}]}
    verdict = judged(
        ownership_is_spread,
        desk | improvements() | touchpoints(owned(desk=3, sales=3)),
    )
    assert verdict.outcome is Outcome.NOT_ASSESSED
    assert "desk" in verdict.reason
    assert verdict.answered_by == ("departments.function",)


@pytest.mark.parametrize("nobody", ["everyone", "Everybody", "all", "ALL-departments"])
def test_everyone_is_no_owner(nobody: str) -> None:
    described = {"departments": [{"id": nobody}, {"id": "sales"}]}
    for patch in (described, {"departments": None}):
        points = patch | touchpoints([nobody, "sales"])
        assert judged(touchpoints_have_owners, points).share == 0.5
        leads = patch | stages([nobody, "sales"])
        verdict = judged(stages_are_owned_across_the_company, leads)
        assert "1 department" in verdict.reason


def test_touchpoints_of_all_journeys_count() -> None:
    both = touchpoints(["sales", None])["journeys"]
    assert isinstance(both, list)
    second = touchpoints([])["journeys"]
    assert isinstance(second, list)
    second[0] |= {
        "id": "k",
        "stages": [{"id": "u", "touchpoints": [{"id": "x", "name": "Bill"}]}],
    }
    verdict = judged(touchpoints_have_owners, {"journeys": [*both, *second]})
    assert verdict.share == pytest.approx(1 / 3)
    assert "T 1 and Bill" in verdict.reason


@pytest.mark.parametrize(("employees", "outcome"), [(49, "met"), (50, "partly_met")])
def test_small_organisations_need_fewer_leads(employees: int, outcome: str) -> None:
    patch = {
        "organisation": {"employees": employees},
        **stages(["cx", "sales", "product"]),
    }
    assert judged(stages_are_owned_across_the_company, patch).outcome == outcome


@given(
    st.permutations(["decision_rights", "escalation_rule", "budget", "dedicated_fte"])
)
def test_each_means_counts_the_same(order: list[str]) -> None:
    shares = [
        judged(means_are_settled, governance(**dict.fromkeys(order[:lacking]))).share
        for lacking in range(4)
    ]
    assert shares == [1, 0.75, 0.5, 0.25]


@given(done=st.integers(0, 12), late=st.integers(1, 12))
def test_one_improvement_more_on_time_never_costs(done: int, late: int) -> None:
    before = work(*[ON_TIME] * (done + 4), *[LATE] * late)
    after = work(*[ON_TIME] * (done + 5), *[LATE] * (late - 1))
    check = improvements_get_done
    assert earned(judged(check, after)) >= earned(judged(check, before))


def test_leaving_out_due_dates_does_not_help() -> None:
    late = judged(improvements_get_done, work(*[ON_TIME] * 6, *[LATE] * 4))
    undated = judged(improvements_get_done, work(*[ON_TIME] * 6, *[UNDATED] * 4))
    assert late.outcome is undated.outcome is Outcome.PARTLY_MET
    assert "4 further improvements" in undated.reason


@pytest.mark.parametrize(
    ("status", "closed", "counts"),
    [
        ("in_progress", None, True),
        ("done", None, True),
        ("done", "2026-05", True),
        ("done", "2024-05", False),
        ("planned", None, False),
        ("declined", "2026-05", False),
    ],
)
def test_only_work_that_was_begun_lately_needs_a_due_date(
    status: str, closed: str | None, counts: object
) -> None:
    row = {"status": status, "closed": closed}
    verdict = judged(improvements_get_done, work(*[ON_TIME] * 5, row))
    assert ("No due date is stated" in verdict.reason) is counts
    assert len(verdict.where) == (1 if counts else 5)


@pytest.mark.parametrize(("day", "outcome"), [(14, "not_assessed"), (15, "partly_met")])
def test_an_improvement_is_judged_when_its_days_of_grace_are_over(
    day: int, outcome: str
) -> None:
    overdue = {"status": "in_progress", "due": "2026-06-14"}
    listed = work(*[ON_TIME] * 2, *[LATE] * 2, overdue)
    check = improvements_get_done
    context = context_with(check, listed, as_of=date(2026, 7, day))
    assert check.assess(context).outcome == outcome


def test_too_few_that_fell_due_are_counted_out_loud() -> None:
    verdict = judged(improvements_get_done, work(*[ON_TIME] * 4))
    assert verdict.reason.startswith("4 improvements fell due")
    assert "5 are needed" in verdict.reason
