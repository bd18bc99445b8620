"""What two rubrics set otherwise, by the keys that a rubric file has."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from auditor.bibliography import ALL
from auditor.finding import Severity
from auditor.measure_limits import LIMITS, target_in_words
from auditor.rubric_file.lint import reason_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.comparison.comparing import Comparison
    from auditor.rubric import Rubric
    from auditor.rubric_file import Reason, RubricFile

__all__ = ["RubricDifference", "Setting", "Value", "rubric_difference"]

Keys: TypeAlias = tuple[str, ...]
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
    said: RubricFile | None = None,
    judged: Comparison | None = None,
) -> RubricDifference:
    """Return all in which two rubrics differ but their names.

    Args:
        old: The first rubric.
        new: The second rubric.
        said: The file of the second one, for its reasons; nothing of the built-in one.
        judged: One profile judged by both.
    """
    before, now = dict(_settings(old)), dict(_settings(new))
    changed = [keys for keys in {**before, **now} if before.get(keys) != now.get(keys)]
    changed.sort(key=lambda keys: GROUPS.index(keys[0]))
    settings = (Setting(keys, before.get(keys), now.get(keys)) for keys in changed)
    if said:
        settings = (_with_reason(setting, said) for setting in settings)
    return RubricDifference(old, new, tuple(settings), judged)


def _with_reason(setting: Setting, said: RubricFile) -> Setting:
    reason = _reason(said, setting.keys)
    if reason is None:
        return setting
    works = {work.key: work.author for work in ALL}
    works |= {key: work.author for key, work in (said.works or {}).items()}
    return replace(setting, reason=reason, author=works.get(reason.source, ""))


def _reason(said: RubricFile, keys: Keys) -> Reason | None:
    """Return why a file sets something; a check is left out by its id or prefix."""
    if keys[0] != "select":
        return reason_for(said, keys)
    (_, check), reasons = keys, said.reasons or {}
    names = (f"ignore.{check}", f"ignore.{check[:2]}", "ignore", "select")
    return next((reasons[name] for name in names if name in reasons), None)


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
