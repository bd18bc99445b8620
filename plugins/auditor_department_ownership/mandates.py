"""What the profile says that the CX lead may do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor_department_ownership.owners import word

if TYPE_CHECKING:
    from auditor import Profile

__all__ = ["COMPANY", "SHARED", "SUPPORT", "mandate"]

COMPANY: Final = "company"
SUPPORT: Final = "support"
SHARED: Final = frozenset({"dotted", "dotted_line", "shared"})
"""Mandates beyond the own line that give no authority there."""


def mandate(profile: Profile) -> str:
    """Return the mandate in the vocabulary's spelling; empty where none is stated."""
    lead = profile.governance.cx_lead if profile.governance else None
    return word(lead.mandate if lead else None)
