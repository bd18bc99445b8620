"""Tables of evidence by the million: ours, the bare engine, and pandas.

All three compute the same figures, for the whole and by channel, stage or department,
and month: Net Promoter Score and satisfaction of survey answers; the share closed, and
median, 90th percentile and mean of two times of tickets. Ours besides reads what it is
not sure of, counts what it leaves out and why, and gives intervals. Whole processes,
start-up included; memory is the most that a process held.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Final

from benchmarks.timing import CXAUDIT, ENVIRONMENT

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]

HERE: Final = Path(__file__).parent
ANSWERS: Final = 10_000_000
"""Survey answers; there are half as many tickets."""
KINDS: Final = ("surveys", "tickets")
PROFILE: Final = """
organisation: {{name: Benchmark}}
evidence:
  - id: {kind}
    kind: {kind}
    source: {file}
    columns: {columns}
    scales: {{csat: {{min: 1, max: 5, satisfied: [4, 5]}}}}
"""
COLUMNS: Final = {
    "surveys": "{responded_at: answered, channel: channel, stage: stage, nps: nps, "
    "csat: csat}",
    "tickets": "{opened_at: opened, first_response_at: replied, resolved_at: solved, "
    "status: status, channel: channel, department: team}",
}
GENERATED: Final = {
    "surveys": """
SELECT TIMESTAMP '2025-01-01' + to_seconds(CAST(hash(i) % 31536000 AS INT)) AS answered,
  ['phone', 'chat', 'email', 'web', 'store'][CAST(1 + hash(i + 1) % 5 AS INT)]
    AS channel,
  ['buys', 'starts', 'uses', 'gets-help'][CAST(1 + hash(i + 2) % 4 AS INT)] AS stage,
  CAST(hash(i + 3) % 11 AS TINYINT) AS nps, CAST(1 + hash(i + 4) % 5 AS TINYINT) AS csat
FROM range({rows}) AS t (i)""",
    "tickets": """
WITH begun AS (SELECT i,
    TIMESTAMP '2025-01-01' + to_seconds(CAST(hash(i) % 31536000 AS INT)) AS opened
  FROM range({rows}) AS t (i))
SELECT opened, opened + to_seconds(CAST(60 + hash(i + 1) % 90000 AS INT)) AS replied,
  opened + to_seconds(CAST(90060 + hash(i + 2) % 900000 AS INT)) AS solved,
  ['closed', 'solved', 'closed', 'open'][CAST(1 + hash(i + 3) % 4 AS INT)] AS status,
  ['phone', 'chat', 'email', 'web'][CAST(1 + hash(i + 4) % 4 AS INT)]
    AS channel,
  'team-' || hash(i + 5) % 12 AS team
FROM begun""",
}


@dataclass(frozen=True, slots=True)
class Run:
    """One process."""

    seconds: float
    megabytes: float
    """The most that it held in memory."""

    def __str__(self) -> str:
        return f"{self.seconds:7.2f} s {self.megabytes:6.0f} MB"


def main(answers: int = ANSWERS) -> None:
    """Print times and memory as they are measured."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for rows in (answers // 10, answers):
            _generate(folder, rows)
            _compare(folder, rows)


def _generate(folder: Path, rows: int) -> None:
    import duckdb  # noqa: PLC0415 - only this benchmark needs it

    for kind in KINDS:
        number = rows if kind == "surveys" else rows // 2
        query = GENERATED[kind].format(rows=number)
        for suffix, options in (
            ("csv", "FORMAT csv, HEADER"),
            ("parquet", "FORMAT parquet"),
        ):
            path = folder / f"{kind}.{suffix}"
            duckdb.execute(f"COPY ({query}) TO '{path}' ({options})")
            text = PROFILE.format(kind=kind, file=path.name, columns=COLUMNS[kind])
            (folder / f"{kind}-{suffix}.yaml").write_text(text, encoding="utf-8")


def _compare(folder: Path, rows: int) -> None:
    for kind in KINDS:
        number = rows if kind == "surveys" else rows // 2
        for suffix in ("parquet", "csv"):
            file = str(folder / f"{kind}.{suffix}")
            profile = str(folder / f"{kind}-{suffix}.yaml")
            measure = [
                CXAUDIT,
                "evidence",
                "measure",
                profile,
                "--format",
                "json",
                "-q",
            ]
            ours = _best([*measure, "--as-of", "2025-12-31"])
            title = f"{number:,} rows of {kind}, {suffix}"
            print(f"{title:38} cxaudit {ours}", flush=True)
            bare = _best([sys.executable, str(HERE / "bare_engine.py"), kind, file])
            _print("bare engine", ours, bare, "goal ≤ 1.3×")
            if suffix == "csv":
                pandas = _best([sys.executable, str(HERE / "in_pandas.py"), kind, file])
                _print("pandas", ours, pandas, "goal ≤ 0.5×, memory ≤ 0.33×")


def _print(name: str, ours: Run, theirs: Run, goal: str) -> None:
    ratio = ours.seconds / theirs.seconds
    memory = ours.megabytes / theirs.megabytes
    print(
        f"{'':33}{name:>12} {theirs}  ours {ratio:.2f}×, memory {memory:.2f}×  {goal}",
        flush=True,
    )


def _best(command: Sequence[str], runs: int = 3) -> Run:
    """Run a command a few times; the fastest run was disturbed least."""
    return min((_run(command) for _ in range(runs)), key=lambda run: run.seconds)


def _run(command: Sequence[str]) -> Run:
    start = perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command}: exit code {process.returncode}")
    return Run(seconds, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
