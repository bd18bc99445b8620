"""What a rubric sets otherwise than another, by the keys that a rubric file has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from auditor.finding import Severity
from auditor.measure_limits import LIMITS, target_in_words
from auditor.rubric import Rubric

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from auditor.checks import Area
    from auditor.rubric import Rationale

__all__ = ["CHOSEN", "Setting", "Value", "departures", "set_otherwise"]

Value: TypeAlias = Severity | str | float | None
"""A severity, a number, whether something holds, or how long; None is "not set"."""

CHOSEN: Final = "select"
"""First key of whether a check is judged."""
GROUPS: Final = ("severities", "areas", "checks", "limits", "first_response", CHOSEN)
"""First keys of settings, in the order of a rubric file."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What two rubrics set otherwise."""

    keys: tuple[str, ...]
    """The keys that lead to it in a rubric file; `select` and the id of a check lead to
    whether the check is judged."""
    old: Value
    """What the first rubric sets."""
    new: Value
    """What the second one sets."""
    reason: Rationale | None = None
    """Why the second one does, if it says so."""
    set_by: str = ""
    """Name and version of the rubric that does, where the second one extends others."""

    @property
    def key(self) -> str:
        """Its keys with dots between them, as `checks.FL009.severity`."""
        return ".".join(self.keys)


def set_otherwise(old: Rubric, new: Rubric) -> tuple[Setting, ...]:
    """Return all in which two rubrics differ but their names; the second says why."""
    before, now = dict(_settings(old)), dict(_settings(new))
    changed = [keys for keys in {**before, **now} if before.get(keys) != now.get(keys)]
    changed.sort(key=lambda keys: GROUPS.index(keys[0]))
    return tuple(_setting(keys, before, now, new) for keys in changed)


def departures(rubric: Rubric, areas: Iterable[Area]) -> tuple[Setting, ...]:
    """Return what a rubric sets otherwise than the areas and checks themselves say.

    A check that it leaves out without a reason is none: whoever audits may have left it
    out. What it says of checks that are not here is none either.
    """
    usual = Rubric.built_in(areas)
    return tuple(
        setting
        for setting in set_otherwise(usual, rubric)
        if _known(setting, usual) and (setting.reason or setting.keys[0] != CHOSEN)
    )


def _setting(
    keys: tuple[str, ...],
    before: Mapping[tuple[str, ...], Value],
    now: Mapping[tuple[str, ...], Value],
    new: Rubric,
) -> Setting:
    key = ".".join(keys)
    reason, set_by = new.reasons.get(key), new.set_by.get(key, "")
    return Setting(keys, before.get(keys), now.get(keys), reason, set_by)


def _known(setting: Setting, usual: Rubric) -> bool:
    """Whether the area or check that a setting is about is here."""
    group, name, *_ = setting.keys
    checks = usual.severities
    known = {"areas": usual.area_weights, "checks": checks, CHOSEN: checks}
    return group not in known or name in known[group]


def _settings(rubric: Rubric) -> Iterator[tuple[tuple[str, ...], Value]]:
    """Yield everything that a rubric sets, in the order of a rubric file."""
    for severity, weight in rubric.severity_weights.items():
        yield ("severities", severity.value), weight
    for area, weight in rubric.area_weights.items():
        yield ("areas", area, "weight"), weight
        yield ("areas", area, "main"), area in rubric.main_areas
    for check, severity in rubric.severities.items():
        yield ("checks", check, "severity"), severity
        for name, value in rubric.parameters[check].items():
            yield ("checks", check, "parameters", name), value
    for name in LIMITS:
        yield ("limits", name), getattr(rubric.limits, name)
    for kind, target in rubric.limits.first_response.items():
        yield ("first_response", kind), target_in_words(target)
    for check in rubric.severities:
        yield (CHOSEN, check), check in rubric.selected
