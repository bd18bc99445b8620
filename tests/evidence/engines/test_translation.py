"""Nothing is sent to an engine that it may not know."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("sqlglot", reason="not installed: sqlglot")

from sqlglot import exp, parse_one

from auditor.evidence.engines.translation import DIALECTS, translated, view_in
from auditor.evidence.measures import Limits, Wanted, measure_by
from tests.evidence.measures.test_measuring import NAMES, everything

KNOWN = {"postgres": {"ROW", "TIMEZONE"}, "spark": {"BROUND"}}
"""Functions that SQLGlot has no class for and that an engine has."""
SENT = 'SELECT max(a) FROM "a source"'


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("kind", NAMES)
def test_every_function_of_every_measure_is_known_there(
    kind: str, dialect: str
) -> None:
    table = everything(kind, rows=60)

    def query(sql: str) -> list[tuple[Any, ...]]:
        sent = translated(sql, dialect, {}, {})
        calls = parse_one(sent, read=dialect).find_all(exp.Anonymous)
        assert {call.name.upper() for call in calls} <= KNOWN[dialect], sent
        return list(table.connection.execute(sql).fetchall())

    assert measure_by(query, table, Wanted(limits=Limits(discount=0.1))).measures


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_source_s_own_query_is_sent_as_it_is(dialect: str) -> None:
    own = "SELECT a::weird # b FROM [x] -- a comment"
    relations = {"rows": SENT, "kept": "SELECT * FROM rows"}
    sent = translated("FROM kept", dialect, relations, {"a source": own})
    assert f"(\n{own}\n) AS source" in sent


def test_a_view_is_a_name_and_a_query() -> None:
    made = 'CREATE OR REPLACE TEMP VIEW "a claim" AS SELECT * FROM "a"'
    assert view_in(made) == {"a claim": 'SELECT * FROM "a"'}
    assert view_in(SENT) == {}


def test_a_part_of_a_statement_is_not_taken_for_a_relation_of_its_name() -> None:
    query = "WITH counted AS (SELECT a FROM counted) SELECT max(a) FROM counted"
    sent = translated(query, "postgres", {"counted": "SELECT 1 AS a"}, {})
    assert sent.count("SELECT 1 AS a") == 1


@pytest.mark.parametrize(
    ("pattern", "dialect", "sent"),
    [
        ("(?i:yes|ja)", "postgres", "a ~ '(?i)^(?:yes|ja)$'"),
        ("(?i:yes|ja)", "spark", r"a RLIKE '^(?iu:yes|ja)\\z'"),
        ("Ja|ja", "postgres", "a ~ '^(?:Ja|ja)$'"),
        ("Ja|ja", "spark", r"a RLIKE '^(?:Ja|ja)\\z'"),
    ],
)
def test_the_case_of_letters_matters_where_it_did(
    pattern: str, dialect: str, sent: str
) -> None:
    query = f"SELECT regexp_full_match(a, '{pattern}') FROM t"
    assert sent in translated(query, dialect, {}, {})
