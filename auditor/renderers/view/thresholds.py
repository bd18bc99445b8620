"""Every threshold and limit that was applied, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.bibliography import OURS
from auditor.renderers.limits import applied_limits
from auditor.renderers.view.citations import citation, numbers_of
from auditor.renderers.view.words import link
from auditor.translation import message, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.bibliography import Source
    from auditor.parameter import Parameter
    from auditor.renderers.view.citations import Numbers
    from auditor.renderers.view.words import View
    from auditor.report import Report

__all__ = ["limits", "thresholds"]

OUR_JUDGEMENT: Final = message("Our judgement")


def thresholds(report: Report) -> Iterator[View]:
    """Yield the thresholds of every check that has any, check by check.

    Whose a threshold is, is told where it is a work's; most of them are ours, which is
    said once.
    """
    numbers = numbers_of(report)
    for check in report.checks.values():
        if not check.parameters:
            continue
        applied = report.rubric.parameters.get(check.id, {})
        bounds = [
            _bound(parameter, applied.get(parameter.name, parameter.default), numbers)
            for parameter in check.parameters
        ]
        yield {**link(check.id), "bounds": bounds}


def limits(report: Report) -> Iterator[View]:
    """Yield the limits by which tables were measured."""
    numbers = numbers_of(report)
    for limit in applied_limits(report):
        yield {
            "name": limit.name,
            "meaning": limit.meaning,
            "value": limit.value,
            "changed": _changed(limit.usual) if limit.value != limit.usual else "",
            **_owner(limit.source, numbers),
        }


def _bound(parameter: Parameter, value: float, numbers: Numbers) -> View:
    """Return one threshold with its value, and whose it is unless it is ours."""
    usual = say(parameter.written(parameter.default))
    owner = {"source": None, "ours": ""}
    return {
        "meaning": say(parameter.meaning),
        "value": say(parameter.written(value)),
        "changed": _changed(usual) if value != parameter.default else "",
        **(owner if parameter.source == OURS else _owner(parameter.source, numbers)),
    }


def _changed(usual: str) -> str:
    return say("set by this rubric; usually {usual}", usual=usual)


def _owner(work: Source | str, numbers: Numbers) -> View:
    """Return whose a value is, where no rubric sets another."""
    if isinstance(work, str):
        return {"source": None, "ours": say(OUR_JUDGEMENT if work == OURS else work)}
    return {"source": citation(work, numbers), "ours": ""}
