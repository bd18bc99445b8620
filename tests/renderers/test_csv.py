"""CSV of the findings: whole, read back alike, and never a formula."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.renderers import built_in
from auditor.renderers.csv import HEAD, LONGEST_CELL
from tests.renderers.reports import HOSTILE, empty_report, full_report, saying

DANGEROUS = "=+-@\uff1d\uff0b\uff0d\uff20"


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    content = built_in()["csv"].render(saying(text)).decode("utf-8-sig")
    return list(csv.reader(StringIO(content, newline=""), delimiter=delimiter))


def is_formula(cell: str) -> bool:
    return cell.lstrip(" \t\"'")[:1] in {*DANGEROUS} and not cell.startswith("'")


def test_it_has_a_head_and_a_row_for_each_finding() -> None:
    head, *found = rows("A text.")
    assert tuple(head) == HEAD
    assert [row[0] for row in found] == [f.check for f in full_report().findings]
    assert (
        built_in()["csv"].render(empty_report()).decode("utf-8-sig").count("\r\n") == 1
    )


def test_excel_is_told_the_encoding() -> None:
    assert built_in()["csv"].render(full_report()).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@given(text=st.text(alphabet=f"{DANGEROUS}ab1;,|\"' \t\n\r\v\u00a0\x1b[m", max_size=12))
def test_no_cell_is_a_formula_wherever_cells_are_parted(
    delimiter: str, text: str
) -> None:
    for row in rows(text, delimiter):
        assert not [cell for cell in row if cell and is_formula(cell)]


@given(text=st.text(max_size=40))
def test_no_text_makes_a_row_or_a_cell_more(text: str) -> None:
    assert {len(row) for row in rows(text)} == {len(HEAD)}
    assert len(rows(text)) == 1 + len(full_report().findings)


def test_an_ordinary_text_stays_as_it_is() -> None:
    text = "Nine of ten; 5 - 3, a=b, mail@home. “Quoted”"
    assert rows(text)[1][HEAD.index("reason")] == text


def test_a_long_text_is_cut_and_says_so() -> None:
    cell = rows("word " * 10_000)[1][HEAD.index("reason")]
    assert len(cell) <= LONGEST_CELL
    assert cell.endswith("(cut short here; the JSON result has it whole)")
    assert all(len(cell) <= LONGEST_CELL for row in rows(HOSTILE) for cell in row)
