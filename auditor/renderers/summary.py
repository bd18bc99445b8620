"""The sections of the summary, as Rich draws them.

Texts become `Text` objects, never strings, so that Rich looks for no markup in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from auditor.renderers.drawn_text import line, table
from auditor.renderers.figures import UNKNOWN, barred, level_of, per_cent, points, span
from auditor.renderers.order import (
    accepted,
    assessed,
    outcomes_in_words,
    total_first,
    worst_first,
)
from auditor.renderers.over_time.comparison import since
from auditor.renderers.over_time.text import drawn
from auditor.renderers.plain import plain
from auditor.renderers.summary_lists import (
    failures,
    findings,
    more,
    notices,
    said_and_shown,
    steps,
    unknown,
)
from auditor.translation import labelled, say, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from auditor.report import Report

__all__ = ["sections"]

WORST: Final = 5
"""Ours: findings that fit on a screen."""


def sections(report: Report) -> Iterator[RenderableType]:
    """Yield the sections of the summary, those that have nothing to say left out."""
    yield _heading(report)
    yield _standing(report)
    yield from _comparison(report)
    yield from _section(say("Areas"), _areas(report))
    open_ = worst_first(report.findings)
    disproved = [finding for finding in open_ if finding.contradicted]
    yield from _section(say("Claims that are contradicted"), *findings(disproved))
    others = [f for f in open_ if not f.contradicted and not accepted(f)]
    yield from _section(say("Said and shown"), *said_and_shown(report))
    yield from _section(
        say("Worst findings"), *findings(others[:WORST]), *more(len(others) - WORST)
    )
    yield from _section(say("What to do first"), *steps(report))
    yield from _section(say("Not assessed, and what would answer it"), *unknown(report))
    yield from _section(say("What failed"), *failures(report))
    yield from _section(say("Notices"), *notices(report))


def _comparison(report: Report) -> Iterator[RenderableType]:
    """Yield what changed since an earlier audit, if there is one to compare with."""
    if report.comparison:
        section = since(report.comparison)
        yield from _section(section.title, *drawn(section))


def _section(title: str, *parts: RenderableType) -> Iterator[RenderableType]:
    """Yield a titled section, or nothing without content."""
    if parts:
        yield Text(f"\n{title}", style="bold")
        yield Padding(Group(*parts), (0, 0, 0, 2))


def _heading(report: Report) -> Text:
    subject, rubric = report.subject, report.rubric
    facts = (
        written(report.as_of),
        plain(subject.source),
        say(
            "rubric {name} {version}",
            name=plain(rubric.name),
            version=plain(rubric.version),
        ),
        f"cxaudit {report.version}",
    )
    title = labelled(say(report.title), plain(subject.organisation))
    return Text.assemble((title, "bold"), "\n", " · ".join(filter(None, facts)), "\n")


def _standing(report: Report) -> Table:
    """Return the score with all that has to be said beside it."""
    score = report.score
    table = Table.grid(padding=(0, 2))
    table.add_row(say("Score"), _score(report))
    if any(map(accepted, report.findings)):
        waived = points(score.with_waivers)
        told = say("{score} if accepted findings were met", score=waived)
        table.add_row(say("With waivers"), line(told))
    if score.assurance is not None:
        rests = say(
            "{share} of the weight rests on more than the organisation's own word",
            share=per_cent(score.assurance),
        )
        table.add_row(say("Assurance"), line(rests))
    level = level_of(score)
    if score.level is not None:
        level = say("{level}, indicative", level=level)
    table.add_row(say("Level"), line(level))
    for held_at, reasons in barred(score.gates):
        if held_at == score.level:
            held = say("Held at {level}: {reason}", level=held_at, reason=reasons)
            table.add_row("", line(held))
    table.add_row(say("Findings"), line(outcomes_in_words(report.findings)))
    return table


def _score(report: Report) -> Text:
    """Return the score with what it is taken over, and its range."""
    score = report.score
    if score.total is None:
        return Text(say(UNKNOWN))
    total = points(score.total)
    if points(score.low) == points(score.high):
        told = say(
            "{score} of 100 over {assessed} criteria",
            score=total,
            assessed=assessed(report),
        )
    else:
        told = say(
            "{score} of 100 over {assessed} criteria, within {range} once all is known",
            score=total,
            assessed=assessed(report),
            range=span(score.low, score.high),
        )
    text = Text(told)
    place = told.index(total)
    text.stylize("bold", place, place + len(total))
    return text


def _areas(report: Report) -> Table:
    name = say("Area")
    figures = (
        say("Weight"),
        say("Score"),
        say("Range"),
        say("Assurance"),
        say("Assessed"),
    )
    rows = table(name, *figures, right=figures, breaks=name)
    for area in total_first(report):
        rows.add_row(
            line(say(area.title)),
            written(area.weight, "g"),
            Text(points(area.score), style="bold"),
            span(area.low, area.high),
            per_cent(area.assurance),
            say("{part} of {whole}", part=area.assessed, whole=area.applicable),
        )
    return rows
