"""Sessions of Spark that an audit starts itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from auditor.evidence.engines import Database, opened_table
from auditor.evidence.measures import Wanted, measure
from tests.engines.commands import measured, profile
from tests.engines.servers import lacking_spark
from tests.evidence.reading.tables import mapped

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.evidence.canonical_table import CanonicalTable

MAPPING = mapped("tickets", {"opened_at": "opened", "status": "state"})
QUERY = "SELECT DATE '2026-01-01' AS opened, 'open' AS state FROM range(7)"
pytestmark = pytest.mark.skipif(bool(lacking_spark()), reason=lacking_spark())


def counted(table: CanonicalTable) -> int:
    """How many requests a table has."""
    wanted = Wanted(names=frozenset(["tickets"]), cuts=())
    (found,) = measure(table, wanted).measures
    return found.n


def test_a_session_is_started_and_stopped() -> None:
    with opened_table(Database("spark:local", query=QUERY), "desk", MAPPING) as table:
        assert counted(table) == 7
        second = Database("spark:", query=QUERY)
        with opened_table(second, "other", MAPPING) as other:
            assert counted(other) == 7
        assert counted(table) == 7
    from pyspark.sql import SparkSession  # noqa: PLC0415 - may be missing

    assert SparkSession.getActiveSession() is None


def test_without_java_spark_is_told_and_other_tables_are_measured(
    tmp_path: Path,
) -> None:
    path = profile(tmp_path, "spark:local", query=QUERY)
    code, out, complaints = measured(path, JAVA_HOME=str(tmp_path))
    assert "spark:local (a query): Spark could not be started." in complaints
    assert "It needs Java 17" in complaints
    assert [each["id"] for each in json.loads(out)["evidence"]] == ["file"]
    assert code == 3
