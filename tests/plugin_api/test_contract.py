"""A plugin that was written for an earlier version of the API still works."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from auditor import PLUGIN_API
from auditor.plugin.api import misfit
from auditor.plugin.files import digest_of
from tests.plugin_api.facade import facade

HERE = Path(__file__).parent
FROZEN: Final = {
    "1.0": "54857e74c28748da6ba98a4afde71c09648948f57f7b4384e0c9a0e47cf591a8",
}
"""Each earlier version, and the digest of its folder."""
NAME: Final = "auditor_frozen_hotel"
AS_OF: Final = "2026-11-21"
each_version = pytest.mark.parametrize("version", FROZEN)


def test_every_minor_version_of_this_major_one_is_frozen() -> None:
    assert {path.parent.name for path in HERE.glob("*/facade.json")} == set(FROZEN)
    assert PLUGIN_API in FROZEN, "a new version: freeze it, as README.md says"


@each_version
def test_nobody_edited_what_is_frozen(version: str) -> None:
    assert digest_of(HERE / version) == FROZEN[version], "restore it: see its README.md"


@each_version
def test_the_version_still_fits(version: str) -> None:
    assert misfit(version) == ""


@pytest.fixture(params=FROZEN)
def version(request: pytest.FixtureRequest) -> str:
    found: str = request.param
    return found


@pytest.fixture
def folder(version: str, tmp_path: Path) -> Path:
    """Return a folder with the frozen plugin installed, and what it judges."""
    site = tmp_path / "site"
    shutil.copytree(HERE / version / NAME, site / NAME)
    info = site / "auditor_frozen_hotel-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Name: auditor-frozen-hotel\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[auditor]\nfrozen_hotel = {NAME}\n")
    for name in ("hotel.yaml", "desk.csv"):
        shutil.copy(HERE / version / name, tmp_path)
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Audit the hotel."""
    only = ("--plugins-only", "frozen_hotel")
    command = [
        "-m",
        "auditor",
        "run",
        "hotel.yaml",
        "--as-of",
        AS_OF,
        *only,
        *arguments,
    ]
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder / "site")},
        capture_output=True,
        text=True,
        check=False,
    )


def findings(folder: Path) -> dict[str, dict[str, Any]]:
    result = json.loads((folder / "result.json").read_text("utf-8"))
    return {f["check"]: f for f in result["findings"] if f["area"] == "frozen_hotel"}


def assert_as_promised(version: str, found: dict[str, dict[str, Any]]) -> None:
    expected = json.loads((HERE / version / "expected.json").read_text("utf-8"))
    assert list(found) == list(expected)
    for check, promised in expected.items():
        assert {key: found[check][key] for key in promised} == promised


def test_its_checks_formats_templates_and_presets_work(
    version: str, folder: Path
) -> None:
    outputs = ("result.json", "page.html", "list.frozen.todo")
    ended = run(folder, *(word for name in outputs for word in ("-o", name)))
    assert ended.returncode == 0, ended.stderr
    assert_as_promised(version, findings(folder))
    assert (
        "A report for guests of the frozen hotel" in (folder / outputs[1]).read_text()
    )
    todo = (folder / outputs[2]).read_text("utf-8").splitlines()
    promised = (HERE / version / "expected.todo").read_text("utf-8").splitlines()
    assert [line for line in todo if "HZ" in line or "hotel" in line] == promised


def test_its_checks_say_the_same_in_a_process_of_their_own(
    version: str, folder: Path
) -> None:
    shutil.rmtree(folder / "site" / NAME / "presets")  # it cannot bring any there
    profile = (folder / "hotel.yaml").read_text("utf-8")
    inline = (
        "columns: {id: Ref, received_at: In, "
        "status: {source: State, codes: {done: solved, waiting: open}}}"
    )
    replaced = profile.replace("preset: frozen_desk", inline)
    (folder / "hotel.yaml").write_text(replaced, "utf-8")
    ended = run(folder, "--isolate", "-o", "result.json")
    assert ended.returncode == 0, ended.stderr
    assert "formats, templates, presets" in ended.stderr
    assert_as_promised(version, findings(folder))


@each_version
def test_every_name_is_still_there_with_all_that_it_had(version: str) -> None:
    promised = json.loads((HERE / version / "facade.json").read_text("utf-8"))
    now = json.loads(json.dumps(facade()))
    missing = [
        f"{part}.{name}: {lack}"
        for part, names in promised.items()
        for name, had in names.items()
        for lack in _lacks(had, now[part].get(name))
    ]
    assert missing == []


def _lacks(had: Any, has: Any) -> list[str]:
    """Return what a name no longer has."""
    if has is None:
        return ["it is gone"]
    if isinstance(had, list):
        return _other_call(had, has)
    lacks = _other_call(had.get("parameters", []), has.get("parameters", []))
    lacks += [f"no {name}" for name in had.get("has", []) if name not in has["has"]]
    for name, value in had.get("members", {}).items():
        if has.get("members", {}).get(name) != value:
            lacks.append(f"no member {name}")
    return lacks


def _other_call(had: list[list[Any]], has: list[list[Any]]) -> list[str]:
    """Return which calls that worked would not work any more."""
    names = [name for name, _, _ in has]
    lacks = [f"no parameter {name}" for name, _, _ in had if name not in names]
    known = [name for name, _, _ in had]
    if [name for name in names if name in known] != known:
        lacks.append("parameters in another order")
    needed = {name for name, _, optional in had if not optional}
    for name, kind, optional in has:
        if not optional and name not in needed and not kind.startswith("VAR_"):
            lacks.append(f"parameter {name} has to be given now")
    return lacks
