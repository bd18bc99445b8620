"""A profile built for a test, value by value."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from auditor.testing import Draft, profile_with


def test_a_silent_draft_says_nothing_but_the_name() -> None:
    profile = Draft.silent("Hotel Mole").profile()
    assert profile.organisation.name == "Hotel Mole"
    assert profile.journeys is None


def test_an_exemplary_draft_is_the_exemplary_profile() -> None:
    assert Draft.exemplary().profile() == profile_with()


def test_each_change_makes_another_draft_and_groups_on_the_way() -> None:
    first = Draft.silent()
    second = first.with_value("/feedback/sources", [{"id": "a", "kind": "survey"}])
    third = second.with_value("/feedback/sources/0/response_rate", 0.5)
    fourth = third.with_value("/feedback/sources/-", {"id": "b", "kind": "survey"})
    assert first.profile().feedback is None
    assert second.profile() != third.profile()
    feedback = fourth.profile().feedback
    assert feedback
    assert [each.id for each in feedback.sources or ()] == ["a", "b"]


def test_what_is_taken_away_is_silence() -> None:
    draft = Draft.exemplary().without("/metrics").without("/departments/0/name")
    assert draft.profile().metrics is None
    assert draft.document["departments"][0].get("name") is None
    assert Draft.exemplary().profile().metrics is not None


def test_an_entry_can_be_taken_out_of_a_list() -> None:
    before = len(Draft.exemplary().document["principles"])
    draft = Draft.exemplary().without("/principles/0")
    assert len(draft.document["principles"]) == before - 1


@pytest.mark.parametrize("pointer", ["metrics", "", "/organisation/name/first/last"])
def test_a_pointer_that_leads_nowhere_is_an_error(pointer: str) -> None:
    with pytest.raises(LookupError):
        Draft.silent().with_value(pointer, 1)


def test_a_draft_that_is_no_profile_says_so() -> None:
    with pytest.raises(ValidationError):
        Draft.silent().with_value("/metric", []).profile()
