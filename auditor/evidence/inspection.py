"""Looking at an unknown file, and proposing how to map it.

A proposal is a beginning for a person to finish: it says why it takes a column for what
it does, and asks about all that the file alone cannot tell: which of two date formats,
the ends and the direction of a scale, what a code means.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditor.evidence.columns import Column, ColumnType, columns_of
from auditor.evidence.mapping import NPS_SCALE
from auditor.evidence.reading.cells import YES_AND_NO
from auditor.evidence.reading.glance import Glimpse, glance, unknown_table
from auditor.evidence.reading.likely_names import LIKELY_NAMES, plain_words
from auditor.evidence.reading.statuses import STATUS_WORDS, Status

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from auditor.evidence.mapping import Preset

__all__ = ["Proposal", "ProposedColumn", "inspect_file"]

_MOST = 0.6
"""Least share of a preset's columns that a file must have to be its export; ours."""
_EPOCHS = {10: "epoch_seconds", 13: "epoch_milliseconds"}


@dataclass(frozen=True, slots=True)
class ProposedColumn:
    """What a column of the source could be."""

    name: str
    """Our name."""
    source: str
    """The source's name."""
    mapping: Mapping[str, Any]
    """What a profile would say besides the source: format, codes."""
    scale: Mapping[str, Any]
    """What a profile would say of its scale."""
    reason: str
    """Why."""
    questions: tuple[str, ...]
    """What the file cannot tell."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """How a file could be mapped."""

    kind: str
    """The likely kind of table; nothing where the file gives no hint."""
    preset: str
    """The known export that it looks like, if any."""
    columns: tuple[ProposedColumn, ...]
    """What its columns could be."""
    unused: tuple[str, ...]
    """Columns that nothing was found for."""
    questions: tuple[str, ...]
    """What it cannot tell about the whole."""

    def document(self, dataset: str, source: str) -> dict[str, Any]:
        """The proposal as plain data, in the shape of a table of evidence."""
        section: dict[str, Any] = {"id": dataset, "kind": self.kind, "source": source}
        if self.preset:
            return {**section, "preset": self.preset}
        section["columns"] = {
            each.name: {"source": each.source, **each.mapping}
            if each.mapping
            else each.source
            for each in self.columns
        }
        scales = {each.name: dict(each.scale) for each in self.columns if each.scale}
        return {**section, "scales": scales} if scales else section


def inspect_file(
    connection: DuckDBPyConnection,
    path: Path,
    workspace: Path,
    presets: Iterable[Preset] = (),
) -> Proposal:
    """Proposes how to map a file.

    Raises:
        EvidenceError: It cannot be read at all.
    """
    table = unknown_table(connection, path, workspace)
    seen = glance(connection, table)
    names = {plain_words(each.name) for each in seen}
    preset = _preset(names, presets)
    kind = preset.mapping.kind if preset else _kind(seen)
    found = _columns(kind, seen) if kind else ()
    used = {each.source for each in found}
    return Proposal(
        kind=kind,
        preset=preset.name if preset else "",
        columns=found,
        unused=tuple(each.name for each in seen if each.name not in used),
        questions=tuple(_open(kind, found)),
    )


def _preset(names: set[str], presets: Iterable[Preset]) -> Preset | None:
    """The preset that finds most of its columns, if it finds enough of them."""
    best, most = None, _MOST
    for preset in presets:
        columns = preset.mapping.columns.values()
        sought = [(each.source, *each.or_else) for each in columns if each.source]
        hits = sum(any(plain_words(one) in names for one in each) for each in sought)
        if len(sought) > 1 and hits / len(sought) >= most:
            best, most = preset, hits / len(sought)
    return best


def _kind(seen: Sequence[Glimpse]) -> str:
    """The kind with most columns found by name; its needed column counts double."""
    points = {
        kind: sum(
            2 if columns_of(kind)[column].needed else 1
            for column, pattern in patterns.items()
            if any(pattern.search(plain_words(each.name)) for each in seen)
        )
        for kind, patterns in LIKELY_NAMES.items()
    }
    best = max(points, key=lambda kind: points[kind])
    return best if points[best] > 1 else ""


def _columns(kind: str, seen: Sequence[Glimpse]) -> tuple[ProposedColumn, ...]:
    found: list[ProposedColumn] = []
    free = list(seen)
    for name, pattern in LIKELY_NAMES[kind].items():
        column = columns_of(kind)[name]
        fitting = [
            each
            for each in free
            if pattern.search(plain_words(each.name)) and _could_be(column, each)
        ]
        if fitting:
            best = min(fitting, key=lambda each: len(plain_words(each.name).split()))
            found.append(_proposed(column, best))
            free.remove(best)
    return tuple(found)


def _could_be(column: Column, seen: Glimpse) -> bool:
    """Whether values of a column's type stand there."""
    if not seen.filled:
        return False
    match column.type:
        case ColumnType.TIMESTAMP:
            return bool(seen.families) or bool(_epoch(seen))
        case ColumnType.SCORE:
            return seen.is_score or bool(seen.codes)
        case ColumnType.NUMBER:
            return bool(seen.numbers)
        case _:
            return True


def _proposed(column: Column, seen: Glimpse) -> ProposedColumn:
    mapping: dict[str, Any] = {}
    scale: dict[str, Any] = {}
    questions: list[str] = []
    reason = f"its name; {seen.filled} of {seen.rows} rows have a value"
    match column.type:
        case ColumnType.TIMESTAMP:
            questions += _moment(seen, mapping)
        case ColumnType.SCORE:
            questions += _score(column, seen, scale, mapping)
        case ColumnType.FLAG:
            questions += _unknown(seen, YES_AND_NO, "yes or no", mapping)
        case ColumnType.TEXT if column.name == "status":
            questions += _unknown(seen, STATUS_WORDS, ", ".join(Status), mapping)
    return ProposedColumn(
        column.name, seen.name, mapping, scale, reason, tuple(questions)
    )


def _moment(seen: Glimpse, mapping: dict[str, Any]) -> list[str]:
    orders = list(dict.fromkeys(family.order for family in seen.families))
    if len(orders) > 1:
        return [f"Are its days written {' or '.join(orders)}?"]
    if epoch := _epoch(seen):
        mapping["format"] = epoch
    elif seen.families and seen.families[0].formats != ("iso",):
        mapping["format"] = list(seen.formats)
    return []


def _epoch(seen: Glimpse) -> str:
    if not seen.filled or seen.numbers < seen.filled or seen.least is None:
        return ""
    return _EPOCHS.get(len(str(int(seen.least))), "")


def _score(
    column: Column, seen: Glimpse, scale: dict[str, Any], mapping: dict[str, Any]
) -> list[str]:
    if not seen.is_score:
        mapping["codes"] = dict.fromkeys(seen.codes, "?")
        return ["Which number does each answer stand for?"]
    if column.name == "nps":
        return _off_scale(seen)
    scale |= {"min": _short(seen.least), "max": _short(seen.most)}
    scale["higher_is_better"] = True
    ends = f"Answers run from {_short(seen.least)} to {_short(seen.most)}"
    return [
        f"{ends}: are these the ends of its scale, and is higher better?",
        "Which answers count as satisfied?",
    ]


def _off_scale(seen: Glimpse) -> list[str]:
    inside = (seen.most or 0) <= NPS_SCALE.maximum and (seen.least or 0) >= 0
    return [] if inside else ["Some values are not from 0 to 10: are they codes?"]


def _unknown(
    seen: Glimpse, known: Container[str], meanings: str, mapping: dict[str, Any]
) -> list[str]:
    """Codes that nobody has told the meaning of, left open in the mapping."""
    unknown = [code for code in seen.codes if code.lower() not in known]
    if unknown:
        mapping["codes"] = dict.fromkeys(unknown, "?")
    return [f"What does each code stand for: {meanings}?"] if unknown else []


def _open(kind: str, found: Sequence[ProposedColumn]) -> Iterable[str]:
    if not kind:
        yield "What is one row: an answer, a ticket, a complaint or a customer?"
        return
    names = {each.name for each in found}
    for name, column in columns_of(kind).items():
        if column.needed and name not in names:
            yield f"Which column says {column.meaning} ({name})?"
    if any(columns_of(kind)[name].type is ColumnType.TIMESTAMP for name in names):
        yield "In which time zone are moments that name none?"


def _short(number: float | None) -> float | int | None:
    return int(number) if number is not None and number.is_integer() else number
