"""What the checks of service quality promise beyond their examples."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import ChannelKind, Outcome, Verification
from auditor.testing import context_with, judged
from auditor_service_quality.channel_promises import ANSWERED, channels_make_promises
from auditor_service_quality.channel_standard import channels_share_a_standard
from auditor_service_quality.customer_context import ONE_WAY, context_travels
from auditor_service_quality.deflection import MACHINES, deflection_means_solved
from auditor_service_quality.proactive_contacts import contacts_come_before_the_question
from auditor_service_quality.sketches import channels

RANK = (Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.MET)
DEFLECTION = {
    "id": "m",
    "kind": "ticket_deflection",
    "counts_as_deflected": "confirmed",
}


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "trigger": st.sampled_from([None, "A delay"]),
                "stage": st.sampled_from([None, "use", "onboarding"]),
            }
        ),
        max_size=5,
    )
)
def test_one_proactive_contact_more_never_costs(contacts: list[dict[str, str]]) -> None:
    def outcome(listed: list[dict[str, str]]) -> Outcome:
        numbered = [{"id": f"p{n}", **each} for n, each in enumerate(listed)]
        patch = {"strategy": {"proactive": numbered}}
        return judged(contacts_come_before_the_question, patch).outcome

    further = [*contacts, {"trigger": "A fault", "stage": "loyalty"}]
    assert RANK.index(outcome(further)) >= RANK.index(outcome(contacts))


@pytest.mark.parametrize("kind", sorted(ANSWERED))
def test_nobody_waits_for_an_unpromised_answer_unnoticed(kind: ChannelKind) -> None:
    verdict = judged(channels_make_promises, channels({"kind": kind}))
    assert (verdict.outcome, verdict.share) == (Outcome.NOT_MET, 0)
    assert "c1" in verdict.reason


def test_a_promise_without_hours_says_when_but_not_from_when() -> None:
    quick = {"first_response_within": "60s", "resolve_within": "1h"}
    patch = channels({"kind": "other", **quick})
    assert judged(channels_make_promises, patch).outcome is Outcome.NOT_MET


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        (date(2027, 5, 20), Outcome.MET),  # reviewed on 20 May 2026
        (date(2027, 5, 21), Outcome.PARTLY_MET),
        (date(2026, 1, 8), Outcome.PARTLY_MET),  # the review is still to come
        (date(2026, 1, 7), Outcome.NOT_MET),  # it is written on the 8th
    ],
)
def test_a_standard_counts_from_its_day_and_a_review_for_a_year(
    day: date, outcome: Outcome
) -> None:
    context = context_with(channels_share_a_standard, as_of=day)
    assert channels_share_a_standard.assess(context).outcome is outcome


def test_a_standard_for_channels_that_are_not_there_binds_nothing() -> None:
    patch = channels({}, channel_standard={"applies_to": ["fax", "pigeon"]})
    verdict = judged(channels_share_a_standard, patch)
    assert verdict.outcome is Outcome.PARTLY_MET
    assert "0 of 1 channel" in verdict.reason


def test_silence_on_the_customer_record_does_not_say_that_there_is_none() -> None:
    for silence in ({"governance": None}, {"governance": {"customer_record": None}}):
        assert judged(context_travels, silence).outcome is Outcome.MET


@pytest.mark.parametrize("kind", ChannelKind)
def test_only_channels_that_serve_somebody_need_the_record(kind: ChannelKind) -> None:
    verdict = judged(context_travels, channels({"kind": kind}))
    serves = Outcome.NOT_ASSESSED if kind in ONE_WAY else Outcome.NOT_MET
    assert verdict.outcome is serves


@pytest.mark.parametrize("kind", sorted(MACHINES))
def test_a_machine_without_a_way_out_is_named(kind: ChannelKind) -> None:
    patch = channels({"kind": kind, "name": "Ada"}, metrics=[DEFLECTION])
    verdict = judged(deflection_means_solved, patch)
    assert verdict.outcome is Outcome.PARTLY_MET
    assert "Ada" in verdict.reason


def test_a_bot_without_a_way_out_is_named() -> None:
    bots = {"governance": {"automation": [{"id": "ada", "human_fallback": False}]}}
    verdict = judged(deflection_means_solved, bots | {"metrics": [DEFLECTION]})
    assert verdict.outcome is Outcome.PARTLY_MET
    assert "ada" in verdict.reason


def test_one_way_of_counting_those_who_gave_up_spoils_the_others() -> None:
    vain = DEFLECTION | {"id": "n", "counts_as_deflected": "no_ticket"}
    verdict = judged(deflection_means_solved, {"metrics": [DEFLECTION, vain]})
    assert verdict.outcome is Outcome.NOT_MET
    assert verdict.verified_by is Verification.DECLARED
