"""`--isolate` and `--plugins-only`, as a user meets them."""

from __future__ import annotations

import json
import sys
from inspect import getsource
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from tests.distributions import install, plugin_of
from tests.hotel import EXAMPLE, Floor, Hotel, Kind

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Process = Callable[..., subprocess.CompletedProcess[str]]

ONLY = ("--plugins-only", "hotel", "--plugins-only", "inn,bar")
FORMAT = """
class Odd:
    format = "odd"
    suffix = ".odd"

    def render(self, report):
        return b""

@hookimpl
def auditor_renderers():
    return [Odd()]
"""
OTHERS = """
from pathlib import Path
from auditor import Count, Extension, Section

class Hotel(Section):
    rooms: Count | None = None

@hookimpl
def auditor_extensions():
    return [Extension("hotel", Hotel, {"rooms": 12})]

@hookimpl
def auditor_rubrics():
    return [Path(__file__).parent]
"""
on_linux = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems guard less: see the documents"
)


@pytest.fixture
def hotels(tmp_path: Path) -> Path:
    """Install a plugin that leaves a trace when it is imported, and two others."""
    site, trace = tmp_path / "site", tmp_path / "trace"
    site.mkdir()
    met = "return Verdict(Outcome.MET, 'They are.')"
    leaving = f"try: open({str(trace)!r}, 'w')\nexcept OSError: pass\n"
    install(site, "hotel", leaving + plugin_of("HO001", met, "hotel"))
    install(site, "inn", plugin_of("HO002", "import os; os._exit(1)", "inn"))
    install(site, "bar", plugin_of("HO003", met, "bar") + FORMAT)
    return trace


def result(folder: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((folder / "result.json").read_text("utf-8"))
    return content


@on_linux
def test_a_plugin_that_crashes_costs_its_own_findings_and_exit_code_3(
    process: Process, profile: Path, hotels: Path
) -> None:
    ended = process("run", profile, "--isolate", *ONLY, "-o", "result.json")
    assert ended.returncode == 3
    assert "HO002 is not judged. The check failed. Its process ended" in ended.stderr
    assert (
        "With --isolate, part of the plugin bar is left out: formats." in ended.stderr
    )
    assert not hotels.exists()
    found = result(profile.parent)
    outcomes = {f["check"]: f["outcome"] for f in found["findings"]}
    assert outcomes == {"HO001": "met", "HO002": "error", "HO003": "met"}
    assert found["incomplete"]
    assert {p["isolated"] for p in found["tool"]["plugins"]} == {True}
    assert set(found["tool"]["isolation"]["guarded"]) >= {"network", "writing"}


@on_linux
@pytest.mark.parametrize("name", ["report.html", "report.md", "report.docx"])
def test_a_report_for_people_says_what_was_guarded(
    name: str, process: Process, profile: Path, hotels: Path, tmp_path: Path
) -> None:
    del hotels
    process("run", profile, "--isolate", *ONLY, "-o", "result.json", "-o", name)
    said = _text_of(tmp_path / name)
    assert "Checks of third parties" in said
    assert "bar, hotel and inn: imported and judged in processes of their own." in said
    assert "Guarded: time, " in said
    for plugin in result(tmp_path)["tool"]["plugins"]:
        assert plugin["version"] in said
        assert plugin["sha256"] in said


@on_linux
def test_rubrics_of_an_isolated_plugin_are_left_out_and_told(
    process: Process, profile: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    met = "return Verdict(Outcome.MET, 'They are.')"
    install(site, "hotel", plugin_of("HO001", met, "hotel") + OTHERS)
    (site / "hotels.yaml").write_text("name: Hotels\nversion: '1'\n", "utf-8")
    args = ("run", profile, "--plugins-only", "hotel", "--rubric", "hotels")
    plain = process(*args, "-o", "result.json")
    assert plain.returncode == 0, plain.stderr
    assert result(tmp_path)["rubric"]["name"] == "Hotels"
    ended = process(*args, "--isolate")
    assert ended.returncode == 2
    left_out = "With --isolate, part of the plugin hotel is left out: rubrics."
    assert left_out in ended.stderr
    assert "There is no rubric called 'hotels'." in ended.stderr


HOTEL = f"""
from enum import StrEnum
from auditor import Count, DepartmentId, Duration, Extension, Section, Text

{getsource(Kind)}
{getsource(Floor)}
{getsource(Hotel)}
@hookimpl
def auditor_extensions():
    return [Extension("hotel", Hotel, {EXAMPLE})]
"""
READING = """
    hotel = context.profile.extension(Hotel)
    assert hotel.kind is Kind.FULL and hotel.owner is None
    floor, = hotel.floors
    assert floor.cleaned.hours == 2 and floor.pointer == "/extensions/hotel/floors/0"
    return Verdict(Outcome.MET, f"It has {floor.rooms} rooms.", where=[floor.pointer])
"""
KEYS = """\
departments: [{id: rooms, name: Rooms}]
extensions:
  hotel:
    kind: full
    owner: nobody
    floors:
      - {id: one, rooms: 12, cleaned: 2h}
"""


def with_keys(folder: Path, check: str, extension: str) -> None:
    """Install a plugin with a key, and a check that needs it."""
    site = folder / "site"
    site.mkdir()
    needing = "needs=['extensions.hotel.floors'], logic="
    source = plugin_of("HO001", check.strip(), "hotel").replace("logic=", needing)
    install(site, "hotel", source + extension)


@on_linux
def test_a_key_of_an_isolated_plugin_is_read_without_importing_it(
    process: Process, profile: Path, tmp_path: Path
) -> None:
    with_keys(tmp_path, READING, HOTEL)
    args = ("run", profile, "--isolate", "--plugins-only", "hotel", "-o", "result.json")
    silent = process(*args)
    assert silent.returncode == 0, silent.stderr
    assert result(tmp_path)["findings"][0]["outcome"] == "not_assessed"
    before = profile.read_text("utf-8")
    profile.write_text(before + KEYS, "utf-8")
    ended = process(*args)
    assert ended.returncode == 0, ended.stderr
    assert "There is no department 'nobody'" in ended.stderr
    (finding,) = result(tmp_path)["findings"]
    assert (finding["outcome"], finding["reason"]) == ("met", "It has 12 rooms.")
    assert finding["where"][0]["line"] == before.count("\n") + 7
    apart = finding
    assert process(*args[:2], *args[3:]).returncode == 0
    assert result(tmp_path)["findings"] == [apart]
    assert process("verify", "result.json", "--profile", profile).returncode == 0


@on_linux
def test_what_does_not_fit_a_key_of_an_isolated_plugin_is_told_at_its_place(
    process: Process, profile: Path, tmp_path: Path
) -> None:
    with_keys(tmp_path, READING, HOTEL)
    before = profile.read_text("utf-8")
    wrong = KEYS.replace("12", "twelve").replace("full", "ful").replace("owner", "ower")
    profile.write_text(before + wrong, "utf-8")
    args = ("run", profile, "--plugins-only", "hotel")
    apart = process(*args, "--isolate")
    assert apart.returncode == 2
    line = before.count("\n")
    for told in (
        f"profile.yaml:{line + 7}:26: 'rooms': found the text 'twelve'",
        f"profile.yaml:{line + 4}:11: 'kind': found the text 'ful'",
        f"profile.yaml:{line + 5}:5: 'ower': this key is not known here",
        "Did you mean 'owner'?",
    ):
        assert told in apart.stderr
    assert apart.stderr == process(*args).stderr


@on_linux
def test_a_key_with_rules_of_its_own_is_withheld_and_the_reason_told(
    process: Process, profile: Path, tmp_path: Path
) -> None:
    ruled = HOTEL.replace(
        "    owner:",
        "    @field_validator('kind')\n    def ruled(cls, value):\n"
        "        return value\n\n    owner:",
    )
    with_keys(tmp_path, READING, f"from pydantic import field_validator{ruled}")
    args = ("run", profile, "--isolate", "--plugins-only", "hotel", "-o", "result.json")
    silent = process(*args)
    assert silent.returncode == 0, silent.stderr
    assert "plugin hotel is left out: some keys of profiles." in silent.stderr
    before = profile.read_text("utf-8")
    profile.write_text(before + KEYS, "utf-8")
    refused = process(*args)
    assert refused.returncode == 2
    line = before.count("\n") + 4
    told = f"profile.yaml:{line}:5: 'hotel': the plugin hotel adds this key; --isolate"
    assert f"{told} cannot read it. Leave out --isolate if you" in refused.stderr


@on_linux
def test_two_isolated_plugins_with_one_key_cost_the_second(
    process: Process, profile: Path, tmp_path: Path
) -> None:
    with_keys(tmp_path, READING, HOTEL)
    met = "return Verdict(Outcome.MET, 'They are.')"
    install(tmp_path / "site", "inn", plugin_of("HO002", met, "inn") + HOTEL)
    profile.write_text(profile.read_text("utf-8") + KEYS, "utf-8")
    only = ("--plugins-only", "hotel,inn", "-o", "result.json")
    ended = process("run", profile, "--isolate", *only)
    assert ended.returncode == 3
    assert "its extension 'hotel' has the key of one of plugin 'hotel'" in ended.stderr
    assert [f["check"] for f in result(tmp_path)["findings"]] == ["HO001"]


def _text_of(path: Path) -> str:
    if path.suffix != ".docx":
        return path.read_text("utf-8")
    document = Document(str(path))
    words = [paragraph.text for paragraph in document.paragraphs]
    words += [c.text for t in document.tables for row in t.rows for c in row.cells]
    return " ".join(words)


def test_without_it_plugins_are_imported_as_ever(
    process: Process, profile: Path, hotels: Path
) -> None:
    ended = process("run", profile, "--plugins-only", "hotel", "-o", "result.json")
    assert ended.returncode == 0, ended.stderr
    assert hotels.exists()
    tool = result(profile.parent)["tool"]
    assert "isolation" not in tool
    assert "isolated" not in tool["plugins"][0]


def test_a_plugin_that_is_not_asked_for_is_not_even_imported(
    process: Process, profile: Path, hotels: Path
) -> None:
    ended = process("run", profile, "--plugins-only", "built-in", "-o", "result.json")
    assert ended.returncode == 0, ended.stderr
    assert not hotels.exists()
    names = [plugin["name"] for plugin in result(profile.parent)["tool"]["plugins"]]
    assert "assurance" in names
    assert "hotel" not in names


def test_an_unknown_plugin_is_refused(process: Process, profile: Path) -> None:
    ended = process("run", profile, "--plugins-only", "hotels")
    assert ended.returncode == 2
    assert "There is no plugin 'hotels'. There are built-in, assurance" in ended.stderr


@on_linux
def test_an_isolated_report_is_verified_in_isolation(
    process: Process, profile: Path, hotels: Path
) -> None:
    only = ("--plugins-only", "hotel,built-in")
    process("run", profile, "--isolate", *only, "-o", "result.json")
    verified = process("verify", "result.json", "--profile", profile, "--isolate")
    assert verified.returncode == 0, verified.stdout
    assert "101 findings as auditing again gives them." in verified.stdout
    assert not hotels.exists()


def test_other_files_of_a_plugin_are_told_when_a_report_is_verified(
    process: Process, profile: Path, hotels: Path, tmp_path: Path
) -> None:
    del hotels
    process("run", profile, "--plugins-only", "hotel", "-o", "result.json")
    module = tmp_path / "site" / "auditor_hotel.py"
    module.write_text(module.read_text("utf-8") + "\n# another line\n", "utf-8")
    verified = process("verify", "result.json", "--profile", profile)
    assert "hotel 1.2.3 has other files here than those" in verified.stdout
    assert verified.returncode == 3, verified.stdout
