from __future__ import annotations

from typing import Any

import pytest

from auditor.errors import EvidenceError
from auditor.evidence.measures import Wanted, measure_by
from tests.evidence.measures.tables import canonical, values


def test_rows_that_change_between_two_looks_are_told() -> None:
    opened = [f"TIMESTAMP '2026-01-{day:02}', TIMESTAMP '2026-02-01'" for day in (1, 2)]
    table = canonical("tickets", values(*opened, columns="opened_at, resolved_at"))

    def query(sql: str) -> list[tuple[Any, ...]]:
        if "ranked" in sql:
            table.connection.execute("CREATE OR REPLACE VIEW sample AS FROM emptied")
        return table.connection.execute(sql).fetchall()

    table.connection.execute("CREATE TABLE emptied AS FROM sample LIMIT 0")
    with pytest.raises(EvidenceError, match="sample: its rows changed while"):
        measure_by(query, table, Wanted())
