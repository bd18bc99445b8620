"""A new package is whole: its wheel installs beside ours, and all it promises holds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.environment import built_wheel, environment, install

ROOT = Path(__file__).parents[1]
NAME = "auditor-hospitality"
PROFILE = """\
organisation: {name: Hotel Mole}
feedback:
  sources: [{id: door, kind: survey, level: interaction, response_rate: 12 %}]
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the package, and an environment with both wheels."""
    folder = tmp_path_factory.mktemp("new")
    environment(folder / "env", built_wheel(ROOT, folder / "ours", "--wheel"))
    options = ["--title", "Hospitality", "--letters", "HO"]
    subprocess.run(
        [str(folder / "env" / "bin" / "cxaudit"), "plugins", "new", NAME, *options],
        cwd=folder,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    install(folder / "env", str(built_wheel(folder / NAME, folder / "theirs")))
    return folder


def ran(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the environment in the package's folder."""
    program, *arguments = command
    return subprocess.run(
        [str(folder / "env" / "bin" / program), *arguments],
        cwd=folder / NAME,
        check=False,
        capture_output=True,
        text=True,
    )


def test_it_shows_up_in_the_list_of_checks(folder: Path) -> None:
    ended = ran(folder, "cxaudit", "checks", "list", "--area", "hospitality")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.splitlines()[1].startswith("HO001 ")


def test_it_passes_its_own_tests(folder: Path) -> None:
    ended = ran(folder, "python", "-m", "pytest", "-q", "-p", "no:cacheprovider")
    assert ended.returncode == 0, ended.stdout
    assert "passed" in ended.stdout


@pytest.mark.parametrize("command", [["format", "--check"], ["check"]])
def test_it_lints(folder: Path, command: list[str]) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "ruff", *command, "--no-cache"],
        cwd=folder / NAME,
        check=False,
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stdout


def test_it_type_checks_strictly_against_our_facade(folder: Path) -> None:
    ended = ran(folder, "python", "-m", "mypy")
    assert ended.returncode == 0, ended.stdout


def test_it_keeps_every_promise(folder: Path) -> None:
    ended = ran(folder, "cxaudit", "plugins", "check", NAME, "--format", "json")
    assert ended.returncode == 0, ended.stdout
    assert json.loads(ended.stdout)["version"] == "0.1.0"


def test_its_finding_stands_in_a_pdf(folder: Path) -> None:
    (folder / NAME / "hotel.yaml").write_text(PROFILE, "utf-8")
    options = ["--as-of", "2026-11-21", "--quiet", "-o", "hotel.pdf"]
    ended = ran(folder, "cxaudit", "run", "hotel.yaml", *options)
    assert ended.returncode == 0, ended.stderr
    pages = PdfReader(folder / NAME / "hotel.pdf").pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert "HO001" in text
    assert "Of the customers who are asked, 12 % answer." in text


def test_its_wheel_has_types_and_a_place_for_translations(folder: Path) -> None:
    (wheel,) = (folder / "theirs").glob("*.whl")
    listing = subprocess.run(
        [sys.executable, "-m", "zipfile", "-l", str(wheel)],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert "auditor_hospitality/py.typed" in listing
    assert "auditor_hospitality/locale/README.md" in listing
    assert "licenses/LICENSE" in listing
    assert "tests/" not in listing


def test_its_files_say_its_name(folder: Path) -> None:
    for path in (folder / NAME).rglob("*"):
        if path.suffix in {".md", ".toml", ".yml", ".py"} and ".mypy_cache" not in str(
            path
        ):
            text = path.read_text("utf-8")
            assert "{{" not in text.replace("${{", "")
    workflow = (folder / NAME / ".github" / "workflows" / "test.yml").read_text("utf-8")
    assert f"cxaudit plugins check {NAME}" in workflow
