"""What the checks of metric balance promise beyond their examples."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import ExperienceLevel, Metric, MetricFamily, MetricKind, Rows, rows
from auditor.finding import HALF, Outcome, Verification
from auditor.profile.families import family_of
from auditor.testing import context_with, judged
from auditor_metric_balance.ease_questions import ease_is_measured
from auditor_metric_balance.metric_cards import CARD, metrics_are_specified
from auditor_metric_balance.metric_families import all_families_are_measured
from auditor_metric_balance.metric_owners import metrics_are_owned_across_the_company
from auditor_metric_balance.nps_level import nps_is_of_the_relationship
from auditor_metric_balance.opinion_and_behaviour import (
    opinion_and_behaviour_are_measured,
)
from auditor_metric_balance.reproduced_scores import figures_are_reproduced
from auditor_metric_balance.response_rate import response_rate_is_known
from auditor_metric_balance.service_and_experience import (
    service_and_experience_are_balanced,
)
from auditor_metric_balance.sketches import kinds, metrics
from auditor_metric_balance.speed_targets import speed_is_paired_with_quality
from auditor_metric_balance.staff_pulse import staff_are_asked
from auditor_metric_balance.trends_and_segments import trends_and_segments_are_visible

if TYPE_CHECKING:
    from auditor.finding import Verdict

MONTHS: Final = (
    *(f"2025-{month:02}" for month in range(7, 13)),
    *(f"2026-{month:02}" for month in range(1, 7)),
)
SERVICE, EXPERIENCE, BUSINESS, EMPLOYEE = MetricFamily
FAMILIES: Final = {
    "nps": EXPERIENCE,
    "trust": EXPERIENCE,
    "sentiment": EXPERIENCE,
    "retention": EXPERIENCE,
    "churn": EXPERIENCE,
    "repeat_purchase": EXPERIENCE,
    "referral": EXPERIENCE,
    "clv": EXPERIENCE,
    "first_response_time": SERVICE,
    "resolution_time": SERVICE,
    "wait_time": SERVICE,
    "handle_time": SERVICE,
    "first_contact_resolution": SERVICE,
    "reopen_rate": SERVICE,
    "resolution_rate": SERVICE,
    "ticket_deflection": SERVICE,
    "revenue": BUSINESS,
    "spend_per_customer": BUSINESS,
    "cost_to_serve": BUSINESS,
    "conversion": BUSINESS,
    "employee_engagement": EMPLOYEE,
    "enps": EMPLOYEE,
    "employee_turnover": EMPLOYEE,
    "custom": None,
}
"""Kinds whose family does not depend on the level."""

ASKED: Final = {
    ("csat", None): EXPERIENCE,
    ("csat", "interaction"): SERVICE,
    ("csat", "journey"): EXPERIENCE,
    ("csat", "relationship"): EXPERIENCE,
    ("ces", None): SERVICE,
    ("ces", "interaction"): SERVICE,
    ("ces", "journey"): EXPERIENCE,
    ("ces", "relationship"): EXPERIENCE,
}
"""The two kinds whose family the level decides."""

LEVELS: Final = (None, *ExperienceLevel)
WITH_FAMILY: Final = [kind for kind in MetricKind if kind is not MetricKind.CUSTOM]
SPEED: Final = {"kind": "wait_time", "target": {"value": 60}}

some_kinds = st.lists(st.sampled_from(list(MetricKind)), max_size=12)


def earned(verdict: Verdict) -> float:
    """What a verdict earns of its check's weight."""
    if verdict.outcome is Outcome.PARTLY_MET:
        return HALF if verdict.share is None else verdict.share
    return float(verdict.outcome is Outcome.MET)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("kind", MetricKind)
def test_kind_and_level_tell_the_family(
    kind: MetricKind, level: ExperienceLevel | None
) -> None:
    expected = ASKED[kind, level] if kind in {"csat", "ces"} else FAMILIES[kind]
    assert family_of(kind, level) is expected
    assert Metric(id="m", kind=kind, level=level).effective_family is expected


@pytest.mark.parametrize("family", MetricFamily)
@pytest.mark.parametrize("kind", MetricKind)
def test_a_stated_family_stands(kind: MetricKind, family: MetricFamily) -> None:
    assert Metric(id="m", kind=kind, family=family).effective_family is family


@given(listed=some_kinds, added=st.sampled_from(list(MetricKind)))
def test_one_metric_more_never_costs_a_family(
    listed: list[MetricKind], added: MetricKind
) -> None:
    for check in (all_families_are_measured, opinion_and_behaviour_are_measured):
        before, after = (
            judged(check, kinds(*listed)),
            judged(check, kinds(*listed, added)),
        )
        assert earned(after) >= earned(before)


@given(st.permutations(["ces", "csat", "revenue", "custom", "churn"]))
def test_the_order_of_metrics_does_not_matter(listed: list[str]) -> None:
    assert judged(all_families_are_measured, kinds(*listed)).share == 0.75
    assert judged(service_and_experience_are_balanced, kinds(*listed)).outcome == "met"


def test_the_classification_is_shown() -> None:
    reason = judged(
        all_families_are_measured,
        metrics(
            {"kind": "csat", "name": "Smile"},
            {"kind": "ces", "level": "journey", "name": "Ease"},
            {"kind": "custom", "name": "Quality calls"},
            {"kind": "revenue", "family": "business", "name": "Money"},
        ),
    ).reason
    assert "0 of service, 2 of experience, 1 of business results" in reason
    assert "derived from kind and level for Smile and Ease" in reason
    assert "a default for Smile." in reason
    assert "in none: Quality calls" in reason


def test_only_marked_headlines_count_where_some_are_marked() -> None:
    speed = [{"kind": "wait_time"}] * 9
    listed = metrics(
        *speed,
        {"kind": "reopen_rate", "headline": True},
        {"kind": "nps", "headline": True},
    )
    verdict = judged(service_and_experience_are_balanced, listed)
    assert verdict.outcome is Outcome.MET
    assert "No metric is marked" not in verdict.reason


def test_two_touchpoints_of_a_stage_are_two_places() -> None:
    points = [{"id": p, "name": p, "metrics": ["m1"]} for p in ("call", "chat")]
    places = {
        "journeys": [{"id": "j", "stages": [{"id": "help", "touchpoints": points}]}],
        **metrics({"kind": "ces"}),
    }
    assert judged(ease_is_measured, places).outcome is Outcome.MET


def test_a_stage_and_a_touchpoint_in_it_are_one_place() -> None:
    points = [{"id": "call", "name": "Call", "metrics": ["m1"]}]
    places = {
        "journeys": [{"id": "j", "stages": [{"id": "help", "touchpoints": points}]}],
        **metrics({"kind": "ces", "stages": ["help"]}),
    }
    assert judged(ease_is_measured, places).outcome is Outcome.PARTLY_MET


@pytest.mark.parametrize(
    ("definition", "outcome"),
    [
        ("Front-line staff only", Outcome.MET),
        ("Asked of call centre agents", Outcome.MET),
        ("Asked in the teams of Customer support", Outcome.MET),
        ("All who handle reagents", Outcome.PARTLY_MET),
        ("Asked in Billing", Outcome.PARTLY_MET),
    ],
)
def test_words_tell_whether_staff_meet_customers(
    definition: str, outcome: Outcome
) -> None:
    pulse = {"kind": "enps", "period": {"to": "2026-05"}, "definition": definition}
    assert judged(staff_are_asked, metrics(pulse)).outcome is outcome


def test_a_figure_from_the_future_is_not_current() -> None:
    pulse = {"kind": "enps", "owner": "support", "period": {"to": "2026-07-01"}}
    assert judged(staff_are_asked, metrics(pulse)).outcome is Outcome.PARTLY_MET
    later = context_with(staff_are_asked, metrics(pulse), as_of=date(2026, 7, 1))
    assert staff_are_asked.assess(later).outcome is Outcome.MET


@given(complete=st.integers(0, 15), lacking=st.integers(1, 15))
def test_one_complete_metric_more_never_costs(complete: int, lacking: int) -> None:
    before = metrics(*[CARD] * complete, *[{"kind": "nps"}] * lacking)
    after = metrics(*[CARD] * (complete + 1), *[{"kind": "nps"}] * (lacking - 1))
    check = metrics_are_specified
    assert earned(judged(check, after)) >= earned(judged(check, before))


@pytest.mark.parametrize("field", sorted(set(CARD) - {"kind"}))
def test_every_part_of_a_card_is_asked_for(field: str) -> None:
    lacking = {key: value for key, value in CARD.items() if key != field}
    verdict = judged(metrics_are_specified, metrics(lacking))
    assert verdict.outcome is Outcome.NOT_MET
    assert field in verdict.reason


def test_a_target_needs_a_value_and_a_date() -> None:
    for target in ({"value": 1}, {"by": "2027"}, {}):
        lacking = metrics({**CARD, "target": target})
        assert judged(metrics_are_specified, lacking).outcome is Outcome.NOT_MET


def test_braces_in_a_name_stay_braces() -> None:
    named = metrics({"kind": "nps", "name": "{having.__class__} {0}"})
    assert "{having.__class__} {0}" in judged(metrics_are_specified, named).reason


@given(st.lists(st.sampled_from(["support", "billing"]), min_size=1, max_size=12))
def test_handing_a_metric_to_another_department_never_costs(owners: list[str]) -> None:
    largest = max(owners, key=owners.count)
    spread = [*owners]
    spread[owners.index(largest)] = "sales"
    before, after = (
        judged(
            metrics_are_owned_across_the_company,
            metrics(*({"kind": "nps", "owner": owner} for owner in listed)),
        )
        for listed in (owners, spread)
    )
    assert earned(after) >= earned(before)


@pytest.mark.parametrize("level", ExperienceLevel)
def test_nps_as_a_personal_target_is_wrong_at_every_level(level: str) -> None:
    listed = metrics({"kind": "nps", "level": level, "agent_target": True})
    assert judged(nps_is_of_the_relationship, listed).outcome is Outcome.NOT_MET


@pytest.mark.parametrize(
    "loyalty", ["retention", "churn", "repeat_purchase", "referral"]
)
def test_nps_is_not_the_only_measure_of_loyalty(loyalty: str) -> None:
    assert judged(nps_is_of_the_relationship, kinds(loyalty)).outcome is Outcome.MET


@pytest.mark.parametrize("kind", WITH_FAMILY)
def test_a_pair_is_a_metric_that_suffers_from_haste(kind: MetricKind) -> None:
    pair = metrics({"kind": kind}, {**SPEED, "paired_with": ["m1"]})
    guards = {"csat", "ces", "first_contact_resolution", "reopen_rate"}
    expected = Outcome.MET if kind in guards else Outcome.NOT_MET
    assert judged(speed_is_paired_with_quality, pair).outcome is expected


@pytest.mark.parametrize(
    ("unit", "is_time"),
    [
        ("seconds", True),
        ("s", True),
        ("Hours", True),
        ("business days", True),
        ("min.", True),
        ("per cent", False),
        ("share of days", False),
        ("stars", False),
        ("heads", False),
        ("minutiae", False),
        (None, False),
    ],
)
def test_the_unit_tells_whether_a_custom_metric_is_a_time(
    unit: str | None, is_time: object
) -> None:
    custom: dict[str, Any] = {"kind": "custom", "unit": unit, "target": {"value": 1}}
    expected = Outcome.NOT_MET if is_time else Outcome.NOT_ASSESSED
    verdict = judged(speed_is_paired_with_quality, metrics(custom))
    assert verdict.outcome is expected


@given(paired=st.integers(0, 12), alone=st.integers(1, 12))
def test_one_pair_more_never_costs(paired: int, alone: int) -> None:
    def listed(paired: int, alone: int) -> dict[str, object]:
        pair = {**SPEED, "paired_with": ["m1"]}
        return metrics({"kind": "csat"}, *[pair] * paired, *[SPEED] * alone)

    check = speed_is_paired_with_quality
    before, after = listed(paired, alone), listed(paired + 1, alone - 1)
    assert earned(judged(check, after)) >= earned(judged(check, before))


def monthly(count: int, **values: object) -> Rows:
    """Return answers spread over the twelve months before the exemplary audit."""
    days = tuple(f"{month}-01 12:00" for month in MONTHS)
    return rows(count, **{"responded_at": days, **values})


def test_a_disproved_figure_is_told_beside_the_computed_one() -> None:
    said = {"dataset": "surveys", "measure": "csat"}
    metric = {
        "kind": "csat",
        "name": "Calls",
        "statistic": "share",
        "unit": "per cent",
        "value": 95,
        "evidence": said,
        "period": {"from": "2026-05-01", "to": "2026-05-31"},
    }
    days = tuple(f"2026-05-{day:02} 12:00" for day in range(1, 32))
    answers = rows(100, responded_at=days, csat=(5, 5, 5, 5, 1))
    verdict = judged(figures_are_reproduced, metrics(metric), {"surveys": (answers,)})
    assert verdict.contradicted
    assert verdict.where == ("/metrics/0/value",)
    assert "Calls: declared 95 per cent, computed 80.0" in verdict.reason
    assert "71.1 to 86.7" in verdict.reason
    assert "n = 100" in verdict.reason
    assert [measure.value for measure in verdict.measures] == [0.8]


def test_what_the_silent_could_change_is_told() -> None:
    waves = rows(2, wave="{n}", invited=1000, answered=200)
    answers = monthly(100, csat=(5, 5, 5, 5, 1))
    evidence = {"invitations": (waves,), "surveys": (answers,)}
    verdict = judged(response_rate_is_known, {}, evidence)
    assert "80 % are satisfied" in verdict.reason
    assert "may be 16 to 96 %" in verdict.reason


def test_a_study_counts_only_where_the_rate_alone_would_not_do() -> None:
    survey = {"id": "survey", "kind": "survey", "response_rate": 0.4}
    patch = {"feedback": {"sources": [{**survey, "non_response_study": "2026-01-31"}]}}
    for answered, rests_on in ((400, None), (200, Verification.ARTEFACT)):
        waves = rows(1, wave="1", invited=1000, answered=answered)
        verdict = judged(response_rate_is_known, patch, {"invitations": (waves,)})
        assert (verdict.outcome, verdict.verified_by) == (Outcome.MET, rests_on)
        assert "declares 40 %." in verdict.reason


def test_scores_of_several_levels_are_followed_apart() -> None:
    better, worse = (9, 10, 9, 8, 6), (9, 7, 6, 8, 6)
    levels = {"relationship": (worse, better), "interaction": (better, worse)}
    found = tuple(
        monthly(
            150,
            nps=score,
            level=level,
            channel=("phone", "email", "phone"),
            stage=tuple("uvwuvwu"),
            responded_at=tuple(f"{month}-01 12:00" for month in months),
        )
        for level, halves in levels.items()
        for score, months in zip(halves, (MONTHS[:6], MONTHS[6:]), strict=True)
    )
    verdict = judged(trends_and_segments_are_visible, {}, {"surveys": found})
    assert verdict.outcome is Outcome.PARTLY_MET
    assert "NPS of surveys (interaction) fell" in verdict.reason
    assert "(relationship) fell" not in verdict.reason


@pytest.mark.parametrize(("others", "told"), [(1, True), (30, False)])
def test_one_of_many_alike_groups_is_not_called_worse(
    others: int, *, told: bool
) -> None:
    good = monthly(1500 // others, csat=(5, 5, 5, 5, 1))
    names = (f"c{number}" for number in range(others))
    groups = [Rows(good.count, {**good.values, "channel": name}) for name in names]
    unlucky = monthly(50, csat=(5, 5, 1), channel="unlucky")
    verdict = judged(
        trends_and_segments_are_visible, {}, {"surveys": (*groups, unlucky)}
    )
    assert ("unlucky" in verdict.reason) is told


@pytest.mark.parametrize(
    ("gap", "outcome"), [(21, Outcome.MET), (20, Outcome.PARTLY_MET)]
)
def test_a_gap_counts_from_the_rubric_s_own_points(gap: int, outcome: Outcome) -> None:
    told = {"phone": (5, 5, 5, 5, 1), "email": (5, 5, 5, 1, 1)}
    answers = tuple(
        monthly(400, csat=score, channel=channel, segment=tuple("abababa"))
        for channel, score in told.items()
    )
    check = trends_and_segments_are_visible
    context = context_with(check, evidence={"surveys": answers}, gap=gap)
    assert check.assess(context).outcome is outcome
