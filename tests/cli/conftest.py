from __future__ import annotations

import os
import subprocess
import sys
from textwrap import dedent
from typing import TYPE_CHECKING, Protocol

import pytest
from click.testing import CliRunner

from auditor.cli import main
from tests.cli.evidence import DESK, WITH_A_DESK

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

PROFILE = """\
organisation:
  name: Harbour Bank
  segments:
    - {id: savers, name: Savers, primary: true}
principles: []
"""


class Process(Protocol):
    """Runs `cxaudit` as a process of its own."""

    def __call__(
        self, *args: str | Path, **environment: str
    ) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture
def cxaudit() -> Callable[..., Result]:
    """Run a command within this process."""

    def run(*args: str | Path, answers: str | None = None) -> Result:
        return CliRunner().invoke(main, [str(arg) for arg in args], input=answers)

    return run


@pytest.fixture
def process(tmp_path: Path) -> Process:
    """Run a command as a user does; plugins in `tmp_path/site` are installed."""

    def run(*args: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "auditor", *map(str, args)],
            env=os.environ | {"PYTHONPATH": str(tmp_path / "site")} | environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """Return a small profile on which something is met and something is not."""
    path = tmp_path / "profile.yaml"
    path.write_text(PROFILE, "utf-8")
    return path


@pytest.fixture
def install(tmp_path: Path) -> Callable[[str, str], None]:
    """Install a plugin for `process`, as pip would."""

    def installed(name: str, source: str) -> None:
        site = tmp_path / "site"
        info = site / f"{name}-1.2.dist-info"
        info.mkdir(parents=True)
        (site / f"{name}.py").write_text(dedent(source), "utf-8")
        (info / "METADATA").write_text(f"Name: {name}\nVersion: 1.2\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[auditor]\n{name} = {name}\n", "utf-8")

    return installed


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """Return a profile with one table of evidence beside it."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "desk.csv").write_text(DESK, "utf-8")
    path = tmp_path / "profile.yaml"
    path.write_text(WITH_A_DESK, "utf-8")
    return path
