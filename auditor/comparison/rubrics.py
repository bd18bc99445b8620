"""What two rubrics set otherwise, by the keys that a rubric file has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from auditor.finding import Severity
from auditor.measure_limits import LIMITS, target_in_words
from auditor.rubric import names_of_checks
from auditor.rubric_file.reasons import reason_for, reason_for_choice, works_known

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from auditor.checks import Area
    from auditor.comparison.comparing import Comparison
    from auditor.rubric import Rubric
    from auditor.rubric_file import Reason, RubricFile
    from auditor.rubric_file.reasons import Keys

__all__ = ["RubricDifference", "Setting", "Value", "rubric_difference"]

Value: TypeAlias = Severity | str | float | None
"""A severity, a number, whether something holds, or how long; None is "not set"."""

GROUPS: Final = ("severities", "areas", "checks", "limits", "first_response", "select")
"""First keys of settings, in the order of a rubric file."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What two rubrics set otherwise."""

    keys: Keys
    """The keys that lead to it in a rubric file; `select` and the id of a check lead to
    whether the check is judged."""
    old: Value
    """What the first rubric sets."""
    new: Value
    """What the second one sets."""
    reason: Reason | None = None
    """Why the second one does, if its file says so."""
    author: str = ""
    """Whose the work is on which the reason rests; empty where the judgement is ours.
    """


@dataclass(frozen=True, slots=True)
class RubricDifference:
    """Two rubrics, and all in which they differ."""

    old: Rubric
    new: Rubric
    settings: tuple[Setting, ...]
    judged: Comparison | None = None
    """What becomes of one organisation's findings, where its profile is at hand."""


def rubric_difference(
    old: Rubric,
    new: Rubric,
    areas: Iterable[Area],
    said: RubricFile | None = None,
    judged: Comparison | None = None,
) -> RubricDifference:
    """Return all in which two rubrics differ but their names.

    Args:
        old: The first rubric.
        new: The second rubric.
        areas: The areas whose checks both rate.
        said: The file of the second one, for its reasons; nothing of the built-in one.
        judged: One profile judged by both.
    """
    before, now = dict(_settings(old)), dict(_settings(new))
    changed = [keys for keys in {**before, **now} if before.get(keys) != now.get(keys)]
    changed.sort(key=lambda keys: GROUPS.index(keys[0]))
    settings = (Setting(keys, before.get(keys), now.get(keys)) for keys in changed)
    if said:
        named = names_of_checks(areas)
        settings = (_with_reason(setting, said, named) for setting in settings)
    return RubricDifference(old, new, tuple(settings), judged)


def _with_reason(
    setting: Setting, said: RubricFile, named: Mapping[str, Collection[str]]
) -> Setting:
    if setting.keys[0] == "select":
        reason = reason_for_choice(said, setting.keys[1], named)
    else:
        reason = reason_for(said, setting.keys)
    work = works_known(said).get(reason.source) if reason else None
    return replace(setting, reason=reason, author=work.author if work else "")


def _settings(rubric: Rubric) -> Iterator[tuple[Keys, Value]]:
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
        yield ("select", check), check in rubric.selected
