"""How far a declared figure may lie from the computed one.

A sample leaves room for chance: the 95 % interval of the figure. All records leave
none: what is allowed there is rounding, and small differences of definition.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.confrontation.claim import Agreement
from auditor.evidence.statistics.minimums import JUDGED_FROM

if TYPE_CHECKING:
    from auditor.evidence import Measure

__all__ = ["compared", "is_sample"]

# All ours: the defaults of the check that asks for figures that can be reproduced.
POINTS: Final = 1.0
"""Points by which a share or a score may be off."""
RELATIVE: Final = 0.02
"""Share of the figure by which any other may be off."""
NEAR: Final = 2.0
"""How many times that far is still nearly right."""
SLIP: Final = 1e-9
"""What arithmetic in binary fractions may be off by."""
PER_CENT: Final = 100.0
ANSWERS: Final = frozenset({"nps", "csat", "ces", "trust"})
"""What is asked of some, and never known of all."""


def is_sample(measure: Measure) -> bool:
    """Whether the rows of a figure stand for others: answers do, requests do not."""
    return measure.name in ANSWERS


def compared(
    said: float, measure: Measure, *, rounding: float = 0.0, least: int = JUDGED_FROM
) -> tuple[Agreement, str]:
    """Return how a declared figure stands to a computed one, and why in a sentence.

    Args:
        said: The declared figure, in the unit of the measure.
        measure: The computed figure.
        rounding: What the rounding of the declared figure hides, in the same unit.
        least: Rows from which it is judged.
    """
    if measure.value is None or measure.n < least:
        rows = "row tells" if measure.n == 1 else "rows tell"
        reason = f"Only {measure.n:,} {rows} of it: {least} are needed."
        return Agreement.NOT_JUDGED, reason
    apart = abs(said - measure.value)
    allowed, within, beyond = _allowed(said, measure, measure.value, rounding)
    if apart <= allowed + SLIP:
        return Agreement.HOLDS, f"Within {within}."
    off = f"{_off(apart, measure.value, measure.unit)} off, {beyond}"
    if apart <= NEAR * allowed + SLIP:
        return Agreement.NEARLY, f"{off}; by less than twice as much."
    return Agreement.CONTRADICTED, f"{off}."


def _allowed(
    said: float, measure: Measure, value: float, rounding: float
) -> tuple[float, str, str]:
    """Return how far off is allowed, and the words for within and beyond it."""
    end = measure.low if said < value else measure.high
    points = {"share": POINTS / PER_CENT, "points": POINTS}.get(measure.unit)
    slack = max(RELATIVE * abs(value), rounding) if points is None else points
    if is_sample(measure) and end is not None and abs(end - value) > slack:
        return abs(end - value), "the 95 % interval", "outside the 95 % interval"
    called = f"{PER_CENT * RELATIVE:g} %" if points is None else f"{POINTS:g} point"
    return slack, f"{called} of all records", f"where all records allow {called}"


def _off(apart: float, value: float, unit: str) -> str:
    if unit == "share":
        return f"{PER_CENT * apart:.1f} points"
    if unit == "points":
        return f"{apart:.1f} points"
    return f"{PER_CENT * apart / abs(value):.1f} %" if value else "All of it"
