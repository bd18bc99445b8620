"""A pack is read whole, and what is wrong with it is told at its line and column."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from auditor.errors import InputError, Position
from auditor.finding import Outcome, Severity
from auditor.packs import load
from auditor.packs.pack_file import pack_schema
from auditor.packs.positions import position_inside
from auditor.testing import assert_example, judged
from tests.packs.hotels import HOTELS, check_of, problems_of, written

WHEN = "when: size(at_the_door) == 0"


def test_a_pack_is_an_area_of_checks(tmp_path: Path) -> None:
    area = load(written(tmp_path))
    (check,) = area.checks
    assert (area.id, area.weight) == ("hospitality", 0)
    assert (check.id, check.severity) == ("HO001", Severity.HIGH)
    assert check.defaults() == {"answers": 0.2}
    for example in check.examples:
        assert_example(check, example)


def test_a_verdict_has_all_that_a_python_check_gives(tmp_path: Path) -> None:
    patch = {
        "feedback": {"sources": [{"id": "a", "kind": "survey", "level": "interaction"}]}
    }
    verdict = judged(check_of(tmp_path), patch)
    assert verdict.outcome is Outcome.PARTLY_MET
    assert (
        verdict.reason == "Guests are asked; too few answer, or nobody knows how many."
    )
    assert verdict.advice == "Count the answers."
    assert verdict.where == ("/feedback/sources/0",)


def test_silence_on_what_decides_is_not_assessed(tmp_path: Path) -> None:
    check = check_of(tmp_path, (".filter(one, has(one.response_rate))", ""))
    patch = {
        "feedback": {"sources": [{"id": "a", "kind": "survey", "level": "interaction"}]}
    }
    verdict = judged(check, patch)
    assert verdict.outcome is Outcome.NOT_ASSESSED
    assert verdict.answered_by == ("feedback.sources.response_rate",)
    assert verdict.where == ("/feedback/sources/0",)
    assert "`/feedback/sources/0/response_rate`" in verdict.reason


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (1, "One survey, of 1, asks guests: a."),
        (2, "2 surveys of 2 ask guests: a and b."),
    ],
)
def test_a_number_decides_between_two_texts(
    number: int, reason: str, tmp_path: Path
) -> None:
    plural = """
          - one: >-
              One survey, of {size(profile.feedback.sources)}, asks guests:
              {named(at_the_door.map(one, one.id))}.
            many: >-
              {n} surveys of {size(profile.feedback.sources)} ask guests:
              {named(at_the_door.map(one, one.id))}.
            number: size(at_the_door)"""
    said = "reason: Guests are asked; too few answer, or nobody knows how many."
    check = check_of(tmp_path, (said, f"reason:{plural}"))
    survey = {"kind": "survey", "level": "interaction"}
    surveys = [survey | {"id": id_} for id_ in "ab"[:number]]
    assert judged(check, {"feedback": {"sources": surveys}}).reason == reason


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (WHEN, "when: size(at_the_dor) == 0", "33:20: There is no name 'at_the_dor'"),
        (WHEN, "when: size(at_the_door) = 0", "33:33: Found '='"),
        (WHEN, "when: size(at_the_door) ==", "33:35: The expression ends too early"),
        (WHEN, "when: sizes(at_the_door) == 0", "33:15: There is no function 'sizes'"),
        (WHEN, "when: size(at_the_door)", "33:15: This is a number; a flag is needed"),
        (WHEN, "when: 'at_the_door.kind == 1'", "33:28: Found 'kind' after a list"),
        (WHEN, "when: has(at_the_door)", "33:19: has(…) takes a field"),
        (
            WHEN,
            "when: size(at_the_door, 1) == 0",
            "33:15: 'size' takes 1 in its brackets",
        ),
        ('"interaction"', "\u201cinteraction\u201d", "Write a straight quotation mark"),
        ('"interaction"', '"interacton"', "27:48: There is no word 'interacton'"),
        ("has(one.response_rate)", "has(one.rate)", "28:53: There is no field 'rate'"),
        ("'survey')}", "'survey')", "38:18: A brace is opened"),
        ("{counted(size(at", "{counted(sise(at", "38:27: There is no function 'sise'"),
        ("[macaranas]", "[macaronas]", "17:15: There is no source 'macaronas'"),
        ("[feedback.sources]", "[feedback.source]", "14:13: There is no key"),
        ("source: ours", "source: hers", "23:17: There is no source 'hers'"),
        ("default: 0.2", "default: 2", "20:9: Answers: 2 is not a share"),
        (
            "outcome: met,",
            "outcome: partly_met,",
            "45:7: No example has the outcome 'met'",
        ),
        (
            "severity: high",
            "severity: huge",
            "11:15: 'severity': found the text 'huge'",
        ),
        (
            "where: /feedback/sources",
            "where: /feedback/source",
            "35:16: No profile has",
        ),
        ("where: /feedback", "answered_by: nope\n        where: /feedback", "35:22"),
        ("size(at_the_door) == 0", "size(parts('/journey/*')) == 0", "33:26: No prof"),
        ("id: HO001", "id: HO1", "9:9: 'id': found the text 'HO1'; an id is two"),
        (
            "name: hotels",
            "name: My hotels",
            "2:7: 'name': found the text 'My hotels'; a",
        ),
        ("    why:", "    wy:", "15:5: 'wy': this key is not known here"),
        ("at_the_door: surveys", "door: surveys", "30:13"),
        ("      at_the_door: >-", "      profile: >-", "The name 'profile' is taken"),
        (
            "No survey asks",
            "In {limit('outcome_dys')} none asks",
            "34:27: There is no limit 'outcome_dys' here. Did you mean 'outcome_days'?",
        ),
        ("No survey asks", "In {limit('a' + 'b')} none asks", "limit(…) takes a name"),
        (f"        {WHEN}\n", "", "no outcome after this one can be reached"),
    ],
)
def test_a_mistake_is_told_at_its_place(
    old: str, new: str, told: str, tmp_path: Path
) -> None:
    problems = problems_of(tmp_path, (old, new))
    assert any(told in problem for problem in problems), problems


def test_a_check_decides_between_outcomes(tmp_path: Path) -> None:
    path = written(tmp_path)
    document = yaml.safe_load(path.read_text("utf-8"))
    del document["checks"][0]["outcomes"][1:]
    path.write_text(json.dumps(document), "utf-8")
    with pytest.raises(InputError, match="A check has 2 outcomes or more"):
        load(path)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    problems = problems_of(
        tmp_path, (WHEN, "when: nope"), ("[macaranas]", "[x]"), ("{counted(", "{nope(")
    )
    assert len(problems) == 3


def test_an_id_is_used_once(tmp_path: Path) -> None:
    second = HOTELS.partition("checks:\n")[2]
    path = tmp_path / "twice.yaml"
    path.write_text(HOTELS + second, "utf-8")
    with pytest.raises(InputError, match="The id HO001 is used twice"):
        load(path)


@pytest.mark.parametrize(
    ("scalar", "line", "column"),
    [
        ("a: one two three", 1, 8),
        ("a: 'one two three'", 1, 9),
        ('a: "one two three"', 1, 9),
        ("a: >-\n  one\n  two three", 3, 3),
        ("a: |\n  one two\n  three", 2, 7),
        ("a: one\n  two\n  three", 2, 3),
    ],
)
def test_a_place_in_a_text_is_found_however_it_is_written(
    scalar: str, line: int, column: int
) -> None:
    text = yaml.safe_load(scalar)["a"]
    start = Position("x.yaml", 1, 4)
    found = position_inside(scalar, start, text, text.index("two"))
    assert found == Position("x.yaml", line, column)


def test_a_pack_can_be_json(tmp_path: Path) -> None:
    path = tmp_path / "hotels.json"
    path.write_text(json.dumps(yaml.safe_load(HOTELS)), "utf-8")
    assert load(path).checks[0].id == "HO001"


def test_the_schema_takes_what_can_be_read() -> None:
    schema = pack_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(yaml.safe_load(HOTELS), schema)
    ten = Path(__file__).with_name("ten_checks.yaml").read_text("utf-8")
    jsonschema.validate(yaml.safe_load(ten), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(HOTELS) | {"checks": []}, schema)
