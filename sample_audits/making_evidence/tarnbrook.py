"""Tarnbrook Insurance: answers, contacts and complaints."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING

from sample_audits.making_evidence.chance import (
    DONE,
    chosen,
    ended,
    happens,
    moment,
    within,
)
from sample_audits.making_evidence.files import (
    Row,
    iso,
    table,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["make"]


def answers(dice: Random) -> list[Row]:
    """1,500 answers, as glad as declared: agents choose whom to ask, and it shows."""
    rows: list[Row] = []
    for number in range(1_500):
        scores = {"9 10 10": 0.68, "7 8": 0.22, "2 4 5 6": 0.1}
        score = int(dice.choice(chosen(dice, scores).split()))
        stars = 5 if happens(dice, 0.74) else 4
        rows.append(
            {
                "id": f"a{number:05}",
                "submitted_at": iso(moment(dice)),
                "stage": chosen(dice, {"asks-about-policy": 0.6, "reports-claim": 0.4}),
                "channel": chosen(dice, {"phone": 0.75, "chat": 0.25}),
                "nps": score,
                "stars": stars if happens(dice, 0.91) else dice.choice((1, 2, 3)),
            }
        )
    return rows


def contacts(dice: Random) -> list[Row]:
    """About 6,000 contacts: answered as fast as told, solved less often than told.

    Each is closed, and yet after four in ten the customer comes again.
    """
    reasons = {
        "claim status": 0.42,
        "renewal price": 0.2,
        "documents": 0.13,
        "claim offer": 0.09,
        "portal login": 0.1,
        "cancellation": 0.06,
    }
    rows: list[Row] = []
    for _ in range(3_600):
        customer, reason = f"P{dice.randrange(90_000):05}", chosen(dice, reasons)
        opened = moment(dice)
        rows.append(_contact(dice, opened, customer, reason))
        while happens(dice, 0.41):
            opened += timedelta(hours=dice.uniform(3, 110))
            if opened >= DONE:
                break
            rows.append(_contact(dice, opened, customer, reason))
    rows.sort(key=lambda row: str(row["opened"]))
    return rows


def _contact(dice: Random, opened: datetime, customer: str, reason: str) -> Row:
    channel = chosen(dice, {"phone": 0.72, "chat": 0.18, "email": 0.1})
    # Seconds, by phone and chat; hours by email.
    seconds = {"phone": 8.0, "chat": 20.0, "email": 6_500.0}[channel]
    reply = opened + timedelta(seconds=seconds * dice.lognormvariate(0, 0.95))
    solved = reply + timedelta(seconds=268 * dice.lognormvariate(0, 0.4))
    return {
        "opened": opened.isoformat(sep=" "),
        "first_reply": reply.isoformat(sep=" ", timespec="seconds"),
        "solved": solved.isoformat(sep=" ", timespec="seconds"),
        "status": "closed",
        "channel": channel,
        "reason": reason,
        "team": "customer-support",
        "policy": customer,
        "moves": dice.choices((0, 1, 2), (90, 8, 2))[0],
    }


def complaints(dice: Random) -> list[Row]:
    """420 complaints: 97 in 100 closed within days, one in seven told the outcome."""
    rows: list[Row] = []
    for number in range(420):
        received = moment(dice)
        resolved = ended(received, within(dice, 52, 0.7))
        told = (
            ended(resolved, within(dice, 10))
            if resolved and happens(dice, 0.14)
            else None
        )
        rows.append(
            {
                "Ref": f"{number:04}",
                "Received": received.strftime("%m/%d/%Y %I:%M %p"),
                "Acknowledged": (received + within(dice, 3, 0.5)).strftime(
                    "%m/%d/%Y %I:%M %p"
                ),
                "Resolved": resolved.strftime("%m/%d/%Y %I:%M %p")
                if resolved
                else "N/A",
                "Outcome letter": told.strftime("%m/%d/%Y %I:%M %p") if told else "N/A",
                "Theme": chosen(
                    dice,
                    {"claim-status": 0.4, "first-offer": 0.35, "renewal-price": 0.25},
                ),
                "State": "Closed" if resolved else "Open",
            }
        )
    return rows


def make(folder: Path) -> None:
    """Write the tables of Tarnbrook Insurance."""
    said = answers(Random("answers"))
    write(folder / "answers.json", json.dumps({"total": len(said), "items": said}))
    write(folder / "contacts.tsv.gz", table(contacts(Random("contacts")), "\t"))
    write(folder / "complaints.csv", table(complaints(Random("complaints"))))
