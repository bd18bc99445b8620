"""What in a rubric file means nothing to the installed checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.errors import Problem
from auditor.measure_limits import LIMITS
from auditor.profile.places import pointer_to
from auditor.profile.wording import nearest, quote
from auditor.rubric import names_of_checks, thresholds_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from auditor.checks import Area
    from auditor.errors import Position
    from auditor.parameter import Parameter
    from auditor.profile.document import Document
    from auditor.rubric import Rubric
    from auditor.rubric_file.model import RubricFile

__all__ = ["meaningless", "position_of"]


def meaningless(
    said: RubricFile, rubric: Rubric, areas: tuple[Area, ...], document: Document
) -> Iterator[Problem]:
    """Yield what in the file means nothing to the installed checks."""
    for name, kind, known, keys in _names_used(said, rubric, areas):
        if name not in known:
            close = nearest(name, known)
            yield Problem(
                f"Found {quote(name)}, which is no {kind}.",
                position_of(document, keys),
                f"Did you mean {close!r}?" if close else _way_to_names(keys),
            )
    for parameter, value, keys in _numbers_set(said, areas):
        if not parameter.allows(value):
            name, allowed = parameter.name, parameter.allowed
            message = f"Found {value:g} for {name!r}; allowed is {allowed}."
            yield Problem(message, position_of(document, keys))
    for kind, within in (said.first_response or {}).items():
        if not within.hours:
            message = f"Found no time for {kind.value!r}; an answer takes some."
            yield Problem(
                message, position_of(document, ("first_response", kind.value))
            )


def _numbers_set(
    said: RubricFile, areas: tuple[Area, ...]
) -> Iterator[tuple[Parameter, float, tuple[str, ...]]]:
    """Yield each threshold or limit that is set, what it is set to, and its place."""
    thresholds = thresholds_of(areas)
    for id_, check in (said.checks or {}).items():
        for name, value in (check.parameters or {}).items():
            if (id_, name) in thresholds:
                keys = ("checks", id_, "parameters", name)
                yield thresholds[id_, name], value, keys
    for name, value in (said.limits or {}).items():
        if name in LIMITS:
            yield LIMITS[name], value, ("limits", name)


def position_of(document: Document, keys: tuple[str | int, ...]) -> Position | None:
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
    said: RubricFile, rubric: Rubric, areas: tuple[Area, ...]
) -> Iterator[tuple[str, str, Collection[str], tuple[str | int, ...]]]:
    """Yield each name, what it should be, what there is of that kind, its place."""
    for area in said.areas or {}:
        yield area, "area", rubric.area_weights, ("areas", area)
    for id_, check in (said.checks or {}).items():
        yield id_, "check", rubric.parameters, ("checks", id_)
        for name in check.parameters or {} if id_ in rubric.parameters else ():
            keys = ("checks", id_, "parameters", name)
            yield name, f"parameter of {id_}", rubric.parameters[id_], keys
    for name in said.limits or {}:
        yield name, "limit", LIMITS, ("limits", name)
    names = names_of_checks(areas)
    for key in ("select", "ignore"):
        for index, name in enumerate(getattr(said, key) or ()):
            yield name, "check, prefix or area", names, (key, index)
