"""The findings as CSV, one row each, for whatever reads tables.

RFC 4180, in UTF-8 with a byte-order mark: without one, Excel takes it for the encoding
of the system. No cell can become a formula, neither where a spreadsheet parts cells at
commas nor where it parts them at semicolons.

Imports are absolute, so this module takes the standard library's `csv` and not itself.
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING, Final

from auditor.renderers.order import accepted
from auditor.renderers.view.places import place
from auditor.renderers.xml_text import xml_text

if TYPE_CHECKING:
    from auditor.finding import Finding
    from auditor.report import Report

__all__ = ["HEAD", "LONGEST_CELL", "CsvRenderer"]

HEAD: Final = (
    "check",
    "area",
    "title",
    "outcome",
    "severity",
    "contradicted",
    "share",
    "points_lost",
    "effort",
    "reason",
    "advice",
    "verified_by",
    "where",
    "answered_by",
    "measures",
    "sources",
    "accepted",
)
"""Names as the JSON result has them; none is renamed within its version."""
LONGEST_CELL: Final = 32_000
"""Ours: a little less than a spreadsheet's cell can hold."""
FORMULA: Final = re.compile(
    r"(?:^|(?<=[;|]))(?=[\"'\s]*[=+\-@\uff1d\uff0b\uff0d\uff20])"
)
"""Where a cell begins, or may begin elsewhere, with what begins a formula.

Spreadsheets take the full-width forms for the same (OWASP, CSV injection).
"""


class CsvRenderer:
    """Renders the findings of a report as CSV."""

    format: str = "csv"
    suffix: str = ".csv"

    def render(self, report: Report) -> bytes:
        """Return one row for each finding, below a row of heads."""
        page = StringIO()
        # All quoted: a semicolon or a tab in a text ends no cell then.
        writer = csv.writer(page, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerow(HEAD)
        writer.writerows(_row(report, finding) for finding in report.findings)
        return page.getvalue().encode("utf-8-sig")


def _row(report: Report, finding: Finding) -> list[str]:
    """Return the cells of a finding; only figures of ours are not looked through."""
    places = dict.fromkeys(place(report, each) for each in finding.where)
    texts = {
        "check": finding.check,
        "area": finding.area,
        "title": finding.title,
        "outcome": finding.outcome,
        "severity": finding.severity,
        "contradicted": _answer(yes=finding.contradicted),
        "share": "" if finding.share is None else f"{finding.share:.6g}",
        "points_lost": f"{round(finding.points_lost, 6) + 0.0:.6f}",
        "effort": finding.effort,
        "reason": finding.reason,
        "advice": finding.advice,
        "verified_by": finding.verified_by,
        "where": ", ".join(places),
        "answered_by": ", ".join(finding.answered_by),
        "measures": ", ".join(finding.measures),
        "sources": ", ".join(work.key for work in finding.sources),
        "accepted": _answer(yes=accepted(finding)),
    }
    return [_inert(texts[name]) for name in HEAD]


def _answer(*, yes: bool) -> str:
    return "true" if yes else "false"


def _inert(text: str) -> str:
    """Return a text that is no formula in any spreadsheet, and fits into a cell."""
    return FORMULA.sub("'", xml_text(text, LONGEST_CELL))
