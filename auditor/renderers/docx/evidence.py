"""What is said beside what is shown, and the tables that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.renderers.docx.cell import noted, strong, wrong
from auditor.translation import labelled, say

if TYPE_CHECKING:
    from auditor.renderers.docx.cell import CellOrText
    from auditor.renderers.docx.manuscript import Manuscript
    from auditor.renderers.page import Page

__all__ = ["evidence", "said_and_shown"]


def said_and_shown(manuscript: Manuscript, page: Page) -> None:
    """Write each claim beside its figure, and what no profile names."""
    manuscript.section(
        say("Said and shown"), page.text("headline"), follows=page.says("nothing")
    )
    if page.says("nothing"):
        manuscript.paragraph(page.text("nothing"))
    if contradicted := page.parts("contradicted"):
        manuscript.heading(say("Findings that are contradicted"))
        manuscript.bullets(f"{f.text('check')} {f.text('title')}" for f in contradicted)
    if claims := page.parts("claims"):
        manuscript.heading(say("Claims and records"))
        head = (say("Claim"), say("Said"), say("Shown"), say("Verdict"))
        manuscript.table(head, [_claim(each) for each in claims], (3.8, 2.6, 4.5, 5.7))
    if unshown := page.parts("unshown"):
        manuscript.heading(say("Claims without a figure"))
        manuscript.table(
            (say("Verdict"), say("Claims, and what is said")),
            [_unshown(each) for each in unshown],
            (5.6, 11),
        )
    manuscript.note(page.text("more_claims"))
    if strangers := page.parts("unlisted"):
        manuscript.heading(say("In the data, and not in the profile"))
        head = (
            say("What"),
            say("Name, and rows"),
            f">{say('Rows')}",
            f">{say('Share')}",
        )
        manuscript.table(head, [_unlisted(each) for each in strangers], (3, 9, 2, 2))
    manuscript.note(page.text("more_unlisted"))


def _claim(claim: Page) -> tuple[CellOrText, ...]:
    rests = "; ".join(filter(None, (claim.text("interval"), claim.text("n"))))
    verdict = wrong if claim.says("wrong") else strong
    return (
        claim.text("name"),
        claim.text("said"),
        noted(claim.text("shown"), rests, claim.text("period")),
        verdict(claim.text("verdict"), claim.text("reason")),
    )


def _unshown(group: Page) -> tuple[CellOrText, ...]:
    verdict = strong(group.text("verdict"), group.text("reason"))
    return verdict, "; ".join(group.texts("claims"))


def _unlisted(row: Page) -> tuple[CellOrText, ...]:
    names = "; ".join(filter(None, (*row.texts("names"), row.text("more"))))
    return (
        noted(row.text("cut"), row.text("table")),
        noted(names, row.text("small"), row.text("silent")),
        row.text("rows"),
        row.text("share"),
    )


def evidence(manuscript: Manuscript, page: Page) -> None:
    """Write each table: where it comes from, its rows, and what it shows."""
    manuscript.section(say("Evidence"), page.text("headline"), follows=True)
    if faults := page.parts("faults"):
        manuscript.heading(say("Tables that could not be read"))
        keys = ("name", "kind", "reason")
        rows = [tuple(fault.text(key) for key in keys) for fault in faults]
        manuscript.table((say("Table"), say("Kind"), say("Reason")), rows, (3, 3, 10))
        manuscript.note(page.text("more_faults"))
    for table in page.parts("tables"):
        _table(manuscript, table)
    manuscript.note(page.text("more"))


def _table(manuscript: Manuscript, table: Page) -> None:
    manuscript.heading(table.text("title"))
    manuscript.facts([(f.text("name"), f.text("value")) for f in table.parts("facts")])
    manuscript.facts([(r.text("name"), r.text("number")) for r in table.parts("rows")])
    if remarks := table.texts("remarks"):
        manuscript.heading(say("What is odd about it"), 3)
        manuscript.bullets(remarks)
    if figures := table.parts("figures"):
        manuscript.heading(say("What it shows"), 3)
        head = (
            say("Measure"),
            f">{say('Figure')}",
            f">{say('95 % interval')}",
            f">{say('Rows')}",
        )
        manuscript.table(head, [_figure(each) for each in figures], (8, 2.4, 3.4, 2.8))
    for cut in table.parts("cuts"):
        _cut(manuscript, cut)
    if refused := table.parts("refused"):
        manuscript.heading(say("What it does not tell"), 3)
        manuscript.bullets(labelled(r.text("name"), r.text("reason")) for r in refused)


def _figure(row: Page) -> tuple[CellOrText, ...]:
    left_out = row.text("left_out")
    without = say("Left out: {what}.", what=left_out) if left_out else ""
    return (
        noted(row.text("name"), row.text("definition"), without),
        row.text("figure"),
        row.text("interval"),
        noted(row.text("n"), row.text("few")),
    )


def _cut(manuscript: Manuscript, cut: Page) -> None:
    """Write the figures of groups, side by side."""
    heads = cut.texts("heads")
    manuscript.heading(cut.text("title"), 3)
    rows: list[tuple[CellOrText, ...]] = [
        (
            row.text("name"),
            *(
                noted(cell.text("figure"), cell.text("note"))
                for cell in row.parts("cells")
            ),
        )
        for row in cut.parts("rows")
    ]
    manuscript.table((cut.text("name"), *heads), rows)
    manuscript.note(cut.text("note"))
