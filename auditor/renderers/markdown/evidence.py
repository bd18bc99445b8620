"""Said and shown, and the tables of evidence, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.confrontation import unlisted
from auditor.evidence.statistics.minimums import JUDGED_FROM, SHOWN_FROM
from auditor.renderers import measured
from auditor.renderers.markdown.text import code, escaped, table
from auditor.renderers.plain import short
from auditor.renderers.said_and_shown import confronted, headline, nothing_attached
from auditor.renderers.spoken import capital
from auditor.renderers.tables_of_evidence import (
    counted_rows,
    days,
    oddities,
    reviewed,
    wholes,
)
from auditor.translation import labelled, say, say_plural, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.confrontation import Unlisted
    from auditor.evidence import Measure, MeasuredTable
    from auditor.renderers.said_and_shown import SaidAndShown
    from auditor.report import Report

__all__ = ["evidence", "said_and_shown"]

# All ours: the JSON result has everything.
MOST_CLAIMS: Final = 300
MOST_UNLISTED: Final = 60
MOST_NAMES: Final = 20
MOST_TABLES: Final = 50
MOST_FIGURES: Final = 60
LONGEST: Final = 400


def said_and_shown(report: Report) -> Iterator[str]:
    """Yield each claim beside its figure, and what no profile names."""
    yield f"## {say('Said and shown')}"
    yield ""
    rows = confronted(report)
    yield f"{headline(rows, report)}."
    yield ""
    if not report.evidence.tables:
        yield escaped(nothing_attached(report))
        yield ""
        return
    if rows:
        head = (
            say("Claim"),
            say("Said"),
            say("Shown"),
            say("95 % interval"),
            "n",
            say("Period"),
            say("Verdict"),
        )
        yield from table(head, map(_claim, rows[:MOST_CLAIMS]))
    if (more := len(rows) - MOST_CLAIMS) > 0:
        yield say_plural("And {n:,} more claim.", "And {n:,} more claims.", more)
        yield ""
    if strangers := unlisted(report.profile, report.evidence):
        yield f"### {say('In the data, and not in the profile')}"
        yield ""
        titles = (
            say("What"),
            say("Table"),
            say("Name, and rows"),
            f">{say('Rows')}",
            f">{say('Share')}",
        )
        yield from table(titles, map(_unlisted, strangers[:MOST_UNLISTED]))


def _claim(row: SaidAndShown) -> tuple[str, ...]:
    n = row.rows
    texts = (row.name, row.said, row.shown, row.interval, n, row.period)
    verdict = labelled(f"**{row.verdict}**", escaped(row.reason))
    return *(escaped(short(text, LONGEST)) for text in texts), verdict


def _unlisted(found: Unlisted) -> tuple[str, ...]:
    names = [
        f"{_named(volume.name)} ({written(volume.rows, ',')})"
        for volume in found.groups[:MOST_NAMES]
    ]
    if (more := len(found.groups) - MOST_NAMES) > 0:
        names.append(say_plural("and {n} more", "and {n} more", more))
    if found.small:
        names.append(say_plural("{n:,} small group", "{n:,} small groups", found.small))
    if found.silent:
        names.append(say("the profile names none at all"))
    rows = written(sum(volume.rows for volume in found.groups), ",")
    share = say("{share:.1f} %", share=100 * found.share)
    cut = capital(say(found.cut))
    return cut, escaped(found.table), "; ".join(names), rows, share


def _named(group: str) -> str:
    return escaped(short(group, measured.LONGEST_GROUP))


def evidence(report: Report) -> Iterator[str]:
    """Yield each table: where it comes from, its rows, and what it shows."""
    found = report.evidence
    if not found.tables and not found.faults:
        return
    yield f"## {say('Evidence')}"
    yield ""
    if found.faults:
        yield from table(
            (say("Table that could not be read"), say("Kind"), say("Reason")),
            [
                (
                    escaped(f.dataset),
                    say(f.kind),
                    escaped(short(say(f.reason), LONGEST)),
                )
                for f in found.faults[:MOST_TABLES]
            ],
        )
    for each in found.tables[:MOST_TABLES]:
        yield from _table(report, each)
    if (more := len(found.tables) - MOST_TABLES) > 0:
        yield say_plural("And {n:,} more table.", "And {n:,} more tables.", more)
        yield ""


def _table(report: Report, each: MeasuredTable) -> Iterator[str]:
    info = each.info
    yield f"### {labelled(escaped(info.id), say(info.kind))}"
    yield ""
    yield f"- {labelled(say('Source'), escaped(info.source))}"
    digest = code(info.sha256) if info.sha256 else say("none")
    yield f"- {labelled(say('Digest (SHA-256)'), digest)}"
    yield f"- {labelled(say('Days'), days(info) or say('none'))}"
    if span := reviewed(info, report.as_of):
        yield f"- {labelled(say('Days under review'), span)}"
    for reason, number in counted_rows(info):
        told = _cut(say(reason))
        yield f"- {labelled(capital(told), written(number, ','))}"
    yield from (f"- {_cut(odd)}" for odd in oddities(each))
    yield ""
    figures = [m for m in wholes(each) if m.n or not m.by][:MOST_FIGURES]
    if figures:
        head = (
            say("Measure"),
            f">{say('Figure')}",
            f">{say('95 % interval')}",
            ">n",
            say("Definition"),
        )
        yield from table(head, map(_figure, figures))


def _cut(text: str) -> str:
    return escaped(short(text, LONGEST))


def _figure(measure: Measure) -> tuple[str, ...]:
    hidden = bool(measure.by) and measure.n < SHOWN_FROM
    few = measure.n < JUDGED_FROM and measure.low is not None
    n = written(measure.n, ",")
    n = say("{n}, not judged", n=n) if few and not hidden else n
    return (
        escaped(measured.called(measure)),
        say("not shown") if hidden else measured.figure(measure),
        "" if hidden else measured.interval(measure),
        say("under {least}", least=SHOWN_FROM) if hidden else n,
        _cut(say(measure.definition)),
    )
