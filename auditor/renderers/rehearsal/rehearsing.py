"""Rendering templates of others on reports of all sizes, before a client's report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from auditor.errors import RenderError
from auditor.renderers.confined import OverLimitError, Request, render_confined
from auditor.renderers.html import values_of
from auditor.renderers.rehearsal.markup import slips_of_markup
from auditor.renderers.rehearsal.pages import slips_of_page
from auditor.renderers.rehearsal.samples import rehearsal_reports
from auditor.renderers.rehearsal.slip import Slip
from auditor.renderers.rehearsal.structure import slips_of_structure, slips_of_syntax
from auditor.renderers.report_view import ReportView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.plugin.collection import Plugins
    from auditor.renderers.confined import Limits
    from auditor.renderers.foreign_templates import ForeignTemplates
    from auditor.renderers.view.words import View

__all__ = ["rehearse"]

PLACE: Final = re.compile(
    r"(?P<file>[^\s:]+):(?P<line>\d+): (?P<message>.*)", re.DOTALL
)
"""How a name that is not there is noted."""
FAILED: Final = re.compile(
    r"The template (?P<file>[^\s:]+):(?P<line>\d+) failed: (?P<message>.*)", re.DOTALL
)
"""How the failure of a template is told."""


def rehearse(
    foreign: ForeignTemplates, plugins: Plugins, limits: Limits | None = None
) -> list[Slip]:
    """Return what is wrong with templates, in the order of files and lines.

    They are parsed and scanned. If all can be parsed, they are rendered on a small, a
    large and an empty report: in every view as HTML, and in full as PDF.

    Args:
        foreign: The templates.
        plugins: The installed plugins, whose checks the reports show.
        limits: What rendering one report may take.
    """
    slips: list[Slip] = []
    for name, source in foreign.files:
        slips += slips_of_markup(name, source)
    if broken := [*slips_of_syntax(foreign)]:
        return sorted(dict.fromkeys([*broken, *slips]))
    slips += slips_of_structure(foreign)
    for size, report in rehearsal_reports(plugins).items():
        values = values_of(report, foreign)
        try:
            for slip in _rendered(foreign, size, values, limits):
                slips.append(slip)
        except OverLimitError as error:
            # Any other report would take as long before it ended the same way.
            which = f"The {size} report, after which no other was tried"
            slips.append(Slip("", 0, f"{which}: {error}"))
            break
    return sorted(dict.fromkeys(slips))


def _rendered(
    foreign: ForeignTemplates, size: str, values: View, limits: Limits | None
) -> Iterator[Slip]:
    """Yield what goes wrong when a report is rendered.

    Raises:
        OverLimitError: If it takes more time or memory than it may.
    """
    for view in ReportView:
        request = Request("html", view.page, values, foreign, lenient=True)
        try:
            rendered = render_confined(request, limits)
        except OverLimitError:
            raise
        except RenderError as error:
            yield _failed(foreign, f"The {size} report ({view})", str(error))
            return
        yield from map(_undefined, rendered.undefined)
        yield from slips_of_page(rendered.content.decode())
    request = Request("pdf", ReportView.FULL.page, values, foreign, lenient=True)
    try:
        printed = render_confined(request, limits)
    except OverLimitError:
        raise
    except RenderError as error:
        yield _failed(foreign, f"The {size} report as PDF", str(error))
        return
    for address in printed.refused:
        yield _asked(foreign, address)


def _failed(foreign: ForeignTemplates, which: str, error: str) -> Slip:
    """Return what is to be told of a report that failed, at its place if it has one.

    What fails in a template of theirs is told once, whichever reports it fails.
    """
    found = FAILED.fullmatch(error)
    if found is None or found["file"] not in dict(foreign.files):
        return Slip("", 0, f"{which}: {error}")
    message = f"A report fails here: {found['message']}"
    return Slip(found["file"], int(found["line"]), message)


def _undefined(noted: str) -> Slip:
    """Return what is to be told of a name that is not there."""
    found = PLACE.fullmatch(noted)
    if found is None:
        return Slip("", 0, f"{noted}.")
    message = f"{found['message']}."
    return Slip(found["file"], int(found["line"]), message)


def _asked(foreign: ForeignTemplates, address: str) -> Slip:
    """Return what is to be told of an address that was asked for, where it stands."""
    message = f"It asks for {address!r}, and a report fetches nothing: bring it along."
    for name, source in foreign.files:
        before, found, _ = source.partition(address)
        if found:
            return Slip(name, before.count("\n") + 1, message)
    return Slip("", 0, message)
