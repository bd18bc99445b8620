"""What goes wrong in PostgreSQL is told; what is secret is not."""

from __future__ import annotations

import json
import socket
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from auditor.errors import EvidenceError
from auditor.evidence.engines import Database, opened_table
from tests.engines.commands import cxaudit, measured, profile
from tests.engines.embedded import said_of
from tests.engines.postgres import SMALL, asked, opened
from tests.engines.servers import USER, cluster, lacking_postgres

if TYPE_CHECKING:
    from pathlib import Path

    from tests.engines.servers import Cluster

SECRET = "hunter2-of-the-test"  # noqa: S105 - must never come back


@pytest.mark.parametrize(
    ("where", "cause"),
    [
        ({"table": "dusk"}, "it has no table of this name"),
        ({"table": "dusk.desk"}, "it has no table of this name"),
        ({"query": "SELECT open FROM desk"}, "names a column that does not exist"),
        ({"query": "SELEC 1"}, "the query is not valid SQL"),
        ({"query": "SELECT opened / 0 FROM desk"}, "the query cannot be run there"),
        ({"query": "SELECT 1) AS a; DROP TABLE desk; --"}, "not valid SQL"),
        ({"query": "SELECT nextval('numbers'), opened, state FROM desk"}, "write"),
        ({"query": "SELECT 'x'::int AS opened, state FROM desk"}, "SQLSTATE 22P02"),
        ({"table": "desk", "query": "SELECT 1"}, "either a table or a query"),
    ],
)
def test_a_fault_names_the_source_and_its_cause(
    small: Cluster, where: dict[str, str], cause: str
) -> None:
    asked(small, "DROP SEQUENCE IF EXISTS numbers", "CREATE SEQUENCE numbers")
    with pytest.raises(EvidenceError) as caught:
        opened(small, SMALL, **where)
    assert cause in str(caught.value)
    assert str(caught.value).startswith("postgres:///postgres")
    assert opened(small).rows == 2


def test_a_fault_in_one_table_leaves_others_of_its_database_standing(
    small: Cluster, tmp_path: Path
) -> None:
    path = profile(tmp_path, small.address, table="desk")
    said = json.loads(path.read_text("utf-8"))
    desk = said["evidence"][0]
    bad = {**desk, "id": "bad", "table": "dusk"}
    said["evidence"] = [desk, bad, {**desk, "id": "again"}]
    path.write_text(json.dumps(said), "utf-8")
    code, out, complaints = measured(path, "--quiet")
    assert "bad: postgres:///postgres (dusk): it has no table" in complaints
    assert [each["id"] for each in json.loads(out)["evidence"]] == ["desk", "again"]
    assert code == 3


def test_a_profile_names_a_table_in_a_database(small: Cluster, tmp_path: Path) -> None:
    code, out, complaints = measured(
        profile(tmp_path, small.address, table="desk"), "--quiet"
    )
    assert (code, complaints) == (0, "")
    tables = {each["id"]: each for each in json.loads(out)["evidence"]}
    assert tables["desk"]["source"] == "postgres:///postgres (desk)"
    assert (tables["desk"]["rows"], tables["file"]["rows"]) == (2, 1)


def test_a_lost_connection_leaves_the_other_tables_standing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if why := lacking_postgres():
        pytest.skip(why)
    monkeypatch.setenv("PGUSER", USER)
    with cluster() as server:
        asked(server, "CREATE TABLE desk (opened timestamp, state text)")
        with opened_table(Database(server.address, "desk"), "desk", SMALL) as table:
            server.stop()
            with pytest.raises(EvidenceError, match="the connection was lost"):
                said_of(table)
        path = profile(tmp_path, server.address, table="desk")
        code, out, complaints = measured(path, PGPASSWORD=SECRET)
        server.start()
    assert "postgres:///postgres (desk): it does not answer." in complaints
    assert SECRET not in out + complaints
    assert [each["id"] for each in json.loads(out)["evidence"]] == ["file"]
    assert code == 3


def test_a_refused_log_in_shows_neither_user_nor_password(
    small: Cluster, tmp_path: Path
) -> None:
    path = profile(tmp_path, small.address, table="desk")
    user = "somebody-secret"
    code, out, complaints = measured(path, PGUSER=user, PGPASSWORD=SECRET)
    assert "it has no such database or user. User and password come from" in complaints
    assert code == 3
    assert SECRET not in out + complaints
    assert user not in out + complaints


def test_a_report_names_the_database_and_nobody_who_may_enter(
    small: Cluster, tmp_path: Path
) -> None:
    address = small.address.replace(":///", f"://{USER}@/")
    path = profile(tmp_path, address, table="desk")
    files = [tmp_path / f"report.{ending}" for ending in ("json", "html", "md", "txt")]
    options = [option for file in files for option in ("-o", str(file))]
    code, out, complaints = cxaudit("run", str(path), *options, PGPASSWORD=SECRET)
    assert code == 0, complaints
    pages = [file.read_text("utf-8") for file in files]
    assert "postgres:///postgres (desk)" in pages[0]
    for page in (*pages, out, complaints):
        assert SECRET not in page
        assert USER not in page
        assert str(small.folder) not in page


def test_a_server_that_asks_for_the_password_in_the_clear_does_not_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PGPASSWORD", SECRET)
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = Thread(target=_ask_in_the_clear, args=(server, heard))
        thread.start()
        database = Database(f"postgres://127.0.0.1:{server.getsockname()[1]}/x", "desk")
        with pytest.raises(EvidenceError), opened_table(database, "desk", SMALL, {}):
            pass
        thread.join(10)
    assert heard
    assert SECRET.encode() not in b"".join(heard)


def _ask_in_the_clear(server: socket.socket, heard: list[bytes]) -> None:
    """Speak as much of the protocol as it takes to ask for a password."""
    with server.accept()[0] as client:
        client.settimeout(10)
        while said := client.recv(1_000):
            heard.append(said)
            wants_encryption = said[4:8] in (b"\x04\xd2\x16\x2f", b"\x04\xd2\x16\x30")
            client.sendall(b"N" if wants_encryption else b"R\0\0\0\x08\0\0\0\x03")
