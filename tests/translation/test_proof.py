"""A report in another language is verified in it, word by word."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from click.testing import CliRunner

from auditor.cli import main
from auditor.renderers.proof.attached import PROOF
from tests.translation.packages import GERMAN, PACKAGE, po, translate
from tests.verification.planting import attached, forged, reverse

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

MONTH = re.compile(r".*März.*")


def cxaudit(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


@pytest.fixture
def report(site: Path, tmp_path: Path) -> Path:
    """Return a board's view in German."""
    return printed(site, tmp_path, "de")


def printed(site: Path, folder: Path, language: str) -> Path:
    """Return a board's view in a language that the plugin is translated into."""
    translate(site, po(GERMAN), language)
    profile, path = folder / "profile.yaml", folder / "report.pdf"
    profile.write_text("organisation: {name: Harbour Bank}\n", "utf-8")
    options = ("--as-of", "2026-03-01", "--view", "board", "-o", path)
    ended = cxaudit("run", profile, "-q", "--language", language, *options)
    assert ended.exit_code == 0, ended.output
    return path


def test_it_says_in_which_language_it_is_and_is_printed_again_in_it(
    report: Path,
) -> None:
    with pikepdf.open(report) as pdf:
        said = json.loads(attached(pdf, PROOF))["presentation"]["language"]
    assert said == "de"
    found = cxaudit("verify", report)
    assert found.exit_code == 0, found.output
    assert "pages are those that the profile gives" in found.stdout


def test_a_changed_word_is_found(report: Path) -> None:
    written = BytesIO()
    with pikepdf.open(report) as pdf:
        reverse(pdf.pages[0], MONTH)
        pdf.save(written, fix_metadata_version=False)
    report.write_bytes(forged(written.getvalue()))
    found = cxaudit("verify", report)
    assert found.exit_code == 1
    assert "März" in " ".join(found.stdout.split())
    assert "Page 1" in found.stdout


def test_without_the_translation_pages_are_not_checked_and_it_says_why(
    site: Path, tmp_path: Path
) -> None:
    report = printed(site, tmp_path, "nl")  # which nothing of ours is translated into
    (site / PACKAGE / "locale").rename(site / PACKAGE / "elsewhere")
    found = cxaudit("verify", report)
    assert found.exit_code == 3, found.output
    told = " ".join(found.stdout.split())
    assert "not printed again, as nothing here is translated into 'nl'" in told
