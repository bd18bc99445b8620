"""What tests of gathering share with those of reading."""

from __future__ import annotations

from tests.evidence.reading.conftest import desk

__all__ = ["desk"]
