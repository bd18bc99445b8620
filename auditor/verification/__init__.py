"""Holding a report against what it was made from: what agrees, what does not.

Each link of the chain is checked by itself: the file against its own digests, the
result against an audit of the attached profile, the measures against the evidence, the
pages against pages printed again, the signature against a certificate. What cannot be
checked is said, with what it would take.
"""

from __future__ import annotations

from auditor.verification.material import Given
from auditor.verification.report_file import result_in
from auditor.verification.statement import Part, State, Statement, Verification
from auditor.verification.verifying import verify

__all__ = ["Given", "Part", "State", "Statement", "Verification", "result_in", "verify"]
