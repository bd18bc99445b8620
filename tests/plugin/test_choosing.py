"""Choosing among the installed plugins."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import TYPE_CHECKING

import pytest

from auditor.errors import InputError
from auditor.plugin.choosing import chosen_plugins
from auditor.plugin.collection import Plugins
from tests.distributions import install

if TYPE_CHECKING:
    from pathlib import Path

OURS = {
    point.name
    for point in entry_points(group="auditor")
    if point.dist and point.dist.name == "cxaudit"
}


def names(*only: str) -> set[str]:
    return {point.name for point in chosen_plugins(only)}


def test_all_are_chosen_unless_some_are_named() -> None:
    assert names() == {point.name for point in entry_points(group="auditor")}


def test_built_in_stands_for_all_of_ours() -> None:
    assert names("built-in") == OURS
    assert names("Built_In", "assurance") == OURS


def test_nobody_else_can_be_built_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("built_in", "Built-In"):
        install(tmp_path, name, "raise RuntimeError")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert {"built_in", "Built-In"} <= names()
    assert names("built-in") == OURS
    assert names("Built_in", "assurance") == OURS


def test_names_may_be_written_with_hyphens() -> None:
    assert names("feedback-loop", "ASSURANCE") == {"feedback_loop", "assurance"}


def test_a_plugin_can_be_named_by_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "hospitality", "raise RuntimeError")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert names("auditor-hospitality") == names("Auditor_Hospitality")
    assert names("auditor-hospitality") == {"hospitality"}
    with pytest.raises(InputError, match="no plugin 'cxaudit'"):
        names("cxaudit")


def test_one_name_may_stand_alone() -> None:
    assert [point.name for point in chosen_plugins("assurance")] == ["assurance"]


def test_an_unknown_name_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(InputError, match=r"no plugin 'hotels'.*built-in, assurance"):
        chosen_plugins(["assurance", "hotels"])


def test_the_name_that_was_probably_meant_is_told() -> None:
    with pytest.raises(InputError, match="Did you mean 'built-in'"):
        chosen_plugins(["builtin"])


def test_a_plugin_that_is_not_chosen_is_not_there() -> None:
    plugins = Plugins.load(["assurance"])
    assert [plugin.name for plugin in plugins.installed] == ["assurance"]
    assert {check[:2] for check in plugins.checks} == {"DQ"}
