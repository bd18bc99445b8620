"""A profile with one table of evidence, and what was measured of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


WITH_A_DESK = """\
organisation: {name: Harbour Bank}
evidence:
  - id: desk
    kind: tickets
    source: data/desk.csv
    columns: {opened_at: Opened, closed_at: Closed, status: State, channel: Via}
"""


DESK = "Opened,Closed,State,Via,Who\n" + "".join(
    f"2026-03-{day:02} 09:00,2026-03-{day:02} 1{hour}:00,Closed,{via},Ann Ames\n"
    for day in range(1, 21)
    for hour, via in ((1, "phone"), (5, "web"))
)


def add(profile: Path, *tables: str) -> None:
    """Add tables of evidence to the profile, each written in one line."""
    with profile.open("a", encoding="utf-8") as file:
        file.writelines(f"  - {table}\n" for table in tables)


def measures(printed: str, **by: str) -> dict[str, Any]:
    """Return the measures of one group, by name and statistic."""
    listed = json.loads(printed)["measures"]
    return {f"{m['name']} {m['statistic']}": m for m in listed if m["by"] == by}
