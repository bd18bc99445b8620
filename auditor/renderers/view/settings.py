"""What a rubric sets, as people read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.finding import Severity
from auditor.measure_limits import LIMITS
from auditor.renderers.spoken import spoken
from auditor.renderers.view.words import SEVERITIES
from auditor.translation import message, say, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.checks import Check
    from auditor.departures import Setting, Value
    from auditor.parameter import Parameter

__all__ = ["SettingWords"]

OF_AN_AREA: Final = {
    "weight": message("weight in the total"),
    "main": message("needed for the higher levels"),
}


class SettingWords:
    """Says what a setting is about, and what it is set to.

    Args:
        areas: The titles of the areas, by id.
        checks: The checks, by id.
    """

    def __init__(self, areas: Mapping[str, str], checks: Mapping[str, Check]) -> None:
        self._areas = areas
        self._checks = checks

    def about(self, setting: Setting) -> tuple[str, str]:
        """Return which part of the rubric it is, and what of it."""
        match setting.keys:
            case ("areas", area, part):
                return say(self._areas[area]), say(OF_AN_AREA[part])
            case ("checks", check, *_):
                parameter = self._parameter(setting)
                return check, say(parameter.meaning) if parameter else say("severity")
            case ("limits", name):
                return name, say(LIMITS[name].meaning)
            case ("first_response", kind):
                return spoken(kind), say("time to a first answer")
            case ("select", check):
                return check, say(self._checks[check].title)
            case (_, severity):
                return say(SEVERITIES[Severity(severity)]), say("weight within an area")
            case _:
                raise ValueError(setting.key)

    def values(self, setting: Setting) -> tuple[str, str]:
        """Return what the one rubric sets, and what the other."""
        parameter = self._parameter(setting)
        return _said(setting.old, parameter), _said(setting.new, parameter)

    def _parameter(self, setting: Setting) -> Parameter | None:
        """Return the threshold or limit that is set, if it is one."""
        match setting.keys:
            case ("limits", name):
                return LIMITS[name]
            case ("checks", check, "parameters", name):
                own = self._checks[check].parameters
                return next(each for each in own if each.name == name)
            case _:
                return None


def _said(value: Value, parameter: Parameter | None) -> str:
    match value:
        case None:
            return say("none")
        case bool():
            return say("yes") if value else say("no")
        case Severity():
            return say(SEVERITIES[value])
        case str():
            return say(value)
        case _ if parameter:
            return say(parameter.written(value))
        case _:
            return written(value, "g")
