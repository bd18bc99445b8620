"""The profile's tables of evidence: each is read as the profile says, and measured.

What a profile or a preset says of a table becomes a mapping here, and only here: the
profile knows nothing of reading, and reading knows nothing of profiles.
"""

from __future__ import annotations

from auditor.evidence_gathering.gathering import engine, folder_of, measured_evidence
from auditor.evidence_gathering.presets import presets_in

__all__ = ["engine", "folder_of", "measured_evidence", "presets_in"]
