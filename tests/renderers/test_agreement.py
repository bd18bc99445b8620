"""All formats tell the same: figures, counts and order come from one place."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from auditor.engine import audit
from auditor.plugin.collection import Plugins
from auditor.profile.reading import read_profile
from auditor.renderers import built_in
from auditor.scoring import Gate
from tests.renderers.reports import AS_OF, full_report

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(
    [*ROOT.glob("sample_audits/*/profile*"), *ROOT.glob("sample_audits/*/zappos.yaml")]
)
FORMATS = ("json", "markdown", "text")


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.parent.name)
def rendered(request: pytest.FixtureRequest) -> dict[str, str]:
    """Return one real audit in each format."""
    loaded = read_profile(request.param)
    report = audit(loaded, Plugins.load(), as_of=AS_OF)
    return {name: built_in()[name].render(report).decode() for name in FORMATS}


def result(rendered: dict[str, str]) -> Any:
    return json.loads(rendered["json"])


def words(text: str) -> str:
    return " ".join(text.split())


def shown(value: float | None) -> str:
    return "unknown" if value is None else f"{value:.1f}"


def test_the_score_is_the_same_everywhere(rendered: dict[str, str]) -> None:
    score = result(rendered)["score"]
    assert f"| Score of 100 | **{shown(score['total'])}** |" in rendered["markdown"]
    assert f"Score {shown(score['total'])} of 100" in words(rendered["text"])
    level = f"{score['level']} of 5"
    assert f"| Level, indicative | {level} |" in rendered["markdown"]
    assert f"Level {level}, indicative" in words(rendered["text"])


def test_the_outcomes_are_counted_alike(rendered: dict[str, str]) -> None:
    outcomes = result(rendered)["outcomes"]
    spoken = {name: name.replace("_", " ") for name in outcomes}
    line = ", ".join(f"{n} {spoken[name]}" for name, n in outcomes.items() if n)
    assert line in words(rendered["text"])
    for name, number in outcomes.items():
        row = f"| {spoken[name].capitalize()} | {number} |"
        assert (row in rendered["markdown"]) == bool(number)


def test_every_area_has_one_score(rendered: dict[str, str]) -> None:
    lines = [words(line) for line in rendered["text"].splitlines()]
    for area in result(rendered)["areas"]:
        score = shown(area["score"])
        beginning = f"{area['title']} {area['weight']:g} {score} "
        assert any(line.startswith(beginning) for line in lines)
        row = f"| {area['title']} | {area['weight']:g} | {score} |"
        assert row in rendered["markdown"]


def test_the_roadmap_is_in_one_order(rendered: dict[str, str]) -> None:
    roadmap = result(rendered)["roadmap"]
    for step in roadmap:
        row = f"| {step['rank']} | {step['check']} | {step['effort']} |"
        assert row in rendered["markdown"]
    for step in roadmap[:5]:
        row = f"{step['rank']} {step['check']} {step['effort']} "
        assert row in words(rendered["text"])


@pytest.mark.parametrize("name", sorted(set(built_in()) - {"pdf"}))
def test_another_process_writes_the_same_bytes(name: str) -> None:
    program = (
        "import sys; from auditor.renderers import built_in;"
        "from tests.renderers.reports import full_report;"
        f"sys.stdout.buffer.write(built_in()[{name!r}].render(full_report()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"},
        capture_output=True,
        check=True,
    )
    assert done.stdout == built_in()[name].render(full_report())


@pytest.mark.parametrize("name", ["markdown", "text", "html"])
def test_a_level_that_two_conditions_bound_is_told_once(name: str) -> None:
    report = full_report()
    held = (Gate(2, "Too few records."), Gate(2, "A critical one fails."))
    bound = replace(report, score=replace(report.score, level=2, gates=held))
    told = words(built_in()[name].render(bound).decode())
    assert "Too few records. A critical one fails." in told
    for once in ("Not above level 2", "Held at 2", "At most level 2"):
        assert told.count(once) <= 1
