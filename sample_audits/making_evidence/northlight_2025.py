"""Northlight Broadband a year earlier: three smaller exports, to November 2025.

The makers of the later exports are asked again, with other dice; everything happens
52 weeks earlier, and what was otherwise then stands below.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Final

from sample_audits.making_evidence.chance import happens
from sample_audits.making_evidence.files import Row, british, iso, lines, table, write
from sample_audits.making_evidence.northlight import customers
from sample_audits.making_evidence.northlight_answers import answers
from sample_audits.making_evidence.northlight_requests import complaints, tickets

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["make"]

BACK: Final = timedelta(weeks=52)
BRITISH: Final = "%d/%m/%Y %H:%M:%S"
WAITS: Final = {"E-mail": 0.5, "Chat": 1.33}
"""How long a first reply took, by channel, as a multiple of a year later."""
REPAIRS: Final = 1.26
"""How long repairs took."""


def make(folder: Path) -> None:
    """Write the tables of the earlier edition."""
    known = customers(Random("customers"))
    write(folder / "surveys.csv.gz", table(_surveys(Random("surveys of 2025"), known)))
    write(folder / "tickets.csv.gz", table(_tickets(Random("tickets of 2025"), known)))
    write(
        folder / "complaints.jsonl.gz",
        lines(_complaints(Random("complaints of 2025"), known)),
    )


def _surveys(dice: Random, known: list[Row]) -> list[Row]:
    """1,800 answers; of those called back later, half were called back then."""
    rows = answers(Random("surveys a year earlier"), known)[:1_800]
    for row in rows:
        row["Comment"] = ""
        if happens(dice, 0.5):
            row["Called back"] = ""
        _earlier(row, "Answered", "Called back")
    return rows


def _tickets(dice: Random, known: list[Row]) -> list[Row]:
    """About 1,300 requests: none by WhatsApp; e-mail was faster, all else slower."""
    some = {row["Customer number"] for row in dice.sample(known, 900)}
    rows = [
        row
        for row in tickets(Random("earlier tickets"), known)
        if row["Via"] != "WhatsApp" and row["Customer number"] in some
    ]
    for row in rows:
        _stretch(row, "First reply", WAITS.get(str(row["Via"]), 1.0))
        _stretch(row, "Solved", REPAIRS if row["Reason"] == "fault" else 1.0)
        _earlier(row, "Created", "First reply", "Solved")
    return rows


def _complaints(dice: Random, known: list[Row]) -> list[Row]:
    """300 complaints: causes were rarely noted, and one in five heard the outcome."""
    rows = complaints(Random("earlier complaints"), known)[:300]
    for row in rows:
        if happens(dice, 0.45):
            row["cause"] = None
        if happens(dice, 0.55):
            row["told"] = None
        for name in ("received", "acknowledged", "resolved", "told"):
            if row[name]:
                at = datetime.fromisoformat(str(row[name]).removesuffix("Z"))
                row[name] = iso(at - BACK)
    return rows


def _stretch(row: Row, name: str, factor: float) -> None:
    """Let something take longer, or less long, than it did a year later."""
    if row[name]:
        opened = _at(row["Created"])
        row[name] = british(opened + factor * (_at(row[name]) - opened))


def _earlier(row: Row, *names: str) -> None:
    for name in names:
        if row[name]:
            row[name] = british(_at(row[name]) - BACK)


def _at(cell: object) -> datetime:
    return datetime.strptime(str(cell), BRITISH)  # noqa: DTZ007 - as the export has it
