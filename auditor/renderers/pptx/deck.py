"""The deck: where we stand, what matters most, what records say, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pptx

from auditor.renderers.office.archive import saved
from auditor.renderers.office.colours import Colours
from auditor.renderers.office.leftovers import without_leftovers
from auditor.renderers.office.properties import set_properties
from auditor.renderers.page import Page
from auditor.renderers.pptx.master import set_master
from auditor.renderers.pptx.slides import (
    changed,
    opening,
    priorities,
    records,
    standing,
    steps,
)
from auditor.renderers.view import view_of
from auditor.translation import speaking

if TYPE_CHECKING:
    from auditor.report import Report

__all__ = ["PptxRenderer"]


class PptxRenderer:
    """Renders the board's view of a report as slides."""

    format: str = "pptx"
    suffix: str = ".pptx"

    def render(self, report: Report) -> bytes:
        """Return the slides as Office Open XML."""
        with speaking(report.language):
            return _deck(report)


def _deck(report: Report) -> bytes:
    deck = pptx.Presentation()
    without_leftovers(deck.part.package._rels, deck.part.rels)
    set_properties(deck.core_properties, report)
    set_master(deck, Colours.of(report.engagement))
    page = Page(view_of(report))
    opening(deck, page)
    standing(deck, page, report)
    changed(deck, page)
    priorities(deck, page, report)
    records(deck, page)
    steps(deck, page)
    return saved(deck)
