"""Design principles: what the organisation holds every change against.

Principles turn objectives and values into questions that a proposed change can fail.
An organisation that writes them down and never stops a change by them has a poster,
not principles: so these checks go from the text to the gate, and from the gate to
the log of what it stopped.
"""

from __future__ import annotations

from typing import Final

from auditor import Area, Check, hookimpl
from auditor_design_principles.written_principles import principles_are_written_down

__all__ = ["CHECKS", "auditor_checks"]

CHECKS: Final[tuple[Check, ...]] = (principles_are_written_down,)


@hookimpl
def auditor_checks() -> list[Area]:
    """Contribute the area of design principles."""
    return [
        Area(
            id="design_principles",
            title="Design principles",
            summary=(
                "Short principles that carry objectives and values into every "
                "change, and a gate that stops what does not meet them."
            ),
            weight=15,
            checks=CHECKS,
            main=True,
        )
    ]
