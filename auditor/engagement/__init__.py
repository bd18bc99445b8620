"""An engagement: who audits whom, and how the report of it looks.

An engagement changes the looks of a report and adds words of its own; it never
changes a figure. It is read from a file in TOML or YAML; what in it is not ours, a
logo, a font, a text in Markdown, is taken apart and put together again before anybody
sees it.
"""

from __future__ import annotations

from auditor.engagement.engagement import (
    Engagement,
    FontFile,
    Logo,
    Person,
    Typeface,
)
from auditor.engagement.palette import Palette
from auditor.engagement.sections import SECTIONS

__all__ = [
    "SECTIONS",
    "Engagement",
    "FontFile",
    "Logo",
    "Palette",
    "Person",
    "Typeface",
]
