"""Whether everything that cxaudit works with is there and works."""

from __future__ import annotations

import platform
import re
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from typing import TYPE_CHECKING, Final

from auditor.errors import DuplicateCheckError, RenderError
from auditor.isolation import ProcessEndedError, guarded_here
from auditor.plugin.collection import Plugins
from auditor.renderers import BuiltIn, built_in
from auditor.renderers.pdf import load_weasyprint
from auditor.report import Isolation
from auditor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.plugin.loading import Plugin

__all__ = ["Examination", "examine"]

SPECIMEN: Final = (
    "<html lang=en><title>Specimen</title><p style=\"font-family: 'Liberation Sans', "
    "Arimo, Helvetica, Arial, 'Noto Sans', 'DejaVu Sans', sans-serif\">Specimen</p>"
)
"""A page set as a report is."""
PROJECT: Final = "cxaudit"
OF_AN_EXTRA: Final = re.compile(
    r"(?P<name>[\w.-]+).*\bextra == ['\"](?P<extra>[\w-]+)['\"]"
)
"""A requirement of an extra, as metadata have it (PEP 508)."""
FONT_NAME: Final = re.compile(rb"/BaseFont /(?:[A-Z]{6}\+)?([\w-]+)")
"""A font in a PDF (ISO 32000-2, 9.6.2.1 and 9.9.2), without its subset tag."""


@dataclass(frozen=True, slots=True)
class Examination:
    """One thing that was examined."""

    subject: str
    """What was examined."""
    works: bool
    detail: str
    """Its version where it works, else why it does not."""
    advice: tuple[str, ...] = ()
    """What to do about it, line by line."""
    absent: bool = False
    """Whether it is an extra that is not installed, which breaks nothing."""


def examine() -> Iterator[Examination]:
    """Yield what was examined, and how each thing is."""
    python = f"{platform.python_version()} on {platform.platform(terse=True)}"
    yield Examination("cxaudit", works=True, detail=__version__)
    yield Examination("Python", works=True, detail=python)
    yield from _printing()
    yield from _formats()
    yield from _extras()
    yield from _plugins()
    yield _isolation()


def _printing() -> Iterator[Examination]:
    """Examine what PDF needs, by printing a page."""
    try:
        weasyprint = load_weasyprint()
    except RenderError as error:
        detail, *advice = str(error).splitlines()
        yield Examination("PDF", works=False, detail=detail, advice=tuple(advice))
        return
    page = weasyprint.HTML(string=SPECIMEN).write_pdf(uncompressed_pdf=True)
    fonts = sorted({name.decode() for name in FONT_NAME.findall(page)})
    yield Examination("PDF", works=True, detail=f"WeasyPrint {weasyprint.__version__}")
    yield Examination("Fonts", works=True, detail=", ".join(fonts))


def _formats() -> Iterator[Examination]:
    """Examine the formats that need a library of their own, by loading it."""
    for renderer in built_in().values():
        if isinstance(renderer, BuiltIn) and renderer.package:
            yield _format(renderer)


def _format(renderer: BuiltIn) -> Examination:
    subject = renderer.format.upper()
    try:
        renderer.load()
    except RenderError as error:
        detail, *advice = str(error).splitlines()
        return Examination(subject, works=False, detail=detail, advice=tuple(advice))
    detail = f"{renderer.package} {version(renderer.package)}"
    return Examination(subject, works=True, detail=detail)


def _extras() -> Iterator[Examination]:
    """Examine which extras are installed, as the metadata of cxaudit names them."""
    packages: dict[str, list[str]] = {}
    for requirement in requires(PROJECT) or ():
        found = OF_AN_EXTRA.match(requirement)
        if found and found["name"] != PROJECT:
            packages.setdefault(found["extra"], []).append(found["name"])
    for extra, names in packages.items():
        yield _extra(extra, names)


def _extra(extra: str, names: list[str]) -> Examination:
    subject = f"Extra {extra}"
    try:
        detail = ", ".join(f"{name} {version(name)}" for name in names)
    except PackageNotFoundError as error:
        return Examination(
            subject,
            works=True,
            detail=f"{error.name} is not installed",
            advice=(f'If you need it: pip install "{PROJECT}[{extra}]"',),
            absent=True,
        )
    return Examination(subject, works=True, detail=detail)


def _plugins() -> Iterator[Examination]:
    try:
        plugins = Plugins.load()
    except DuplicateCheckError as error:
        yield Examination("Plugins", works=False, detail=str(error))
        return
    if not plugins.installed:
        advice = ("Install cxaudit again:", f"{sys.executable} -m pip install cxaudit")
        yield Examination("Plugins", works=False, detail="none found", advice=advice)
    for plugin in plugins.installed:
        yield _plugin(plugin)


def _plugin(plugin: Plugin) -> Examination:
    subject = f"Plugin {plugin.name}"
    origin = f"{plugin.package} {plugin.version}"
    if plugin.failure:
        advice = (f"Update {plugin.package}, ask its author, or uninstall it.",)
        detail = f"{origin}: {plugin.failure}"
        return Examination(subject, works=False, detail=detail, advice=advice)
    return Examination(subject, works=True, detail=origin)


def _isolation() -> Examination:
    """Examine what `--isolate` keeps plugins of others from on this system."""
    try:
        isolation = Isolation(guarded_here())
    except ProcessEndedError as error:
        return Examination("Isolation", works=False, detail=str(error))
    detail = f"guards {', '.join(isolation.guarded)}"
    if isolation.unguarded:
        detail += f"; not {', '.join(isolation.unguarded)}"
    return Examination("Isolation", works=True, detail=detail)
