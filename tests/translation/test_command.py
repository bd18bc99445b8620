"""`cxaudit translations`, and `--language` where a report is written."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from auditor.cli import main
from tests.translation.packages import GERMAN, PACKAGE, po, translate

if TYPE_CHECKING:
    from click.testing import Result

FILE = Path("locale", "de", "LC_MESSAGES", f"{PACKAGE}.po")
DAY = ("--as-of", "2026-03-01")


def cxaudit(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    path = tmp_path / "profile.yaml"
    path.write_text("organisation: {name: Harbour Bank}\n", "utf-8")
    return path


def test_a_package_that_is_translated_passes(site: Path) -> None:
    translate(site, po(GERMAN))
    ended = cxaudit("translations", "check", PACKAGE, "--language", "de")
    assert ended.exit_code == 0, ended.output
    (row,) = (line for line in ended.stdout.splitlines() if line.startswith(PACKAGE))
    assert row.split() == [PACKAGE, "de", "7", "7", "0", "0", "0"]


def test_a_package_may_be_named_as_it_is_installed(site: Path) -> None:
    translate(site, po(GERMAN))
    named = PACKAGE.replace("_", "-")
    assert cxaudit("translations", "check", named, "--language", "de").exit_code == 0


@pytest.mark.usefixtures("site")
def test_what_is_missing_is_listed_with_its_place() -> None:
    ended = cxaudit("translations", "check", PACKAGE, "--language", "de")
    assert ended.exit_code == 1
    for text in GERMAN:
        assert f"missing in de: {text}" in ended.stdout
    assert f"{PACKAGE}/__init__.py:" in ended.stdout


def test_what_is_faulty_or_superfluous_is_listed(site: Path) -> None:
    translate(site, po(GERMAN | {"Guests.": "Gäste {n}", "Gone": "Weg"}))
    ended = cxaudit("translations", "check", PACKAGE, "--language", "de")
    assert ended.exit_code == 1
    assert f"{PACKAGE}: faulty in de: Guests." in ended.stdout
    assert f"{PACKAGE}: superfluous in de: Gone" in ended.stdout


def test_what_is_superfluous_alone_is_no_failure(site: Path) -> None:
    translate(site, po(GERMAN | {"Gone": "Weg"}))
    assert cxaudit("translations", "check", PACKAGE, "--language", "de").exit_code == 0


def test_a_file_that_cannot_be_used_fails_its_package(site: Path) -> None:
    translate(site, b"\x00")
    ended = cxaudit("translations", "check", PACKAGE, "--language", "de")
    assert ended.exit_code == 1
    assert "cannot be used" in ended.stderr


def test_the_overview_has_every_package_and_fails_for_none(site: Path) -> None:
    translate(site, po({"Guests.": "Gäste."}))
    ended = cxaudit("translations", "check", "--format", "json")
    assert ended.exit_code == 0
    records = {
        record["package"]: record
        for record in json.loads(ended.stdout)
        if record["language"] == "de"
    }
    assert {"auditor", "auditor_report", "auditor_foundations"} < set(records)
    ours = records[PACKAGE]
    assert (ours["texts"], ours["translated"]) == (7, 1)
    assert set(ours["missing"]) == set(GERMAN) - {"Guests."}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "auditor_hospitalty"), f"Did you mean {PACKAGE}"),
        (("check", "--language", "xx"), "There is no language 'xx'"),
        (("update", PACKAGE, "--language", "de-CH"), "regions such as fr-CH share"),
        (("update", PACKAGE, "--language", "en"), "into 'en' by itself"),
        (("update", PACKAGE, "--language", "../de"), "There is no language"),
        (("update", "nothing", "--language", "de"), "There is no package"),
    ],
)
@pytest.mark.usefixtures("site")
def test_what_is_not_there_is_an_error_of_usage(
    arguments: tuple[str, ...], said: str
) -> None:
    ended = cxaudit("translations", *arguments)
    assert ended.exit_code == 2
    assert said in ended.stderr


def test_an_update_writes_the_file_and_says_what_it_added(site: Path) -> None:
    first = cxaudit("translations", "update", PACKAGE, "--language", "de")
    assert first.exit_code == 0, first.output
    assert "7 texts, 7 added, 0 dropped, 7 to be translated" in first.stdout
    path = site / PACKAGE / FILE
    written = path.read_bytes()
    again = cxaudit("translations", "update", PACKAGE, "--language", "de")
    assert "7 texts, 0 added, 0 dropped, 7 to be translated" in again.stdout
    assert path.read_bytes() == written


def test_an_update_refuses_a_file_that_it_would_lose(site: Path) -> None:
    path = translate(site, b"\x00 not a file of translations")
    ended = cxaudit("translations", "update", PACKAGE, "--language", "de")
    assert ended.exit_code == 2
    assert path.read_bytes() == b"\x00 not a file of translations"


def test_an_update_says_why_it_cannot_write(site: Path) -> None:
    (site / PACKAGE / "locale").write_text("a file where the folder should be")
    ended = cxaudit("translations", "update", PACKAGE, "--language", "de")
    assert ended.exit_code == 3
    assert "cannot be made" in ended.stderr


def test_a_run_tells_once_what_stays_in_english(site: Path, profile: Path) -> None:
    translate(site, po({"Guests.": "Gäste."}))
    output = profile.with_name("report.html")
    ended = cxaudit("run", profile, *DAY, "--language", "de", "-o", output)
    assert ended.exit_code == 0, ended.output
    assert ended.stderr.count("stay in English") == 1
    assert f"{PACKAGE} 6" in ended.stderr
    assert "cxaudit translations check" in ended.stderr
    page = output.read_text("utf-8")
    assert "1. März 2026" in page
    assert "1 March 2026" not in page


def test_a_quiet_run_tells_nothing(site: Path, profile: Path) -> None:
    translate(site, po({"Guests.": "Gäste."}))
    output = profile.with_name("report.html")
    ended = cxaudit("run", profile, *DAY, "--language", "de", "-q", "-o", output)
    assert (ended.exit_code, ended.stderr) == (0, "")


def test_a_broken_file_of_a_plugin_is_told_and_stops_no_run(
    site: Path, profile: Path
) -> None:
    path = translate(site, b"\x00")
    output = profile.with_name("report.html")
    ended = cxaudit("run", profile, *DAY, "--language", "de", "-o", output)
    assert ended.exit_code == 0, ended.output
    assert f"Warning: The translations in {path} cannot be used" in ended.stderr


def test_programs_read_english_in_every_language(site: Path, profile: Path) -> None:
    translate(site, po(GERMAN))
    suffixes = (".json", ".sarif", ".junit.xml", ".oscal.json", ".csv")
    written: dict[str, list[bytes]] = {}
    for language in ("en", "de"):
        paths = [profile.with_name(f"result{suffix}") for suffix in suffixes]
        outputs = [word for path in paths for word in ("-o", str(path))]
        ended = cxaudit("run", profile, *DAY, "--language", language, *outputs)
        assert ended.exit_code == 0, ended.output
        written[language] = [path.read_bytes() for path in paths]
    assert written["de"] == written["en"]


def test_the_surroundings_are_not_asked_for_a_language(
    site: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    translate(site, po(GERMAN))
    for name in ("LANG", "LC_ALL", "LANGUAGE"):
        monkeypatch.setenv(name, "de_DE.UTF-8")
    output = profile.with_name("report.html")
    assert cxaudit("run", profile, *DAY, "-o", output).exit_code == 0
    assert "1 March 2026" in output.read_text("utf-8")


@pytest.mark.parametrize(
    ("asked", "said"),
    [((), "1. März 2026"), (("--language", "en"), "1 March 2026")],
)
def test_the_engagement_decides_unless_a_language_is_asked_for(
    site: Path, profile: Path, asked: tuple[str, ...], said: str
) -> None:
    translate(site, po(GERMAN))
    engagement = profile.with_name("engagement.toml")
    engagement.write_text('client = "C"\nfirm = "F"\nlanguage = "de"\n', "utf-8")
    output = profile.with_name("report.html")
    options = ("--engagement", engagement, "-o", output)
    ended = cxaudit("run", profile, *DAY, *options, *asked)
    assert ended.exit_code == 0, ended.output
    assert said in output.read_text("utf-8")


@pytest.mark.usefixtures("site")
def test_an_engagement_in_an_unknown_language_is_told_and_written_in_english(
    profile: Path,
) -> None:
    engagement = profile.with_name("engagement.toml")
    engagement.write_text('client = "C"\nfirm = "F"\nlanguage = "sv"\n', "utf-8")
    output = profile.with_name("report.html")
    ended = cxaudit("run", profile, *DAY, "--engagement", engagement, "-o", output)
    assert ended.exit_code == 0, ended.output
    assert "the report is in English. There is no translation into 'sv'" in (
        ended.stderr
    )
    assert "1 March 2026" in output.read_text("utf-8")


@pytest.mark.parametrize("command", ["run", "compare", "history", "whatif"])
def test_an_unknown_language_is_an_error_that_lists_what_there_is(
    site: Path, profile: Path, command: str
) -> None:
    translate(site, po(GERMAN))
    result = profile.with_name("result.json")
    assert cxaudit("run", profile, *DAY, "-q", "-o", result).exit_code == 0
    inputs = {"run": [profile], "compare": [result, result]}.get(command, [result])
    ended = cxaudit(command, *inputs, "--language", "sv")
    assert ended.exit_code == 2
    assert "Languages are de, en" in ended.stderr


@pytest.mark.parametrize("command", ["compare", "history", "whatif"])
def test_documents_over_time_are_written_in_the_language(
    site: Path, profile: Path, command: str
) -> None:
    translate(site, po(GERMAN))
    result = profile.with_name("result.json")
    assert cxaudit("run", profile, *DAY, "-q", "-o", result).exit_code == 0
    inputs = [result, result] if command == "compare" else [result]
    assert "01.03.2026" in cxaudit(command, *inputs, "--language", "de").stdout
    assert "1 Mar 2026" in cxaudit(command, *inputs).stdout
