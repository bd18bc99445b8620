"""Plugins by others: found by their entry point, named and isolated when they fail."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from auditor.engine import audit
from auditor.errors import DuplicateCheckError
from auditor.finding import Outcome
from auditor.plugin.collection import Plugins
from auditor.profile.reading import load_profile_value
from tests.distributions import install, plugin_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.plugin.loading import Plugin
    from auditor.report import Report

BUILT_IN = {
    path.name.removeprefix("auditor_")
    for path in (Path(__file__).parents[2] / "plugins").glob("auditor_*")
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder on the path from which plugins are found."""
    monkeypatch.syspath_prepend(str(tmp_path))
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        del sys.modules[name]


def loaded(name: str) -> Plugin:
    (plugin,) = [one for one in Plugins.load().installed if one.name == name]
    return plugin


def audited() -> Report:
    profile = load_profile_value({"organisation": {"name": "Acme"}})
    return audit(profile, Plugins.load(), as_of=date(2026, 11, 21))


def test_the_built_in_plugins_are_found_like_any_other() -> None:
    installed = {plugin.name: plugin for plugin in Plugins.load().installed}
    assert set(installed) >= BUILT_IN
    for name in BUILT_IN:
        assert installed[name].package == "cxaudit"
        assert installed[name].failure == ""


def test_a_plugin_brings_its_checks_package_and_version(site: Path) -> None:
    install(site, "hospitality", plugin_of())
    plugin = loaded("hospitality")
    assert [check.id for check in plugin.checks] == ["HO001"]
    assert (plugin.package, plugin.version) == ("auditor-hospitality", "1.2.3")
    (finding,) = [f for f in audited().findings if f.check == "HO001"]
    assert finding.outcome is Outcome.MET


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("raise RuntimeError('no licence')", "RuntimeError: no licence"),
        ("import a_module_that_is_not_there", "ModuleNotFoundError"),
        ("def broken(:", "SyntaxError"),
        ("import sys; sys.exit('stop')", "SystemExit: stop"),
        (
            "from auditor import hookimpl\n@hookimpl\ndef auditor_cheks(): return []",
            "auditor_cheks",
        ),
        (
            "from auditor import hookimpl\n@hookimpl\ndef auditor_checks(): return [1]",
            "auditor_checks gives a list of Area, got a int: 1",
        ),
        (
            "from auditor import hookimpl\n@hookimpl\ndef auditor_checks(): return 1",
            "TypeError",
        ),
        (
            "from auditor import hookimpl\n@hookimpl\ndef auditor_checks(): 1 / 0",
            "ZeroDivisionError",
        ),
    ],
)
def test_a_plugin_that_fails_is_named_and_the_rest_runs(
    site: Path, source: str, words: str
) -> None:
    install(site, "broken", source)
    assert words in loaded("broken").failure
    report = audited()
    assert report.incomplete
    assert [p.name for p in report.plugins if p.failure] == ["broken"]
    assert len(report.findings) == len(Plugins.load().checks)


def test_a_check_that_raises_is_one_error_finding(site: Path) -> None:
    install(site, "hospitality", plugin_of(body="raise KeyError('guest name')"))
    report = audited()
    (finding,) = [f for f in report.findings if f.check == "HO001"]
    assert finding.outcome is Outcome.ERROR
    assert "KeyError" in finding.reason
    assert report.incomplete


def test_a_check_that_returns_no_verdict_is_one_error_finding(site: Path) -> None:
    install(site, "hospitality", plugin_of(body="return None"))
    (finding,) = [f for f in audited().findings if f.check == "HO001"]
    assert finding.outcome is Outcome.ERROR


def test_an_error_never_lowers_the_score(site: Path) -> None:
    without = audited().score
    install(site, "hospitality", plugin_of(body="raise KeyError('guest name')"))
    assert audited().score.total == without.total


def test_two_checks_with_one_id_stop_the_run_with_both_names(site: Path) -> None:
    install(site, "copycat", plugin_of("DP001"))
    with pytest.raises(DuplicateCheckError) as caught:
        Plugins.load()
    for name in ("DP001", "copycat", "design_principles"):
        assert name in str(caught.value)


def test_a_plugin_can_add_a_check_to_an_area_of_ours(site: Path) -> None:
    install(site, "more", plugin_of("DP900", area="design_principles"))
    (area,) = [a for a in Plugins.load().areas if a.id == "design_principles"]
    assert area.title == "Design principles"
    assert area.weight == 15
    assert "DP900" in {check.id for check in area.checks}
