"""Renderers: a report in every format that we know, and what plugins add.

The renderer's own module, and with it Jinja2, WeasyPrint, Rich or a library of office
documents, is imported when the first report is rendered with it: choosing a format
costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from auditor.errors import InputError, PluginError, Problem, RenderError
from auditor.renderers.foreign_templates import NO_TEMPLATES, ForeignTemplates
from auditor.renderers.report_view import ReportView

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from auditor.plugin.collection import Plugins
    from auditor.report import Renderer, Report

__all__ = ["TEMPLATED", "BuiltIn", "Renderers", "built_in"]


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """One of our own renderers, not yet imported."""

    format: str
    suffix: str
    home: str
    """Where its class is, as `module:class`."""
    arguments: tuple[Any, ...] = ()
    """What the class is called with."""
    package: str = ""
    """The distribution that its module imports and no other part of us needs."""
    also: tuple[str, ...] = ()
    """Other suffixes by which a file's name asks for it."""

    def load(self) -> Renderer:
        """Import the renderer.

        Raises:
            RenderError: If its library is missing or broken; says what to install.
        """
        module, _, name = self.home.partition(":")
        try:
            renderer: Renderer = getattr(import_module(module), name)(*self.arguments)
        except ImportError as error:
            if not self.package:
                raise
            raise RenderError(
                f"{self.format.upper()} cannot be written here: {error}\n"
                f"Install what it needs: python -m pip install {self.package}"
            ) from error
        return renderer

    def render(self, report: Report) -> bytes:
        """Return the report in this format; see `Renderer`."""
        return self.load().render(report)


_PLAIN: Final = (
    BuiltIn("json", ".json", "auditor.renderers.json:JsonRenderer"),
    BuiltIn("markdown", ".md", "auditor.renderers.markdown:MarkdownRenderer"),
    BuiltIn("text", ".txt", "auditor.renderers.terminal:TextRenderer"),
)
_OFFICE: Final = (
    BuiltIn(
        "docx", ".docx", "auditor.renderers.docx:DocxRenderer", package="python-docx"
    ),
    BuiltIn(
        "pptx", ".pptx", "auditor.renderers.pptx:PptxRenderer", package="python-pptx"
    ),
    BuiltIn(
        "xlsx", ".xlsx", "auditor.renderers.xlsx:XlsxRenderer", package="XlsxWriter"
    ),
)
_EXCHANGE: Final = (
    BuiltIn("csv", ".csv", "auditor.renderers.csv:CsvRenderer"),
    BuiltIn(
        "sarif",
        ".sarif",
        "auditor.renderers.sarif:SarifRenderer",
        also=(".sarif.json",),
    ),
    BuiltIn("junit", ".junit.xml", "auditor.renderers.junit:JUnitRenderer"),
    BuiltIn("oscal", ".oscal.json", "auditor.renderers.oscal:OscalRenderer"),
)
_TEMPLATED: Final = (
    BuiltIn("html", ".html", "auditor.renderers.html:HtmlRenderer"),
    BuiltIn("pdf", ".pdf", "auditor.renderers.pdf:PdfRenderer"),
)


def built_in(
    foreign: ForeignTemplates | None = None, view: ReportView | None = None
) -> dict[str, Renderer]:
    """Return our own renderers by format, none of them imported yet.

    Args:
        foreign: Templates of others that take the place of ours.
        view: What of a result a report for people shows; everything if absent.
    """
    arguments = (foreign or NO_TEMPLATES, view or ReportView.FULL)
    templated = (
        BuiltIn(entry.format, entry.suffix, entry.home, arguments)
        for entry in _TEMPLATED
    )
    every = (*_PLAIN, *templated, *_OFFICE, *_EXCHANGE)
    return {entry.format: entry for entry in every}


TEMPLATED: Final = frozenset(entry.format for entry in _TEMPLATED)
"""The formats that have views, and that templates of others can change."""


@dataclass(frozen=True, slots=True)
class Renderers:
    """Every format in which a report can be written here."""

    by_format: Mapping[str, Renderer]
    """The renderers by format, ours first."""
    clashes: tuple[PluginError, ...] = ()
    """Renderers of plugins that were left out, because their format was taken."""

    @classmethod
    def of(
        cls,
        plugins: Plugins,
        foreign: ForeignTemplates | None = None,
        view: ReportView | None = None,
    ) -> Renderers:
        """Return our own renderers and those of the plugins.

        Args:
            plugins: The installed plugins.
            foreign: Templates that come before ours; those of the plugins if absent.
            view: What of a result a report for people shows; everything if absent.
        """
        known = built_in(foreign or ForeignTemplates(plugins.templates), view)
        holders = dict.fromkeys(known, "cxaudit itself")
        clashes = []
        for plugin in plugins.installed:
            for renderer in plugin.renderers:
                name = renderer.format
                if name in known:
                    cause = f"its format {name!r} is left out: {holders[name]} has it"
                    clashes.append(PluginError(plugin.name, cause))
                else:
                    known[name] = renderer
                    holders[name] = f"plugin {plugin.name!r}"
        return cls(known, tuple(clashes))

    def named(self, name: str) -> Renderer:
        """Return the renderer of a format.

        Raises:
            InputError: If there is no such format; lists those that there are.
        """
        if name in self.by_format:
            return self.by_format[name]
        known = ", ".join(sorted(self.by_format))
        message = f"There is no format {name[:60]!r}."
        raise InputError([Problem(message, hint=f"Known formats are {known}.")])

    def for_file(self, path: Path) -> Renderer:
        """Return the renderer that a file's name asks for by its suffix.

        The longest suffix that fits counts; among equals the first, so that a plugin
        cannot take `.html` from ours. A suffix of two parts may also be the whole name:
        `junit.xml`.

        Raises:
            InputError: If no format has such a suffix; lists those that there are.
        """
        every = [(s, r) for r in self.by_format.values() for s in _suffixes(r)]
        fitting = [(s, r) for s, r in every if _fits(path.name.lower(), s)]
        if fitting:
            return max(fitting, key=lambda pair: len(pair[0]))[1]
        known = ", ".join(sorted({r.suffix for r in self.by_format.values()}))
        message = f"The name {str(path)!r} does not say in which format to write."
        raise InputError([Problem(message, hint=f"Known endings are {known}.")])


def _suffixes(renderer: Renderer) -> tuple[str, ...]:
    """Return every suffix by which a name asks for a renderer."""
    also = renderer.also if isinstance(renderer, BuiltIn) else ()
    return renderer.suffix, *also


def _fits(name: str, suffix: str) -> bool:
    """Whether a name ends so, or is a suffix of two parts without its first dot."""
    of_two = suffix.count(".") > 1
    return name.endswith(suffix) or (of_two and name == suffix.removeprefix("."))
