"""The figures of the report as a workbook, to be sorted, filtered and counted."""

from __future__ import annotations

from auditor.renderers.xlsx.workbook import XlsxRenderer

__all__ = ["XlsxRenderer"]
