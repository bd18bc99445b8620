"""The workbook: one sheet for each thing that a reader counts or sorts."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

import xlsxwriter

from auditor.renderers.office.archive import packed_again
from auditor.renderers.office.colours import Colours
from auditor.renderers.office.palette import FONT
from auditor.renderers.office.properties import day_of, subject_of, title_of
from auditor.renderers.xlsx.changes import causes, changes
from auditor.renderers.xlsx.evidence import measures, said_and_shown, tables
from auditor.renderers.xlsx.findings import findings, roadmap, sources
from auditor.renderers.xlsx.journeys import journeys
from auditor.renderers.xlsx.sheet import FORMATS, LEFT, write_sheet
from auditor.renderers.xlsx.summary import areas, summary
from auditor.translation import speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor.renderers.xlsx.sheet import Sheet
    from auditor.report import Report

__all__ = ["XlsxRenderer"]

OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}
"""A text is a text, whatever it looks like."""
HEAD: Final[dict[str, object]] = {
    "bold": True,
    "text_wrap": True,
    "bottom": 1,
    "valign": "bottom",
    **LEFT,
}
SHEETS: Final[tuple[Callable[[Report], Sheet | None], ...]] = (
    summary,
    areas,
    changes,
    causes,
    findings,
    roadmap,
    said_and_shown,
    journeys,
    measures,
    tables,
    sources,
)


class XlsxRenderer:
    """Renders a report as a workbook without a formula."""

    format: str = "xlsx"
    suffix: str = ".xlsx"

    def render(self, report: Report) -> bytes:
        """Return the workbook as Office Open XML."""
        with speaking(report.language):
            return _workbook(report)


def _workbook(report: Report) -> bytes:
    saved = BytesIO()
    workbook = xlsxwriter.Workbook(saved, OPTIONS)
    workbook.set_properties(
        {
            "title": title_of(report),
            "subject": subject_of(report),
            "author": f"cxaudit {report.version}",
            "created": day_of(report).replace(tzinfo=None),
        }
    )
    looks = _looks(Colours.of(report.engagement))
    formats = {kind: workbook.add_format(look) for kind, look in looks.items()}
    for sheet in filter(None, (make(report) for make in SHEETS)):
        write_sheet(workbook, sheet, formats)
    workbook.close()
    return packed_again(saved.getvalue())


def _looks(colours: Colours) -> dict[str, dict[str, object]]:
    """Return how the cells of each kind look, and the heads above them."""
    cell = {"font_name": FONT, "font_size": 10, "font_color": f"#{colours.ink}"}
    head = cell | HEAD | {"bg_color": f"#{colours.pale}"}
    if colours.accent:
        head |= {"bottom": 2, "bottom_color": f"#{colours.accent}"}
    cells = {kind: cell | {"valign": "top"} | look for kind, look in FORMATS.items()}
    return {**cells, "head": head}
