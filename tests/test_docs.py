"""The documents that are generated say what the program does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest
from click.testing import CliRunner

from auditor.catalogue import catalogue, explained
from auditor.cli import COMMANDS, main
from auditor.evidence.columns import TABLES
from auditor.evidence.measures.catalogue import DEFINITIONS
from auditor.evidence_gathering.evidence_page import evidence_page
from auditor.plugin import spec
from auditor.plugin.collection import Plugins
from auditor.profile import Profile
from auditor.profile.vocabulary_map import key_paths
from auditor.profile.vocabulary_page import vocabulary_page
from auditor.rubric_file.rubrics_page import rubrics_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditor.checks import Check

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = (*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md")
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s:]*)(?:#([^)\s]+))?\)")
COMMAND_LINE = """\
# The command line

What each command says of itself with `--help`. This page is generated (`make
catalogue`). The guides show commands at work: [for companies](guide-for-companies.md)
and [for consultants](guide-for-consultants.md).
"""
BUILT_IN = tuple(
    plugin for plugin in Plugins.load().installed if plugin.package == "cxaudit"
)


def test_the_catalogue_of_checks_is_current(
    golden: Callable[[Path, bytes], None],
) -> None:
    golden(DOCS / "checks.md", catalogue(Plugins(BUILT_IN).areas).encode())


def test_the_page_of_rubrics_is_current(golden: Callable[[Path, bytes], None]) -> None:
    golden(DOCS / "rubrics.md", rubrics_page(Plugins(BUILT_IN).areas).encode())


def test_the_reference_of_the_profile_is_current(
    golden: Callable[[Path, bytes], None],
) -> None:
    golden(DOCS / "profile-reference.md", vocabulary_page().encode())


def test_the_reference_of_the_profile_has_every_key_in_its_group() -> None:
    groups = re.split("^##+ ", vocabulary_page(), flags=re.MULTILINE)
    by_path = {group.partition("\n")[0]: group for group in groups[1:]}
    for path in key_paths(Profile):
        group = by_path[".".join(path[:-1]) or "A profile"]
        assert f"`{path[-1]}`" in group, path


def test_the_reference_of_the_profile_says_what_every_key_means() -> None:
    rows = re.findall(
        r"^\| (\S*`\w+`\S*) \|.*\| (.*) \|$", vocabulary_page(), re.MULTILINE
    )
    assert len(rows) > len(Profile.model_fields)
    assert [key for key, meaning in rows if not meaning.strip()] == []


def test_the_reference_of_evidence_is_current(
    golden: Callable[[Path, bytes], None],
) -> None:
    golden(DOCS / "measures.md", evidence_page().encode())


def test_the_reference_of_evidence_has_every_column_and_measure() -> None:
    page = evidence_page()
    for kind, columns in TABLES.items():
        part = page.partition(f"## Tables of {kind}\n")[2].partition("\n## ")[0]
        for column in columns:
            assert f"`{column.name}`" in part
        for one in (one for one in DEFINITIONS if one.table == kind):
            assert f"\n### {kind}: {one.name}\n" in part
    assert "$" not in page


def test_the_reference_of_the_command_line_is_current(
    golden: Callable[[Path, bytes], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    golden(DOCS / "command-line.md", "\n".join(_command_line()).encode())


def _command_line() -> Iterator[str]:
    """Yield the help of every command, those of a group after it."""
    yield COMMAND_LINE
    context = click.Context(main)
    for name in ("", *COMMANDS):
        command = main.get_command(context, name)
        inner = command.commands if isinstance(command, click.Group) else {}
        for words in (name, *(f"{name} {word}" for word in inner)):
            call = f"cxaudit {words}".strip()
            helped = CliRunner().invoke(
                main, [*words.split(), "--help"], prog_name="cxaudit"
            )
            yield f"## {call}\n\n```text\n{helped.output.rstrip()}\n```\n"


@pytest.mark.parametrize("check", Plugins(BUILT_IN).checks.values(), ids=lambda c: c.id)
def test_every_check_explains_itself_in_full(check: Check) -> None:
    text = explained(check)
    for heading in ("How it is judged", "How to meet it", "Examples", "Sources"):
        assert f"## {heading}" in text
    assert "{" not in text


def test_every_hook_has_its_section_in_the_guide() -> None:
    guide = (DOCS / "guide-to-hooks.md").read_text("utf-8")
    sections = re.split("^## ", guide, flags=re.MULTILINE)[1:]
    assert [section.partition("\n")[0] for section in sections] == spec.__all__
    for section in sections:
        assert "@hookimpl\ndef " + section.partition("\n")[0] in section
        assert "\n$ cxaudit " in section


def test_every_decision_record_is_listed_in_order() -> None:
    records = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    titles = [path.read_text("utf-8").partition("\n")[0] for path in records]
    index = (DOCS / "decisions" / "README.md").read_text("utf-8")
    listed = [line for line in index.splitlines() if "](" in line]
    assert listed == [
        f"- [{title.removeprefix('# ')}]({path.name})"
        for title, path in zip(titles, records, strict=True)
    ]


def test_the_index_names_every_page() -> None:
    index = (DOCS / "README.md").read_text("utf-8")
    named = {path for path, _ in LINK.findall(index)}
    pages = {path.name for path in DOCS.glob("*.md")} - {"README.md"}
    assert pages | {"decisions/README.md"} <= named


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    for path, anchor in LINK.findall(page.read_text("utf-8")):
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), path
        if anchor:
            assert anchor in _anchors(target), f"{path}#{anchor}"


def _anchors(page: Path) -> set[str]:
    """Return the anchors that code forges give to the headings of a page."""
    headings = re.findall("^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", text).replace(" ", "-").lower() for text in headings}
