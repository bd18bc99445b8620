"""What decides how a report looks is not attached: whoever has it prints it again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

SAMPLES = Path(__file__).parents[2] / "sample_audits"
MUSEUM = SAMPLES / "first_draft_museum" / "profile.yaml"
ENGAGEMENT = """
client = "The trustees"
firm = "Harbour Audit"
"""
RUBRIC = """
name: Strict
version: "1"
limits: {contact_hours: 24}
first_response: {phone: 1 minute}
"""


@pytest.fixture
def report(tmp_path: Path, cxaudit: Callable[..., Result]) -> Path:
    """Return a board's view by an engagement, held against a rubric of its own."""
    (tmp_path / "engagement.toml").write_text(ENGAGEMENT)
    (tmp_path / "rubric.yaml").write_text(RUBRIC)
    path = tmp_path / "report.pdf"
    made = cxaudit(
        *("run", MUSEUM, "--as-of", "2026-11-21", "-o", path, "--view", "board"),
        *("--engagement", tmp_path / "engagement.toml"),
        *("--rubric", tmp_path / "rubric.yaml"),
    )
    assert made.exit_code == 0, made.stderr
    return path


def test_pages_are_printed_again_with_the_engagement(
    report: Path, cxaudit: Callable[..., Result]
) -> None:
    found = cxaudit(
        "verify", report, "--engagement", report.with_name("engagement.toml")
    )
    assert found.exit_code == 0
    assert "2 pages are those that the profile gives" in found.stdout
    assert "Strict 1, is the one that applied" in found.stdout


def test_without_it_pages_are_not_checked_and_it_says_what_is_missing(
    report: Path, cxaudit: Callable[..., Result]
) -> None:
    found = cxaudit("verify", report)
    assert found.exit_code == 3
    assert "not at hand (--engagement)" in " ".join(found.stdout.split())
    assert "Nothing that was checked disagrees, but 1 of" in found.stdout
    assert "100 findings as auditing again gives them" in found.stdout


def test_another_engagement_is_found(
    report: Path, cxaudit: Callable[..., Result]
) -> None:
    other = report.with_name("other.toml")
    other.write_text(ENGAGEMENT.replace("Harbour", "Lighthouse"))
    found = cxaudit("verify", report, "--engagement", other)
    assert found.exit_code == 1
    assert "is not the one that was used" in found.stdout


@pytest.mark.parametrize("option", ["--engagement", "--templates"])
def test_a_result_has_no_pages_to_print(
    cxaudit: Callable[..., Result], option: str, tmp_path: Path
) -> None:
    found = cxaudit("verify", MUSEUM.with_name("result.json"), option, tmp_path)
    assert found.exit_code == 2
    assert "a result has no pages" in found.stderr
