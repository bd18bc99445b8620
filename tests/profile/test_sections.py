"""What all sections promise: silence, absence, places, and no guessing."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from auditor.errors import InputError
from auditor.profile import Profile
from auditor.profile.labels import label
from auditor.profile.organisation import Organisation
from auditor.profile.reading import load_profile_value
from auditor.profile.schema import profile_schema
from auditor.testing import profile_with


def profile(**sections: object) -> Profile:
    return load_profile_value({"organisation": {"name": "Acme"}, **sections}).profile


def test_only_the_name_is_required() -> None:
    assert profile().organisation.name == "Acme"
    with pytest.raises(ValidationError):
        Profile.model_validate({})


@pytest.mark.parametrize(
    ("sections", "key", "answered"),
    [
        ({}, "feedback", False),
        ({"feedback": {}}, "feedback", True),
        ({"feedback": {}}, "feedback.announcements", False),
        ({"feedback": {"announcements": []}}, "feedback.announcements", True),
        ({"feedback": {"announcements": None}}, "feedback.announcements", False),
        ({"strategy": {"written": False}}, "strategy.written", True),
        ({"principle_gate": False}, "principle_gate", True),
        ({"governance": {"cx_lead": False}}, "governance.cx_lead", True),
    ],
)
def test_a_key_left_out_is_silence_and_an_empty_one_an_answer(
    sections: dict[str, object], key: str, *, answered: bool
) -> None:
    assert profile(**sections).answers(key) is answered


def test_false_is_a_group_that_holds_nothing() -> None:
    gate = profile(principle_gate=False).principle_gate
    assert gate is not None
    assert gate.model_fields_set == set()
    with pytest.raises(InputError):
        profile(principle_gate=True)


def test_every_part_knows_where_it_stands() -> None:
    exemplary = profile_with()
    touchpoint = next(iter(exemplary.touchpoints()))
    assert touchpoint.pointer == "/journeys/0/stages/0/touchpoints/0"
    assert touchpoint.at("owner") == "/journeys/0/stages/0/touchpoints/0/owner"
    assert label(exemplary, touchpoint.at("owner")) == touchpoint.name


def test_a_profile_cannot_be_changed() -> None:
    organisation = profile().organisation
    for field in Organisation.model_fields:
        with pytest.raises(ValidationError, match="frozen"):
            setattr(organisation, field, "Other")


def test_the_schema_describes_every_key() -> None:
    schema = profile_schema()
    for model in (schema, *schema["$defs"].values()):
        for key, field in model.get("properties", {}).items():
            assert field.get("description"), key


def test_the_schema_lets_a_feeling_run_from_minus_two_to_two() -> None:
    feeling = profile_schema()["$defs"]["Emotion"]["properties"]["score"]["anyOf"][0]
    assert (feeling["minimum"], feeling["maximum"]) == (-2, 2)
