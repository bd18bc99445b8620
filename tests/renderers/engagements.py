"""An engagement for tests of renderers: everything in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from auditor.engagement import Engagement, FontFile, Logo, Person, Typeface
from auditor.engagement.contrast import read_colour
from auditor.engagement.palette import Chosen, chosen_palette
from auditor.engagement.prose import read_prose
from tests.engagement.images import SVG, font

if TYPE_CHECKING:
    from auditor.report import Report

__all__ = ["engaged", "engagement"]

LOGO = SVG.format('<path d="M0 0L40 10L0 10Z" fill="#1d5c4d"/>')


def engagement(words: str = "As the firm says.", **changes: Any) -> Engagement:
    """Return an engagement that has everything; `words` stand wherever a text can."""
    palette, _ = chosen_palette(Chosen(primary=read_colour("#1d5c4d")))
    prose, _ = read_prose("# Why\n\nBecause **we** [say](https://firm.example).\n\n- a")
    given = Engagement(
        client=f"Client. {words}",
        firm=f"Firm. {words}",
        palette=palette,
        reference=f"R-1. {words}",
        confidentiality=f"Confidential. {words}",
        people=(
            Person(f"Ann. {words}", f"Lead auditor. {words}", words, signs=True),
            Person("Bob", "Sponsor", "The client", signs=False),
        ),
        began=date(2026, 10, 1),
        ended=date(2026, 11, 2),
        issued=date(2026, 11, 30),
        logo=Logo("image/svg+xml", LOGO.encode(), f"The logo. {words}", 40, 10),
        headings=Typeface("Blocky", (FontFile("normal", "normal", font()),)),
        introduction=prose,
        closing=prose,
    )
    return replace(given, **changes)


def engaged(report: Report, **changes: Any) -> Report:
    """Return a report with an engagement."""
    return replace(report, engagement=engagement(**changes))
