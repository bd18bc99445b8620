"""What is believed of the metadata of a plugin."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from auditor.isolation.parts import ANSWER, LOADED, Loaded
from auditor.plugin.loading import Plugin
from auditor_foundations import auditor_checks

if TYPE_CHECKING:
    from auditor.checks import Judge
    from auditor.finding import Verdict


def told() -> dict[str, Any]:
    plugin = Plugin("foundations", "cxaudit", "1", areas=tuple(auditor_checks()))
    content: dict[str, Any] = json.loads(Loaded.of(plugin).model_dump_json())
    return content


def made(content: dict[str, Any]) -> None:
    loaded = LOADED.validate_json(json.dumps(content))
    assert isinstance(loaded, Loaded)
    for area in loaded.areas:
        area.made(no_judge)
    for added in loaded.keys:
        added.made("foundations")


def no_judge(check: str) -> Judge:
    def judge(_: object) -> Verdict:
        raise NotImplementedError(check)

    return judge


def test_what_is_honest_is_believed() -> None:
    made(told())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("weight", 1e9),
        ("weight", -1),
        ("weight", "NaN"),
        ("id", ""),
        ("title", "x" * 301),
        ("surprise", 1),
    ],
)
def test_a_forged_area_is_refused(key: str, value: object) -> None:
    content = told()
    content["areas"][0][key] = value
    with pytest.raises(ValidationError):
        made(content)


def field(**parts: object) -> dict[str, object]:
    return {"name": "rooms", "holds": "count", "many": False, "required": False} | parts


def key(*fields: object, **parts: object) -> dict[str, object]:
    return {"key": "hotel", "group": {"fields": fields}, "example": "{}"} | parts


def nested(depth: int) -> dict[str, object]:
    within: object = "count"
    for _ in range(depth):
        within = {"fields": [field(holds=within)]}
    return field(holds=within)


def test_an_honest_key_of_profiles_is_made_again() -> None:
    words = field(name="kind", holds={"words": ["full", "rooms"]}, many=True)
    made(told() | {"keys": [key(field(name="beds"), words, nested(6))]})
    made(told() | {"keys": [key(group=None)]})


@pytest.mark.parametrize(
    "forged",
    [
        key(key="Hotel"),
        key(key="hotel\n"),
        key(key="a" * 61),
        key(key="model_dump"),
        key(field(name="__class__")),
        key(field(name="model_fields")),
        key(field(name="pointer")),
        key(field(), field()),
        key(field(holds="os.system")),
        key(field(holds={"words": []})),
        key(field(holds={"words": ["x"] * 101})),
        key(field(holds={"fields": [], "validator": "exec"})),
        key(nested(9)),
        key(nested(150)),
        key(*(field(name=f"of_{n}") for n in range(101))),
        key(field(), surprise=1),
        key(*(field(name=f"f{n}", holds=nested(2)["holds"]) for n in range(100))),
        key(field(required=True)),
        key(example="[" * 9_999),
        key(example="{"),
        key(example="[1]"),
        key(example='{"rooms": 1}'),
        key(example="x" * 10_001),
    ],
)
def test_a_forged_key_of_profiles_is_refused(forged: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each is refused in words of its own
        made(told() | {"keys": [forged]})


def test_no_plugin_adds_many_keys() -> None:
    keys = [key(key=f"hotel_{number}") for number in range(11)]
    with pytest.raises(ValidationError):
        made(told() | {"keys": keys})


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", "foundations"),
        ("logic", "{nothing}"),
        ("logic", "{0}"),
        ("logic", "{x:>999999999}"),
        ("severity", "apocalyptic"),
        ("sources", []),
        ("needs", ["x"] * 1_001),
        ("examples", []),
    ],
)
def test_a_forged_check_is_refused(key: str, value: object) -> None:
    content = told()
    content["areas"][0]["checks"][0][key] = value
    with pytest.raises((ValueError, LookupError)):
        made(content)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"null",
        b"[" * 100_000,
        b'{"outcome": "met"}',
        b'{"outcome": "best", "reason": "x"}',
        b'{"outcome": "met", "reason": "x", "share": NaN}',
        b'{"outcome": "met", "reason": "x", "share": 1.1}',
        b'{"outcome": "met", "reason": "x", "where": "/a"}',
        b'{"outcome": "met", "reason": "\\ud800"}',
        b'{"outcome": "met", "reason": "x", "points_lost": 100}',
        b"\x80\x04cbuiltins\nprint\n.",
    ],
)
def test_a_forged_verdict_is_refused(answer: bytes) -> None:
    with pytest.raises(ValidationError):
        ANSWER.validate_json(answer)
