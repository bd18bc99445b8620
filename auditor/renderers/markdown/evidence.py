"""Said and shown, and the tables of evidence, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.confrontation import unlisted
from auditor.evidence.statistics.minimums import JUDGED_FROM, SHOWN_FROM
from auditor.grading import counted
from auditor.renderers import measured
from auditor.renderers.markdown.text import code, escaped, table
from auditor.renderers.plain import short
from auditor.renderers.said_and_shown import confronted, headline, nothing_attached
from auditor.renderers.tables_of_evidence import (
    counted_rows,
    days,
    oddities,
    reviewed,
    wholes,
)

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
    yield "## Said and shown"
    yield ""
    if not report.evidence.tables:
        yield escaped(nothing_attached(report))
        yield ""
        return
    rows = confronted(report)
    yield f"{headline(rows, report)}."
    yield ""
    if rows:
        head = ("Claim", "Said", "Shown", "95 % interval", "n", "Period", "Verdict")
        yield from table(head, map(_claim, rows[:MOST_CLAIMS]))
    if (more := len(rows) - MOST_CLAIMS) > 0:
        yield from (f"And {counted(more, 'more claim')}.", "")
    if strangers := unlisted(report.profile, report.evidence):
        yield "### In the data, and not in the profile"
        yield ""
        titles = ("What", "Table", "Name, and rows", ">Rows", ">Share")
        yield from table(titles, map(_unlisted, strangers[:MOST_UNLISTED]))


def _claim(row: SaidAndShown) -> tuple[str, ...]:
    n = row.n.removeprefix("n = ")
    texts = (row.name, row.said, row.shown, row.interval, n, row.period)
    verdict = f"**{row.verdict}**: {escaped(row.reason)}"
    return *(escaped(short(text, LONGEST)) for text in texts), verdict


def _unlisted(found: Unlisted) -> tuple[str, ...]:
    names = [
        f"{escaped(short(volume.name, measured.LONGEST_GROUP))} ({volume.rows:,})"
        for volume in found.groups[:MOST_NAMES]
    ]
    if (more := len(found.groups) - MOST_NAMES) > 0:
        names.append(f"and {more} more")
    if found.small:
        names.append(counted(found.small, "small group"))
    if found.silent:
        names.append("the profile names none at all")
    rows = f"{sum(volume.rows for volume in found.groups):,}"
    share = f"{100 * found.share:.1f} %"
    return found.cut.capitalize(), escaped(found.table), "; ".join(names), rows, share


def evidence(report: Report) -> Iterator[str]:
    """Yield each table: where it comes from, its rows, and what it shows."""
    found = report.evidence
    if not found.tables and not found.faults:
        return
    yield "## Evidence"
    yield ""
    if found.faults:
        yield from table(
            ("Table that could not be read", "Kind", "Reason"),
            [
                (escaped(f.dataset), f.kind, escaped(short(f.reason, LONGEST)))
                for f in found.faults[:MOST_TABLES]
            ],
        )
    for each in found.tables[:MOST_TABLES]:
        yield from _table(report, each)
    if (more := len(found.tables) - MOST_TABLES) > 0:
        yield from (f"And {counted(more, 'more table')}.", "")


def _table(report: Report, each: MeasuredTable) -> Iterator[str]:
    info = each.info
    yield f"### {escaped(info.id)}: {info.kind}"
    yield ""
    yield f"- Source: {escaped(info.source)}"
    yield f"- Digest (SHA-256): {code(info.sha256) if info.sha256 else 'none'}"
    yield f"- Days: {days(info) or 'none'}"
    if span := reviewed(info, report.as_of):
        yield f"- Days under review: {span}"
    for reason, number in counted_rows(info):
        told = escaped(short(reason, LONGEST))
        yield f"- {told[:1].upper()}{told[1:]}: {number:,}"
    yield from (f"- {escaped(short(odd, LONGEST))}" for odd in oddities(each))
    yield ""
    figures = [m for m in wholes(each) if m.n or not m.by][:MOST_FIGURES]
    if figures:
        head = ("Measure", ">Figure", ">95 % interval", ">n", "Definition")
        yield from table(head, map(_figure, figures))


def _figure(measure: Measure) -> tuple[str, ...]:
    hidden = bool(measure.by) and measure.n < SHOWN_FROM
    few = measure.n < JUDGED_FROM and measure.low is not None
    n = f"{measure.n:,}{', not judged' if few and not hidden else ''}"
    return (
        escaped(measured.called(measure)),
        "not shown" if hidden else measured.figure(measure),
        "" if hidden else measured.interval(measure),
        f"under {SHOWN_FROM}" if hidden else n,
        escaped(short(measure.definition, LONGEST)),
    )
