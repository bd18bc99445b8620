"""Nothing is sent to an engine that it may not know."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("sqlglot", reason="not installed: sqlglot")

from sqlglot import exp, parse_one

from auditor.evidence.engines.dialects import DIALECTS
from auditor.evidence.engines.translation import SOURCE, translated, view_in
from auditor.evidence.measures import Limits, Wanted, measure_by
from auditor.evidence.sql import quoted
from tests.evidence.measures.test_measuring import NAMES, everything

KNOWN = {"postgres": {"ROW", "TIMEZONE"}, "spark": {"BROUND"}}
"""Functions that SQLGlot has no class for and that an engine has."""
SENT = f"SELECT max(a) FROM {quoted(SOURCE)}"  # noqa: S608 - our own name


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("kind", NAMES)
def test_every_function_of_every_measure_is_known_there(
    kind: str, dialect: str
) -> None:
    table = everything(kind, rows=60)

    def query(sql: str) -> list[tuple[Any, ...]]:
        sent = translated(sql, dialect, {}, "")
        calls = parse_one(sent, read=dialect).find_all(exp.Anonymous)
        assert {call.name.upper() for call in calls} <= KNOWN[dialect], sent
        return list(table.connection.execute(sql).fetchall())

    assert measure_by(query, table, Wanted(limits=Limits(discount=0.1))).measures


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_source_s_own_query_is_sent_as_it_is(dialect: str) -> None:
    own = "SELECT a::weird # b FROM [x] -- a comment"
    relations = {"rows": SENT, "kept": "SELECT * FROM rows"}
    sent = translated("FROM kept", dialect, relations, own)
    assert f"(\n{own}\n) AS source" in sent


def test_a_view_is_a_name_and_a_query() -> None:
    made = 'CREATE OR REPLACE TEMP VIEW "a claim" AS SELECT * FROM "a"'
    assert view_in(made) == {"a claim": 'SELECT * FROM "a"'}
    assert view_in(SENT) == {}
