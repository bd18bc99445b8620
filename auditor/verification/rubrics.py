"""The rubric that a report was made with, from the report or from a file."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

from auditor.bibliography import ALL, Source
from auditor.errors import InputError, Problem
from auditor.evidence.limits import Limits, ResponseTarget
from auditor.finding import Severity
from auditor.measure_limits import LIMITS
from auditor.rubric import LEFT_OUT, Rationale, Rubric

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.plugin.collection import Plugins
    from auditor.renderers.result import ResultDocument

__all__ = ["digest_of", "reasons_in", "rubric_by_digest", "rubric_in", "set_by_in"]

GREATEST: Final = 1e9
"""Ours: the greatest number in a rubric."""


def rubric_in(content: bytes, plugins: Plugins) -> Rubric:
    """Return the rubric that an attachment holds, as far as checks here know it.

    Raises:
        InputError: If it is no rubric.
    """
    try:
        return _complete(json.loads(content), Rubric.built_in(plugins.areas))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise InputError([Problem("rubric.json is no rubric of an audit.")]) from None


def digest_of(content: bytes) -> str:
    """Return the digest of an attached rubric."""
    return sha256(content).hexdigest()


def reasons_in(result: ResultDocument) -> dict[str, Rationale]:
    """Return why the rubric sets what it sets otherwise, as a result records it.

    No digest covers reasons: only the rubric's own file can confirm them.
    """
    ours = {work.key: work for work in ALL}
    reasons = {}
    for said in result.rubric.departures:
        if said.source is not None:
            named = said.work
            known = ours.get(named.key) if named else None
            work = known or (Source(**dict(named)) if named else None)
            reasons[said.key] = Rationale(said.source, said.because or "", work)
    return reasons


def set_by_in(result: ResultDocument) -> dict[str, str]:
    """Return which rubric sets what otherwise, as a result records it."""
    departures = result.rubric.departures
    return {said.key: said.set_by for said in departures if said.set_by}


def rubric_by_digest(
    result: ResultDocument, candidates: Iterable[Rubric]
) -> Rubric | None:
    """Return the rubric that a result names by its digest, if it is among these.

    Checks that were left out on the command line are in no file; the result says
    which they were.
    """
    judged = frozenset(f.check for f in result.findings if f.reason != LEFT_OUT)
    for rubric in candidates:
        for each in (rubric, replace(rubric, selected=rubric.selected & judged)):
            if each.digest() == result.rubric.sha256:
                return each
    return None


def _complete(found: dict[str, Any], built_in: Rubric) -> Rubric:
    """Return the rubric that these values are, with ours for whatever they lack."""
    weights, severities = found["severity_weights"], found["severities"]
    return Rubric(
        name=str(found["name"]),
        version=str(found["version"]),
        severity_weights={
            **built_in.severity_weights,
            **{Severity(name): _number(value) for name, value in weights.items()},
        },
        area_weights={**built_in.area_weights, **_numbers(found["area_weights"])},
        main_areas=frozenset(map(str, found["main_areas"])),
        severities={
            **built_in.severities,
            **{str(name): Severity(value) for name, value in severities.items()},
        },
        parameters={
            **built_in.parameters,
            **{
                str(check): {**built_in.parameters.get(check, {}), **_numbers(own)}
                for check, own in found["parameters"].items()
            },
        },
        limits=_limits(found["limits"]),
        selected=frozenset(map(str, found["selected"])),
        extends=tuple(map(str, found.get("extends", ()))),
    )


def _limits(found: dict[str, Any]) -> Limits:
    targets = {
        str(kind): ResponseTarget(_number(hours), bool(working))
        for kind, (hours, working) in found["first_response"].items()
    }
    # Some limits are whole numbers: these come out as they went in.
    numbers: dict[str, Any] = {name: _number(found[name]) for name in LIMITS}
    return Limits(first_response=targets, **numbers)


def _numbers(found: dict[str, Any]) -> dict[str, float]:
    return {str(name): _number(value) for name, value in found.items()}


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(value)
    if not abs(value) <= GREATEST:
        raise ValueError(value)
    return value
