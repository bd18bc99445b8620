"""A preset: the mapping of a known export, as plain data.

The data has the shape that a profile uses for a table of evidence, so that a preset can
be pasted into a profile and changed there::

    title: Tickets of some help desk, as CSV
    kind: tickets
    columns:
      opened_at: Created at                     # short for {source: Created at}
      status: {source: [Status, State], codes: {parked: pending}}
    scales:
      csat: {min: 1, max: 5, satisfied: [4, 5]}
    filters:
      - {source: Type, values: [internal], keep: false}

Several names of a source are tried in order. A column that a source lacks is left out,
unless the table is worth nothing without it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from auditor.errors import InputError, Problem
from auditor.evidence.mapping import ColumnMapping, Filter, Scale, TableMapping
from auditor.evidence.tables import TABLES, columns_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Preset", "mapping_of", "preset_of"]

_T = TypeVar("_T")
_PLAIN = ("timezone", "header_rows", "skip_rows", "delimiter", "encoding", "sheet")
_OF_A_COLUMN = {"source", "format", "unit", "codes", "blanks", "default"} | {
    "timezone",
    "optional",
}
_KNOWN = {"kind", "columns", "scales", "filters", "records", *_PLAIN}


@dataclass(frozen=True, slots=True)
class Preset:
    """The mapping of a known export."""

    name: str
    """Name by which a profile asks for it."""
    title: str
    """What the export is, in a few words."""
    mapping: TableMapping
    """How its columns become ours."""


def preset_of(name: str, value: Mapping[str, object]) -> Preset:
    """A preset from plain data.

    Args:
        name: Its name, which messages begin with.
        value: What its file holds.

    Raises:
        InputError: The data is not of the shape above.
    """
    rest, label = dict(value), f"preset {name}"
    title = rest.pop("title", "")
    if not isinstance(title, str) or not title:
        raise _wrong(label, "it has no title")
    mapping = mapping_of(label, rest)
    needed = {key for key, each in columns_of(mapping.kind).items() if each.needed}
    columns = {
        key: replace(each, optional=each.optional or key not in needed)
        for key, each in mapping.columns.items()
    }
    rules = tuple(replace(rule, optional=True) for rule in mapping.filters)
    return Preset(name, title, replace(mapping, columns=columns, filters=rules))


def mapping_of(name: str, value: Mapping[str, object]) -> TableMapping:
    """A mapping from plain data.

    Args:
        name: What messages begin with.
        value: The data, without a title.

    Raises:
        InputError: The data is not of the shape above.
    """
    kind = value.get("kind")
    if not isinstance(kind, str) or kind not in TABLES:
        raise _wrong(name, f"its kind is not one of {', '.join(TABLES)}")
    if unknown := set(value) - _KNOWN:
        raise _wrong(name, f"nothing here is called {min(unknown)!r}")
    columns = _group(name, value, "columns", _column)
    if unknown := set(columns) - set(columns_of(kind)):
        raise _wrong(name, f"{kind} have no column {min(unknown)!r}")
    return TableMapping(
        kind=kind,
        columns=columns,
        scales=_group(name, value, "scales", _scale),
        filters=tuple(_filter(name, each) for each in _list(value.get("filters"))),
        records=str(value.get("records", "")),
        **{key: value[key] for key in _PLAIN if key in value},  # type: ignore[arg-type]  # of the field's type, or the reader says so
    )


def _group(
    name: str,
    value: Mapping[str, object],
    key: str,
    one: Callable[[str, object], _T],
) -> dict[str, _T]:
    group = value.get(key, {})
    if not isinstance(group, dict):
        raise _wrong(name, f"{key} must be a group of keys")
    return {inner: one(f"{name}: {inner}", each) for inner, each in group.items()}


def _column(name: str, value: object) -> ColumnMapping:
    if isinstance(value, str):
        return ColumnMapping(value)
    given = _fields(name, value, _OF_A_COLUMN)
    sources = _texts(given.pop("source", ()))
    codes = given.pop("codes", {})
    if not isinstance(codes, dict):
        raise _wrong(name, "codes must be a group of keys")
    for key in ("format", "blanks"):
        if key in given:
            given[key] = _texts(given[key])
    return ColumnMapping(
        source=sources[0] if sources else "",
        or_else=sources[1:],
        codes={str(code): _plain(meaning) for code, meaning in codes.items()},
        **given,  # type: ignore[arg-type]  # the fields named above
    )


def _scale(name: str, value: object) -> Scale:
    given = _fields(
        name, value, {"min", "max", "higher_is_better", "satisfied", "whole"}
    )
    if not {"min", "max"} <= set(given):
        raise _wrong(name, "a scale needs min and max")
    satisfied = _list(given.pop("satisfied", ()))
    return Scale(
        minimum=float(str(given.pop("min"))),
        maximum=float(str(given.pop("max"))),
        satisfied=tuple(float(str(each)) for each in satisfied),
        **{key: bool(each) for key, each in given.items()},
    )


def _filter(name: str, value: object) -> Filter:
    given = _fields(f"{name}: filters", value, {"source", "values", "keep"})
    return Filter(
        str(given.get("source", "")),
        _texts(given.get("values", ())),
        keep=bool(given.get("keep", True)),
    )


def _fields(name: str, value: object, known: set[str]) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _wrong(name, "it must be a group of keys")
    if unknown := set(value) - known:
        raise _wrong(name, f"nothing here is called {min(unknown)!r}")
    return dict(value)


def _list(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, (list, tuple)) else ()


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(_plain, _list(value))) if not isinstance(value, str) else (value,)


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _wrong(name: str, cause: str) -> InputError:
    return InputError([Problem(f"{name}: {cause}.")])
