"""What customers of Northlight Broadband asked for and complained of."""

from __future__ import annotations

from datetime import datetime, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from sample_audits.making_evidence.chance import (
    DONE,
    chosen,
    ended,
    happens,
    moment,
    within,
)
from sample_audits.making_evidence.files import (
    Cell,
    Row,
    british,
    iso,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

__all__ = ["AVOIDABLE", "REASONS", "TEAMS", "complaints", "tickets"]

REASONS: Final = {
    "fault": 0.2,
    "appointment": 0.17,
    "fees": 0.14,
    "speed": 0.11,
    "wifi": 0.09,
    "Moving home": 0.09,  # on nobody's map
    "router return": 0.07,
    "price": 0.06,
    "order status": 0.05,
    "cancellation": 0.02,
}


AVOIDABLE: Final = ("fees", "appointment", "order status", "router return")


TEAMS: Final = {
    "customer-support": 0.62,
    "field": 0.18,
    "billing": 0.12,
    "Partner desk Cork": 0.08,  # in no list of departments
}


def tickets(dice: Random, customers: Sequence[Row]) -> list[Row]:
    """About 5,200 requests; one in eleven comes by WhatsApp, which no map shows.

    In summer repairs take 51 hours on average, as declared, and half of them under 34.
    """
    rows: list[tuple[datetime, Row]] = []
    for _ in range(3_300):
        customer = dice.choice(customers)["Customer number"]
        opened, reason = moment(dice), chosen(dice, REASONS)
        rows.append((opened, _ticket(dice, opened, customer, reason)))
        while happens(dice, 0.375):  # the same matter again, often elsewhere
            opened += timedelta(hours=dice.uniform(5, 120))
            if opened >= DONE:
                break
            rows.append((opened, _ticket(dice, opened, customer, reason)))
    rows.sort(key=itemgetter(0))
    tickets = [row for _, row in rows]
    for number, row in enumerate(tickets, 70_001):
        row["Ticket"] = f"00{number}"
    return [*tickets, tickets[17]]  # one line came twice


def _ticket(dice: Random, opened: datetime, customer: Cell, reason: str) -> Row:
    via = chosen(dice, {"Phone": 0.5, "Chat": 0.24, "E-mail": 0.17, "WhatsApp": 0.09})
    wait = {"Phone": 0.08, "Chat": 0.0191, "E-mail": 19.0, "WhatsApp": 7.0}[via]
    unanswered = via in {"E-mail", "WhatsApp"} and happens(dice, 0.09)
    reply = None if unanswered else ended(opened, within(dice, wait, 0.9))
    solved = None
    if reply:
        solved = ended(opened, within(dice, 30.7 if reason == "fault" else 9, 1.05))
    if solved and reply and solved < reply:
        solved = reply
    if solved and happens(dice, 0.004):
        solved = opened - timedelta(days=1)  # day and month changed places
    moves = dice.choices((0, 1, 2, 3), (62, 21, 12, 5))[0]
    return {
        "Ticket": "",
        "Created": british(opened),
        "First reply": british(reply),
        "By bot": "yes" if via == "Chat" and happens(dice, 0.06) else "no",
        "Solved": british(solved),
        "State": "Done" if solved else chosen(dice, {"Open": 0.7, "Parked": 0.3}),
        "Via": via,
        "Reason": reason if happens(dice, 0.97) else "",
        "Team": chosen(dice, TEAMS),
        "Customer number": customer if happens(dice, 0.9) else "",
        "Reopened": 1 if solved and happens(dice, 0.07) else 0,
        "Moves": moves,
        "Avoidable": "yes" if reason in AVOIDABLE else "no",
    }


def complaints(dice: Random, customers: Sequence[Row]) -> list[Row]:
    """780 complaints; of those closed, fewer than half heard what came of it."""
    rows: list[Row] = []
    for number in range(780):
        received = moment(dice)
        acknowledged = ended(received, within(dice, 22, 0.9))
        resolved = ended(received, within(dice, 300, 0.95))
        told = None
        if resolved and happens(dice, 0.46):
            told = ended(resolved, within(dice, 20, 0.6))
        theme = chosen(
            dice,
            {
                "missed-appointments": 0.25,
                "fees": 0.27,
                "moving": 0.16,
                "waiting": 0.17,
                "router-returns": 0.15,
            },
        )
        cause = chosen(
            dice, {"planning": 0.26, "price text": 0.24, "system": 0.2, "other": 0.3}
        )
        rows.append(
            {
                "id": f"C-{number:05}",
                "received": iso(received),
                "customer": dice.choice(customers)["Customer number"]
                if happens(dice, 0.7)
                else None,
                "channel": chosen(dice, {"phone": 0.55, "email": 0.4, "web": 0.05}),
                "theme": theme,
                "cause": cause if resolved and happens(dice, 0.74) else None,
                "status": "closed" if resolved else "open",
                "acknowledged": iso(acknowledged),
                "resolved": iso(resolved),
                "told": iso(told),
            }
        )
    return rows
