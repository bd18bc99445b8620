"""How far a declared figure may lie from the computed one.

A sample leaves room for chance: the 95 % interval of the figure. All records leave
none: what is allowed there is rounding, and small differences of definition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.confrontation.claim import Agreement
from auditor.evidence.statistics.minimums import JUDGED_FROM
from auditor.finding import Room

if TYPE_CHECKING:
    from auditor.evidence import Measure

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
    """Whether the rows of a figure stand for others: answers do, requests do not."""
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
        rows = "row tells" if measure.n == 1 else "rows tell"
        reason = f"Only {measure.n:,} {rows} of it: {least} are needed."
        return Agreement.NOT_JUDGED, reason
    apart = abs(said - measure.value)
    allowed, within, beyond = _allowed(said, measure, measure.value, room)
    if apart <= allowed + SLIP:
        return Agreement.HOLDS, f"Within {within}."
    if measure.unit in ROUNDED and apart <= _hidden(said, stated) + SLIP:
        return Agreement.HOLDS, "The same once it is rounded as the declared one is."
    off = f"{_off(apart, measure.value, measure.unit)} off, {beyond}"
    if apart <= room.near * allowed + SLIP:
        return Agreement.NEARLY, f"{off}; by no more than {_times(room.near)} as much."
    return Agreement.CONTRADICTED, f"{off}."


def _hidden(said: float, stated: float) -> float:
    """Return the most that the rounding of a written figure hides, in our unit."""
    _, _, decimals = f"{stated:.10g}".partition(".")
    return 0.5 * 10.0 ** -len(decimals) * abs(said / stated) if stated else 0.0


def _allowed(
    said: float, measure: Measure, value: float, room: Room
) -> tuple[float, str, str]:
    """Return how far off is allowed, and the words for within and beyond it."""
    end = measure.low if said < value else measure.high
    scales = {"share": room.points / PER_CENT, "points": room.points}
    points = scales.get(measure.unit)
    slack = room.relative * abs(value) if points is None else points
    if is_sample(measure) and end is not None and abs(end - value) > slack:
        return abs(end - value), "the 95 % interval", "outside the 95 % interval"
    relative = f"{PER_CENT * room.relative:g} %"
    called = relative if points is None else _in_points(room.points)
    return slack, f"{called} of all records", f"where all records allow {called}"


def _times(number: float) -> str:
    if number == TWICE:
        return "twice"
    return f"{number:,.2f}".rstrip("0").rstrip(".") + " times"


def _in_points(number: float) -> str:
    return f"{number:g} {'point' if number == 1 else 'points'}"


def _off(apart: float, value: float, unit: str) -> str:
    if unit == "share":
        return f"{PER_CENT * apart:.1f} points"
    if unit == "points":
        return f"{apart:.1f} points"
    return f"{PER_CENT * apart / abs(value):.1f} %" if value else "All of it"
