"""The documentation as a site: whole, strict, and sufficient to itself."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

import pytest
from lxml import html
from markdown_it import MarkdownIt

import auditor
from auditor import testing
from auditor.plugin import spec
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
NOWHERE = "http://127.0.0.1:9"
"""A proxy that is not there: whoever fetches fails."""
REFERENCE = re.compile(r"^::: (\S+)$", re.MULTILINE)
REFERENCES = {
    page: names
    for page in PAGES
    if (names := REFERENCE.findall(page.read_text("utf-8")))
}
"""The pages that are made from docstrings, and the names on them."""
DESCRIPTION = "/div[contains(@class, 'doc-contents')]/p[not(@class)]"
"""What the docstring says; what a class is derived from has a class of its own."""
FETCHED = "//*/@src | //*/@srcset | //link/@href | //object/@data"
COMPARED: Final = (
    *("h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "table", "tr", "th", "td"),
    *("pre", "code", "strong", "em", "img", "blockquote"),
)
"""Elements that make up a page; links are followed by a test of their own."""
GENERATED = "//*[contains(@class, 'headerlink') or contains(@class, 'md-path')]"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, built without a network."""
    folder = tmp_path_factory.mktemp("site")
    shutil.copytree(DOCS, folder / "docs")
    shutil.copy(ROOT / "zensical.toml", folder)
    (folder / "auditor").symlink_to(ROOT / "auditor")
    ended = made(folder)
    assert ended.returncode == 0, ended.stdout
    assert "No issues found" in ended.stdout
    return folder / str(configuration()["site_dir"])


def made(folder: Path) -> subprocess.CompletedProcess[str]:
    """Build the site of a folder as `make docs` does."""
    return subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=folder,
        env=os.environ | {"HTTP_PROXY": NOWHERE, "HTTPS_PROXY": NOWHERE},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def configuration() -> dict[str, Any]:
    found = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))
    project: dict[str, Any] = found["project"]
    return project


def named(nav: list[Any]) -> Iterator[str]:
    """Yield the pages that a navigation names."""
    for entry in nav:
        for inner in entry.values() if isinstance(entry, dict) else (entry,):
            if isinstance(inner, list):
                yield from named(inner)
            else:
                yield inner


def built(site: Path, page: Path) -> html.HtmlElement:
    """Return what became of a page."""
    path = site / page.relative_to(DOCS).with_suffix(".html")
    if page.name == "README.md":
        path = path.with_name("index.html")
    return html.fromstring(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "slip",
    ["[gone](gone.md)", "[gone](README.md#gone)", "::: auditor.gone"],
    ids=["page", "anchor", "name"],
)
def test_a_slip_stops_the_build(slip: str, tmp_path: Path) -> None:
    whole = (ROOT / "zensical.toml").read_text("utf-8")
    small = re.sub(r"(?ms)^nav = \[.*?^\]$", 'nav = ["README.md"]', whole)
    (tmp_path / "zensical.toml").write_text(small, "utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "auditor").symlink_to(ROOT / "auditor")
    page = tmp_path / "docs" / "README.md"
    for text, code in (("[here](README.md#a-page)\n\n::: auditor.audit", 0), (slip, 1)):
        page.write_text(f"# A page\n\n{text}\n", "utf-8")
        assert made(tmp_path).returncode == code, text


def test_every_page_is_in_the_navigation_once() -> None:
    pages = Counter(named(configuration()["nav"]))
    assert pages == Counter(page.relative_to(DOCS).as_posix() for page in PAGES)


def test_a_decision_is_called_there_what_it_calls_itself() -> None:
    *_, decisions = configuration()["nav"]
    for entry in decisions["Decisions"][1:]:
        ((title, page),) = entry.items()
        assert (DOCS / page).read_text("utf-8").startswith(f"# {title}\n"), page


def test_nothing_is_fetched_from_outside(site: Path) -> None:
    assert [*site.rglob("*.html")]
    for path in site.rglob("*.html"):
        for link in html.fromstring(path.read_text("utf-8")).xpath(FETCHED):
            assert ":" not in link.partition("/")[0], f"{path.name}: {link}"
            assert not link.startswith("//"), f"{path.name}: {link}"
    for path in site.rglob("*.css"):
        style = path.read_text("utf-8")
        assert not re.search(r"(url\(|@import)\s*[\"']?(https?:)?//", style), path.name


def test_every_link_leads_somewhere(site: Path) -> None:
    said = {path: html.parse(path) for path in site.rglob("*.html")}
    anchors = {path: {*page.xpath("//@id")} for path, page in said.items()}
    for at, page in said.items():
        for link in page.xpath("//a/@href"):
            path, _, anchor = link.partition("#")
            if ":" in path or at.name == "404.html":  # its links begin at the root
                continue
            target = (at.parent / path).resolve() if path else at
            assert target.exists(), f"{at.name}: {link}"
            assert not anchor or anchor in anchors[target], f"{at.name}: {link}"


def test_a_page_says_on_the_site_what_it_says_on_a_code_host(site: Path) -> None:
    """Both read Markdown by rules of their own, which differ over lists and tables."""
    reader = MarkdownIt("commonmark").enable("table")
    for page in PAGES:
        if page in REFERENCES:
            continue
        (article,) = built(site, page).xpath("//article")
        for element in article.xpath(GENERATED):
            element.drop_tree()
        plain = html.fromstring(f"<div>{reader.render(page.read_text('utf-8'))}</div>")
        assert _said(article) == _said(plain), page.name


def _said(element: html.HtmlElement) -> tuple[dict[str, int], str]:
    """Return how many elements there are of each kind, and the letters in them.

    An address in brackets is shown as it is by one and decoded by the other.
    """
    counted = {tag: len(element.findall(f".//{tag}")) for tag in COMPARED}
    return counted, "".join(unquote(element.text_content()).split())


def test_the_reference_has_every_name_of_the_facade_once() -> None:
    assert sorted(name for names in REFERENCES.values() for name in names) == sorted(
        f"{module.__name__}.{name}"
        for module in (auditor, testing, spec)
        for name in module.__all__
    )


def test_the_reference_says_something_of_every_name(site: Path) -> None:
    silent = [
        name
        for page, names in REFERENCES.items()
        for name in names
        if not built(site, page).xpath(f"//h3[@id='{name}']/..{DESCRIPTION}")
    ]
    assert silent == []


def test_a_search_finds_a_check_without_a_server(site: Path) -> None:
    index = (site / "search.js").read_text("utf-8")
    assert re.search('"title": ?"DP001"', index)
    scripts = built(site, DOCS / "README.md").xpath("//script/@src")
    assert any("iframe-worker" in script for script in scripts)


def test_a_screen_reader_finds_its_way(site: Path) -> None:
    for page in PAGES:
        said = built(site, page)
        assert said.get("lang") == "en"
        assert said.xpath("//title/text()"), page.name
        assert len(said.xpath("//h1")) == 1, page.name
        assert said.xpath("//a[contains(@class, 'md-skip')]"), page.name
        assert not said.xpath("//img[not(@alt) or @alt='']"), page.name
