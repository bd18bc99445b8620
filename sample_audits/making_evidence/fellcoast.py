"""Fellcoast Trains: five exports; season tickets and invitations are made here."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Final

from sample_audits.making_evidence.chance import (
    FIRST,
    happens,
    moment,
)
from sample_audits.making_evidence.fellcoast_answers import answers
from sample_audits.making_evidence.fellcoast_requests import complaints, requests
from sample_audits.making_evidence.files import (
    Row,
    lines,
    table,
    waves,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["make"]


def passengers(dice: Random) -> list[Row]:
    """2,400 season-ticket holders; 88 in 100 of those of a year ago renewed."""
    rows: list[Row] = []
    for number in range(2_400):
        since = FIRST - timedelta(days=dice.randrange(60, 3_000))
        stops = moment(dice) if happens(dice, 0.135) else None
        rows.append(
            {
                "passenger": f"F{number:06}",
                "segment": "assisted" if happens(dice, 0.08) else "commuters",
                "since": since.date().isoformat(),
                "until": stops.date().isoformat() if stops else "",
            }
        )
    return rows


INVITATIONS: Final = (
    ("2025-Q4", 2_310, 2_290, 742),
    ("2026-Q1", 2_260, 2_240, 731),
    ("2026-Q2", 2_400, 2_375, 789),
    ("2026-Q3", 2_350, 2_332, 771),
)
"""A third of those asked answer, as the sources of feedback say."""


def make(folder: Path) -> None:
    """Write the tables of Fellcoast Trains."""
    known = passengers(Random("passengers"))
    said = answers(Random("fellcoast answers"), known)
    told = complaints(Random("fellcoast complaints"), known)
    write(folder / "passengers.csv", table(known))
    write(folder / "answers.jsonl.gz", lines(said))
    write(folder / "requests.jsonl.gz", lines(requests(Random("requests"), known)))
    write(folder / "complaints.jsonl.gz", lines(told))
    write(folder / "invitations.csv", table(waves(INVITATIONS)))
