"""Rehearsing templates of others: what is wrong with them, before a client sees it."""

from __future__ import annotations

from auditor.renderers.rehearsal.blocks import TemplateBlock, our_blocks
from auditor.renderers.rehearsal.rehearsing import rehearse
from auditor.renderers.rehearsal.slip import Slip

__all__ = ["Slip", "TemplateBlock", "our_blocks", "rehearse"]
