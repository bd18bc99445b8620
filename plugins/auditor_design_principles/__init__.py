"""Design principles: what the organisation holds every change against.

Principles turn objectives and values into questions that a proposed change can fail.
An organisation that writes them down and never stops a change by them has a poster,
not principles: so these checks go from the text to the gate, and from the gate to
the log of what it stopped.
"""

from __future__ import annotations

from typing import Final

from auditor import Area, Check, hookimpl
from auditor_design_principles.change_gate import gate_is_defined
from auditor_design_principles.conflict_ranking import conflicts_can_be_settled
from auditor_design_principles.covered_objectives import (
    customer_objectives_have_principles,
)
from auditor_design_principles.expressed_values import principles_express_values
from auditor_design_principles.gate_exceptions import exceptions_are_sound
from auditor_design_principles.gate_stops import unmet_principles_stop_changes
from auditor_design_principles.gate_verdicts import changes_pass_the_gate
from auditor_design_principles.principle_briefings import principles_reach_departments
from auditor_design_principles.principle_reviews import principles_are_kept_true
from auditor_design_principles.principle_tests import principles_are_testable
from auditor_design_principles.served_objectives import principles_serve_objectives
from auditor_design_principles.written_principles import principles_are_written_down

__all__ = ["CHECKS", "auditor_checks"]

CHECKS: Final[tuple[Check, ...]] = (
    principles_are_written_down,
    principles_serve_objectives,
    principles_express_values,
    customer_objectives_have_principles,
    principles_are_testable,
    conflicts_can_be_settled,
    gate_is_defined,
    changes_pass_the_gate,
    unmet_principles_stop_changes,
    exceptions_are_sound,
    principles_reach_departments,
    principles_are_kept_true,
)


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
