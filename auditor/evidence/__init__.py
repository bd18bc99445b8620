"""Evidence: what tables of answers, tickets and complaints show.

A measure is a figure computed from such a table, with its interval, its exclusions and
its definition. Checks hold the profile's claims against measures.
"""

from __future__ import annotations

from auditor.evidence.measure import EvidenceTable, Measure
from auditor.evidence.measured import Evidence, Fault, MeasuredTable

__all__ = ["Evidence", "EvidenceTable", "Fault", "Measure", "MeasuredTable"]
