from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditor.errors import InputError
from auditor.evidence_gathering import measured_evidence
from auditor.profile.addresses import is_address, without_secret
from auditor.profile.reading import load_profile_value, read_profile

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "hunter2"  # noqa: S105 - must never come back
HOLDING = [
    f"postgres://me:{SECRET}@db/crm",
    f"postgres://me:{SECRET}/@db/crm",
    f"postgres:/me:{SECRET}@db/crm",
    f"postgres://db/crm?password={SECRET}",
    f"postgres://db/crm?sslmode=require&passfile={SECRET}",
    f"host=db user=me password={SECRET}",
    f"https://files.example/it.csv?token={SECRET}",
    f"mysql://me:{SECRET}@db/crm",
]


def evidence(**said: object) -> dict[str, object]:
    """A profile with one table of evidence."""
    columns = {"opened_at": "opened"}
    table = {"id": "desk", "kind": "tickets", "columns": columns, **said}
    return {"organisation": {"name": "Harbour Bank"}, "evidence": [table]}


@pytest.mark.parametrize("source", HOLDING)
def test_a_password_is_refused_at_its_place_and_not_repeated(
    source: str, tmp_path: Path
) -> None:
    path = tmp_path / "profile.json"
    path.write_text(json.dumps(evidence(source=source), indent=1), "utf-8")
    with pytest.raises(InputError) as caught:
        read_profile(path)
    (problem,) = caught.value.problems
    assert "a password does not belong in a profile" in problem.message
    assert problem.position is not None
    line = path.read_text("utf-8").splitlines()[problem.position.line - 1]
    assert line.strip().startswith('"source"')
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("source", HOLDING[:2])
def test_an_address_where_it_does_not_belong_is_told_without_its_password(
    source: str,
) -> None:
    with pytest.raises(InputError) as caught:
        load_profile_value({"organisation": {"name": "Bank"}, "evidence": [source]})
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    "source",
    ["data/desk.csv", "desk-*.json", "C:\\desk.csv", "a@b/desk.csv", "2026:03@x.csv"],
)
def test_a_path_is_no_address_and_holds_no_password(source: str) -> None:
    assert not is_address(source)
    assert without_secret(source) == source


@pytest.mark.parametrize(
    "source", ["postgres://db/crm", "spark:", "mysql://x", "spark:local"]
)
def test_an_address_is_one(source: str) -> None:
    assert is_address(source)
    assert without_secret(source) == source


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ({"source": "postgres://db/crm"}, "name a table or a query"),
        (
            {"source": "postgres://db/crm", "table": "a", "query": "SELECT 1"},
            "name a table or a query",
        ),
        ({"source": "it.csv", "table": "a"}, "for a source that is an address"),
        ({"source": "it.csv", "query": "SELECT 1"}, "for a source that is an address"),
        (
            {"source": "spark:", "table": "a", "sheet": "x", "header_rows": 2},
            "a database has no header_rows and sheet",
        ),
    ],
)
def test_files_and_databases_have_keys_of_their_own(
    said: dict[str, object], cause: str
) -> None:
    with pytest.raises(InputError, match=re.escape(cause)):
        load_profile_value(evidence(**said))


def test_a_password_on_the_command_line_is_refused_and_not_repeated() -> None:
    loaded = load_profile_value(evidence(source="it.csv"))
    with pytest.raises(InputError, match="The source of desk: a password") as caught:
        measured_evidence(loaded, replaced={"desk": HOLDING[0]}, as_of=date(2026, 1, 1))
    assert SECRET not in str(caught.value)
