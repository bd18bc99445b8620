"""Views of one result: the same figures for several readers."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["ReportView"]


class ReportView(StrEnum):
    """What of a result a report for people shows."""

    FULL = "full"
    """Everything."""
    BOARD = "board"
    """Two pages: where we stand, and what to decide."""
    OWNERS = "owners"
    """A sheet for each department, with its findings only."""

    @property
    def page(self) -> str:
        """The template that it begins with."""
        return "report.html.j2" if self is ReportView.FULL else f"{self}_view.html.j2"
