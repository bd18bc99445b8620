"""What customers of Northlight Broadband answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sample_audits.making_evidence.chance import (
    DETRACTOR,
    chosen,
    ended,
    happens,
    moment,
    within,
)
from sample_audits.making_evidence.files import (
    Row,
    british,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from random import Random

__all__ = ["answers"]


def answers(dice: Random, customers: Sequence[Row]) -> list[Row]:
    """2,600 answers: NPS as declared, calls 14 points less satisfying than claimed.

    Few detractors are called back. 11 stands for a question that was skipped.
    """
    rows = [_relationship_answer(dice, customers, n) for n in range(1_100)]
    rows += [_call_answer(dice, customers, n) for n in range(1_150)]
    rows += [_installation_answer(dice, customers, n) for n in range(350)]
    dice.shuffle(rows)
    return rows


def _answer(
    dice: Random,
    customers: Sequence[Row],
    about: str,
    number: int,
    answered: datetime,
) -> Row:
    known = happens(dice, 0.86)
    customer = dice.choice(customers)
    return {
        "Answer": f"{about[0].upper()}{number:05}",
        "Answered": british(answered),
        "Customer number": customer["Customer number"] if known else "",
        "Segment": customer["Segment"],
        "About": about,
        "Stage": "",
        "Channel": "",
        "Recommend": 11,
        "Satisfied": "",
        "Easy": "",
        "Called back": "",
        "Comment": "",
    }


def _relationship_answer(dice: Random, customers: Sequence[Row], number: int) -> Row:
    answered = moment(dice)
    row = _answer(dice, customers, "relationship", number, answered)
    left = any(
        c["Until"] for c in customers if c["Customer number"] == row["Customer number"]
    )
    promoters, detractors = (0.24, 0.45) if left else (0.42, 0.23)
    kind = dice.random()
    if kind < promoters:
        score = dice.choice((9, 9, 10))
    elif kind < promoters + detractors:
        score = dice.choice((0, 2, 3, 4, 5, 5, 6, 6))
    else:
        score = dice.choice((7, 8, 8))
    row["Recommend"], row["Channel"] = score, "email"
    if score <= DETRACTOR and happens(dice, 0.34):
        row["Called back"] = british(ended(answered, within(dice, 30, 0.8)))
    if score <= DETRACTOR and happens(dice, 0.3):
        row["Comment"] = dice.choice(
            (
                "The price went up, and nobody told me",
                "Ring me on 020 7946 0123, I have called three times",
                "They came a day late; I had taken leave",
            )
        )
    return row


def _call_answer(dice: Random, customers: Sequence[Row], number: int) -> Row:
    row = _answer(dice, customers, "interaction", number, moment(dice))
    row["Stage"], row["Channel"] = (
        "gets-help",
        chosen(dice, {"phone": 0.7, "chat": 0.3}),
    )
    row["Satisfied"] = dice.choices((1, 2, 3, 4, 5), (14, 11, 15, 33, 27))[0]
    row["Easy"] = dice.choices((1, 2, 3, 4, 5, 6, 7), (8, 8, 12, 16, 21, 20, 15))[0]
    return row


def _installation_answer(dice: Random, customers: Sequence[Row], number: int) -> Row:
    row = _answer(dice, customers, "journey", number, moment(dice))
    row["Stage"], row["Channel"] = "connected", "engineer"
    row["Satisfied"] = dice.choices((1, 2, 3, 4, 5), (6, 8, 12, 34, 40))[0]
    return row
