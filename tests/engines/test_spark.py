"""Spark in local mode says what the embedded engine says of the same rows."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

import pytest

from auditor.errors import EvidenceError
from auditor.evidence.engines import Database, opened_table
from tests.engines.embedded import JOINED, joined, joined_in, said_of
from tests.engines.servers import lacking_spark
from tests.engines.tables import MAPPINGS
from tests.evidence.reading.tables import mapped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.engines.embedded import Embedded

FAILING = "SELECT CAST(concat('secret', state) AS DATE) AS opened, state FROM desk"
SMALL = mapped("tickets", {"opened_at": "opened", "status": "state"})


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A session that somebody has configured, as large as these tests need."""
    if why := lacking_spark():
        pytest.skip(why)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of versions of pandas
        from pyspark.sql import SparkSession  # noqa: PLC0415 - may be missing

    session = (
        SparkSession.Builder()
        .master("local[2]")
        .config("spark.log.level", "OFF")
        .config("spark.sql.session.timeZone", "Asia/Kolkata")
        .config("spark.sql.adaptive.enabled", "false")  # half the time on few rows
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .getOrCreate()
    )
    small = (
        "SELECT TIMESTAMP_NTZ '2026-01-01' AS opened, 'open' AS state, array(1) AS l"
    )
    session.sql(small).createOrReplaceTempView("desk")
    yield session
    session.stop()


def test_a_table_says_the_same_there(truth: Embedded, spark: Any) -> None:
    spark.read.parquet(str(truth.parquet)).createOrReplaceTempView(truth.kind)
    database = Database("spark:", table=truth.kind)
    with opened_table(database, truth.kind, MAPPINGS[truth.kind]) as table:
        found = said_of(table)
    assert found.measured.measures
    assert found == truth.said


def test_tables_of_one_session_say_the_same_together(
    spark: Any,
    tmp_path: Path,
) -> None:
    expected = joined(tmp_path)
    for kind in JOINED:
        rows = spark.read.parquet(str(tmp_path / f"{kind}.parquet"))
        rows.createOrReplaceTempView(kind)
    found = joined_in({kind: Database("spark:", kind) for kind in JOINED})
    assert found["customers"].measures
    assert found == expected


def test_the_session_is_as_it_was(spark: Any) -> None:
    with opened_table(Database("spark:", "desk"), "desk", SMALL) as table:
        assert table.info.source == "spark: (desk)"
    assert spark.conf.get("spark.sql.session.timeZone") == "Asia/Kolkata"
    assert spark.sql("SELECT 1 AS one").collect()[0].one == 1


@pytest.mark.parametrize(
    ("where", "cause"),
    [
        ({"table": "dusk"}, "it has no table or view of this name"),
        ({"query": "SELECT open FROM desk"}, "names a column that does not exist"),
        ({"query": "SELEC 1"}, "the query is not valid SQL"),
        ({"query": "DROP VIEW desk"}, "the query is not valid SQL"),
        ({"query": FAILING}, "it could not answer (CAST_INVALID_INPUT)"),
        ({"query": "SELECT opened, l AS state FROM desk"}, "'state' is array<int>"),
    ],
)
def test_a_fault_names_the_source_and_its_cause(
    spark: Any,
    where: dict[str, str],
    cause: str,
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert spark.catalog.tableExists("desk")
    database = Database("spark:", **where)
    with (
        pytest.raises(EvidenceError) as caught,
        opened_table(database, "desk", SMALL),
    ):
        pass
    assert cause in str(caught.value)
    assert str(caught.value).startswith("spark: (")
    assert "secret" not in str(caught.value) + "".join(capfd.readouterr())
    assert spark.catalog.tableExists("desk")


def test_another_master_than_the_active_one_is_refused(spark: Any) -> None:
    assert spark.conf.get("spark.master") == "local[2]"
    with (
        pytest.raises(EvidenceError, match="a session with another master is active"),
        opened_table(Database("spark:local", "desk"), "desk", SMALL),
    ):
        pass
