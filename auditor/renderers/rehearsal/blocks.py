"""The blocks of our templates: what others may take the place of."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from jinja2 import nodes

from auditor.renderers.foreign_templates import NO_TEMPLATES
from auditor.renderers.templating import OURS, sandbox

__all__ = ["MEANINGS", "TemplateBlock", "our_blocks", "our_templates"]

FIRST: Final = "report.html.j2"
"""The template with which most begin."""
MEANINGS: Final = {
    "report.html.j2": {
        "style": "rules of style, after ours",
        "cover": "the cover",
        "main": "everything between cover and end",
        "introduction": "the firm's own words, first",
        "board": "the page for the board",
        "comparison": "what changed since an earlier audit",
        "contents": "the contents, and how to read the report",
        "areas": "scores by area",
        "said_and_shown": "claims beside records",
        "journeys": "maps of the journeys",
        "ownership": "departments against stages",
        "metrics": "the balance of metrics",
        "findings": "each area with its findings",
        "roadmap": "what to do first",
        "unknowns": "what could not be assessed",
        "notices": "what is probably not as meant",
        "evidence": "tables and their measures",
        "method": "how the score is made, and from what",
        "sources": "works that are cited",
        "closing": "the firm's own words, last",
        "signatures": "lines for signatures",
        "end": "the end of the page on a screen",
    },
    "cover.html.j2": {
        "cover_mark": "the firm's logo",
        "cover_title": "kind of report, organisation, day",
        "cover_parties": "client, firm, confidentiality",
        "cover_statement": "what kind of audit this is, and what is missing",
        "cover_facts": "the facts of the audit and of the engagement",
    },
    "board.html.j2": {
        "board_scale": "the score on its scale",
        "board_figures": "score, range, assurance, level",
        "board_questions": "what the audit asks",
        "board_priorities": "what matters most",
        "board_strengths": "what is in place",
    },
    "areas.html.j2": {
        "area_scores": "the table of scores",
        "area_outcomes": "criteria by outcome",
        "area_gates": "what bars higher levels",
    },
}
"""What each block holds, by template; a test holds it against the templates."""


@dataclass(frozen=True, slots=True)
class TemplateBlock:
    """A part of one of our templates that others may fill in."""

    template: str
    """Path of the template."""
    name: str
    """Name of the block; empty for a template that has none."""
    holds: str
    """What it holds."""


def our_blocks() -> list[TemplateBlock]:
    """Return the blocks of our templates, and the templates that have none."""
    found = []
    for template in sorted(our_templates(), key=lambda name: name != FIRST):
        named = MEANINGS.get(template, {})
        if template.endswith("_view.html.j2"):
            named = {}
        found += [TemplateBlock(template, *entry) for entry in named.items()]
        if not named:
            found.append(TemplateBlock(template, "", "the whole of it"))
    return found


def our_templates() -> dict[str, list[str]]:
    """Return our templates, each with the names of its blocks."""
    environment = sandbox(NO_TEMPLATES)
    found = {}
    for path in sorted(files(OURS).iterdir(), key=lambda path: path.name):
        if path.name.endswith((".j2", ".css")):
            tree = environment.parse(path.read_text("utf-8"), path.name)
            found[path.name] = [block.name for block in tree.find_all(nodes.Block)]
    return found
