"""The slides, in order: each title is a sentence that says what the slide shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.renderers.line_ends import with_a_full_last_line
from auditor.renderers.plain import short
from auditor.renderers.pptx.chart import write_chart
from auditor.renderers.pptx.filling import new_slide, write_list, write_table
from auditor.renderers.spoken import capital
from auditor.translation import labelled, say, say_plural

if TYPE_CHECKING:
    from pptx.presentation import Presentation

    from auditor.renderers.page import Page
    from auditor.report import Report

__all__ = ["changed", "opening", "priorities", "records", "standing", "steps"]

# All ours: what a room can read from its last row. The report has everything.
LONGEST_TITLE: Final = 130
LONGEST_NAME: Final = 70
LONGEST: Final = 130
LONGEST_REASON: Final = 220
"""Letters of why a finding matters: there are three of them on a slide."""
LONGEST_NOTE: Final = 120
MOST_CLAIMS: Final = 6
MOST_STEPS: Final = 6
MOST_CAUSES: Final = 6
TITLE_AND_CONTENT: Final = "Title and Content"


def opening(deck: Presentation, page: Page) -> None:
    """Write who was audited, when, and how far to trust it."""
    cover = page.part("cover")
    title = short(cover.text("organisation"), LONGEST_NAME)
    slide = new_slide(deck, "Title Slide", title, _foot(page))
    missing = say("This report is incomplete.") if cover.texts("missing") else ""
    entries = [cover.text("title"), cover.text("as_of"), *_parties(page), missing]
    write_list(slide.placeholders[1], [("", entry) for entry in entries if entry])


def _parties(page: Page) -> tuple[str, ...]:
    """Return for whom and by whom the report is, and who may read it."""
    if not page.says("engagement"):
        return ()
    given = page.part("engagement")
    client, firm, bound = (
        short(given.text(key), LONGEST) for key in ("client", "firm", "confidentiality")
    )
    return say("For {client}, by {firm}", client=client, firm=firm), bound


def standing(deck: Presentation, page: Page, report: Report) -> None:
    """Write where the organisation stands, in all and by area."""
    board = page.part("board")
    slide = new_slide(deck, "Two Content", _title(board), _foot(page))
    write_chart(slide.placeholders[1], report)
    figures = [
        (labelled(each.text("name"), each.text("value")), each.text("note"))
        for each in board.parts("figures")
    ]
    asked = [
        (f"{each.text('text')} {each.text('answer')}", each.text("note"))
        for each in board.parts("questions")
    ]
    entries = [(name, short(text, LONGEST_NOTE)) for name, text in (*figures, *asked)]
    write_list(slide.placeholders[2], entries)


def changed(deck: Presentation, page: Page) -> None:
    """Write how the score moved since an earlier audit, if there is one."""
    if not page.says("comparison"):
        return
    found = page.part("comparison")
    title = _title(found)
    slide = new_slide(deck, "Two Content", title, _foot(page))
    before, now = found.texts("days")
    head = (say("Figure"), f">{before}", f">{now}", f">{say('Change')}")
    keys = ("name", "before", "now", "change")
    rows = [tuple(row.text(key) for key in keys) for row in found.parts("standing")]
    write_table(slide.placeholders[1], head, rows, (3, 3, 3, 2), title)
    since = say("What changed since {day}", day=found.text("since"))
    entries = [
        (since, page.part("changes").text("headline")),
        *(
            (labelled(part.text("name"), part.text("points")), part.text("meaning"))
            for part in found.parts("parts")[:MOST_CAUSES]
        ),
    ]
    told = [(name, short(text, LONGEST_NOTE)) for name, text in entries]
    write_list(slide.placeholders[2], told)


def priorities(deck: Presentation, page: Page, report: Report) -> None:
    """Write the findings that matter most."""
    board = page.part("board")
    found = board.parts("priorities")
    title = _urgent(len(found), len(report.roadmap))
    slide = new_slide(deck, TITLE_AND_CONTENT, title, _foot(page))
    if not found:
        strengths = [("", s.text("title")) for s in board.parts("strengths")]
        write_list(slide.placeholders[1], strengths or [("", board.text("headline"))])
        return
    rows = [
        (
            f"{short(f.text('title'), LONGEST_NAME)} ({f.text('check')})",
            _verdict(f),
            short(f.text("reason"), LONGEST_REASON),
            _cost(f),
        )
        for f in found
    ]
    head = (say("Finding"), say("Verdict"), say("Why"), say("Cost and effort"))
    write_table(slide.placeholders[1], head, rows, (3, 2, 4.5, 2), title)


def _urgent(first: int, every: int) -> str:
    """Return how many findings come first, and how many are open besides."""
    if not first:
        return say("No open finding among what could be assessed")
    findings = say_plural(
        "{n:,} finding matters most", "{n:,} findings matter most", first
    )
    more = say_plural("{n:,} more is open", "{n:,} more are open", every - first)
    return f"{findings}; {more}" if every > first else findings


def _verdict(finding: Page) -> str:
    disproved = f", {say('contradicted')}" if finding.says("contradicted") else ""
    outcome = finding.text("outcome").lower()
    return labelled(finding.text("severity"), f"{outcome}{disproved}")


def _cost(finding: Page) -> str:
    """Return what a finding costs, and what it takes to mend it."""
    return f"{capital(finding.text('price'))}, {finding.text('effort')}"


def records(deck: Presentation, page: Page) -> None:
    """Write what is claimed beside what the records show."""
    said = page.part("said_and_shown")
    title = _title(said)
    slide = new_slide(deck, TITLE_AND_CONTENT, title, _foot(page))
    claims = said.parts("claims")[:MOST_CLAIMS]
    if not claims:
        if unshown := said.parts("unshown"):
            bare = [
                (each.text("verdict"), short("; ".join(each.texts("claims")), LONGEST))
                for each in unshown
            ]
            write_list(slide.placeholders[1], bare)
            return
        read = page.part("evidence").text("headline") if page.says("evidence") else ""
        write_list(slide.placeholders[1], [("", said.text("nothing") or read)])
        return
    rows = [
        (
            short(claim.text("name"), LONGEST_NAME),
            *(claim.text(key) for key in ("said", "shown", "interval", "verdict")),
        )
        for claim in claims
    ]
    head = (
        say("Claim"),
        say("Said"),
        say("Shown"),
        say("95 % interval"),
        say("Verdict"),
    )
    write_table(slide.placeholders[1], head, rows, (4, 2, 2.4, 2.4, 2), title)


def steps(deck: Presentation, page: Page) -> None:
    """Write what to do first."""
    roadmap = page.part("roadmap")
    title = _title(roadmap)
    slide = new_slide(deck, TITLE_AND_CONTENT, title, _foot(page))
    every = roadmap.parts("steps")
    if not every:
        write_list(
            slide.placeholders[1], [("", page.part("unknowns").text("headline"))]
        )
        return
    rows = [
        (
            step.text("rank"),
            f"{short(step.text('advice'), LONGEST)} ({step.text('check')})",
            *(step.text(key) for key in ("effort", "points", "after")),
        )
        for step in every[:MOST_STEPS]
    ]
    head = (
        f">{say('Step')}",
        say("What to do"),
        say("Effort"),
        f">{say('Points')}",
        f">{say('Score then')}",
    )
    write_table(slide.placeholders[1], head, rows, (0.9, 7.4, 1.2, 1.2, 1.4), title)


def _title(page: Page) -> str:
    return with_a_full_last_line(short(page.text("headline"), LONGEST_TITLE))


def _foot(page: Page) -> str:
    cover = page.part("cover")
    return f"{cover.text('running')}, {cover.text('as_of')}, {cover.text('made_with')}"
