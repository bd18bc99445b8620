"""Tables of evidence, their columns, measures and presets as one Markdown page."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from auditor.evidence.columns import TABLES, ColumnType
from auditor.evidence.limits import USUAL_TARGETS
from auditor.evidence.measures.catalogue import definitions
from auditor.evidence_gathering.presets import presets_in
from auditor.measure_limits import LIMITS, TARGETS_FROM, target_in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.evidence.columns import Column
    from auditor.evidence.measures.catalogue import Description

__all__ = ["evidence_page"]

PREFACE: Final = """\
# What evidence can show

The columns and measures of each kind of table, and the exports that cxaudit knows. This
page is generated from the program (`make catalogue`); [the guide to
evidence](guide-to-evidence.md) says how to attach a table.

A mapping says which column of a source is which of ours. Only those in **bold** must be
there in each row; every other one that a table has allows more measures. A moment that
lies before its beginning is left out and counted.

Of several ways to compute a measure, the first is used whose columns are there. Limits
and scales are shown as they usually are; the profile's own, and a rubric's, take their
place. Figures are given for the whole table and by level, stage, channel, segment,
department, reason, theme, wave and month, where the columns are there. Rows that are
left out are counted by reason; with `n` they are all rows. Intervals are of 95 %:
[how the statistics work](how-the-statistics-work.md).
"""
LIMITS_PREFACE: Final = """\
## Limits

A [rubric](guide-for-consultants.md#rubrics) sets these under `limits`, and when a first
answer is due under `first_response`, for any kind of channel. What the profile promises
there, and the due time of a row, go before the rubric.
"""
TYPES: Final = {
    ColumnType.TEXT: "text",
    ColumnType.TIMESTAMP: "moment",
    ColumnType.NUMBER: "number",
    ColumnType.FLAG: "yes or no",
    ColumnType.SCORE: "answer on a scale",
}
SPANS: Final = {"none": "", "calendar": "by the calendar", "business": "working days"}
WORDED: Final = {
    **{name: f"`{name}` with its scale" for name in ("csat", "ces", "trust")},
    "known_customer": "a table of `customers`",
    "nps_band": "a table of `surveys` with `customer` and `nps`",
}
"""What is needed, where that is more than a column of the table."""


def evidence_page() -> str:
    """Return the page."""
    return "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    yield PREFACE
    described = list(definitions())
    for kind, columns in TABLES.items():
        yield f"## Tables of {kind}\n"
        yield from _table(columns)
        own = (one for one in described if one.table == kind)
        for name, ways in groupby(sorted(own, key=_name), key=_name):
            yield f"\n### {kind}: {name}\n"
            for way in ways:
                yield from _way(way)
        yield ""
    yield from _limits()
    yield "## Presets\n\n| preset | kind | export |\n|---|---|---|"
    for name, preset in sorted(presets_in(()).items()):
        yield f"| `{name}` | `{preset.mapping.kind}` | {preset.title} |"


def _limits() -> Iterator[str]:
    """Yield the limits that a rubric may set."""
    yield LIMITS_PREFACE
    yield from (
        "| limit | usually | bounds | may be | whose |",
        "|---|---|---|---|---|",
    )
    for name, limit in LIMITS.items():
        whose = limit.source if isinstance(limit.source, str) else limit.source.author
        usual = limit.written(limit.default)
        yield f"| `{name}` | {usual} | {limit.meaning} | {limit.allowed} | {whose} |"
    for kind, target in USUAL_TARGETS.items():
        usual, whose = target_in_words(target), TARGETS_FROM.author
        meaning = f"first answer by {kind}, where the profile promises none"
        yield (
            f"| `first_response`: `{kind}` | {usual} | {meaning} | a length of time, "
            f"such as 2h or 4 business hours | {whose} |"
        )
    yield ""


def _name(one: Description) -> str:
    return one.name


def _table(columns: Iterable[Column]) -> Iterator[str]:
    yield from ("| column | type | meaning |", "|---|---|---|")
    for column in columns:
        name = f"**`{column.name}`**" if column.needed else f"`{column.name}`"
        yield f"| {name} | {TYPES[column.type]} | {column.meaning} |"


def _way(way: Description) -> Iterator[str]:
    """Yield one way to compute a measure as an entry of a list."""
    yield f"- **{', '.join(way.statistics)}** ({way.unit}): {way.text}."
    needs = ", ".join(WORDED.get(name, f"`{name}`") for name in way.needs)
    parts = (
        ("Needs", needs),
        ("Left out", "; ".join(dict.fromkeys(way.excluded))),
        ("Interval", way.interval),
        ("Time", SPANS[way.clock]),
        ("Source", way.source),
    )
    said = (f"{title}: {text}." for title, text in parts if text)
    yield f"  {' '.join(said)}"
