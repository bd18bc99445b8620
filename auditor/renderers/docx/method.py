"""What is unknown, how the score was made, and on whose authority."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.renderers.docx.cell import noted, strong
from auditor.renderers.docx.findings import why_said
from auditor.translation import message, say

if TYPE_CHECKING:
    from auditor.renderers.docx.cell import CellOrText
    from auditor.renderers.docx.manuscript import Manuscript
    from auditor.renderers.page import Page

__all__ = ["method", "notices", "sources", "unknowns"]

DEPARTURE: Final = (
    message("What"),
    message("Usually"),
    message("Here"),
    message("Why, and whose it is"),
)


def unknowns(manuscript: Manuscript, page: Page) -> None:
    """Write what could not be assessed, and what would answer it."""
    manuscript.section(say("What is unknown"), page.text("headline"))
    head = (say("Check"), say("Criterion and reason"), say("Area"))
    if failed := page.parts("failed"):
        manuscript.heading(say("Checks that failed"))
        rows = [_criterion(row, row.text("area")) for row in failed]
        manuscript.table(head, rows, (1.7, 9.9, 5))
    if wanted := page.parts("questions"):
        manuscript.heading(say("What to ask next"))
        manuscript.table(
            (say("Part of the profile"), say("Criteria that wait for it")),
            [(row.text("key"), _checks(row)) for row in wanted],
        )
    if open_ := page.parts("open"):
        manuscript.heading(say("Criteria not assessed"))
        rows = [_criterion(row, row.text("answered_by")) for row in open_]
        titles = (say("Check"), say("Criterion and reason"), say("Answered by"))
        manuscript.table(titles, rows, (1.7, 9.9, 5))
    if excluded := page.parts("excluded"):
        manuscript.heading(say("Criteria that do not apply"))
        rows = [_criterion(row, row.text("area")) for row in excluded]
        manuscript.table(head, rows, (1.7, 9.9, 5))
    if not open_ and not failed:
        manuscript.paragraph(
            say("Nothing is left open, so the range is a single figure.")
        )


def _checks(row: Page) -> str:
    return ", ".join(check.text("check") for check in row.parts("checks"))


def _criterion(row: Page, last: str) -> tuple[CellOrText, ...]:
    return (
        noted(row.text("check"), row.text("severity")),
        strong(row.text("title"), row.text("reason")),
        last,
    )


def notices(manuscript: Manuscript, page: Page) -> None:
    """Write what in the profile is probably not as it was meant."""
    manuscript.section(say("Notices"), page.text("headline"), follows=True)
    rows = [(row.text("message"), row.text("place")) for row in page.parts("rows")]
    manuscript.table((say("Notice"), say("Place")), rows, (2, 1))
    manuscript.note(page.text("left_out"))


def method(manuscript: Manuscript, page: Page) -> None:
    """Write what another person needs to repeat the audit."""
    manuscript.section(say("Method and rubric"), page.text("headline"), follows=True)
    manuscript.heading(say("How the score is made"))
    manuscript.facts([(r.text("name"), r.text("text")) for r in page.parts("rules")])
    manuscript.heading(say("On what a verdict can rest"))
    grounds = [(g.text("name"), g.text("meaning")) for g in page.parts("grounds")]
    manuscript.table((say("Ground"), say("How it counts")), grounds)
    manuscript.heading(say("Weights of the severities"))
    keys = ("name", "weight", "whose")
    weights = [tuple(r.text(key) for key in keys) for r in page.parts("severities")]
    manuscript.table(
        (say("Severity"), f">{say('Weight')}", say("Whose")), weights, (3, 2, 8)
    )
    if departures := page.parts("departures"):
        manuscript.heading(say("What this rubric sets otherwise, and why"))
        manuscript.paragraph(say("Reasons are in the rubric's own words."))
        head = tuple(map(say, DEPARTURE))
        manuscript.table(head, [_departure(row) for row in departures], (5, 2, 2, 7.6))
    if thresholds := page.parts("thresholds"):
        manuscript.heading(say("Thresholds, and whose they are"))
        manuscript.paragraph(
            say(
                "A threshold is our judgement where no source stands beside it in "
                "brackets."
            )
        )
        bounds = [_bounds(row) for row in thresholds]
        head = (say("Check"), say("Value, and what it bounds"))
        manuscript.table(head, bounds, (1.6, 15))
    manuscript.heading(say("What this report was made from"))
    inputs = [(r.text("name"), r.text("value")) for r in page.parts("inputs")]
    manuscript.table((say("What"), say("Value")), inputs, (4.2, 12.4))
    plugins = [_plugin(row) for row in page.parts("plugins")]
    manuscript.table(
        (say("Plugin"), say("Version"), f">{say('Checks')}", say("State")),
        plugins,
        (4, 1.6, 2, 9),
    )


def _departure(row: Page) -> tuple[CellOrText, ...]:
    what = f"{row.text('which')}, {row.text('what')}"
    return (
        noted(what, row.text("title")),
        *(row.text("usual"), row.text("here")),
        why_said(row),
    )


def _plugin(row: Page) -> tuple[CellOrText, ...]:
    known = (row.text(key) for key in ("name", "version", "checks"))
    return *known, noted(row.text("state"), row.text("digest"))


def _bounds(row: Page) -> tuple[CellOrText, ...]:
    """Return the thresholds of one check, each with whose it is unless it is ours."""
    return row.text("check"), "; ".join(_bound(each) for each in row.parts("bounds"))


def _bound(bound: Page) -> str:
    cited = bound.part("source").text("text") if bound.says("source") else ""
    asides = filter(None, (cited or bound.text("ours"), bound.text("changed")))
    told = "".join(f" ({aside})" for aside in asides)
    return f"{bound.text('value')} {bound.text('meaning')}{told}"


def sources(manuscript: Manuscript, page: Page) -> None:
    """Write the works on which the criteria rest."""
    manuscript.section(say("Sources"), page.text("headline"), follows=True)
    head = (
        f">{say('No.')}",
        say("Work, and what is taken from it"),
        say("How far it was read"),
        say("Cited by"),
    )
    works = [_work(work) for work in page.parts("works")]
    manuscript.table(head, works, (1.1, 8.5, 3.4, 3.6))


def _work(work: Page) -> tuple[CellOrText, ...]:
    year = f" ({work.text('year')})" if work.says("year") else ""
    title = f"{work.text('author')}{year}. {work.text('title')}"
    return (
        work.text("number"),
        strong(title, work.text("note"), work.text("address")),
        work.text("access"),
        work.text("checks"),
    )
