"""How far a declared figure may lie from the computed one.

A sample leaves room for chance: the 95 % interval of the figure. All records leave
none: what is allowed there is rounding, and small differences of definition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.confrontation.claim import Agreement
from auditor.evidence.statistics.minimums import JUDGED_FROM
from auditor.finding import Room
from auditor.translation import message, plural

if TYPE_CHECKING:
    from auditor.evidence import Measure
    from auditor.translation import Message

__all__ = ["CLOSURE", "FIGURES", "compared", "is_sample"]

# All ours: what applies to a claim that no check of this audit judged.
FIGURES: Final = Room(points=1.0, near=2.0)
"""Figures that are to be reproduced from raw data."""
CLOSURE: Final = Room(points=5.0, near=3.0)
"""The closure rate, which few define alike."""
SLIP: Final = 1e-9
"""What arithmetic in binary fractions may be off by."""
PER_CENT: Final = 100.0
TWICE: Final = 2.0
ANSWERS: Final = frozenset({"nps", "csat", "ces", "trust"})
"""What is asked of some, and never known of all."""
ROUNDED: Final = frozenset({"hours", "currency"})
"""Units of figures that people round to what can be said in a word."""


def is_sample(measure: Measure) -> bool:
    """Whether the rows of a figure stand for others: answers do, requests do not.

    Args:
        measure: The figure; its name decides.
    """
    return measure.name in ANSWERS


def compared(
    said: float,
    measure: Measure,
    *,
    room: Room = FIGURES,
    stated: float = 0.0,
    least: int = JUDGED_FROM,
) -> tuple[Agreement, str]:
    """Return how a declared figure stands to a computed one, and why in a sentence.

    Args:
        said: The declared figure, in the unit of the measure.
        measure: The computed figure.
        room: How far off it may be, where nothing else gives it room.
        stated: The declared figure as it is written, in a unit of its own: a time or
            an amount that rounds to it holds.
        least: Rows from which it is judged.
    """
    if measure.value is None or measure.n < least:
        reason = plural(
            "Only {n:,} row tells of it: {least} are needed.",
            "Only {n:,} rows tell of it: {least} are needed.",
            measure.n,
            least=least,
        )
        return Agreement.NOT_JUDGED, reason
    apart = abs(said - measure.value)
    allowed, records = _allowed(said, measure, measure.value, room)
    if apart <= allowed + SLIP:
        return Agreement.HOLDS, _within(records)
    if measure.unit in ROUNDED and apart <= _hidden(said, stated) + SLIP:
        reason = message("The same once it is rounded as the declared one is.")
        return Agreement.HOLDS, reason
    off = _off(apart, measure.value, measure.unit)
    if apart <= room.near * allowed + SLIP:
        return Agreement.NEARLY, _near(off, records, room.near)
    return Agreement.CONTRADICTED, _beyond(off, records)


def _hidden(said: float, stated: float) -> float:
    """Return the most that the rounding of a written figure hides, in our unit."""
    _, _, decimals = f"{stated:.10g}".partition(".")
    return 0.5 * 10.0 ** -len(decimals) * abs(said / stated) if stated else 0.0


def _allowed(
    said: float, measure: Measure, value: float, room: Room
) -> tuple[float, Message | None]:
    """Return how far off is allowed, and what all records allow.

    Nothing of the latter where chance gives the room: the 95 % interval of a sample.
    """
    end = measure.low if said < value else measure.high
    scales = {"share": room.points / PER_CENT, "points": room.points}
    points = scales.get(measure.unit)
    slack = room.relative * abs(value) if points is None else points
    if is_sample(measure) and end is not None and abs(end - value) > slack:
        return abs(end - value), None
    if points is None:
        return slack, message("{share:g} %", share=PER_CENT * room.relative)
    return slack, _in_points(room.points)


def _within(records: Message | None) -> Message:
    if records is None:
        return message("Within the 95 % interval.")
    return message("Within {room} of all records.", room=records)


def _beyond(off: Message, records: Message | None) -> Message:
    if records is None:
        return message("{off}, outside the 95 % interval.", off=off)
    return message("{off}, where all records allow {room}.", off=off, room=records)


def _near(off: Message, records: Message | None, near: float) -> Message:
    times = _times(near)
    if records is None:
        return message(
            "{off}, outside the 95 % interval; by no more than {times} as much.",
            off=off,
            times=times,
        )
    return message(
        "{off}, where all records allow {room}; by no more than {times} as much.",
        off=off,
        room=records,
        times=times,
    )


def _times(number: float) -> Message:
    if number == TWICE:
        return message("twice")
    return message("{number:,.12g} times", number=round(number, 2))


def _in_points(number: float) -> Message:
    return plural("{n:g} point", "{n:g} points", number)


def _off(apart: float, value: float, unit: str) -> Message:
    if unit == "share":
        return message("{points:.1f} points off", points=PER_CENT * apart)
    if unit == "points":
        return message("{points:.1f} points off", points=apart)
    if not value:
        return message("All of it off")
    return message("{share:.1f} % off", share=PER_CENT * apart / abs(value))
