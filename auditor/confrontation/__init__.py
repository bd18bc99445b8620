"""What an organisation says, held against what its tables of evidence show.

Pure comparison of a profile with measures that are there already: nothing is read, and
nothing is scored. Checks judge; this tells both figures side by side.
"""

from __future__ import annotations

from auditor.confrontation.claim import Agreement, Claim, ClaimKind
from auditor.confrontation.claims import claims
from auditor.confrontation.tolerance import compared, is_sample
from auditor.confrontation.unlisted import Unlisted, Volume, unlisted

__all__ = [
    "Agreement",
    "Claim",
    "ClaimKind",
    "Unlisted",
    "Volume",
    "claims",
    "compared",
    "is_sample",
    "unlisted",
]
