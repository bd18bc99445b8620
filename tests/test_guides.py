"""The guides tell the truth: their files are read and their commands are run."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from auditor.cli import main
from auditor.rubric import SEVERITY_WEIGHTS
from auditor.scoring import BOUNDS
from tests.environment import built_wheel, environment
from tests.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
GUIDES = (
    "guide-for-companies.md",
    "guide-for-consultants.md",
    "guide-to-automation.md",
    "guide-to-evidence.md",
    "guide-to-hooks.md",
    "guide-to-re-audits.md",
    "guide-to-trust.md",
    "how-the-score-works.md",
    "writing-a-pack.md",
    "writing-a-plugin.md",
)
INSTALLING = {"guide-to-hooks.md", "writing-a-plugin.md"}
"""Guides whose reader installs packages, so in an environment of their own."""
LEFT = {
    "guide-to-hooks.md": ("inn.html", "Under the sign of the otter"),
    "writing-a-plugin.md": (
        "report.pdf",
        "Of the guests who are asked, 12 % answer.",
    ),
}
"""Words in what a guide has its reader write last."""
SUM = re.compile(r"^([0-9 .×+()/-]+) = ([0-9.]+)$", re.MULTILINE)
"""A sum on a line of its own, with its result."""


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_shows_what_really_happens(
    name: str,
    golden: Callable[[Path, bytes], None],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    shutil.copytree(ROOT / "sample_audits", tmp_path / "sample_audits")
    page = (DOCS / name).read_text("utf-8")
    home = tmp_path / "environment" if name in INSTALLING else None
    if home:
        environment(home, built_wheel(ROOT, tmp_path / "wheel", "--wheel"))
    reader = Reader(tmp_path, home)
    golden(DOCS / name, reader.followed(page).encode())
    if name in LEFT:
        file, words = LEFT[name]
        assert words in read(reader.folder / file)


def test_the_translations_in_the_guide_are_those_of_its_pack(tmp_path: Path) -> None:
    page = (DOCS / "writing-a-pack.md").read_text("utf-8")
    pack, *_, translations = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "hotels.yaml").write_text(pack + translations, "utf-8")
    found = CliRunner().invoke(main, ["packs", "check", str(tmp_path / "hotels.yaml")])
    assert found.exit_code == 0, found.output


def read(path: Path) -> str:
    """Return the words of a PDF or a page, one space between two."""
    if path.suffix == ".pdf":
        pages = (page.extract_text() for page in PdfReader(path).pages)
        return " ".join(" ".join(pages).split())
    return " ".join(path.read_text("utf-8").split())


def test_the_score_is_explained_with_the_weights_and_bounds_of_the_code() -> None:
    page = (DOCS / "how-the-score-works.md").read_text("utf-8")
    for severity, weight in SEVERITY_WEIGHTS.items():
        assert f"| {severity} | {weight:g} |" in page
    for level, bound in enumerate(BOUNDS, 2):
        assert f"| {level} | {bound:g} |" in page


def test_the_sums_in_the_explanation_of_the_score_are_right() -> None:
    sums = SUM.findall((DOCS / "how-the-score-works.md").read_text("utf-8"))
    assert sums
    for term, result in sums:
        decimals = len(result.partition(".")[2])
        value = eval(term.replace("×", "*"))  # noqa: S307 - digits and signs
        assert f"{value:.{decimals}f}" == result, term


def test_the_sums_end_where_the_audit_does() -> None:
    page = (DOCS / "how-the-score-works.md").read_text("utf-8")
    (printed,) = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    for _, result in SUM.findall(page):
        share = float(result) < 1
        assert (
            f"{float(result):.0%}".replace("%", " %") if share else result
        ) in printed
