"""What changed since an earlier audit, if there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.renderers.docx.cell import noted, strong
from auditor.translation import say

if TYPE_CHECKING:
    from auditor.renderers.docx.cell import CellOrText
    from auditor.renderers.docx.manuscript import Manuscript
    from auditor.renderers.page import Page

__all__ = ["changes", "comparison"]

STOOD: Final = ("before", "now", "change")
MOVED: Final = ("before", "now", "points", "because")


def comparison(manuscript: Manuscript, page: Page) -> None:
    """Write how the score moved, and what it comes from."""
    manuscript.section(say("What changed"), page.text("headline"))
    manuscript.heading(say("Since {day}", day=page.text("since")))
    before, now = page.texts("days")
    manuscript.table(
        (say("Figure"), f">{before}", f">{now}", f">{say('Change')}"),
        [
            (strong(row.text("name")), *(row.text(key) for key in STOOD))
            for row in page.parts("standing")
        ],
        (4, 5, 5, 2),
    )
    if parts := page.parts("parts"):
        manuscript.heading(say("What the change comes from"))
        total = (strong(say("Change in all")), strong(page.text("total")), "")
        head = (say("Cause"), f">{say('Points')}", say("Findings that it moved"))
        manuscript.table(head, [*map(_part, parts), total], (6, 2, 8))
    for doubt in page.texts("doubts"):
        manuscript.note(doubt)


def changes(manuscript: Manuscript, page: Page) -> None:
    """Write the findings that changed, by what became of them."""
    manuscript.heading(say("Findings that changed"))
    manuscript.paragraph(f"{page.text('headline')}. {page.text('unchanged')}.")
    for group in page.parts("groups"):
        manuscript.heading(group.text("title"), 3)
        head = (
            say("Criterion"),
            say("Before"),
            say("Now"),
            f">{say('Points')}",
            say("By"),
        )
        rows = [_change(row) for row in group.parts("rows")]
        manuscript.table(head, rows, (6, 3, 3, 1.6, 3))
        manuscript.note(group.text("more"))
    manuscript.note(page.text("added_up"))


def _part(part: Page) -> tuple[CellOrText, ...]:
    checks = part.text("checks") or say("Weights alone")
    if part.says("more"):
        checks = say("{checks} and {more} more", checks=checks, more=part.text("more"))
    name = noted(part.text("name"), part.text("meaning"))
    return name, part.text("points"), checks


def _change(row: Page) -> tuple[CellOrText, ...]:
    name = noted(row.text("title"), row.text("check"))
    return name, *(row.text(key) for key in MOVED)
