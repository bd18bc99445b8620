"""Northlight Broadband: five exports; customers and invitations are made here."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Final

from sample_audits.making_evidence.chance import (
    FIRST,
    happens,
    moment,
)
from sample_audits.making_evidence.files import (
    Row,
    lines,
    table,
    waves,
    write,
)
from sample_audits.making_evidence.northlight_answers import answers
from sample_audits.making_evidence.northlight_requests import complaints, tickets

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["make"]


def customers(dice: Random) -> list[Row]:
    """3,000 customers; 17 to 18 % of those of a year ago have left, as declared."""
    rows: list[Row] = []
    for number in range(3_000):
        since = FIRST - timedelta(days=dice.randrange(40, 2_400))
        if happens(dice, 0.12):
            since = moment(dice)
        leaves = moment(dice) if happens(dice, 0.205) else None
        rows.append(
            {
                "Customer number": f"{number + 1:07}",
                "Segment": "small-business" if happens(dice, 0.12) else "households",
                "Since": since.strftime("%d.%m.%Y"),
                "Until": leaves.strftime("%d.%m.%Y")
                if leaves and leaves > since
                else "",
                # A decimal comma: the billing system was bought abroad.
                "Margin": f"{dice.gauss(96, 30):.2f}".replace(".", ","),
            }
        )
    return rows


INVITATIONS: Final = (
    ("2025-Q4", 5_600, 5_480, 742),
    ("2026-Q1", 5_900, 5_760, 755),
    ("2026-Q2", 5_750, 5_610, 731),
    ("2026-Q3", 6_020, 5_890, 761),
)
"""About one in eight answers, whatever the sources of feedback say of themselves."""


def make(folder: Path) -> None:
    """Write the tables of Northlight Broadband."""
    known = customers(Random("customers"))
    write(folder / "customers.csv", table(known, ";", "\r\n"), "utf-8-sig")
    write(folder / "surveys.csv", table(answers(Random("surveys"), known)))
    write(folder / "tickets.csv.gz", table(tickets(Random("tickets"), known)))
    write(folder / "complaints.jsonl", lines(complaints(Random("complaints"), known)))
    write(folder / "invitations.csv", table(waves(INVITATIONS)))
