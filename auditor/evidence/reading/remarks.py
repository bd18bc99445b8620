"""What else is odd about a table: told, never mended in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.evidence.canonical_table import Remark
from auditor.evidence.columns import ColumnType
from auditor.evidence.connection import figures
from auditor.evidence.reading.rejects import lines_of, ragged, swallowing
from auditor.evidence.reading.values import UNMAPPED, UNREADABLE
from auditor.evidence.sql import how_many, literal, query, quoted, texts
from auditor.translation import Message, message, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from auditor.evidence.connection import Connection
    from auditor.evidence.mapping import Scale
    from auditor.evidence.reading.raw import RawTable
    from auditor.evidence.reading.rows import Plan
    from auditor.evidence.reading.tally import Tally
    from auditor.evidence.reading.values import Cell

__all__ = ["PERSONAL", "figures_wanted", "remarks_on"]

_COUNTED_EXACTLY = 1_000_000
"""Rows up to which duplicates are looked for: each costs memory."""
_STATUSES = 30
"""Ours: words that a column may have and still be one of statuses."""
_LISTED = 10
"""Values listed in one remark."""
_LONGEST_LISTED = 40
"""Letters of a value that may be a status; a longer one is somebody's words."""
PERSONAL = (
    r"[\w.+-]+@[\w-]+\.\w{2,}"  # an address for mail
    r"|(?:\+|\b00)\d[\d ()-]{7,}\d|\b\d{3}[ .-]\d{3}[ .-]\d{4}\b"  # a telephone
    r"|\b(?:\d{4}[ -]?){3}\d{4}\b"  # a card
)
"""What names or reaches a person, as a regular expression."""
_ROUNDED_ID = r"^\d(\.\d+)?[eE]\+?\d{2}$|^\d{17,}\.0$"
_TEMPLATE = r"\{\{.*\}\}|\$\{[^}]*\}|%[A-Z_]{3,}%|\[(Field|Question)-"
_ENOUGH = 30
"""Answers below which nothing is said about a scale; the least for a verdict."""
_DAY = 86_400_000_000
"""Microseconds of a day."""


def figures_wanted(plan: Plan) -> dict[str, str]:
    """The aggregates over the kept rows that remarks are made from, by name."""
    wanted: dict[str, str] = {}
    for cell in plan.cells:
        key, column = cell.column.name, quoted(cell.column.name)
        if cell.column.type is ColumnType.TIMESTAMP:
            wanted[f"{key} clock"] = how_many(f"epoch_us({column}) % {_DAY} <> 0")
        elif cell.column.type is ColumnType.SCORE:
            wanted[f"{key} least"] = f"min({column})"
            wanted[f"{key} most"] = f"max({column})"
        elif key in {"id", "customer", "respondent"}:
            wanted[f"{key} rounded"] = _matching(column, _ROUNDED_ID)
            wanted[f"{key} personal"] = how_many(f"contains({column}, '@')")
        elif key == "comment":
            wanted["comment personal"] = _matching(column, PERSONAL)
            wanted["comment template"] = _matching(column, _TEMPLATE)
    if disagreeing := _disagreement(plan):
        wanted["status disagrees"] = how_many(disagreeing)
    return wanted


def remarks_on(
    connection: Connection,
    plan: Plan,
    tables: Sequence[RawTable],
    tally: Tally,
    scales: Mapping[str, Scale],
) -> tuple[Remark, ...]:
    """Everything odd that was seen."""
    return (
        *_about_rows(connection, tables, tally),
        *(remark for cell in plan.cells for remark in _about(cell, tally, scales)),
        *_about_statuses(connection, plan, tables, tally),
    )


def _matching(column: str, pattern: str) -> str:
    return how_many(f"regexp_matches({column}, {literal(pattern)})")


def _disagreement(plan: Plan) -> str:
    """Where a status says that work goes on, and a date that it is over."""
    names = {cell.column.name for cell in plan.cells}
    ends = [quoted(end) for end in ("resolved_at", "closed_at") if end in names]
    if "status" not in names or not ends:
        return ""
    over = f"coalesce({', '.join(ends)}, NULL) IS NOT NULL"
    going = f"status IN ('open', 'pending') AND {over}"
    return f"({going}) OR (status = 'closed' AND NOT ({over}))"


def _about_rows(
    connection: Connection, tables: Sequence[RawTable], tally: Tally
) -> Iterator[Remark]:
    if not tally.rows:
        yield Remark("no_rows", message("The source has a header and no rows."))
    if lines := lines_of(connection, tables):
        listed = ", ".join(map(str, lines))
        text = message(
            "Set aside for the wrong number of fields or stray quotes; first lines: "
            "{lines}.",
            lines=listed,
        )
        count = sum(ragged(connection, tables).values())
        yield Remark("ragged", text, count=count)
    if unclosed := [line for table in tables for line in table.unclosed]:
        listed = ", ".join(map(str, unclosed[:_LISTED]))
        text = message(
            "A quote that is never closed was taken off; first lines: {lines}.",
            lines=listed,
        )
        yield Remark("unclosed_quote", text, count=len(unclosed))
    if quotes := swallowing(connection, tables):
        listed = ", ".join(map(str, quotes))
        text = message(
            "A quote that is never closed may have swallowed more rows than are "
            "counted. Mend line {lines}.",
            lines=listed,
        )
        yield Remark("unclosed_quote", text, count=len(quotes))
    if 0 < tally.rows <= _COUNTED_EXACTLY:
        copies = sum(_copies(connection, table) for table in tables)
        if copies:
            text = message(
                "Rows that repeat another in every column; they are counted."
            )
            yield Remark("duplicates", text, count=copies)


def _copies(connection: Connection, table: RawTable) -> int:
    whole = ", ".join(column.expression for column in table.columns)
    alike = f"GROUP BY hash({whole}) HAVING count(*) > 1"
    groups = query("count(*) - 1 AS more", table.relation, alike)
    return int(figures(connection, query("coalesce(sum(more), 0)", f"({groups})"))[0])


def _about(cell: Cell, tally: Tally, scales: Mapping[str, Scale]) -> Iterator[Remark]:
    key = cell.column.name
    values = tally.figure(f"{key} values")
    if not values:
        if tally.kept:
            yield Remark("empty", _why_empty(tally.missing[key]), key, tally.kept)
        return
    if cell.column.type is ColumnType.TIMESTAMP and not tally.figure(f"{key} clock"):
        text = message("Only days are given: spans are whole days, and many are zero.")
        yield Remark("day_clock", text, key, values)
    if rounded := tally.figure(f"{key} rounded"):
        text = message(
            "Ids were rounded like numbers: different ones may have become one."
        )
        yield Remark("rounded_ids", text, key, rounded)
    if personal := tally.figure(f"{key} personal"):
        text = message("Values look like personal data; they are never shown.")
        yield Remark("personal_data", text, key, personal)
    if template := tally.figure(f"{key} template"):
        text = message("Texts hold the marks of a template that was never filled in.")
        yield Remark("template_text", text, key, template)
    if key in scales and values >= _ENOUGH:
        yield from _about_scale(key, tally, scales[key], values)


def _why_empty(missing: Mapping[str, int]) -> Message:
    """Why no row has a value, and what the mapping can do about it."""
    told = message("No row has a value: {reasons}.", reasons=_listed(missing.items()))
    if UNREADABLE not in missing:
        return told
    return sentences(told, message("Say under `format` how it is written."))


def _listed(found: Iterable[tuple[str, int]]) -> Message:
    """Return things with how often each was seen."""
    return sentences(
        *(message("{what} ({number})", what=what, number=n) for what, n in found),
        between=", ",
    )


def _about_scale(key: str, tally: Tally, scale: Scale, values: int) -> Iterator[Remark]:
    least, most = tally.figures[f"{key} least"], tally.figures[f"{key} most"]
    if least == most:
        text = message("Every answer is the same: this looks generated or cut off.")
        yield Remark("flat_answers", text, key, values)
    elif (least, most) != (scale.minimum, scale.maximum):
        text = message(
            "Answers run from {least:g} to {most:g}, declared from {minimum:g} to "
            "{maximum:g}.",
            least=least,
            most=most,
            minimum=scale.minimum,
            maximum=scale.maximum,
        )
        yield Remark("scale_ends", text, key, values)


def _about_statuses(
    connection: Connection,
    plan: Plan,
    tables: Sequence[RawTable],
    tally: Tally,
) -> Iterator[Remark]:
    if disagreeing := tally.figure("status disagrees"):
        text = message(
            "Status and date disagree: the status decides whether a request is closed, "
            "the date how long it took."
        )
        yield Remark("status_and_date", text, "status", disagreeing)
    unmapped = tally.missing.get("status", {}).get(UNMAPPED, 0)
    for cell in plan.cells:
        if cell.column.name == "status" and unmapped and cell.mapping.source:
            listed = _unmapped(connection, cell, tables)
            text = message("Values of no known status: {values}.", values=listed)
            yield Remark("unmapped_status", text, "status", unmapped)


def _unmapped(
    connection: Connection, cell: Cell, tables: Sequence[RawTable]
) -> Message:
    """The values without a status, the most frequent first.

    Very many of them are no statuses, and may be anything: names, numbers.
    """
    found: list[tuple[str, int]] = []
    for table in tables:
        text = f"CAST({table.column(cell.mapping.source).expression} AS VARCHAR)"
        known = texts((*cell.codes, *cell.mapping.blanks))
        rest = (
            f"WHERE lower(trim({text})) NOT IN ({known})"
            f" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT {_STATUSES + 1}"
        )
        counted = query(f"trim({text}), count(*)", table.relation, rest)
        found += connection.execute(counted).fetchall()
    if len({value for value, _ in found}) > _STATUSES:
        return message("too many different ones; check which column holds the status")
    return _listed((_shown(value), count) for value, count in found[:_LISTED])


def _shown(value: str) -> str:
    return repr(value) if len(value) <= _LONGEST_LISTED else message("a long text")
