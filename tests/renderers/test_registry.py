from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from auditor.errors import InputError, RenderError
from auditor.plugin.collection import Plugins
from auditor.plugin.loading import Plugin
from auditor.renderers import BuiltIn, Renderers, built_in
from auditor.report import Renderer

if TYPE_CHECKING:
    from auditor.report import Report

FORMATS = {
    "json": ".json",
    "markdown": ".md",
    "text": ".txt",
    "html": ".html",
    "pdf": ".pdf",
    "docx": ".docx",
    "pptx": ".pptx",
    "xlsx": ".xlsx",
    "csv": ".csv",
    "sarif": ".sarif",
    "junit": ".junit.xml",
    "oscal": ".oscal.json",
}


@dataclass(frozen=True)
class Shouting:
    """A renderer as a plugin may bring it."""

    format: str = "shouting"
    suffix: str = ".loud"

    def render(self, report: Report) -> bytes:
        return report.title.upper().encode()


def with_renderers(**plugins: Shouting) -> Renderers:
    installed = (
        Plugin(name, f"auditor-{name}", "1", renderers=(renderer,))
        for name, renderer in plugins.items()
    )
    return Renderers.of(Plugins(tuple(installed)))


def test_our_formats_and_their_suffixes() -> None:
    assert {r.format: r.suffix for r in built_in().values()} == FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_a_renderer_is_what_the_registry_says_of_it(name: str) -> None:
    entry = built_in()[name]
    loaded = entry.load()  # type: ignore[attr-defined] # only our own can wait
    assert isinstance(loaded, Renderer)
    assert (loaded.format, loaded.suffix) == (entry.format, entry.suffix)


def test_choosing_a_format_imports_none() -> None:
    program = (
        "import sys; from pathlib import Path; from auditor.renderers import *;"
        "Renderers(built_in()).for_file(Path('report.pdf')); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    office = {"docx", "pptx", "xlsxwriter", "lxml"}
    heavy = {"jinja2", "weasyprint", "rich", "pydantic"} | office
    assert heavy & set(done.stdout.split()) == set()


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("report.pdf", "pdf"),
        ("a.b/REPORT.MD", "markdown"),
        ("x.json", "json"),
        ("x.sarif", "sarif"),
        ("x.sarif.json", "sarif"),
        ("x.oscal.json", "oscal"),
        ("reports/oscal.json", "oscal"),
        ("x.junit.xml", "junit"),
        ("JUNIT.xml", "junit"),
    ],
)
def test_a_files_name_says_its_format(name: str, format_: str) -> None:
    assert with_renderers().for_file(Path(name)).format == format_


@pytest.mark.parametrize(
    "name",
    ["report", "report.odt", "report.pdf.bak", "pdf", "report.xml", "my-junit.xml"],
)
def test_another_name_is_refused_with_all_known_endings(name: str) -> None:
    with pytest.raises(InputError) as caught:
        with_renderers().for_file(Path(name))
    assert repr(name) in str(caught.value)
    assert ", ".join(sorted(FORMATS.values())) in str(caught.value)


def test_another_format_is_refused_with_all_known_formats() -> None:
    with pytest.raises(InputError, match=", ".join(sorted(FORMATS))):
        with_renderers().named("odt")


def test_a_plugin_adds_a_format() -> None:
    renderers = with_renderers(loud=Shouting())
    assert renderers.named("shouting") == Shouting()
    assert renderers.for_file(Path("report.loud")) == Shouting()
    assert renderers.clashes == ()


def test_the_longest_fitting_suffix_counts() -> None:
    renderers = with_renderers(loud=Shouting(suffix=".loud.json"))
    assert renderers.for_file(Path("report.loud.json")).format == "shouting"
    assert renderers.for_file(Path("report.json")).format == "json"


def test_a_plugin_cannot_take_a_suffix_of_ours() -> None:
    renderers = with_renderers(loud=Shouting(suffix=".pdf"))
    assert renderers.for_file(Path("report.pdf")).format == "pdf"


def test_a_format_that_is_taken_is_left_out_and_named() -> None:
    renderers = with_renderers(
        first=Shouting(), second=Shouting(), third=Shouting(format="pdf")
    )
    assert [clash.plugin for clash in renderers.clashes] == ["second", "third"]
    assert "plugin 'first' has it" in str(renderers.clashes[0])
    assert "cxaudit itself has it" in str(renderers.clashes[1])
    assert renderers.named("pdf").suffix == ".pdf"


def test_a_format_whose_library_is_missing_says_what_to_install() -> None:
    entry = BuiltIn("odd", ".odd", "no_such_module:Renderer", package="odd-writer")
    with pytest.raises(RenderError, match="ODD cannot be written here") as caught:
        entry.load()
    assert "python -m pip install odd-writer" in str(caught.value)


def test_a_fault_of_our_own_keeps_its_traceback() -> None:
    with pytest.raises(ModuleNotFoundError):
        BuiltIn("odd", ".odd", "no_such_module:Renderer").load()
