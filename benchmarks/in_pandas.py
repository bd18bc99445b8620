"""The figures of the benchmark of evidence as a pandas script has them: KIND FILE."""

from __future__ import annotations

import sys
from typing import Any, Final

import pandas as pd

DETRACTOR, PROMOTER, SATISFIED = 6, 9, 4
MOMENTS: Final = {
    "surveys": ["answered"],
    "tickets": ["opened", "replied", "solved"],
}
CUTS: Final = {
    "surveys": [None, "channel", "stage", "month"],
    "tickets": [None, "channel", "team", "month"],
}


def main(kind: str, file: str) -> None:
    """Print every figure."""
    rows = pd.read_csv(file, parse_dates=MOMENTS[kind])
    begin = rows[MOMENTS[kind][0]]
    rows["month"] = begin.dt.to_period("M")
    if kind == "surveys":
        rows["score"] = 100 * (
            (rows["nps"] >= PROMOTER).astype(int) - (rows["nps"] <= DETRACTOR)
        )
        rows["satisfied"] = rows["csat"] >= SATISFIED
        wanted: dict[str, Any] = {
            "score": "mean",
            "satisfied": "mean",
            "csat": ["mean", "std", "count"],
        }
    else:
        rows["done"] = rows["status"].isin(["closed", "solved"])
        for end in ("replied", "solved"):
            rows[f"{end}_after"] = (rows[end] - begin).dt.total_seconds()
        spans = ["median", lambda spans: spans.quantile(0.9), "mean"]
        wanted = {
            "done": ["mean", "count"],
            "replied_after": spans,
            "solved_after": spans,
        }
    for cut in CUTS[kind]:
        print(rows.groupby(cut).agg(wanted) if cut else rows.agg(wanted))


if __name__ == "__main__":
    main(*sys.argv[1:])
