"""The report as a Word document that a consultant goes on editing."""

from __future__ import annotations

from auditor.renderers.docx.document import DocxRenderer

__all__ = ["DocxRenderer"]
