"""Each area with its findings, worst first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.renderers.docx.cell import noted, strong
from auditor.renderers.docx.styles import CONTRADICTED, NOTE
from auditor.translation import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.renderers.docx.cell import Cell
    from auditor.renderers.docx.manuscript import Manuscript
    from auditor.renderers.page import Page

__all__ = ["findings", "why_said"]


def findings(manuscript: Manuscript, areas: Iterable[Page]) -> None:
    """Write every area."""
    for number, area in enumerate(areas):
        headline = area.text("headline")
        follows = bool(number) or area.says("short")
        told = headline[:1].upper() + headline[1:]
        manuscript.section(area.text("title"), told, follows=follows)
        manuscript.lead(area.text("facts"), NOTE)
        _open(manuscript, area.parts("open"))
        _met(manuscript, area.parts("met"))
        _named(manuscript, say("Not assessed"), area.parts("unknown"))
        _named(manuscript, say("Not applicable"), area.parts("excluded"))
        if area.says("empty"):
            manuscript.paragraph(say("This area has no criterion."))


def _open(manuscript: Manuscript, open_: list[Page]) -> None:
    if open_:
        single = len(open_) == 1
        title = say("Open finding") if single else say("Open findings, worst first")
        manuscript.heading(title)
    for finding in open_:
        manuscript.heading(finding.text("title"), 3)
        verdict = manuscript.paragraph("", "Verdict")
        manuscript.say(verdict, finding.text("outcome"), "Strong")
        facts = [finding.text(k) for k in ("share", "severity", "price", "check")]
        manuscript.say(verdict, "".join(f" · {fact}" for fact in facts if fact))
        if finding.says("contradicted"):
            line = manuscript.paragraph("")
            manuscript.say(line, finding.text("contradicted"), CONTRADICTED)
        manuscript.lead(finding.text("reason"))
        manuscript.facts(_facts(finding), together=True)


def _facts(finding: Page) -> list[tuple[str, str]]:
    places = [*finding.texts("places"), finding.text("more_places")]
    return [
        (say("What to do"), finding.text("advice")),
        (say("Effort"), finding.text("effort")),
        (
            say("Place"),
            "; ".join(filter(None, places)) or say("Nowhere in the profile"),
        ),
        (say("Rests on"), finding.text("verified")),
        (say("Measured"), "; ".join(finding.texts("measures"))),
        *((say("This rubric"), _departure(row)) for row in finding.parts("departures")),
        (say("Source"), _sources(finding)),
        (say("Waiver"), finding.text("waiver")),
    ]


def _departure(row: Page) -> str:
    return f"{row.text('told')} {why_said(row)}"


def why_said(row: Page) -> str:
    """Return why a rubric sets something otherwise, and whose the reason is."""
    cited = row.part("source").text("text") if row.says("source") else ""
    whose = "; ".join(filter(None, (cited or row.text("whose"), row.text("set_by"))))
    return " ".join(filter(None, (row.text("because"), whose and f"({whose})")))


def _sources(finding: Page) -> str:
    return "; ".join(source.text("text") for source in finding.parts("sources"))


def _met(manuscript: Manuscript, met: list[Page]) -> None:
    if met:
        manuscript.heading(say("What is met"))
    head = (say("Check"), say("Criterion and reason"), say("Place, ground and source"))
    manuscript.table(head, [_row(finding) for finding in met], (1.6, 8.5, 6.5))


def _row(finding: Page) -> tuple[Cell, ...]:
    ground = f"{finding.text('verified')}. {_sources(finding)}"
    measures = "; ".join(finding.texts("measures"))
    return (
        noted(finding.text("check"), finding.text("severity")),
        strong(finding.text("title"), finding.text("reason"), finding.text("waiver")),
        noted(finding.text("place"), measures, ground),
    )


def _named(manuscript: Manuscript, title: str, named: list[Page]) -> None:
    if named:
        manuscript.heading(title)
        manuscript.bullets(f"{f.text('check')} {f.text('title')}" for f in named)
