"""What readers are told instead of ids."""

from __future__ import annotations

import pytest

from auditor.profile.reading import load_profile_value
from auditor.renderers.view.names import Names

JOURNEYS = [
    {"id": "a", "name": "A", "stages": [{"id": "a-ride", "name": "Ride"}]},
    {
        "id": "b",
        "name": "B",
        "stages": [{"id": "b-ride", "name": "Ride"}, {"id": "b-pay", "name": "Pays"}],
    },
]


@pytest.mark.parametrize(
    ("cut", "id_", "name"),
    [
        ("stage", "b-pay", "Pays"),
        ("stage", "b-ride", "b-ride"),
        ("stage", "b-stop", "b-stop"),
        ("theme", "late", "Told too late"),
        ("reason", "b-pay", "b-pay"),
    ],
    ids=[
        "its name",
        "a name of two",
        "unknown to the profile",
        "a theme",
        "of the rows alone",
    ],
)
def test_a_group_of_rows_is_called_as_the_profile_calls_it_alone(
    cut: str, id_: str, name: str
) -> None:
    given = {
        "organisation": {"name": "Skerry Ferries"},
        "journeys": JOURNEYS,
        "feedback": {"themes": [{"id": "late", "name": "Told too late"}]},
    }
    names = Names.of(load_profile_value(given).profile)
    assert names.group(cut, id_) == name
