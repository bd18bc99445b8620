"""Journey coverage: what it promises beyond the examples of its checks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import ChannelKind, Outcome, Phase, Profile, Verification, rows
from auditor.testing import judged
from auditor_journey_coverage.contact_reasons import contact_reasons_are_on_the_map
from auditor_journey_coverage.customer_evidence import map_rests_on_customer_evidence
from auditor_journey_coverage.emotions import emotion_is_captured_and_sourced
from auditor_journey_coverage.handovers import handovers_are_defined
from auditor_journey_coverage.help_desk import journey_is_more_than_the_help_desk
from auditor_journey_coverage.human_contact import meets_person
from auditor_journey_coverage.journey_cycle import map_runs_to_the_end_of_the_cycle
from auditor_journey_coverage.journey_maps import each_primary_segment_has_a_map
from auditor_journey_coverage.map_upkeep import maps_are_owned_and_fresh
from auditor_journey_coverage.mapped_channels import channels_are_on_the_map
from auditor_journey_coverage.non_human_touchpoints import (
    both_kinds_of_touchpoint_are_covered,
)
from auditor_journey_coverage.pain_point_plans import pain_points_are_being_mended
from auditor_journey_coverage.pain_points import every_stage_was_searched_for_pain
from auditor_journey_coverage.phases import CYCLE, phase_of
from auditor_journey_coverage.several_journeys import fullest
from auditor_journey_coverage.sketches import Part, contact, journey, journeys, stage
from auditor_journey_coverage.stage_contacts import every_stage_has_a_touchpoint

if TYPE_CHECKING:
    from auditor import Check, Stage, Verdict

FULL, EMPTY = stage(contact()), stage()


def segments(**primary: bool) -> Part:
    """Return an organisation's segments, each primary or not."""
    ids = [
        {"id": name.lower(), "name": name, "primary": is_primary}
        for name, is_primary in primary.items()
    ]
    return {"segments": ids}


def mapped(segment: str | None, *stages: Part, **more: object) -> Part:
    """Return a journey of a segment."""
    return journey(*stages, segment=segment, **more)


def earned(verdict: Verdict) -> float:
    """Return what a verdict earns of its check's weight."""
    if verdict.outcome is Outcome.PARTLY_MET:
        return 0.5 if verdict.share is None else verdict.share
    return float(verdict.outcome is Outcome.MET)


def only_stage(**content: object) -> Stage:
    """Return a stage of this content."""
    value = {"organisation": {"name": "A"}, **journeys(journey(stage(**content)))}
    return next(Profile.model_validate(value).stages())


# Several journeys


def test_the_weakest_primary_segment_decides_and_is_named() -> None:
    verdict = judged(
        every_stage_has_a_touchpoint,
        journeys(
            mapped("shops", *[FULL] * 5, name="Opening"),
            mapped("homes", *[FULL] * 4, EMPTY, name="Moving in"),
            organisation=segments(Shops=True, Homes=True),
        ),
    )
    assert verdict.outcome is Outcome.PARTLY_MET
    assert verdict.reason.endswith(
        'The journey judged is "Moving in", the fullest of Homes, '
        "the weakest of 2 primary segments."
    )
    assert verdict.where == ("/journeys/1/stages/4",)


def test_segments_of_equal_outcome_are_ranked_by_share() -> None:
    verdict = judged(
        every_stage_has_a_touchpoint,
        journeys(
            mapped("shops", FULL, EMPTY),
            mapped("homes", FULL, EMPTY, EMPTY),
            organisation=segments(Shops=True, Homes=True),
        ),
    )
    assert verdict.share == pytest.approx(1 / 3)


def test_a_segment_is_judged_by_its_fullest_journey() -> None:
    verdict = judged(
        every_stage_has_a_touchpoint,
        journeys(mapped("households", EMPTY), mapped("households", FULL, FULL)),
    )
    assert verdict.outcome is Outcome.MET


def test_segments_that_are_not_primary_do_not_count() -> None:
    verdict = judged(
        every_stage_has_a_touchpoint,
        journeys(
            mapped("shops", EMPTY),
            mapped("homes", FULL),
            organisation=segments(Shops=False, Homes=True),
        ),
    )
    assert verdict.outcome is Outcome.MET


def test_without_primary_segments_the_fullest_journey_of_all_counts() -> None:
    verdict = judged(
        every_stage_has_a_touchpoint,
        journeys(
            mapped("shops", EMPTY),
            mapped("homes", FULL, FULL, name="Moving in"),
            organisation=segments(Shops=False, Homes=False),
        ),
    )
    assert verdict.outcome is Outcome.MET
    assert verdict.reason.endswith('The journey judged is "Moving in", the fullest.')


@pytest.mark.parametrize(
    ("check", "outcome"),
    [
        (map_runs_to_the_end_of_the_cycle, Outcome.NOT_MET),
        (every_stage_has_a_touchpoint, Outcome.MET),
    ],
)
def test_a_primary_segment_without_a_journey_counts_only_against_the_cycle(
    check: Check, outcome: Outcome
) -> None:
    cycle = [stage(contact(), phase=next(iter(p))) for p in CYCLE.values()]
    patch = journeys(
        mapped("homes", *cycle), organisation=segments(Shops=True, Homes=True)
    )
    assert judged(check, patch).outcome is outcome


def test_a_journey_of_nobody_stands_in_for_segments_without_one() -> None:
    cycle = [stage(phase=next(iter(p))) for p in CYCLE.values()]
    patch = journeys(
        mapped(None, *cycle), organisation=segments(Shops=True, Homes=True)
    )
    assert judged(map_runs_to_the_end_of_the_cycle, patch).outcome is Outcome.MET
    assert judged(each_primary_segment_has_a_map, patch).outcome is Outcome.NOT_MET


def test_what_is_unknown_of_one_segment_does_not_hide_another() -> None:
    verdict = judged(
        journey_is_more_than_the_help_desk,
        journeys(
            mapped("shops", FULL),
            mapped("homes", stage(contact(purpose="support"))),
            organisation=segments(Shops=True, Homes=True),
        ),
    )
    assert verdict.outcome is Outcome.NOT_MET
    assert "primary segments" not in verdict.reason


def test_the_fullest_journey_has_most_phases_then_stages_then_touchpoints() -> None:
    use, away = stage(phase="use"), stage(phase="exit")
    ascending = [
        [],
        [EMPTY],
        [use, use],
        [use, use, use],
        [stage(contact(), phase="use"), use, use],
        [use, away],
    ]
    value = journeys(*(journey(*stages) for stages in ascending))
    maps = Profile.model_validate({"organisation": {"name": "A"}, **value}).journeys
    assert maps is not None
    for smaller, larger in pairwise(maps):
        assert fullest([larger, smaller]) is fullest([smaller, larger]) is larger
    assert fullest([]) is None


# Phases


@pytest.mark.parametrize(
    ("content", "phase"),
    [
        ({"phase": "use", "name": "Renewal"}, Phase.USE),
        ({"id": "set-up", "name": "First days"}, Phase.ONBOARDING),
        ({"name": "RENEWAL"}, Phase.LOYALTY),
        ({"name": "Moving in after buying"}, None),
    ],
    ids=["stated wins", "by id", "by name", "no guess"],
)
def test_a_phase_is_stated_or_spelt_out(content: Part, phase: Phase | None) -> None:
    assert phase_of(only_stage(**content)) is phase


def test_every_phase_has_its_place_in_the_cycle() -> None:
    assert set().union(*CYCLE.values()) == set(Phase)


def test_an_inferred_phase_is_said_to_be_inferred() -> None:
    verdict = judged(
        map_runs_to_the_end_of_the_cycle, journeys(journey(stage(name="Renewal")))
    )
    assert "The phase of Renewal was inferred from the name." in verdict.reason


# People and things

EITHER = {"email", "messaging", "social", "community", "partner", "event", "other"}


@pytest.mark.parametrize("kind", ChannelKind)
def test_each_kind_of_channel_tells_or_is_known_not_to(kind: ChannelKind) -> None:
    profile = Profile.model_validate(
        {
            "organisation": {"name": "A"},
            "channels": [{"id": "it", "kind": kind.value}],
            **journeys(journey(stage(contact(channel="it")))),
        }
    )
    person = meets_person(profile, next(profile.touchpoints()))
    assert (person is None) is (kind.value in EITHER)


# Monotone: better practice never earns less

STAGES = st.lists(st.booleans(), min_size=1, max_size=8)


def _grows(check: Check, before: list[Part], after: list[Part]) -> bool:
    less = judged(check, journeys(journey(*before)))
    more = judged(check, journeys(journey(*after)))
    return earned(less) <= earned(more)


@pytest.mark.parametrize(
    ("check", "with_it", "without"),
    [
        (every_stage_has_a_touchpoint, FULL, EMPTY),
        (every_stage_was_searched_for_pain, stage(pain_points=[{}]), EMPTY),
        (
            emotion_is_captured_and_sourced,
            stage(emotion={"score": 1, "sources": ["complaints"]}),
            stage(emotion={"score": 1}),
        ),
        (
            map_rests_on_customer_evidence,
            stage(sources=[{"feedback": "complaints", "date": "2026-05-01"}]),
            EMPTY,
        ),
        (
            journey_is_more_than_the_help_desk,
            stage(contact(purpose="billing")),
            stage(contact(purpose="support")),
        ),
    ],
    ids=lambda value: getattr(value, "id", ""),
)
@given(stages=STAGES)
def test_one_better_stage_never_earns_less(
    check: Check, with_it: Part, without: Part, stages: list[bool]
) -> None:
    before = [with_it if has else without for has in stages]
    assert _grows(check, [*before, without], [*before, with_it])


@given(st.sets(st.sampled_from(Phase)), st.sampled_from(Phase))
def test_one_more_phase_never_earns_less(phases: set[Phase], more: Phase) -> None:
    before = [stage(phase=phase.value) for phase in sorted(phases)]
    after = [*before, stage(phase=more.value)]
    assert _grows(map_runs_to_the_end_of_the_cycle, before, after)


@given(st.lists(st.booleans(), max_size=6))
def test_one_more_complete_handover_never_earns_less(noted: list[bool]) -> None:
    note = {"to": "end", "passes": ["the case"], "within": "1h"}
    owners = ["sales", "billing"]

    def chain(notes: list[bool]) -> list[Part]:
        contacts = [
            contact(owner=owners[at % 2], handover=note if is_noted else None)
            for at, is_noted in enumerate(notes)
        ]
        end = contact(id="end", owner=owners[len(notes) % 2])
        return [stage(*contacts), stage(end)]

    assert _grows(handovers_are_defined, chain([*noted, False]), chain([*noted, True]))


# Reasons and what they rest on


def test_reasons_name_what_is_missing_and_count_the_rest() -> None:
    stages = [stage(name=name) for name in ("Hears", "Buys", "Waits", "Leaves")]
    verdict = judged(every_stage_has_a_touchpoint, journeys(journey(*stages)))
    assert verdict.reason == (
        "There is a touchpoint in 0 of 4 stages. "
        "There is nothing of the kind in Hears, Buys, Waits and 1 more."
    )


def test_braces_in_a_name_are_repeated_as_they_stand() -> None:
    patch = journeys(journey(stage(name="{0} {having}x"), FULL))
    assert "{0}" in judged(every_stage_has_a_touchpoint, patch).reason


def test_drafts_that_lack_a_scenario_are_named_in_the_advice() -> None:
    patch = journeys(journey(FULL, name="Moving in", scenario=None))
    assert "Moving in" in judged(each_primary_segment_has_a_map, patch).advice


def test_too_few_people_are_answered_with_people_not_with_screens() -> None:
    screens = [contact(interaction="self_service")] * 3
    verdict = judged(
        both_kinds_of_touchpoint_are_covered, journeys(journey(stage(*screens)))
    )
    assert "people" in verdict.advice


@pytest.mark.parametrize(
    ("check", "content"),
    [
        (each_primary_segment_has_a_map, {"reviewed": None}),
        (maps_are_owned_and_fresh, {"reviewed": None}),
        (pain_points_are_being_mended, {"stages": [stage(pain_points=[{}])]}),
        (
            map_rests_on_customer_evidence,
            {"stages": [stage(sources=[{"feedback": "complaints"}])]},
        ),
    ],
    ids=lambda value: getattr(value, "id", ""),
)
def test_a_verdict_without_any_date_is_declared_only(
    check: Check, content: Part
) -> None:
    verdict = judged(check, journeys(journey(FULL) | content))
    assert verdict.verified_by is Verification.DECLARED
    assert judged(check).verified_by is None


def test_an_owner_that_is_not_stated_is_no_boundary() -> None:
    contacts = [contact(owner="sales"), contact(), contact(owner="sales")]
    verdict = judged(handovers_are_defined, journeys(journey(stage(*contacts))))
    assert verdict.outcome is Outcome.NOT_ASSESSED
    assert verdict.answered_by == ("journeys.stages.touchpoints.owner",)


def test_the_exemplary_journey_covers_the_whole_cycle() -> None:
    assert "7 of 7 phases" in judged(map_runs_to_the_end_of_the_cycle).reason


def test_top_reasons_that_miss_cap_what_the_share_would_earn() -> None:
    pain = {"contact_reasons": ["a", "b", "c"]}
    reasons = {"a": 30, "b": 30, "c": 30, "d": 5, "e": 5}
    tickets = tuple(
        rows(count, opened_at="2026-03-02", reason=reason)
        for reason, count in reasons.items()
    )
    patch = journeys(journey(stage(contact(), pain_points=[pain])))
    verdict = judged(contact_reasons_are_on_the_map, patch, {"tickets": tickets})
    assert (verdict.outcome, verdict.share) == (Outcome.PARTLY_MET, None)


def test_channels_of_the_same_kind_are_on_the_map_if_one_of_them_is() -> None:
    channels = [{"id": "sales", "kind": "phone"}, {"id": "help", "kind": "phone"}]
    patch = journeys(journey(stage(contact(channel="help"))), channels=channels)
    calls = {"tickets": (rows(40, opened_at="2026-03-02", channel="Telephone"),)}
    assert judged(channels_are_on_the_map, patch, calls).outcome is Outcome.MET
    by_id = {"tickets": (rows(40, opened_at="2026-03-02", channel="SALES"),)}
    assert judged(channels_are_on_the_map, patch, by_id).contradicted


def test_rows_outside_the_last_twelve_months_do_not_count() -> None:
    old = rows(40, opened_at="2025-06-29", channel="fax", reason="fax")
    new = rows(40, opened_at="2026-03-02", channel="phone", reason="login")
    for check in (channels_are_on_the_map, contact_reasons_are_on_the_map):
        verdict = judged(check, evidence={"tickets": (old, new)})
        assert verdict.outcome is Outcome.MET
        assert "fax" not in verdict.reason
