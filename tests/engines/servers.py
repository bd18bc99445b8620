"""A PostgreSQL of our own for as long as a test needs it, and what Spark needs."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

UNPRIVILEGED = ("postgres", "nobody")
"""Users who may run a server where we are root; PostgreSQL refuses root."""
USER = "ann-who-may-enter"
"""The owner of the cluster."""


@dataclass(frozen=True)
class Cluster:
    """A running server that listens on a socket in a folder, and nowhere else."""

    binaries: Path
    folder: Path
    user: str | None

    @property
    def address(self) -> str:
        return f"postgres:///postgres?host={self.folder}"

    def run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [self.binaries / program, *arguments],
            check=True,
            capture_output=True,
            cwd=self.folder,
            user=self.user,
            group=pwd.getpwnam(self.user).pw_gid if self.user else None,
            extra_groups=[] if self.user else None,
        )

    def start(self) -> None:
        log, settings = str(self.folder / "log"), f"-k {self.folder} -h '' -c fsync=off"
        data = str(self.folder / "data")
        self.run("pg_ctl", "start", "-D", data, "-w", "-l", log, "-o", settings)

    def stop(self) -> None:
        data = str(self.folder / "data")
        self.run("pg_ctl", "stop", "-D", data, "-w", "-m", "immediate")


def lacking_postgres() -> str:
    """Why no PostgreSQL can be started; empty where one can."""
    if missing := _not_installed("psycopg", "sqlglot"):
        return missing
    if _binaries() is None:
        return "PostgreSQL is not installed: apt-get install postgresql"
    if os.geteuid() == 0 and _unprivileged() is None:
        return "PostgreSQL will not run as root, and there is no other user"
    return ""


def lacking_spark() -> str:
    """Why no Spark can be started; empty where one can."""
    if missing := _not_installed("pyspark", "sqlglot"):
        return missing
    if "JAVA_HOME" not in os.environ and shutil.which("java") is None:
        return "Java is not installed: apt-get install default-jre-headless"
    return ""


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A new cluster in a folder that is removed afterwards."""
    binaries = _binaries()
    assert binaries is not None
    # Not pytest's folder: nobody but its owner may enter that, and it may be long.
    with TemporaryDirectory(prefix="cxaudit-pg-", dir="/tmp") as name:
        folder = Path(name)
        user = _unprivileged() if os.geteuid() == 0 else None
        if user:
            shutil.chown(folder, user)
        server = Cluster(binaries, folder, user)
        options = ("--auth=trust", f"--username={USER}", "--encoding=UTF8", "--no-sync")
        server.run("initdb", "-D", str(folder / "data"), "--locale=C", *options)
        server.start()
        try:
            yield server
        finally:
            server.stop()


def _not_installed(*modules: str) -> str:
    missing = [name for name in modules if find_spec(name) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


def _binaries() -> Path | None:
    """Where the programs of the newest PostgreSQL are; Debian keeps them off PATH."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    return Path(on_path).resolve().parent if on_path else None


def _unprivileged() -> str | None:
    for name in UNPRIVILEGED:
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    return None
