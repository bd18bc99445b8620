"""The workbook: figures as figures, texts as texts, and never a formula."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from auditor.renderers import built_in
from auditor.renderers.xlsx import sheet as sheets
from tests.renderers.compared import compared_report
from tests.renderers.engagements import engaged
from tests.renderers.office import converted, parts_of
from tests.renderers.reports import (
    HOSTILE,
    empty_report,
    evidenced_report,
    full_report,
    saying,
)
from tests.renderers.samples import audited

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook import Workbook

    from auditor.report import Report

NAMES = [
    *("Summary", "Areas", "Findings", "Roadmap", "Said and shown"),
    *("Journeys", "Measures", "Evidence", "Sources"),
]
FORMULAS = ("=1+1", "+1+1", "-1", "@SUM(1)", "=cmd|' /C calc'!A0", "{=1}", "\t=1")


def written(report: Report) -> bytes:
    return built_in()["xlsx"].render(report)


def opened(report: Report) -> Workbook:
    return openpyxl.load_workbook(BytesIO(written(report)))


@pytest.mark.parametrize("report", [evidenced_report(), empty_report()])
def test_every_sheet_has_frozen_heads_a_filter_and_widths(report: Report) -> None:
    book = opened(report)
    assert book.sheetnames == NAMES
    for sheet in book:
        heads = [cell.value for cell in sheet[1]]
        assert all(heads)
        assert len(set(heads)) == len(heads)
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
        assert all(sheet.column_dimensions[c.column_letter].width for c in sheet[1])


@pytest.mark.parametrize("text", [*FORMULAS, HOSTILE])
def test_no_text_becomes_a_formula_or_a_link(text: str) -> None:
    book = opened(evidenced_report(text))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    texts = [cell for cell in cells if cell.data_type == "s" and cell.row > 1]
    assert all(cell.quotePrefix for cell in texts)
    assert not [cell for cell in cells if cell.hyperlink]
    parts = parts_of(written(evidenced_report(text)))
    assert not [name for name in parts if "externalLink" in name]
    assert not [part for part in parts.values() if b"<f>" in part or b"<f " in part]


def test_figures_are_figures_with_a_format() -> None:
    report = audited("northlight_broadband/profile.yaml")
    book = opened(report)
    first = book["Findings"][2]
    assert (first[7].data_type, first[7].number_format) == ("n", "0.0")
    steps = book["Roadmap"]
    assert steps["H2"].value == pytest.approx(report.roadmap[0].points)
    assert book["Measures"].max_row == 1 + len(list(report.evidence.measures))
    assert book["Summary"]["B4"].is_date


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    report = saying("word " * 10_000)
    cells = [
        str(row[9].value) for row in opened(report)["Findings"].iter_rows(min_row=2)
    ]
    for cell in cells:
        assert len(cell) <= sheets.LONGEST_CELL
        assert cell.endswith("(cut short here; the JSON result has it whole)")


def test_rows_beyond_the_limit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    report = full_report()
    rows = list(opened(report)["Findings"].iter_rows(min_row=2, values_only=True))
    more = len(report.findings) - 3
    assert rows[3][0] == f"And {more} more rows: the JSON result has them all."
    assert len(rows) == 4


def test_another_reader_reads_the_same() -> None:
    content = written(audited("northlight_broadband/profile.yaml"))
    book = openpyxl.load_workbook(BytesIO(content))
    other = CalamineWorkbook.from_filelike(BytesIO(content))
    for name in NAMES:
        one = [[c or "" for c in row] for row in book[name].iter_rows(values_only=True)]
        rows = other.get_sheet_by_name(name).to_python()
        assert [str(row[0]) for row in rows] == [
            str(float(row[0]) if name == "Roadmap" and n else row[0])
            for n, row in enumerate(one)
        ]


def test_libreoffice_opens_it(tmp_path: Path) -> None:
    report = full_report("=1+1")
    report = replace(report, subject=replace(report.subject, organisation="=1+1"))
    table = converted(written(report), ".xlsx", "csv", tmp_path).decode()
    assert "Organisation,=1+1" in table
    assert "cxaudit 1.2.3" in table


def test_what_became_of_each_finding_and_what_moved_the_score_have_sheets() -> None:
    report = compared_report()
    assert report.comparison
    assert report.comparison.split
    book = opened(report)
    assert book.sheetnames == [
        *NAMES[:2],
        *("Changes", "What moved the score"),
        *NAMES[2:],
    ]
    rows = list(book["Changes"].iter_rows(min_row=2, values_only=True))
    assert sorted(row[0] for row in rows) == ["JC000", "JC001", "JC002"]
    assert {row[2] for row in rows} == {"Fixed: open before, met now"}
    assert {(row[3], row[5], row[9]) for row in rows} == {("Not met", "Met", "No")}
    moved = list(book["What moved the score"].iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in moved] == ["Time passing"]
    points = sum(change.points for change in report.comparison.findings)
    assert moved[0][2] == pytest.approx(points)
    assert sum(row[7] for row in rows) == pytest.approx(report.comparison.split.points)


def test_without_two_scores_nothing_moved_one() -> None:
    report = compared_report()
    assert report.comparison
    unsplit = replace(report.comparison, split=None)
    book = opened(replace(report, comparison=unsplit))
    assert "Changes" in book.sheetnames
    assert "What moved the score" not in book.sheetnames


def test_heads_have_the_colours_of_a_firm() -> None:
    given = engaged(full_report())
    assert given.engagement
    palette = given.engagement.palette
    for sheet in opened(given):
        head = sheet["A1"]
        assert head.fill.fgColor.rgb == f"FF{palette.pale[1:].upper()}"
        assert head.border.bottom.color.rgb == f"FF{palette.accent[1:].upper()}"
        assert head.font.color.rgb == f"FF{palette.ink[1:].upper()}"
    assert opened(full_report())["Areas"]["A1"].fill.fgColor.rgb == "FFDBE7F3"


def test_a_sheet_prints_as_wide_as_a_page_that_can_be_read() -> None:
    book = opened(evidenced_report())
    assert book["Findings"].page_setup.fitToWidth == 3
    for sheet in book:
        width = sum(column.width for column in sheet.column_dimensions.values())
        pages = sheet.page_setup.fitToWidth or 1
        assert width / pages <= sheets.PRINTED
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.print_title_cols == ("$A:$A" if pages > 1 else None)
