from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {
    "babel",
    "pydantic",
    "jinja2",
    "weasyprint",
    "rich",
    "yaml",
    "pluggy",
    "importlib.metadata",
    "auditor.evidence",
    "auditor.plugin",
    "auditor.profile",
    "duckdb",
    "pypdf",
    "pyhanko",
    "auditor_design_principles",
}

PROGRAM = """
import sys
from auditor.cli import main
try:
    main(sys.argv[1:], prog_name="cxaudit")
except SystemExit as ended:
    assert not ended.code, ended.code
print("\\n".join(sys.modules), file=sys.stderr)
"""


def modules_after(*args: str, **environment: str) -> tuple[str, set[str]]:
    """Run a command, and return what it printed and what it imported."""
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM, *args],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return ended.stdout, set(ended.stderr.splitlines())


@pytest.mark.parametrize(
    "args",
    [
        ["--help"],
        ["--version"],
        ["run", "--help"],
        ["compare", "--help"],
        ["history", "--help"],
        ["whatif", "--help"],
        ["init", "--help"],
        ["verify", "--help"],
        ["checks", "--help"],
        ["packs", "--help"],
        ["checks", "explain", "--help"],
        ["evidence", "measure", "--help"],
        ["plugins", "list", "--help"],
        ["plugins", "check", "--help"],
        ["plugins", "new", "--help"],
        ["translations", "check", "--help"],
        ["doctor", "--help"],
    ],
)
def test_help_and_version_import_nothing_heavy(args: list[str]) -> None:
    printed, imported = modules_after(*args)
    assert printed
    assert not imported & HEAVY


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("cxaudit ", "validate"),
        ("cxaudit run --fail-o", "--fail-on"),
        ("cxaudit run --fail-on cri", "critical"),
        ("cxaudit checks ", "explain"),
        ("cxaudit evidence ", "measure"),
        ("cxaudit schema ", "rubric"),
        ("cxaudit run ", "file"),
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_the_word_and_imports_nothing_heavy(
    shell: str, words: str, expected: str
) -> None:
    *before, word = words.split(" ")
    last = word if shell == "fish" else str(len(before))
    printed, imported = modules_after(
        _CXAUDIT_COMPLETE=f"{shell}_complete", COMP_WORDS=words, COMP_CWORD=last
    )
    assert expected in printed
    assert not imported & HEAVY


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_help_says_how_completion_is_switched_on(shell: str) -> None:
    instruction = f"_CXAUDIT_COMPLETE={shell}_source cxaudit"
    assert instruction in modules_after("--help")[0]
    variable, _, _ = instruction.partition(" ")
    name, _, value = variable.partition("=")
    assert "cxaudit" in modules_after(**{name: value})[0]


def test_commands_are_listed_without_importing_any() -> None:
    _, imported = modules_after("--help")
    assert "auditor.cli.run" not in imported
    assert "auditor.cli.command" not in imported


UNASKED = {
    "babel",
    "jinja2",
    "weasyprint",
    "rich",
    "duckdb",
    "scipy",
    "pypdf",
    "auditor.rubric_file",
    "auditor.evidence_gathering",
    "auditor.packs",
}
"""What an audit to JSON has no use for, without tables, rubric files and packs."""


def test_an_audit_imports_nothing_that_it_was_not_asked_for(
    profile: Path, tmp_path: Path
) -> None:
    result = tmp_path / "result.json"
    _, imported = modules_after("run", str(profile), "-q", "-o", str(result))
    assert result.exists()
    assert not imported & UNASKED
