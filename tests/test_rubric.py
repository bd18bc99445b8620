"""Rubrics and the files laid over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema
import pytest

from auditor.errors import InputError
from auditor.evidence.limits import USUAL_TARGETS, Limits, ResponseTarget
from auditor.finding import Severity
from auditor.measure_limits import LIMITS
from auditor.plugin.collection import Plugins
from auditor.rubric import Rubric
from auditor.rubric_file import rubric_called, rubric_schema

if TYPE_CHECKING:
    from pathlib import Path

AREAS = Plugins.load().areas
HEAD = 'name: Retail\nversion: "2026.1"\n'


def rubric(tmp_path: Path, text: str) -> Rubric:
    path = tmp_path / "rubric.yaml"
    path.write_text(HEAD + text)
    return rubric_called(path, (), AREAS)


def problems(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        rubric(tmp_path, text)
    return [
        str(problem).replace(f"{tmp_path}/", "") for problem in caught.value.problems
    ]


def test_an_empty_overlay_changes_only_the_name(tmp_path: Path) -> None:
    built_in, overlaid = Rubric.built_in(AREAS), rubric(tmp_path, "")
    assert overlaid.name == "Retail"
    assert overlaid.parameters == built_in.parameters
    assert overlaid.severities == built_in.severities
    assert overlaid.selected == built_in.selected
    assert overlaid.digest() != built_in.digest()


def test_an_overlay_sets_severities_weights_and_thresholds(tmp_path: Path) -> None:
    overlaid = rubric(
        tmp_path,
        "severities: {critical: 20}\n"
        "areas: {feedback_loop: {weight: 40, main: false}}\n"
        "checks: {DP001: {severity: low, parameters: {most: 10}}}\n",
    )
    assert overlaid.severity_weights[Severity.CRITICAL] == 20
    assert overlaid.severity_weights[Severity.HIGH] == 7.5
    assert overlaid.area_weights["feedback_loop"] == 40
    assert "feedback_loop" not in overlaid.main_areas
    assert "journey_coverage" in overlaid.main_areas
    assert overlaid.severities["DP001"] is Severity.LOW
    assert overlaid.parameters["DP001"]["most"] == 10
    assert overlaid.parameters["DP001"]["fewest"] == 3


def test_an_overlay_sets_limits_of_measures(tmp_path: Path) -> None:
    overlaid = rubric(
        tmp_path,
        "limits: {contact_hours: 24.5, acknowledge_days: 1.0, discount: 0.1}\n"
        "first_response: {phone: 30s, email: 2 business days}\n",
    ).limits
    assert (overlaid.contact_hours, overlaid.discount) == (24.5, 0.1)
    assert str(overlaid.acknowledge_days) == "1"  # days that SQL adds are whole
    assert overlaid.outcome_days == Limits().outcome_days
    assert overlaid.first_response == {
        **USUAL_TARGETS,
        "phone": ResponseTarget(30 / 3600),
        "email": ResponseTarget(16, working=True),
    }


def test_the_digest_covers_limits_and_first_answers(tmp_path: Path) -> None:
    plain = rubric(tmp_path, "").digest()
    assert rubric(tmp_path, "limits: {contact_hours: 48.0}").digest() == plain
    assert rubric(tmp_path, "limits: {contact_hours: 24}").digest() != plain
    assert rubric(tmp_path, "first_response: {chat: 2min}").digest() != plain


def test_the_schema_has_every_limit_with_its_range_and_meaning() -> None:
    schema = rubric_schema()
    (limits,) = (
        one for one in schema["properties"]["limits"]["anyOf"] if "properties" in one
    )
    assert set(limits["properties"]) == set(LIMITS)
    assert all(limit["description"] for limit in limits["properties"].values())
    head = {"name": "A", "version": "1"}
    jsonschema.validate(head | {"limits": {"repeat_days": 1}}, schema)
    for wrong in ({"repeat_days": 0}, {"bulk_share": 2}, {"repeat_day": 1}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(head | {"limits": wrong}, schema)


def test_checks_are_selected_by_id_prefix_and_area(tmp_path: Path) -> None:
    overlaid = rubric(
        tmp_path, "select: [DP, JC002, feedback_loop]\nignore: [DP001, FL]\n"
    )
    assert "JC002" in overlaid.selected
    assert "DP001" not in overlaid.selected
    assert not any(id_.startswith("FL") for id_ in overlaid.selected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "checks: {DP01: {severity: low}}",
            "rubric.yaml:3:10: Found 'DP01', which is no check. Did you mean 'DP012'?",
        ),
        (
            "checks: {DP001: {parameters: {mots: 9}}}",
            (
                "rubric.yaml:3:31: Found 'mots', which is no parameter of DP001. "
                "Did you mean 'most'?"
            ),
        ),
        (
            "areas: {feedback_lop: {weight: 1}}",
            (
                "rubric.yaml:3:9: Found 'feedback_lop', which is no area. "
                "Did you mean 'feedback_loop'?"
            ),
        ),
        (
            "checks: {DP002: {parameters: {met: 2}}}",
            "rubric.yaml:3:31: Found 2 for 'met'; allowed is a share from 0 to 1.",
        ),
        (
            "checks: {DP001: {parameters: {most: 7.5}}}",
            (
                "rubric.yaml:3:31: Found 7.5 for 'most'; "
                "allowed is a whole number from 0 to 10000."
            ),
        ),
        (
            "limits: {contact_day: 24}",
            (
                "rubric.yaml:3:10: Found 'contact_day', which is no limit. "
                "Did you mean 'contact_hours'?"
            ),
        ),
        (
            "limits: {qqq: 24}",
            (
                "rubric.yaml:3:10: Found 'qqq', which is no limit. "
                "`cxaudit schema rubric` lists them."
            ),
        ),
        (
            "limits: {repeat_days: 0}",
            (
                "rubric.yaml:3:10: Found 0 for 'repeat_days'; "
                "allowed is a whole number from 1 to 10000."
            ),
        ),
        (
            "limits: {bulk_share: 30}",
            (
                "rubric.yaml:3:10: Found 30 for 'bulk_share'; "
                "allowed is a share from 0 to 1."
            ),
        ),
        (
            "first_response: {chat: 0s}",
            "rubric.yaml:3:18: Found no time for 'chat'; an answer takes some.",
        ),
        (
            "select: [QQ]",
            (
                "rubric.yaml:3:10: Found 'QQ', which is no check, prefix or area. "
                "`cxaudit checks list` lists all."
            ),
        ),
    ],
)
def test_what_does_not_exist_is_an_error_with_its_place(
    tmp_path: Path, text: str, expected: str
) -> None:
    assert problems(tmp_path, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "severities: {critical: -1}",
        "checks: {DP001: {severity: fatal}}",
        "checks: {DP001: {parameters: {most: many}}}",
        "limits: {contact_hours: soon}",
        "limits: {first_response: 1h}",
        "first_response: {chat: 5}",
        "first_response: {telegraph: 1h}",
        "weights: {}",
    ],
)
def test_a_malformed_rubric_is_refused(tmp_path: Path, text: str) -> None:
    assert problems(tmp_path, text)


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, "select: [QQ, RR]\nareas: {none: {weight: 1}}\n")
    assert len(found) == 3


def test_the_digest_does_not_depend_on_the_order_of_selection() -> None:
    built_in = Rubric.built_in(AREAS)
    one = built_in.selecting(AREAS, ["DP", "JC"])
    other = built_in.selecting(AREAS, ["JC", "DP"])
    assert one.digest() == other.digest()


def test_the_schema_describes_what_is_read() -> None:
    schema = rubric_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(
        {"name": "A", "version": "1", "checks": {"DP001": {"severity": "low"}}}, schema
    )
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"name": "A", "version": "1", "weights": {}}, schema)
