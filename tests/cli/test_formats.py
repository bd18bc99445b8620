"""Every format from the command line, together, and with a library that is broken."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from auditor.renderers import built_in

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from click.testing import Result

    Process = Callable[..., subprocess.CompletedProcess[str]]

SUFFIXES = [renderer.suffix for renderer in built_in().values()]
README = Path(__file__).parents[2] / "README.md"


def test_one_command_makes_every_format(process: Process, profile: Path) -> None:
    wanted = [profile.with_name(f"report{suffix}") for suffix in SUFFIXES]
    outputs = [part for path in wanted for part in ("-o", path)]
    ended = process("run", profile, "--as-of", "2026-11-21", *outputs)
    assert ended.returncode == 0, ended.stderr
    assert not ended.stdout
    for path in wanted:
        assert path.stat().st_size > 100
        assert f"wrote {path}" in ended.stderr


def test_help_and_the_readme_name_every_ending(cxaudit: Callable[..., Result]) -> None:
    told = " ".join(cxaudit("run", "--help").stdout.split())
    table = README.read_text("utf-8").partition("\n## Formats\n")[2]
    for suffix in SUFFIXES:
        assert re.search(rf"{re.escape(suffix)}\b", told), suffix
        assert f"`{suffix}`" in table, suffix


@pytest.mark.parametrize("name", ["docx", "pptx", "xlsx"])
def test_a_name_without_an_ending_takes_the_format_asked_for(
    name: str, process: Process, profile: Path
) -> None:
    target = profile.with_name("report")
    ended = process("run", profile, "-o", target, "--format", name)
    assert ended.returncode == 0, ended.stderr
    assert target.read_bytes().startswith(b"PK")


def test_with_a_broken_library_the_rest_is_delivered(
    process: Process, profile: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "docx.py").write_text("raise ImportError('lxml is damaged')", "utf-8")
    word, result = profile.with_name("report.docx"), profile.with_name("result.json")
    ended = process("run", profile, "-o", word, "-o", result)
    assert ended.returncode == 3
    assert result.exists()
    assert not word.exists()
    assert "DOCX cannot be written here: lxml is damaged" in ended.stderr
    assert "python -m pip install python-docx" in ended.stderr
    assert "Traceback" not in ended.stderr

    told = process("doctor")
    assert told.returncode == 3
    assert "broken  DOCX: DOCX cannot be written here: lxml is damaged" in told.stdout
    assert "ok      PPTX: python-pptx" in told.stdout
