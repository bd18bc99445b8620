"""Measures: one definition each, whatever engine computes them.

A definition is data: the SQL of what counts, of what is summed and of what is left out,
with the words for it. `Questions` makes statements of definitions, any engine answers
them, and `measure` turns the answers into figures with their intervals.
"""

from __future__ import annotations

from auditor.evidence.connection import Query
from auditor.evidence.limits import Limits
from auditor.evidence.measures.catalogue import Description, Refusal, definitions
from auditor.evidence.measures.measuring import (
    Measured,
    Wanted,
    measure,
    measure_by,
)
from auditor.evidence.measures.setting import Window

__all__ = [
    "Description",
    "Limits",
    "Measured",
    "Query",
    "Refusal",
    "Wanted",
    "Window",
    "definitions",
    "measure",
    "measure_by",
]
