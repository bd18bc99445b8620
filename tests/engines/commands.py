"""The command line on a profile whose first table is in a database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def profile(folder: Path, source: str, **said: object) -> Path:
    """A profile of two tables, of which the second is a file."""
    desk = {"id": "desk", "kind": "tickets", "source": source, **said}
    desk["columns"] = {"opened_at": "opened", "status": "state"}
    columns = {"opened_at": "Opened"}
    file = {"id": "file", "kind": "tickets", "source": "it.csv", "columns": columns}
    (folder / "it.csv").write_text("Opened\n2026-01-01\n", "utf-8")
    written = {"organisation": {"name": "Harbour Bank"}, "evidence": [desk, file]}
    path = folder / "profile.json"
    path.write_text(json.dumps(written), "utf-8")
    return path


def measured(path: Path, *options: str, **environment: str) -> tuple[int, str, str]:
    """What measuring says: its exit code, its output and its complaints."""
    command = ("evidence", "measure", str(path), "--format", "json", *options)
    return cxaudit(*command, **environment)


def cxaudit(*command: str, **environment: str) -> tuple[int, str, str]:
    """What a command says: its exit code, its output and its complaints."""
    done = subprocess.run(
        [sys.executable, "-m", "auditor", *command],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )
    return done.returncode, done.stdout, done.stderr
