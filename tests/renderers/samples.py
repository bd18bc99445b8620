"""The sample audits, with their evidence."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditor.engine import audit
from auditor.evidence_gathering import measured_evidence
from auditor.grading import PERIOD, months_before
from auditor.plugin.collection import Plugins
from auditor.profile.reading import read_profile

if TYPE_CHECKING:
    from auditor.report import Report

__all__ = ["SAMPLES", "audited"]

ROOT: Final = Path(__file__).parents[2]
AS_OF: Final = date(2026, 11, 21)
SAMPLES: Final = (
    "northlight_broadband/profile.yaml",
    "tarnbrook_insurance/profile.yaml",
    "fellcoast_trains/profile",
    "first_draft_museum/profile.yaml",
    "macaranas_examples/zappos.yaml",
)


@cache
def audited(name: str) -> Report:
    """Return the audit of a sample."""
    loaded = read_profile(ROOT / "sample_audits" / name)
    since = months_before(AS_OF, PERIOD)
    evidence = measured_evidence(loaded, as_of=AS_OF, since=since)
    return audit(loaded, Plugins.load(), as_of=AS_OF, evidence=evidence)
