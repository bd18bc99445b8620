"""Servers for tests of other engines, and the answers of the embedded one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.engines.embedded import Embedded, embedded
from tests.engines.postgres import asked
from tests.engines.servers import USER, cluster, lacking_postgres
from tests.engines.tables import SQL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.engines.servers import Cluster


@pytest.fixture(scope="session", autouse=True)
def hasty_java() -> Iterator[None]:
    """Java compiles no more than it must: most of the time it would compile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")
        yield


@pytest.fixture(scope="session", params=SQL)
def truth(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Embedded]:
    """One kind of table as the embedded engine reads and measures it."""
    with embedded(request.param, tmp_path_factory.mktemp("embedded")) as found:
        yield found


@pytest.fixture(scope="session")
def running() -> Iterator[Cluster]:
    """A PostgreSQL of our own."""
    if why := lacking_postgres():
        pytest.skip(why)
    with cluster() as server:
        yield server


@pytest.fixture
def postgres(running: Cluster, monkeypatch: pytest.MonkeyPatch) -> Cluster:
    """The same, with the user where the driver looks for it."""
    monkeypatch.setenv("PGUSER", USER)
    return running


@pytest.fixture
def small(postgres: Cluster) -> Cluster:
    """A cluster with one small table."""
    asked(
        postgres,
        "DROP TABLE IF EXISTS desk",
        "CREATE TABLE desk (opened timestamp, state text, notes json, paid money,"
        " score text, took interval, share real)",
        "INSERT INTO desk VALUES ('2026-01-01', 'open'), ('2026-01-02', 'solved')",
    )
    return postgres
