"""What is wrong with a source, and what was only left out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from auditor.evidence.canonical_table import FaultyRows
from auditor.evidence.mapping import EXCLUDED, ColumnMapping, Filter, Scale
from auditor.evidence.measures import integrity
from auditor.evidence.measures.integrity import faulty_rows
from tests.evidence.reading.tables import mapped

if TYPE_CHECKING:
    import pytest

    from tests.evidence.reading.tables import Desk

DESK = mapped(
    "tickets",
    {
        "opened_at": ColumnMapping("Opened", format=("iso",)),
        "closed_at": ColumnMapping("Closed", format=("iso",)),
        "status": "State",
        "csat": ColumnMapping("Score", codes={"9": EXCLUDED}),
    },
    scales={"csat": Scale(1, 5)},
    filters=(Filter("Kind", ("test",), keep=False),),
)
HEADER = "Opened,Closed,State,Score,Kind\n"


def test_what_the_source_has_wrong_is_counted_by_what_it_is(desk: Desk) -> None:
    rows = (
        "2026-03-04,2026-03-05,open,5,real\n"  # nothing wrong
        ",2026-03-05,open,5,real\n"  # a moment that is needed is missing
        "soon,2026-03-05,open,5,real\n"  # or cannot be read
        "1970-01-01,2026-03-05,open,5,real\n"  # or stands for none
        "2026-03-04,2026-03-03,open,5,real\n"  # closed before it was opened
        "2026-03-04,later,open,5,real\n"  # closed nobody knows when
        "2026-03-04,2026-03-05,open,6,real\n"  # off the scale
        "2026-03-04,2026-03-05,open,4.5,real\n"  # between its steps
        "2026-03-04,2026-03-05,open,five\n"  # a field is missing
        "2026-03-04,2026-03-01,open,7,real\n"  # wrong in two ways, and one row
    )
    found = desk.table(HEADER + rows, DESK)
    assert found.faulty == FaultyRows(
        9,
        {
            "the wrong number of fields": 1,
            "opened_at blank": 1,
            "opened_at unreadable": 1,
            "opened_at placeholder date": 1,
            "closed_at before opened_at": 2,
            "closed_at unreadable": 1,
            "csat out of range": 2,
            "csat between the steps of the scale": 1,
        },
    )


def test_what_is_left_out_on_purpose_is_no_fault(desk: Desk) -> None:
    rows = (
        "2026-03-04,2026-03-05,open,9,real\n"  # a code that stands for no answer
        "2026-03-04,2026-03-05,deleted,5,real\n"
        "2026-03-04,2026-03-05,open,5,test\n"  # a filter
        "2026-03-04,,open,,real\n"  # blanks where nothing is needed
        "2026-03-04,1970-01-01,open,5,real\n"  # a blank, as a program writes it
        "2026-03-04,2026-03-05,parked,5,real\n"  # a status that nobody mapped
    )
    found = desk.table(HEADER + rows, DESK)
    assert found.faulty == FaultyRows()
    assert sum(found.info.excluded.values()) == 2


def test_a_faulty_value_in_a_row_that_a_filter_leaves_out_is_no_fault(
    desk: Desk,
) -> None:
    found = desk.table(HEADER + "2026-03-04,2026-03-01,open,7,test\n", DESK)
    assert found.faulty == FaultyRows()


AUDIT = datetime(2026, 12, 31, 23, 59)
NAMED = mapped("tickets", {"opened_at": "Opened", "id": "Id", "due_at": "Due"})


def test_ids_that_come_twice_and_moments_to_come_are_faults(desk: Desk) -> None:
    rows = (
        "2026-03-04,1,2027-03-04\n"  # what is due may lie ahead
        "2026-03-04,1,\n"
        "2026-03-05,1,\n"
        "2026-03-06,,\n"  # no id is not the same id
        "2026-03-06,,\n"
        "2026-12-31 23:59,3,\n"  # the last minute of the audit
        "2027-01-01,2,\n"
    )
    found = faulty_rows(desk.table("Opened,Id,Due\n" + rows, NAMED), AUDIT)
    assert found == FaultyRows(3, {"id comes twice": 2, "a moment after the audit": 1})


def test_who_answered_twice_is_no_fault(desk: Desk) -> None:
    mapping = mapped("surveys", {"responded_at": "When", "respondent": "Who"})
    table = desk.table("When,Who\n2026-03-04,1\n2026-04-04,1\n", mapping)
    assert faulty_rows(table, AUDIT) == FaultyRows()


def test_ids_are_not_compared_where_that_would_take_too_much_memory(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "Opened,Id,Due\n2026-03-04,1,\n2026-03-04,1,\n"
    table = desk.table(rows, NAMED)
    monkeypatch.setattr(integrity, "COUNTED_UP_TO", 1)
    assert faulty_rows(table, AUDIT) == FaultyRows()
    monkeypatch.setattr(integrity, "COUNTED_UP_TO", 2)
    assert faulty_rows(table, AUDIT).rows == 1
