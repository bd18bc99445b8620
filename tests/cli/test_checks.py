from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from auditor.catalogue import explained
from auditor.plugin.collection import Plugins

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from click.testing import Result

    from auditor.checks import Check

PLUGINS = Plugins.load()


def test_all_checks_are_listed_a_line_each(cxaudit: Callable[..., Result]) -> None:
    ended = cxaudit("checks", "list")
    assert ended.exit_code == 0
    heading, *lines = ended.stdout.splitlines()
    assert heading.split()[:4] == ["Check", "Severity", "Effort", "Area"]
    assert {line.split()[0] for line in lines} == PLUGINS.checks.keys()
    assert all(line == line.rstrip() for line in lines)


def test_the_list_for_programs_has_the_same_checks(
    cxaudit: Callable[..., Result],
) -> None:
    listed = json.loads(cxaudit("checks", "list", "--format", "json").stdout)
    assert {entry["id"] for entry in listed} == PLUGINS.checks.keys()
    assert listed[0].keys() >= {"title", "area", "severity", "effort"}


@pytest.mark.parametrize("area", ["feedback_loop", "Feedback-Loop"])
def test_the_list_can_be_of_one_area(area: str, cxaudit: Callable[..., Result]) -> None:
    args = ("checks", "list", "--area", area, "--format", "json")
    assert {entry["area"] for entry in json.loads(cxaudit(*args).stdout)} == {
        "feedback_loop"
    }


def test_an_unknown_area_is_refused_with_the_nearest_or_all(
    cxaudit: Callable[..., Result],
) -> None:
    near = cxaudit("checks", "list", "--area", "feedbackloop")
    far = cxaudit("checks", "list", "--area", "xyz")
    assert (near.exit_code, far.exit_code) == (2, 2)
    assert "Did you mean feedback_loop?" in near.stderr
    assert "Areas are design_principles, " in far.stderr


@pytest.mark.parametrize("check", PLUGINS.checks.values(), ids=lambda check: check.id)
def test_every_check_is_explained_in_full(
    check: Check, cxaudit: Callable[..., Result]
) -> None:
    record = json.loads(cxaudit("checks", "explain", check.id, "--format=json").stdout)
    assert record["id"] == check.id
    said = " ".join(cxaudit("checks", "explain", check.id).stdout.split())
    assert said.startswith(f"{check.id} {check.title}")
    assert " ".join(check.why.split()) in said
    assert " ".join(check.explain().split()) in said
    assert " ".join(check.remedy.split()) in said
    for parameter in check.parameters:
        assert f"{parameter.name} = {parameter.written(parameter.default)}: " in said
    for example in check.examples:
        assert example.title in said
    for source in check.sources:
        assert source.title in said
        assert source.address in said


def test_a_threshold_says_whose_it_is(cxaudit: Callable[..., Result]) -> None:
    said = cxaudit("checks", "explain", "DP001").stdout
    assert "(our own judgement)" in said
    assert "(GeekyAnts)" in said


@pytest.mark.parametrize("id_", ["dp009", "DP009", "Dp009"])
def test_an_id_may_be_in_any_case(id_: str, cxaudit: Callable[..., Result]) -> None:
    assert cxaudit("checks", "explain", id_).stdout.startswith("DP009 ")


def test_a_check_is_found_by_an_earlier_id(
    process: Callable[..., subprocess.CompletedProcess[str]],
    install: Callable[[str, str], None],
) -> None:
    install(
        "renamed",
        """
        from dataclasses import replace
        from auditor import Area, hookimpl
        from auditor_design_principles import CHECKS

        @hookimpl
        def auditor_checks():
            renamed = replace(CHECKS[0], id="ZZ001", aliases=("YY007",))
            return [Area("extra", "Extra", "More.", 0, (renamed,))]
        """,
    )
    ended = process("checks", "explain", "yy007")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith("ZZ001 ")
    assert "YY007" in ended.stdout


def test_an_unknown_id_is_refused_with_the_nearest(
    cxaudit: Callable[..., Result],
) -> None:
    ended = cxaudit("checks", "explain", "DP0099")
    assert ended.exit_code == 2
    assert "There is no check 'DP0099'. Did you mean DP009" in ended.stderr


def test_an_explanation_can_be_had_for_programs_and_as_markdown(
    cxaudit: Callable[..., Result],
) -> None:
    args = ("checks", "explain", "DP001", "--format")
    record = json.loads(cxaudit(*args, "json").stdout)
    assert record["parameters"][0]["source"] == "ours"
    assert record["examples"][0]["outcome"] == "met"
    assert cxaudit(*args, "markdown").stdout == explained(PLUGINS.checks["DP001"])
