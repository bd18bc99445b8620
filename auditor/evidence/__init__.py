"""Evidence: what tables of answers, tickets and complaints show.

A measure is a figure computed from such a table. Reading tables and computing
measures come with a later version; checks, reports and `result.json` already speak
of measures, so that nothing else has to change then.
"""

from __future__ import annotations

from auditor.evidence.measure import EvidenceTable, Measure

__all__ = ["EvidenceTable", "Measure"]
