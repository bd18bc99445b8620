"""Which version of the plugin API a plugin needs, and what becomes of others."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from auditor import PLUGIN_API, installed_plugins
from auditor.plugin.api import misfit, stated_api
from auditor.plugin.collection import Plugins
from tests.distributions import install, plugin_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("needed", ["1.0", "1.3", "1.4"])
def test_an_earlier_minor_version_fits(needed: str) -> None:
    assert misfit(needed, offered="1.4") == ""


@pytest.mark.parametrize("needed", ["1.5", "2.0", "10.0"])
def test_a_later_version_asks_for_a_newer_cxaudit_and_names_both(needed: str) -> None:
    said = misfit(needed, offered="1.4")
    assert f"needs version {needed} of the plugin API" in said
    assert "offers 1.4: update cxaudit" in said


@pytest.mark.parametrize("needed", ["1.0", "1.99"])
def test_an_earlier_major_version_asks_for_a_newer_plugin(needed: str) -> None:
    assert "offers 2.0: update the plugin" in misfit(needed, offered="2.0")


@pytest.mark.parametrize(
    "needed", ["", "1", "1.0.0", "v1.0", "-1.0", "1.x", "PLUGIN_API"]
)
def test_what_is_no_version_is_told(needed: str) -> None:
    assert 'has to be a literal such as "1.0"' in misfit(needed, offered="1.0")


@pytest.mark.parametrize(
    ("source", "stated"),
    [
        ("", "1.0"),
        ('NEEDS_PLUGIN_API = "1.2"', "1.2"),
        ("x = 1\nNEEDS_PLUGIN_API: Final[str] = '3.4'  # as of today\n", "3.4"),
        ("# NEEDS_PLUGIN_API = '9.9'", "1.0"),
        ("NEEDS_PLUGIN_API = PLUGIN_API", "PLUGIN_API"),
        ("(" * 10_000, "1.0"),
    ],
)
def test_the_version_is_read_without_running_anything(
    source: str, stated: str, tmp_path: Path
) -> None:
    (tmp_path / "module.py").write_text(source, "utf-8")
    assert stated_api(tmp_path / "module.py") == stated


def test_a_module_that_is_not_there_states_nothing(tmp_path: Path) -> None:
    assert stated_api(tmp_path / "nothing.py") == "1.0"


@pytest.fixture
def of_tomorrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Install a plugin that needs what is not there yet, and one that does not."""
    future = 'NEEDS_PLUGIN_API = "99.0"\nfrom auditor import no_such_name\n'
    install(tmp_path, "tomorrow", future + plugin_of("TM001", area="tomorrow"))
    today = f'NEEDS_PLUGIN_API = "{PLUGIN_API}"\n'
    install(tmp_path, "today", today + plugin_of("TD001", area="today"))
    monkeypatch.syspath_prepend(str(tmp_path))
    return ["tomorrow", "today"]


@pytest.mark.parametrize("isolate", [False, True])
def test_only_the_plugin_that_does_not_fit_is_left_out(
    of_tomorrow: list[str], *, isolate: bool
) -> None:
    plugins = installed_plugins(of_tomorrow, isolate=isolate)
    failures = {plugin.name: plugin.failure for plugin in plugins.installed}
    assert "99.0" in failures["tomorrow"]
    assert f"offers {PLUGIN_API}" in failures["tomorrow"]
    assert failures["today"] == ""
    assert list(plugins.checks) == ["TD001"]
    assert "auditor_tomorrow" not in sys.modules


def test_our_plugins_fit() -> None:
    assert Plugins.load(["built-in"]).failed == ()
