"""The open findings as SARIF 2.1.0, so that code hosts and editors show them."""

from __future__ import annotations

from auditor.renderers.sarif.log import SarifRenderer

__all__ = ["SarifRenderer"]
