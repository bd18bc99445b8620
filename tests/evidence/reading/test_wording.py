"""What the reader says of a source can be said in another language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.errors import EvidenceError
from auditor.evidence.mapping import EXCLUDED, ColumnMapping, Filter, Scale
from tests.evidence.reading.tables import mapped
from tests.translated import said

if TYPE_CHECKING:
    from tests.evidence.reading.tables import Desk

DESK = mapped(
    "tickets",
    {
        "opened_at": ColumnMapping("Opened", format=("iso",)),
        "closed_at": ColumnMapping("Closed", format=("iso",)),
        "status": "State",
        "csat": ColumnMapping("Score", codes={"9": EXCLUDED}),
        "due_at": ColumnMapping("Due", format=("iso",)),
    },
    scales={"csat": Scale(1, 5)},
    filters=(Filter("Kind", ("test",), keep=False),),
)
ROWS = (
    "Opened,Closed,State,Score,Kind,Due\n"
    "2026-03-04,2026-03-05,open,5,real,soon\n"
    "2026-03-04,2026-03-01,waved,6,real,soon\n"
    "2026-03-04,2026-03-06,closed,9,real,soon\n"
    "2026-03-04,2026-03-06,deleted,9,real,soon\n"
    ",2026-03-05,open,5,real,\n"
    "soon,2026-03-05,open,5,test,\n"
    "2026-03-04,2026-03-05,open\n"
)


def test_remarks_and_reasons_can_be_translated(desk: Desk) -> None:
    found = desk.table(ROWS, DESK)
    reasons = [
        *found.info.excluded,
        *found.faulty.reasons,
        *(reason for missing in found.missing.values() for reason in missing),
    ]
    assert len(set(reasons)) > 8
    assert all(said(reason).startswith("«") for reason in reasons)
    assert {remark.code for remark in found.remarks} >= {"empty", "unmapped_status"}
    assert all(said(remark.text).startswith("«") for remark in found.remarks)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gone/source.csv", ""),
        ("source.csv", b""),
        ("source.csv", b"%PDF-1.7"),
        ("source.csv.gz", b"\x1f\x8bbroken"),
        ("source.xlsx", b"PK\x03\x04broken"),
        ("source.json", b"Opened,Closed\n1,2\n"),
        ("source.csv", b"Opened\n1\n"),
    ],
)
def test_why_a_file_cannot_be_read_can_be_translated(
    desk: Desk, name: str, content: bytes
) -> None:
    if content or "/" not in name:
        desk.write(content, name)
    with pytest.raises(EvidenceError) as refused:
        desk.read(name, DESK)
    assert said(refused.value.cause).startswith("«")
    assert said(refused.value.hint).startswith("«") or not refused.value.hint
