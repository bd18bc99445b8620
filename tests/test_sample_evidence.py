"""The tables of the sample audits are what their script makes."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "sample_audits"


def content(path: Path) -> bytes:
    """Return what a file holds: packed, it may differ with the library that packs."""
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def test_the_script_makes_the_tables_that_are_here(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sample_audits.making_evidence", str(tmp_path)]
    subprocess.run(command, cwd=SAMPLES.parent, check=True)
    here = {p.relative_to(SAMPLES): content(p) for p in SAMPLES.rglob("data/*")}
    made = {p.relative_to(tmp_path): content(p) for p in tmp_path.rglob("data/*")}
    assert len(made) == 16
    assert made == here
