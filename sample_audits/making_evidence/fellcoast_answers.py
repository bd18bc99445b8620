"""What passengers of Fellcoast Trains answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
    iso,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from random import Random

__all__ = ["ANSWERS", "ASKED", "GLAD", "answers"]

ASKED: Final = {
    "c-considers": "csat",
    "l-plans": "csat",
    "c-orders": "csat ces",
    "l-books": "csat ces",
    "c-first-weeks": "csat",
    "c-travels": "csat",
    "c-disrupted": "csat",
    "c-claims": "csat ces",
    "l-travels": "csat",
    "l-asks": "csat ces",
    "c-renews": "csat",
}
"""Stages after which passengers are asked, and what."""


ANSWERS: Final = {"c-disrupted": 900, "c-claims": 900}
"""How many answers there are, where it is not 150."""


GLAD: Final = {"c-disrupted": 0.62, "c-travels": 0.8, "l-travels": 0.82}
"""Share of satisfied answers, where it is not 0.85."""


def answers(dice: Random, passengers: Sequence[Row]) -> list[Row]:
    """5,850 answers, as declared; nine in ten who were unhappy are called next day."""
    rows = [_relationship(dice, passengers) for _ in range(2_700)]
    for stage, questions in ASKED.items():
        rows += [
            _stage(dice, passengers, stage, questions)
            for _ in range(ANSWERS.get(stage, 150))
        ]
    for number, row in enumerate(rows):
        row["answer"] = number
    return rows


def _answer(dice: Random, passengers: Sequence[Row], answered: datetime) -> Row:
    passenger = dice.choice(passengers)
    known = happens(dice, 0.93)
    return {
        "answer": None,
        "answered": iso(answered),
        "passenger": passenger["passenger"] if known else None,
        "segment": passenger["segment"],
        "level": "relationship",
        "channel": chosen(dice, {"app": 0.5, "email": 0.35, "chat": 0.15}),
    }


def _called(dice: Random, answered: datetime) -> str | None:
    """Return when somebody called an unhappy passenger, if anybody did."""
    if not happens(dice, 0.94):
        return None
    return iso(ended(answered, within(dice, 15, 0.55)))


def _relationship(dice: Random, passengers: Sequence[Row]) -> Row:
    answered = moment(dice)
    row = _answer(dice, passengers, answered)
    left = any(
        p["until"] for p in passengers if p["passenger"] == row["passenger"] is not None
    )
    promoters, detractors = (0.3, 0.34) if left else (0.58, 0.15)
    shares = {
        "9 10 10": promoters,
        "7 8 8": 1 - promoters - detractors,
        "1 3 4 5 6": detractors,
    }
    score = int(dice.choice(chosen(dice, shares).split()))
    row["nps"] = score
    row["trust"] = int(chosen(dice, {"1": 5, "2": 7, "3": 14, "4": 40, "5": 34}))
    row["called"] = _called(dice, answered) if score <= DETRACTOR else None
    return row


def _stage(dice: Random, passengers: Sequence[Row], stage: str, questions: str) -> Row:
    answered = moment(dice)
    row = _answer(dice, passengers, answered)
    glad = happens(dice, GLAD.get(stage, 0.855))
    row["level"] = "interaction" if stage in {"c-claims", "l-asks"} else "journey"
    row["stage"] = stage
    row["csat"] = dice.choice((4, 5, 5)) if glad else dice.choice((1, 2, 3, 3))
    if "ces" in questions:
        row["ces"] = dice.choice((5, 6, 7)) if happens(dice, 0.87) else 3
    row["called"] = _called(dice, answered) if int(str(row["csat"])) <= 2 else None
    return row
