"""What an organisation says about itself: its vocabulary and how it is read."""

from __future__ import annotations

from auditor.profile.profile import Profile
from auditor.profile.section import Section

__all__ = ["Profile", "Section"]
