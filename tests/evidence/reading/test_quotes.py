from __future__ import annotations

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from auditor.evidence.reading.quotes import LONGEST_FIELD, closed

FIELDS = st.text("ab, \n\"'", max_size=8)


def taken(text: str) -> tuple[str, list[int]]:
    unclosed: list[int] = []
    lines = text.encode().splitlines(keepends=True)
    return b"".join(closed(lines, unclosed)).decode(), unclosed


@given(st.lists(st.lists(FIELDS, min_size=1, max_size=3), max_size=6))
def test_what_a_writer_of_csv_writes_stays_as_it_is(rows: list[list[str]]) -> None:
    file = StringIO()
    csv.writer(file, lineterminator="\n").writerows(rows)
    assert taken(file.getvalue()) == (file.getvalue(), [])


@given(st.lists(st.sampled_from(["a,b", 'a,"b"', 'a,"b', '"a,b']), max_size=12))
def test_quotes_close_afterwards_and_no_line_is_lost(lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    left, unclosed = taken(text)
    assert left.count('"') % 2 == 0
    assert left.replace('"', "") == text.replace('"', "")
    assert unclosed == sorted(set(unclosed))


def test_the_line_that_opens_it_for_good_is_named() -> None:
    rows = "1,x\n" * (LONGEST_FIELD + 5)
    assert taken('0,"x\n' + rows) == ("0,x\n" + rows, [1])
    assert taken(rows + '0,"x\n')[1] == [LONGEST_FIELD + 6]
