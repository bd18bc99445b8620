"""The board's view as slides that can be edited: five, and one of what changed."""

from __future__ import annotations

from auditor.renderers.pptx.deck import PptxRenderer

__all__ = ["PptxRenderer"]
