"""What is shipped: every plugin and template, in the checkout and in the wheel."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

from tests.environment import built_wheel, environment

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())
PLUGINS = {path.name for path in (ROOT / "plugins").glob("auditor_*")}
TEMPLATES = {path.name for path in (ROOT / "templates").glob("auditor_*")}


def test_every_plugin_folder_is_packaged() -> None:
    packages = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    plugins = {f"plugins/{name}" for name in PLUGINS}
    templates = {f"templates/{name}" for name in TEMPLATES}
    assert set(packages) == {"auditor", *plugins, *templates}


def test_every_plugin_folder_is_an_entry_point() -> None:
    assert set(PROJECT["project"]["entry-points"]["auditor"].values()) == PLUGINS


def test_the_installation_knows_every_plugin() -> None:
    installed = {point.value for point in entry_points(group="auditor")}
    assert installed >= PLUGINS, "a plugin is new: install again (make test does)"


def test_the_import_rules_and_the_coverage_know_every_package() -> None:
    tools = PROJECT["tool"]
    packages = {"auditor", *PLUGINS}
    assert set(tools["importlinter"]["root_packages"]) == packages | TEMPLATES
    assert set(tools["coverage"]["run"]["source_pkgs"]) == packages
    rules = {rule["name"]: rule for rule in tools["importlinter"]["contracts"]}
    core = rules["The core never imports a plugin or a template"]
    assert set(core["forbidden_modules"]) == PLUGINS | TEMPLATES
    assert set(rules["Plugins never import each other"]["modules"]) == PLUGINS
    facade = rules["Plugins use only the public facade"]
    assert set(facade["source_modules"]) == PLUGINS


@pytest.mark.parametrize("folder", [*sorted(PLUGINS), *sorted(TEMPLATES), "auditor"])
def test_every_package_says_that_it_is_typed(folder: str) -> None:
    assert [
        path for path in ROOT.glob(f"**/{folder}/py.typed") if ".venv" not in str(path)
    ]


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder far from the checkout with the wheel in an environment."""
    folder = tmp_path_factory.mktemp("outside")
    # Wheel from the sdist: what an index would serve.
    environment(folder / "env", built_wheel(ROOT, folder / "built"))
    return folder


def ran(outside: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(outside / "env" / "bin" / "cxaudit"), *arguments],
        cwd=outside,
        check=False,
        capture_output=True,
        text=True,
    )


def test_the_wheel_brings_everything_but_the_checkout(outside: Path) -> None:
    listed = ran(outside, "plugins", "list", "--format", "json")
    assert listed.returncode == 0, listed.stderr
    names = {plugin["name"] for plugin in json.loads(listed.stdout)}
    assert names >= {name.removeprefix("auditor_") for name in PLUGINS}
    program = "import auditor, auditor_report; print(auditor.__file__)"
    python = outside / "env" / "bin" / "python"
    found = subprocess.run(
        [str(python), "-c", program],
        check=True,
        capture_output=True,
        text=True,
        cwd=outside,
    )
    assert found.stdout.startswith(str(outside))


def test_the_wheel_audits_outside_the_checkout(outside: Path) -> None:
    profile = outside / "profile.yaml"
    profile.write_text("organisation: {name: Acme}\n")
    outputs = [f"-o{outside / name}" for name in ("r.json", "r.html", "r.pdf", "r.md")]
    run = ran(outside, "run", str(profile), "--as-of", "2026-11-21", *outputs)
    assert run.returncode == 0, run.stderr
    assert (outside / "r.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads((outside / "r.json").read_text())["findings"]


def test_the_wheel_names_nothing_that_could_clash(outside: Path) -> None:
    (wheel,) = (outside / "built").glob("*.whl")
    listing = subprocess.run(
        [sys.executable, "-m", "zipfile", "-l", str(wheel)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    tops = {line.split("/")[0] for line in listing.splitlines()[1:]}
    ours = {"auditor", *PLUGINS, *TEMPLATES}
    assert {top for top in tops if not top.endswith(".dist-info")} == ours
    assert "auditor/exemplary/" in listing
    translated = {package for package in ours if f"{package}/locale/de/" in listing}
    assert translated == ours
