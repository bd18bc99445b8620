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


@pytest.mark.parametrize(
    "keys",
    [
        ["Hotel"],
        ["hotel\n"],
        ["a" * 61],
        ["../hotel"],
        [f"hotel_{number}" for number in range(21)],
        [{"hotel": 1}],
    ],
)
def test_forged_keys_of_profiles_are_refused(keys: list[object]) -> None:
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
