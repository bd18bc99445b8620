"""The colours of the report, each with one meaning, as its style sheet has them."""

from __future__ import annotations

from typing import Final

__all__ = ["AMBER", "ASIDE", "BLUE", "FONT", "INK", "PALE", "RED", "RULE"]

INK: Final = "1A2129"
ASIDE: Final = "55606B"
RULE: Final = "D5DBE1"
BLUE: Final = "1F4E79"
"""Known, met, owned."""
PALE: Final = "DBE7F3"
RED: Final = "A3262A"
"""Not met, missing, contradicted."""
AMBER: Final = "7A4F00"
"""Partly."""
FONT: Final = "Arial"
"""Every office program has it, or one of its widths."""
