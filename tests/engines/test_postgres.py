"""PostgreSQL says what the embedded engine says of the same rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from auditor.errors import EvidenceError
from auditor.evidence.engines import Database, opened_table
from auditor.evidence.mapping import ColumnMapping, Filter
from tests.engines.embedded import JOINED, embedded, joined, joined_in, said_of
from tests.engines.postgres import SMALL, asked, filled, opened
from tests.engines.tables import MAPPINGS
from tests.evidence.reading.tables import mapped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.engines.embedded import Embedded
    from tests.engines.servers import Cluster


def test_a_table_says_the_same_there(truth: Embedded, postgres: Cluster) -> None:
    database = Database(postgres.address, table=filled(postgres, truth))
    with opened_table(database, truth.kind, MAPPINGS[truth.kind]) as table:
        found = said_of(table)
    assert found.measured.measures
    assert found == truth.said


def test_tables_of_one_database_say_the_same_together(
    postgres: Cluster, tmp_path: Path
) -> None:
    sources = {}
    for kind in JOINED:
        with embedded(kind, tmp_path) as rows:
            sources[kind] = Database(postgres.address, filled(postgres, rows))
    found = joined_in(sources)
    assert found["customers"].measures
    assert found["tickets"].measures
    assert found == joined(tmp_path)


def test_a_query_can_stand_for_a_table(small: Cluster) -> None:
    sql = "SELECT opened, 'closed' AS state FROM desk -- in its own words; \n;"
    found = opened(small, query=sql)
    shares = {m.name: m.value for m in found.measured.measures if not m.by}
    assert (found.rows, shares["closure"]) == (2, 1)


def test_types_of_words_are_read_as_words(small: Cluster) -> None:
    sql = (
        "SELECT opened, 'open'::char(9) AS state, gen_random_uuid() AS id, "
        "CAST('phone' AS kind_of_contact) AS via FROM desk"
    )
    asked(
        small,
        "DROP TYPE IF EXISTS kind_of_contact",
        "CREATE TYPE kind_of_contact AS ENUM ('phone')",
    )
    columns = {"opened_at": "opened", "status": "state", "id": "id", "channel": "via"}
    found = opened(small, mapped("tickets", columns), query=sql)
    assert found.missing == {key: {} for key in columns}


@pytest.mark.parametrize(
    ("columns", "cause"),
    [
        ({"opened_at": "score"}, "'score' is VARCHAR, and moments are needed"),
        ({"csat": "score"}, "'score' is VARCHAR, and numbers are needed"),
        ({"channel": "notes"}, "'notes' is json, and words are needed"),
        ({"reopened": "paid"}, "'paid' is money, and numbers are needed"),
        ({"opened_at": "share"}, "numbers are moments with one format"),
        ({"opened_at": {"source": "opened", "format": ("excel",)}}, "already"),
        ({"csat": {"source": "share", "default": "3"}}, "a default fills columns of"),
        ({"csat": {"source": "", "default": "3"}}, "a default stands for words"),
        (
            {"first_response_at": {"source": "took", "unit": "h:m:s"}},
            "must be one number of seconds",
        ),
        (
            {"first_response_at": {"source": "took", "unit": "hours"}},
            "'took' is interval, and a unit is for numbers",
        ),
        ({"status": "stat"}, "it has no column 'stat'. Did you mean 'state'?"),
    ],
)
def test_what_is_not_computed_there_is_refused_by_name(
    small: Cluster, columns: dict[str, Any], cause: str
) -> None:
    made = {
        key: ColumnMapping(**said) if isinstance(said, dict) else said
        for key, said in {"opened_at": "opened", **columns}.items()
    }
    with pytest.raises(EvidenceError) as caught:
        opened(small, mapped("tickets", made))
    assert cause in str(caught.value)
    assert str(caught.value).startswith("postgres:///postgres (desk): ")


def test_a_filter_on_fractions_is_refused(small: Cluster) -> None:
    mapping = mapped(
        "tickets", {"opened_at": "opened"}, filters=(Filter("share", ("1",)),)
    )
    with pytest.raises(EvidenceError, match="fractions are written in many ways"):
        opened(small, mapping)


def test_rows_that_somebody_writes_meanwhile_are_not_seen(small: Cluster) -> None:
    with opened_table(Database(small.address, "desk"), "desk", SMALL) as table:
        asked(small, "INSERT INTO desk VALUES ('2026-03-01', 'open')")
        assert {m.n for m in said_of(table).measured.measures if not m.by} == {2}


def test_nothing_is_written(small: Cluster) -> None:
    with opened_table(Database(small.address, "desk"), "desk", SMALL) as table:
        said_of(table)
        left = "SELECT count(*) FROM pg_class WHERE relpersistence = 't'"
        assert table.connection.execute(left).fetchall() == [(0,)]
