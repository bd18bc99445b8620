"""The figures of the benchmark of evidence in SQL written by hand: KIND FILE."""
# ruff: noqa: S608 - our own file names

from __future__ import annotations

import sys
from tempfile import TemporaryDirectory
from typing import Final

import duckdb

CUTS: Final = "GROUPING SETS ((), (channel), ({cut}), (month))"
TIMES: Final = ", ".join(
    f"quantile_disc(epoch({end}) - epoch(opened), [0.5, 0.9]), "
    f"avg(epoch({end}) - epoch(opened))"
    for end in ("replied", "solved")
)
STATEMENTS: Final = {
    "surveys": "SELECT channel, stage, date_trunc('month', answered) AS month, "
    "count(*), "
    "100.0 * (count(*) FILTER (nps >= 9) - count(*) FILTER (nps <= 6)) / count(nps), "
    "count(*) FILTER (csat >= 4) / count(csat), avg(csat), stddev(csat) "
    f"FROM rows GROUP BY {CUTS.format(cut='stage')}",
    "tickets": "SELECT channel, team, date_trunc('month', opened) AS month, count(*), "
    f"count(*) FILTER (status IN ('closed', 'solved')) / count(*), {TIMES} "
    f"FROM rows GROUP BY {CUTS.format(cut='team')}",
}


def main(kind: str, file: str) -> None:
    """Print every figure."""
    # Left to itself, the engine takes what memory there is: percentiles need it.
    with (
        TemporaryDirectory() as folder,
        duckdb.connect(config={"threads": 2, "temp_directory": folder}) as engine,
    ):
        engine.execute(f"CREATE VIEW rows AS SELECT * FROM '{file}'")
        for row in engine.execute(STATEMENTS[kind]).fetchall():
            print(*row)


if __name__ == "__main__":
    main(*sys.argv[1:])
