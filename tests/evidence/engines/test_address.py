from __future__ import annotations

import subprocess
import sys

import pytest

from auditor.errors import EvidenceError
from auditor.evidence.engines.address import Address, Engine
from auditor.evidence.engines.database import Database, opened_table
from tests.evidence.reading.tables import mapped

SECRET = "hunter2"  # noqa: S105 - must never come back


@pytest.mark.parametrize(
    ("source", "engine", "shown"),
    [
        (
            "postgres://db.example:5433/crm",
            "postgres",
            "postgres://db.example:5433/crm",
        ),
        ("postgresql://me@db/crm", "postgres", "postgresql://db/crm"),
        ("postgres:///crm?host=/run/pg&sslmode=require", "postgres", "postgres:///crm"),
        ("spark:local", "spark", "spark:local"),
        ("spark://cluster:7077", "spark", "spark://cluster:7077"),
    ],
)
def test_an_address_is_shown_without_user_and_parameters(
    source: str, engine: str, shown: str
) -> None:
    found = Address.of(source)
    assert (found.engine, found.shown, found.text) == (Engine(engine), shown, source)


@pytest.mark.parametrize(
    ("source", "cause"),
    [
        (f"postgres://me:{SECRET}@db/crm", "holds a password"),
        (f"postgres://db/crm?password={SECRET}", "parameters of no use"),
        (f"postgres://db/crm?passfile={SECRET}", "parameters of no use"),
        (f"postgres://db/crm?options={SECRET}", "parameters of no use"),
        (f"spark://host:7077?token={SECRET}", "parameters of no use"),
        (f"mysql://me:{SECRET}@db/crm", "an address of this kind cannot be read"),
        (f"postgres://db:{SECRET}/crm", "not well formed"),
        (f"postgres:/me:{SECRET}@db/crm", "not well formed"),
        (f"spark:{SECRET}", "not well formed"),
    ],
)
def test_an_address_that_cannot_be_used_is_not_repeated(
    source: str, cause: str
) -> None:
    with pytest.raises(EvidenceError) as caught:
        Address.of(source)
    assert cause in str(caught.value)
    assert SECRET not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_a_missing_driver_is_told_with_the_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def nothing(_: str) -> None:
        return None

    monkeypatch.setattr("auditor.evidence.engines.postgres.find_spec", nothing)
    database = Database("postgres://db/crm", table="desk")
    mapping = mapped("tickets", {"opened_at": "opened"})
    with (
        pytest.raises(EvidenceError, match=r"pip install \"cxaudit\[postgres\]\""),
        opened_table(database, "desk", mapping),
    ):
        pass


def test_who_has_only_files_loads_nothing_of_other_engines() -> None:
    code = """
import sys, tempfile, pathlib
from auditor.profile.reading import read_profile
from auditor.evidence_gathering import measured_evidence
from datetime import date
folder = pathlib.Path(tempfile.mkdtemp())
(folder / "it.csv").write_text("Opened\\n2026-01-01\\n")
path = folder / "profile.yaml"
path.write_text(
    "organisation: {name: Harbour Bank}\\nevidence: [{id: it, kind: tickets,"
    " source: it.csv, columns: {opened_at: Opened}}]\\n"
)
found = measured_evidence(read_profile(path), as_of=date(2026, 11, 21))
assert found.tables and not found.faults
heavy = ("sqlglot", "psycopg", "pyspark", "auditor.evidence.engines")
print([name for name in sys.modules if name.startswith(heavy)])
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
