"""The audit as OSCAL assessment results, for tools of governance and compliance."""

from __future__ import annotations

from auditor.renderers.oscal.document import OSCAL_VERSION, OscalRenderer

__all__ = ["OSCAL_VERSION", "OscalRenderer"]
