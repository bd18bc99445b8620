"""Evidence: what tables of answers, tickets and complaints show.

A measure is a figure computed from such a table. `cxaudit evidence measure` reads
the tables of a profile and computes their measures; an audit does not yet, though
checks, reports and `result.json` already speak of measures.
"""

from __future__ import annotations

from auditor.evidence.measure import EvidenceTable, Measure

__all__ = ["EvidenceTable", "Measure"]
