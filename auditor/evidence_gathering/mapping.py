"""From what a profile says of a table to the mapping by which it is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from auditor.errors import InputError, Position, Problem
from auditor.evidence.columns import ColumnType, columns_of
from auditor.evidence.mapping import ColumnMapping, Filter, Scale, TableMapping
from auditor.evidence.reading.values import meant_instead
from auditor.profile.wording import nearest, quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from auditor.evidence.mapping import Preset
    from auditor.profile.evidence import (
        Dataset,
        DatasetColumn,
        DatasetFilter,
        DatasetScale,
    )
    from auditor.profile.section import Section

__all__ = ["Locate", "mapping_for", "mapping_of"]

Locate = Callable[[str], Position | None]
"""Where the value of a JSON pointer stands."""

LAYOUT: Final = (
    *("timezone", "header_rows", "skip_rows", "delimiter", "encoding"),
    *("sheet", "records"),
)
"""What a dataset says of its source as a whole."""
COLUMN: Final = (
    *("format", "unit", "codes", "blanks", "default", "timezone", "optional"),
)
"""What it says of a column besides its source."""


def mapping_for(
    dataset: Dataset, presets: Mapping[str, Preset], locate: Locate
) -> TableMapping:
    """Return how the columns of a dataset's source become ours.

    What the dataset says goes before what its preset says, column by column.

    Raises:
        InputError: If there is no such preset, nothing is mapped, or what is said of
            a column cannot be used; with every problem.
    """
    own = mapping_of(dataset, locate)
    if dataset.preset is None:
        if dataset.columns:
            return own
        message = "This table has neither columns nor a preset."
        hint = "`cxaudit evidence inspect FILE` proposes some."
        raise InputError([Problem(message, locate(dataset.pointer), hint)])
    preset = _preset(dataset, dataset.preset, presets, locate)
    return replace(
        preset.mapping,
        columns={**preset.mapping.columns, **own.columns},
        scales={**preset.mapping.scales, **own.scales},
        filters=preset.mapping.filters if dataset.filters is None else own.filters,
        **_stated(dataset, LAYOUT),
    )


def mapping_of(dataset: Dataset, locate: Locate) -> TableMapping:
    """Return what a dataset itself says, whatever its preset does.

    Raises:
        InputError: If what it says of a column cannot be used; with every problem.
    """
    if problems := [*_unknown(dataset, locate), *_without_meaning(dataset, locate)]:
        raise InputError(problems)
    columns, scales = dataset.columns or {}, dataset.scales or {}
    return TableMapping(
        kind=str(dataset.kind),
        columns={name: _column(said) for name, said in columns.items()},
        scales={name: _scale(said) for name, said in scales.items()},
        filters=tuple(map(_filter, dataset.filters or ())),
        **_stated(dataset, LAYOUT),
    )


def _column(said: DatasetColumn) -> ColumnMapping:
    first, *others = said.source or ("",)
    return ColumnMapping(first, tuple(others), **_stated(said, COLUMN))


def _scale(said: DatasetScale) -> Scale:
    stated = _stated(said, ("higher_is_better", "satisfied", "whole"))
    return Scale(said.min, said.max, **stated)


def _filter(said: DatasetFilter) -> Filter:
    return Filter(said.source, said.values, **_stated(said, ("keep",)))


def _stated(section: Section, names: Iterable[str]) -> dict[str, Any]:
    """Return what a section says under some names; silence leaves our defaults."""
    values = ((name, getattr(section, name)) for name in names)
    return {name: value for name, value in values if value is not None}


def _preset(
    dataset: Dataset, name: str, presets: Mapping[str, Preset], locate: Locate
) -> Preset:
    place = locate(dataset.at("preset"))
    preset = presets.get(name)
    if preset is None:
        message = f"There is no preset {quote(name)}."
        raise InputError([Problem(message, place, _near(name, presets))])
    if preset.mapping.kind != dataset.kind:
        message = f"The preset {quote(name)} is of {preset.mapping.kind}."
        raise InputError([Problem(message, place, "Change the kind, or the preset.")])
    return preset


def _unknown(dataset: Dataset, locate: Locate) -> Iterator[Problem]:
    """Yield columns that this kind of table does not have, or that have no scale."""
    known = columns_of(dataset.kind)
    scored = [name for name in known if known[name].type is ColumnType.SCORE]
    for key, names in (("columns", list(known)), ("scales", scored)):
        for name in getattr(dataset, key) or ():
            if name not in names:
                what = "column" if key == "columns" else "column with a scale"
                message = f"There is no {what} {quote(name)} of {dataset.kind}."
                place = locate(dataset.at(key, name))
                yield Problem(message, place, _near(name, names))


def _without_meaning(dataset: Dataset, locate: Locate) -> Iterator[Problem]:
    """Yield codes that stand for nothing that their column can hold."""
    known = columns_of(dataset.kind)
    for name, said in (dataset.columns or {}).items():
        for code, meaning in (said.codes or {}).items():
            if name in known and (allowed := meant_instead(known[name], meaning)):
                message = f"The code {quote(code)} stands for {quote(meaning)}."
                place = locate(dataset.at("columns", name, "codes", code))
                yield Problem(message, place, f"Write {allowed}, or excluded.")


def _near(name: str, known: Iterable[str]) -> str:
    names = list(known)
    near = nearest(name, names)
    return f"Did you mean {quote(near)}?" if near else f"Known are {', '.join(names)}."
