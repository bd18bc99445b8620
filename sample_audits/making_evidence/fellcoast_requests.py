"""What passengers of Fellcoast Trains asked for and complained of."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from sample_audits.making_evidence.chance import (
    DAYS,
    DONE,
    FIRST,
    chosen,
    ended,
    happens,
    moment,
    within,
)
from sample_audits.making_evidence.files import (
    Cell,
    Row,
    iso,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

__all__ = ["REASONS", "TARGETS", "complaints", "requests"]

REASONS: Final = {
    "fares": 0.27,
    "information": 0.23,
    "compensation": 0.17,
    "app": 0.11,
    "assistance": 0.1,
    "lost property": 0.07,
    "crowding": 0.05,
}


TARGETS: Final = {"phone": 0.011, "chat": 0.012, "email": 5.0, "web": 5.5}
"""Median hours to a first answer, well within what the channels promise."""


def requests(dice: Random, passengers: Sequence[Row]) -> list[Row]:
    """About 4,700 requests, answered in time; fewer about compensation each quarter."""
    rows: list[Row] = []
    for _ in range(3_600):
        opened, reason = moment(dice), chosen(dice, REASONS)
        spared = reason == "compensation" and (opened - FIRST).days > DAYS / 2
        if spared and happens(dice, 0.55):
            continue  # since May delay is paid without being asked for
        passenger = dice.choice(passengers)["passenger"]
        channel = chosen(dice, {"phone": 0.44, "chat": 0.22, "email": 0.2, "web": 0.14})
        rows.append(_request(dice, opened, passenger, reason, channel))
        while happens(dice, 0.26):
            opened += timedelta(hours=dice.uniform(8, 120))
            if opened >= DONE:
                break
            rows.append(_request(dice, opened, passenger, reason, channel))
    rows.sort(key=lambda row: str(row["opened"]))
    return rows


def _request(
    dice: Random, opened: datetime, passenger: Cell, reason: str, channel: str
) -> Row:
    reply = ended(opened, within(dice, TARGETS[channel], 0.5))
    solved = ended(opened, within(dice, TARGETS[channel] + 4, 0.6)) if reply else None
    if solved and reply and solved < reply:
        solved = reply
    teams = {
        "customer-relations": 0.7,
        "retail": 0.15,
        "finance": 0.1,
        "stations": 0.05,
    }
    return {
        "opened": iso(opened),
        "replied": iso(reply),
        "solved": iso(solved),
        "status": "closed" if solved else "open",
        "channel": channel,
        "reason": reason,
        "team": chosen(dice, teams),
        "passenger": passenger if happens(dice, 0.9) else None,
        "moves": int(chosen(dice, {"0": 0.78, "1": 0.17, "2": 0.05})),
        "reopened": int(solved is not None and happens(dice, 0.03)),
        "avoidable": reason in {"compensation", "information"},
    }


def complaints(dice: Random, passengers: Sequence[Row]) -> list[Row]:
    """520 complaints: nine in ten settled within nine working days, and told so."""
    themes = {
        "late-information": 0.36,
        "refund-forms": 0.24,
        "fare-maze": 0.2,
        "assistance-missed": 0.1,
        "toilets": 0.1,
    }
    causes = {"control room": 0.3, "forms": 0.25, "price list": 0.2, "other": 0.1}
    rows: list[Row] = []
    for number in range(520):
        received = moment(dice)
        acknowledged = ended(received, within(dice, 5, 0.5))
        resolved = ended(received, within(dice, 140, 0.5))
        told = ended(resolved, within(dice, 8, 0.5)) if resolved else None
        rows.append(
            {
                "id": f"{number:05}",
                "received": iso(received),
                "passenger": dice.choice(passengers)["passenger"],
                "channel": chosen(dice, {"phone": 0.4, "email": 0.4, "web": 0.2}),
                "theme": chosen(dice, themes),
                "cause": chosen(dice, causes) if happens(dice, 0.96) else None,
                "status": "closed" if resolved else "open",
                "acknowledged": iso(acknowledged),
                "contacted": iso(acknowledged),
                "resolved": iso(resolved),
                "told": iso(told) if happens(dice, 0.94) else None,
                "asked": resolved is not None and happens(dice, 0.9),
                "reopened": int(resolved is not None and happens(dice, 0.02)),
            }
        )
    return rows
