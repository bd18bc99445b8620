"""A table that fails on the way costs what needs it, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import duckdb
import pytest

from auditor.errors import MissingExtraError
from auditor.evidence_gathering.measuring import measured_tables, under_review
from auditor.evidence_gathering.small_tables import measured_rows
from auditor.example import Rows
from auditor.testing import profile_with
from tests.evidence.measures.tables import canonical, values

if TYPE_CHECKING:
    from auditor.evidence import Evidence
    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.connection import Answer

METRIC = {
    "id": "reopen",
    "kind": "reopen_rate",
    "period": {"from": "2026-05-01", "to": "2026-05-01"},
    "evidence": {"dataset": "sample", "measure": "reopened"},
}


class Failing:
    """An engine that loses its table once it has been asked so often."""

    def __init__(self, table: CanonicalTable, after: int) -> None:
        self._engine, self._left = table.connection, after

    def execute(self, sql: str, /) -> Answer:
        self._left -= 1
        if self._left == 0:
            self._engine.execute('DROP VIEW "sample"')
        return self._engine.execute(sql)


class Unjoining:
    """An engine that loses a table once it is to be put beside another."""

    def __init__(self, table: CanonicalTable) -> None:
        self._engine = table.connection

    def execute(self, sql: str, /) -> Answer:
        if '"sample joined"' in sql:
            self._engine.execute('DROP VIEW IF EXISTS "clients"')
        return self._engine.execute(sql)


def found(after: int) -> Evidence:
    rows = values("TIMESTAMP '2026-05-01', 1", columns="opened_at, reopened")
    table = canonical("tickets", rows)
    day = date(2026, 5, 1)
    info = replace(table.info, rows=1, first=day, last=day)
    failing = replace(table, connection=Failing(table, after), info=info)
    profile = profile_with({"metrics": [METRIC]})
    return measured_tables(profile, [failing], under_review(date(2026, 6, 30)))


def test_a_table_that_fails_while_it_is_measured_is_named() -> None:
    (fault,) = found(after=2).faults
    assert (fault.dataset, fault.kind) == ("sample", "tickets")


def test_a_table_that_fails_later_keeps_what_it_has_said() -> None:
    asked = 1
    while found(asked).faults:
        asked += 1
    evidence = found(asked)
    assert [table.info.id for table in evidence.tables] == ["sample"]
    told = "The table sample could not be read to its end."
    assert evidence.not_computed == {"reopen": told}


def test_tables_that_cannot_be_joined_say_so_and_keep_what_each_says_alone() -> None:
    rows = values("TIMESTAMP '2026-05-01', 'c1'", columns="opened_at, customer")
    own = duckdb.connect()
    desk = canonical("tickets", rows, connection=own)
    ids = values("'c1'", columns="customer")
    clients = canonical("customers", ids, name="clients", connection=own)
    engine = Unjoining(desk)
    tables = [replace(each, connection=engine) for each in (desk, clients)]
    evidence = measured_tables(profile_with(), tables, under_review(date(2026, 6, 30)))
    assert evidence.measure("tickets", "tickets", "count")
    why = "the tables could not be read side by side"
    told = f"The table sample does not tell: {why}."
    assert evidence.lacking("tickets", "joined") == told
    assert why in evidence.lacking("customers", "retention_by_nps")


def test_an_example_says_which_packages_measure_its_table(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    nothing = "auditor.evidence_gathering.gathering.find_spec"
    monkeypatch.setattr(nothing, lambda _: None)
    day = date(2026, 6, 30)
    tables = {"feedback": (Rows(1, {"status": "open"}),)}
    with pytest.raises(MissingExtraError, match=r"pip install .cxaudit\[evidence\]"):
        measured_rows(tables, profile_with(), day, day)
