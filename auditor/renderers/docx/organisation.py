"""What the profile describes: journeys, who owns what, and what is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.renderers.docx.cell import noted, small, strong
from auditor.renderers.docx.styles import NOTE
from auditor.renderers.view.words import sentence
from auditor.translation import labelled, say

if TYPE_CHECKING:
    from auditor.renderers.docx.cell import Cell
    from auditor.renderers.docx.manuscript import Manuscript
    from auditor.renderers.page import Page

__all__ = ["journeys", "metrics", "ownership"]


def journeys(manuscript: Manuscript, page: Page) -> None:
    """Write the journeys, stage by stage."""
    manuscript.section(
        say("Customer journeys"), page.text("headline"), follows=page.says("empty")
    )
    if page.says("empty"):
        manuscript.paragraph(sentence(page.text("none")))
    for journey in page.parts("journeys"):
        manuscript.heading(journey.text("title"))
        manuscript.lead(journey.text("scenario"))
        manuscript.lead(journey.text("facts"), NOTE)
        maps = journey.parts("maps")
        rows = [row for each in maps for row in _stages(each)]
        head = (
            say("Stage"),
            say("Owner and feeling"),
            say("Touchpoints"),
            say("Pain points"),
        )
        manuscript.table(head, rows, (3.2, 3.6, 5.8, 4))
        if not rows:
            manuscript.paragraph(f"{journey.text('no_stages')}.")
        for each in maps:
            manuscript.note(each.text("left_out"))
        manuscript.note(journey.text("left_out"))
    manuscript.note(page.text("left_out"))


def _stages(each: Page) -> list[tuple[Cell, ...]]:
    """Return the stages of a map as rows: a page of text is taller than wide."""
    stages = each.parts("stages")
    words = each.part("curve").parts("words")
    touchpoints = each.columns("touchpoint_rows", len(stages))
    pains = each.columns("pain_rows", len(stages))
    return [
        (
            strong(f"{stage.text('number')} {stage.text('name')}", stage.text("phase")),
            noted(stage.text("owner"), _feeling(feeling), stage.text("metrics")),
            small(*map(_touchpoint, contacts)),
            small(*map(_pain, hurts)),
        )
        for stage, feeling, contacts, hurts in zip(
            stages, words, touchpoints, pains, strict=True
        )
    ]


def _feeling(words: Page) -> str:
    score = words.text("score") if words.says("score") else ""
    return f"{score} {words.text('text')}".strip()


def _touchpoint(cell: Page) -> str:
    if cell.says("blank"):
        return cell.text("text")
    text = cell.text("text")
    if cell.says("truth"):
        text = say("Moment of truth: {touchpoint}", touchpoint=text)
    facts = ", ".join(cell.text(key) for key in ("channel", "owner", "metrics"))
    return f"{text} ({facts})"


def _pain(cell: Page) -> str:
    if not cell.says("impact"):
        return cell.text("text")
    facts = ", ".join(cell.text(key) for key in ("impact", "owner", "status"))
    return f"{cell.text('text')} ({facts})"


def ownership(manuscript: Manuscript, page: Page) -> None:
    """Write which department owns what."""
    manuscript.section(
        say("Who owns what"), page.text("headline"), follows=page.says("empty")
    )
    manuscript.note(page.text("idle"))
    for table in page.parts("tables"):
        title = table.text("title")
        part = f": {table.text('span')}" if table.says("split") else ""
        manuscript.heading(f"{title}{part}")
        rows = table.parts("rows")
        manuscript.table(
            (say("Stage"), say("Who owns what")),
            [
                (stage, _owners(rows, number))
                for number, stage in enumerate(table.texts("stages"))
            ],
            (1, 3),
        )
        manuscript.note(
            say(
                "leads: owns the whole stage; number: touchpoints owned; +number: "
                "touchpoints supported"
            )
        )
        manuscript.note(table.text("left_out"))
    manuscript.note(page.text("tables_left_out"))
    _departments(manuscript, page)


def _owners(rows: list[Page], number: int) -> str:
    """Return what each department has to do with a stage."""
    told = ((row.text("name"), row.parts("cells")[number].text("text")) for row in rows)
    return "; ".join(labelled(name, text) for name, text in told if text)


def _departments(manuscript: Manuscript, page: Page) -> None:
    manuscript.heading(say("The departments"))
    keys = (
        "name",
        "function",
        "stages",
        "touchpoints",
        "objective",
        "responsibilities",
    )
    head = (
        say("Department"),
        say("Function"),
        f">{say('Stages led')}",
        f">{say('Touchpoints owned')}",
        say("Head has an objective for it"),
        say("Answers to customers for"),
    )
    departments = page.parts("departments")
    rows = [tuple(each.text(key) for key in keys) for each in departments]
    manuscript.table(head, rows, (2.8, 3.2, 1.6, 2.5, 2.5, 4))
    if not departments:
        manuscript.paragraph(page.text("no_departments"))
    manuscript.note(page.text("left_out"))


def metrics(manuscript: Manuscript, page: Page) -> None:
    """Write what is measured, and by what leaders steer."""
    manuscript.section(
        say("Balance of metrics"), page.text("headline"), follows=page.says("empty")
    )
    manuscript.table(
        (say("Tells of"), f">{say('Metrics')}", f">{say('Headlines')}"),
        [
            (
                noted(f.text("name"), f.text("meaning")),
                f.text("number"),
                f.text("headline"),
            )
            for f in page.parts("families")
        ],
        (8, 2, 2),
    )
    if every := page.parts("metrics"):
        manuscript.heading(say("The metrics"))
        keys = ("family", "level", "value", "target", "owner")
        head = (
            say("Metric"),
            say("Tells of"),
            say("Asked about"),
            say("Value"),
            say("Target"),
            say("Owner"),
        )
        manuscript.table(
            head,
            [
                (
                    noted(m.text("name"), m.text("meaning")),
                    *(m.text(key) for key in keys),
                )
                for m in every
            ],
            (3.5, 2.6, 2.2, 2.4, 3.1, 2.8),
        )
    manuscript.note(page.text("left_out"))
