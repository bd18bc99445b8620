"""A process is left at once: nothing is lost by it, and nothing is tidied up."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from tests.cli.unmeasured import unmeasured

FULL = Path("/dev/full")
TIDY = "its memory was tidied up"
DONE = "what was registered was done"
SITE = f"""
    import atexit, os, sys

    class Kept:
        def __del__(self, write=os.write):
            write(2, b"{TIDY}\\n")

    sys.kept = Kept()
    atexit.register(print, "{DONE}")
"""
WATCHED = f"{dedent(SITE)}\nimport sys\nsys.setprofile(lambda *told: None)\n"


def left(
    folder: Path, *args: str, site: str = SITE
) -> subprocess.CompletedProcess[str]:
    """Run a command that nobody measures, with something in it to tidy up."""
    (folder / "sitecustomize.py").write_text(dedent(site))
    return subprocess.run(
        [sys.executable, "-m", "auditor", *args],
        env=unmeasured() | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_all_that_was_written_arrives_and_no_memory_is_freed(tmp_path: Path) -> None:
    ended = left(tmp_path, "checks", "list", "--format", "json")
    assert ended.returncode == 0
    *printed, last = ended.stdout.splitlines()
    assert len(json.loads("\n".join(printed))) >= 100
    assert last == DONE
    assert not ended.stderr


@pytest.mark.parametrize(
    ("args", "code"), [(["run", "no.yaml"], 2), (["--help"], 0), (["nothing"], 2)]
)
def test_its_exit_code_is_that_of_the_command(
    tmp_path: Path, args: list[str], code: int
) -> None:
    ended = left(tmp_path, *args)
    assert ended.returncode == code
    assert TIDY not in ended.stderr


def test_under_a_profiler_it_ends_as_python_ends_it(tmp_path: Path) -> None:
    ended = left(tmp_path, "--version", site=WATCHED)
    assert ended.returncode == 0
    assert TIDY in ended.stderr


@pytest.mark.skipif(
    not FULL.exists(), reason="this system has no /dev/full, which is always full"
)
def test_output_that_cannot_be_written_is_told() -> None:
    with FULL.open("w") as full:
        ended = subprocess.run(
            [sys.executable, "-m", "auditor", "--version"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=120,
        )
    assert ended.returncode
    assert "No space left" in ended.stderr
