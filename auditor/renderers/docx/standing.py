"""Where the organisation stands: cover, page for the board, areas, roadmap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.renderers.docx.cell import noted, strong
from auditor.renderers.docx.firm import parties
from auditor.renderers.docx.styles import CONTRADICTED
from auditor.translation import say

if TYPE_CHECKING:
    from auditor.renderers.docx.cell import Cell, CellOrText
    from auditor.renderers.docx.manuscript import Manuscript
    from auditor.renderers.page import Page

__all__ = ["areas", "board", "cover", "roadmap"]


def cover(manuscript: Manuscript, page: Page, report: Page) -> None:
    """Write the cover, with who made the report for whom if the report says it."""
    manuscript.paragraph(page.text("title"), "Genre")
    manuscript.paragraph(page.text("organisation"), "Title")
    manuscript.paragraph(page.text("as_of"), "Subtitle")
    if report.says("engagement"):
        parties(manuscript, report.part("engagement"))
    manuscript.paragraph(page.text("statement"))
    if missing := page.texts("missing"):
        paragraph = manuscript.paragraph("")
        manuscript.say(paragraph, say("This report is incomplete."), CONTRADICTED)
        manuscript.bullets(missing)
    for fact in page.parts("facts"):
        manuscript.fact(fact.text("label"), fact.text("value"))


def board(manuscript: Manuscript, page: Page) -> None:
    """Write the page for the board."""
    manuscript.section(say("For the board"), page.text("headline"))
    figures = page.parts("figures")
    manuscript.table(
        [figure.text("name") for figure in figures],
        [[strong(f.text("value"), f.text("note")) for f in figures]],
    )
    manuscript.heading(say("What this audit asks"))
    manuscript.table(
        (say("Question"), say("Answer"), say("Rests on")),
        [
            (q.text("text"), strong(q.text("answer")), _rests(q))
            for q in page.parts("questions")
        ],
        (7.1, 2.2, 7.3),
    )
    manuscript.heading(say("What matters most"))
    priorities = page.parts("priorities")
    for finding in priorities:
        _priority(manuscript, finding)
    if not priorities:
        manuscript.paragraph(say("No open finding: there is nothing to mend."))
    manuscript.note(page.text("more"))
    manuscript.heading(say("What is in place"))
    strengths = page.parts("strengths")
    manuscript.table(
        (say("Criterion met"), say("Rests on")),
        [(s.text("title"), s.text("verified")) for s in strengths],
        (11.2, 5.4),
    )
    if not strengths:
        manuscript.paragraph(say("No criterion could be found met."))


def _rests(question: Page) -> Cell:
    checks = ", ".join(f.text("check") for f in question.parts("findings"))
    return noted(question.text("note"), checks)


def _priority(manuscript: Manuscript, finding: Page) -> None:
    manuscript.heading(finding.text("title"), 3)
    verdict = manuscript.paragraph("", "Verdict")
    manuscript.say(verdict, finding.text("outcome"), "Strong")
    if finding.says("contradicted"):
        manuscript.say(verdict, f", {say('contradicted')}", CONTRADICTED)
    # Its area is left to the id, so that a board's page is one page in German too.
    keys = ("severity", "price", "effort", "check", "rank")
    facts = [finding.text(key) for key in keys]
    manuscript.say(verdict, "".join(f" · {fact}" for fact in facts if fact))
    manuscript.paragraph(finding.text("reason"))


def areas(manuscript: Manuscript, page: Page) -> None:
    """Write the score by area."""
    manuscript.section(say("Score by area"), page.text("headline"))
    total = page.part("total")
    rows = [
        *((_name(r), *_figures(r)) for r in page.parts("rows")),
        (strong(total.text("title")), *_figures(total)),
        *((_name(r), *_figures(r)) for r in page.parts("beside")),
    ]
    head = (
        say("Area"),
        f">{say('Score')}",
        f">{say('Range')}",
        f">{say('Assurance')}",
        f">{say('Assessed')}",
        f">{say('Points lost')}",
    )
    manuscript.table(head, rows, (5.9, 1.9, 2.9, 2.8, 2, 1.9))
    manuscript.heading(say("Criteria by outcome"))
    outcomes = page.texts("outcomes")
    manuscript.table(
        (say("Area"), *(f">{outcome}" for outcome in outcomes)),
        [(r.text("title"), *r.texts("numbers")) for r in page.parts("counts")],
        (3.8, *(1.5 for _ in outcomes)),
    )
    if gates := page.parts("gates"):
        manuscript.heading(say("What bars higher levels"))
        manuscript.facts([(g.text("level"), g.text("reason")) for g in gates])


def _name(row: Page) -> Cell:
    return noted(row.text("title"), row.text("note"))


def _figures(row: Page) -> tuple[CellOrText, ...]:
    others = ("range", "assurance", "assessed", "lost")
    return strong(row.text("score")), *(row.text(key) for key in others)


def roadmap(manuscript: Manuscript, page: Page) -> None:
    """Write what to do first."""
    manuscript.section(say("Roadmap"), page.text("headline"))
    steps = page.parts("steps")
    if not steps:
        manuscript.paragraph(
            say("Nothing is to be mended among what could be assessed.")
        )
        return
    order = say(
        "Critical findings first, then those that regain most points for their effort. "
        "Each score is what the audit would give once that step and all before it are "
        "done."
    )
    manuscript.paragraph(f"{order} {page.text('levels')}".rstrip())
    head = (
        f">{say('Step')}",
        say("Criterion and what to do"),
        say("Severity"),
        say("Effort"),
        f">{say('Points')}",
        f">{say('Score')}",
    )
    rows: list[tuple[CellOrText, ...]] = [
        (
            step.text("rank"),
            strong(step.text("title"), step.text("check"), step.text("advice")),
            *(step.text(key) for key in ("severity", "effort", "points")),
            strong(step.text("after"), step.text("range")),
        )
        for step in steps
    ]
    manuscript.table(head, rows, (1.5, 7.4, 2.6, 1.7, 1.5, 2.1))
