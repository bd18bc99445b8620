"""Reading a rubric file: what it sets otherwise than the built-in rubric.

What it does not name stays as it is. A check, area or parameter that does not exist is
an error with its place in the file: a threshold that nobody applies misleads.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from auditor.errors import InputError, Problem
from auditor.finding import Severity
from auditor.measure_limits import LIMITS, response_target
from auditor.profile.document import Document, read_document
from auditor.profile.places import pointer_to
from auditor.profile.validation import validated
from auditor.profile.values import Duration, Flag, Identifier, Number, Text
from auditor.profile.vocabulary import ChannelKind
from auditor.profile.wording import nearest, quote
from auditor.rubric import Rubric, names_of_checks
from auditor.schema import schema_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from auditor.checks import Area
    from auditor.errors import Position
    from auditor.evidence.limits import Limits
    from auditor.parameter import Parameter

__all__ = ["RubricFile", "packs_in", "read_rubric", "rubric_schema"]

Weight = Annotated[Number, Field(ge=0, le=1000)]
"""A weight; only the ratio to other weights matters."""


NumbersByLimit = Annotated[
    dict[Text, Number],
    WithJsonSchema(
        {
            "type": "object",
            "properties": {name: limit.schema() for name, limit in LIMITS.items()},
            "additionalProperties": False,
        }
    ),
]
"""Limits of measures by name."""


class Part(BaseModel):
    """A part of a rubric file; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class AreaOverlay(Part):
    """What a rubric sets otherwise for one area."""

    weight: Weight | None = None
    """Its weight in the total; 0 shows it beside the total."""
    main: Flag | None = None
    """Whether the higher levels ask for a decent score in it."""


class CheckOverlay(Part):
    """What a rubric sets otherwise for one check."""

    severity: Severity | None = None
    """How much it matters that the criterion is not met."""
    parameters: dict[Text, Number] | None = None
    """Thresholds by name; `cxaudit checks explain ID` lists them."""


class RubricFile(Part):
    """Severities, weights, thresholds, limits, chosen checks: what is not usual."""

    name: Text
    """Name of the rubric on the report."""
    version: Text
    """Version of the rubric on the report."""
    severities: dict[Severity, Weight] | None = None
    """How much a check of each severity weighs within its area."""
    areas: dict[Identifier, AreaOverlay] | None = None
    """Areas by id."""
    checks: dict[Identifier, CheckOverlay] | None = None
    """Checks by id."""
    limits: NumbersByLimit | None = None
    """Limits by which measures are computed, where a table says nothing else."""
    first_response: dict[ChannelKind, Duration] | None = None
    """How soon a first answer is due by a kind of channel, where the profile promises
    nothing."""
    select: tuple[Text, ...] | None = None
    """The checks to be judged: ids, their first two letters, or areas; else all."""
    ignore: tuple[Text, ...] | None = None
    """The checks to be left out: ids, their first two letters, or areas."""
    packs: tuple[Text, ...] | None = None
    """Checks without code that come with the rubric: files, or folders of them, below
    the folder that it stands in."""


def read_rubric(path: str | Path, areas: Iterable[Area]) -> Rubric:
    """Return the built-in rubric of these areas with a file laid over it.

    Raises:
        InputError: If the file cannot be used; with every problem found.
    """
    areas = tuple(areas)
    built_in = Rubric.built_in(areas)
    document = read_document(path)
    overlay = validated(RubricFile, document.value, document.place)
    problems = list(_problems(overlay, built_in, areas, document))
    if problems:
        raise InputError(problems)
    return _laid_over(built_in, overlay).selecting(
        areas, overlay.select or (), overlay.ignore or ()
    )


def packs_in(path: Path) -> tuple[Path, ...]:
    """Return the packs that a rubric file names, before anything else of it is read.

    Raises:
        InputError: If it cannot be read, or a pack stands outside its own folder.
    """
    document = read_document(path)
    named = document.value.get("packs")
    if not isinstance(named, list):  # what is no list is told with all else
        return ()
    problems = [
        Problem(
            f"The pack {quote(str(name))} stands outside the folder of the rubric.",
            document.locate(pointer_to(("packs", number))),
            "Put it beside the rubric, or name it by --pack.",
        )
        for number, name in enumerate(named)
        if PurePath(str(name)).is_absolute() or ".." in PurePath(str(name)).parts
    ]
    if problems:
        raise InputError(problems)
    return tuple(path.parent / str(name) for name in named)


def rubric_schema() -> dict[str, Any]:
    """Return the JSON Schema of a rubric file."""
    return schema_of(RubricFile, "Rubric of cxaudit")


def _laid_over(rubric: Rubric, overlay: RubricFile) -> Rubric:
    """Return the rubric with what the overlay sets otherwise."""
    checks, areas = overlay.checks or {}, overlay.areas or {}
    weights = {id_: a.weight for id_, a in areas.items() if a.weight is not None}
    main = {id_: area.main for id_, area in areas.items() if area.main is not None}
    severities = {id_: c.severity for id_, c in checks.items() if c.severity}
    parameters = {
        id_: {**rubric.parameters[id_], **(check.parameters or {})}
        for id_, check in checks.items()
    }
    return Rubric(
        name=overlay.name,
        version=overlay.version,
        severity_weights={**rubric.severity_weights, **(overlay.severities or {})},
        area_weights={**rubric.area_weights, **weights},
        main_areas=frozenset(
            id_
            for id_ in rubric.area_weights
            if main.get(id_, id_ in rubric.main_areas)
        ),
        severities={**rubric.severities, **severities},
        parameters={**rubric.parameters, **parameters},
        limits=_limits(rubric.limits, overlay),
        selected=rubric.selected,
    )


def _limits(usual: Limits, overlay: RubricFile) -> Limits:
    """Return the limits with what the overlay sets otherwise."""
    numbers: dict[str, Any] = {
        name: int(value) if value == int(value) else value
        for name, value in (overlay.limits or {}).items()
    }
    targets = {
        kind.value: response_target(within)
        for kind, within in (overlay.first_response or {}).items()
    }
    return replace(usual, **numbers, first_response={**usual.first_response, **targets})


def _problems(
    overlay: RubricFile, rubric: Rubric, areas: tuple[Area, ...], document: Document
) -> Iterator[Problem]:
    """Yield what in the file means nothing to the installed checks."""
    for name, kind, known, keys in _names_used(overlay, rubric, areas):
        if name not in known:
            close = nearest(name, known)
            yield Problem(
                f"Found {quote(name)}, which is no {kind}.",
                _position(document, keys),
                f"Did you mean {close!r}?" if close else _way_to_names(keys),
            )
    for parameter, value, keys in _numbers_set(overlay, areas):
        if not parameter.allows(value):
            name, allowed = parameter.name, parameter.allowed
            message = f"Found {value:g} for {name!r}; allowed is {allowed}."
            yield Problem(message, _position(document, keys))
    for kind, within in (overlay.first_response or {}).items():
        if not within.hours:
            message = f"Found no time for {kind.value!r}; an answer takes some."
            yield Problem(message, _position(document, ("first_response", kind.value)))


def _numbers_set(
    overlay: RubricFile, areas: tuple[Area, ...]
) -> Iterator[tuple[Parameter, float, tuple[str, ...]]]:
    """Yield each threshold or limit that is set, what it is set to, and its place."""
    thresholds = {
        (c.id, p.name): p for area in areas for c in area.checks for p in c.parameters
    }
    for id_, check in (overlay.checks or {}).items():
        for name, value in (check.parameters or {}).items():
            if (id_, name) in thresholds:
                keys = ("checks", id_, "parameters", name)
                yield thresholds[id_, name], value, keys
    for name, value in (overlay.limits or {}).items():
        if name in LIMITS:
            yield LIMITS[name], value, ("limits", name)


def _position(document: Document, keys: tuple[str | int, ...]) -> Position | None:
    """Return where a key, or an entry of a list, stands."""
    place = document.place.find(pointer_to(keys))
    return (place.key or place.at) if place else None


def _way_to_names(keys: tuple[str | int, ...]) -> str:
    if "parameters" in keys:
        return f"`cxaudit checks explain {keys[1]}` lists them."
    if "limits" in keys:
        return "`cxaudit schema rubric` lists them."
    return "`cxaudit checks list` lists all."


def _names_used(
    overlay: RubricFile, rubric: Rubric, areas: tuple[Area, ...]
) -> Iterator[tuple[str, str, Collection[str], tuple[str | int, ...]]]:
    """Yield each name, what it should be, what there is of that kind, its place."""
    for area in overlay.areas or {}:
        yield area, "area", rubric.area_weights, ("areas", area)
    for id_, check in (overlay.checks or {}).items():
        yield id_, "check", rubric.parameters, ("checks", id_)
        for name in check.parameters or {} if id_ in rubric.parameters else ():
            keys = ("checks", id_, "parameters", name)
            yield name, f"parameter of {id_}", rubric.parameters[id_], keys
    for name in overlay.limits or {}:
        yield name, "limit", LIMITS, ("limits", name)
    names = names_of_checks(areas)
    for key in ("select", "ignore"):
        for index, name in enumerate(getattr(overlay, key) or ()):
            yield name, "check, prefix or area", names, (key, index)
