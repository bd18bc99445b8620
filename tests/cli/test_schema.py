from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator

from auditor.profile.document import read_document
from auditor.profile.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from click.testing import Result

SAMPLES = sorted(Path(__file__).parents[2].glob("sample_audits/*/profile.yaml"))


def described(schema: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Yield every field of every part of a profile, and whether it is described."""
    for name, part in (schema["$defs"] | {"Profile": schema}).items():
        for key, field in part.get("properties", {}).items():
            yield f"{name}.{key}", bool(field.get("description"))


@pytest.mark.parametrize(
    "document",
    [
        *("profile", "result", "rubric", "engagement"),
        *("comparison", "history", "whatif", "rubricdiff"),
    ],
)
def test_every_schema_is_one_and_names_itself(
    document: str, cxaudit: Callable[..., Result]
) -> None:
    schema = json.loads(cxaudit("schema", document).stdout)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"]


def test_the_schema_of_a_profile_explains_every_field(
    cxaudit: Callable[..., Result],
) -> None:
    schema = json.loads(cxaudit("schema", "profile").stdout)
    assert schema["description"]
    assert [field for field, has_one in described(schema) if not has_one] == []


def test_the_schema_of_a_profile_says_what_an_id_refers_to(
    cxaudit: Callable[..., Result],
) -> None:
    schema = json.loads(cxaudit("schema", "profile").stdout)
    owner = schema["$defs"]["Stage"]["properties"]["owner"]
    assert owner["anyOf"][0]["description"] == "Id of the department that is meant."


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.parent.name)
def test_the_schema_of_a_profile_accepts_what_is_audited(
    sample: Path, cxaudit: Callable[..., Result]
) -> None:
    schema = json.loads(cxaudit("schema", "profile").stdout)
    Draft202012Validator(schema).validate(read_document(sample).value)


@pytest.mark.parametrize(
    "profile",
    [
        {},
        {"organisation": {}},
        {"organisation": {"name": "A"}, "metric": []},
        {"organisation": {"name": "A", "employees": -1}},
        {"organisation": {"name": "A"}, "channels": [{"id": "a b"}]},
        {"organisation": {"name": "A"}, "channels": [{"id": "a", "kind": "fax"}]},
    ],
)
def test_the_schema_of_a_profile_refuses_what_is_refused(
    profile: dict[str, Any], cxaudit: Callable[..., Result]
) -> None:
    schema = json.loads(cxaudit("schema", "profile").stdout)
    assert not Draft202012Validator(schema).is_valid(profile)


def test_a_json_profile_may_name_its_schema(cxaudit: Callable[..., Result]) -> None:
    schema = json.loads(cxaudit("schema", "profile").stdout)
    named = {"$schema": "profile.schema.json", "organisation": {"name": "A"}}
    Draft202012Validator(schema).validate(named)
    assert "$schema" not in Profile.model_fields
