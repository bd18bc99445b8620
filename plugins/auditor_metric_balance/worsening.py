"""Scores that are getting worse, and groups that lie below all others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from auditor import (
    Contrast,
    beyond_chance,
    change_over,
    contrast,
    folded,
    message,
    plural,
)
from auditor_metric_balance.votes import CUTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor import Context, Message, Period
    from auditor_metric_balance.scores import Score
    from auditor_metric_balance.votes import Group

__all__ = ["Fall", "Lag", "View", "falls", "lagging", "told"]

TOLD: Final = 3
"""Ours: how many trends or groups a reason names."""
LONGEST: Final = 40
"""Ours: letters of a group's name that a sentence takes."""


class View(NamedTuple):
    """A score, and what it can be told apart by."""

    score: Score
    periods: Sequence[Period]
    groups: dict[str, list[Group]]


class Fall(NamedTuple):
    """A score that is getting worse."""

    score: Score
    change: Contrast


class Lag(NamedTuple):
    """A group that is worse off than all others."""

    score: Score
    group: Group
    gap: Contrast


def falls(context: Context, views: Iterable[View]) -> list[Fall]:
    """Return the scores that fell by more than chance, the steepest first."""
    found = [
        Fall(view.score, change)
        for view in views
        if (change := change_over(view.periods))
    ]
    sure = beyond_chance([fall.change for fall in found])
    least = -context.parameters["fall"]
    fallen = [f for f, is_sure in zip(found, sure, strict=True) if is_sure]
    fallen.sort(key=lambda fall: fall.change.points)
    return [fall for fall in fallen if fall.change.points <= least]


def lagging(context: Context, views: Iterable[View]) -> list[Lag]:
    """Return the groups below all others that no pain point faces, the worst first."""
    found = [
        Lag(view.score, group, gap)
        for view in views
        for groups in view.groups.values()
        for group in _compared(groups)
        if (gap := contrast(group.votes, group.rest))
    ]
    sure = beyond_chance([lag.gap for lag in found])
    least, faced = -context.parameters["gap"], _faced(context)
    lags = [lag for lag, is_sure in zip(found, sure, strict=True) if is_sure]
    lags.sort(key=lambda lag: lag.gap.points)
    return [
        lag
        for lag in lags
        if lag.gap.points <= least
        and (lag.group.cut != "stage" or folded(lag.group.name) not in faced)
    ]


def _compared(groups: Sequence[Group]) -> Sequence[Group]:
    """Return the groups to compare: of two that are all, one; it is one comparison."""
    first, *others = groups
    if [first.rest] == [other.votes for other in others]:
        return [min(groups, key=lambda group: group.votes.points)]
    return groups


def _faced(context: Context) -> set[str]:
    """Return the ids and names of the stages whose pain points are recorded."""
    stages = (stage for stage in context.profile.stages() if stage.pain_points)
    return {folded(name) for stage in stages for name in (stage.id, stage.name or "")}


def told(fallen: Sequence[Fall], behind: Sequence[Lag]) -> list[Message]:
    """Say what is worse, a sentence each; of many how many more there are."""
    worse = [
        message(
            "{score} fell by {points}.",
            score=fall.score.label,
            points=_points(fall.change),
        )
        for fall in fallen[:TOLD]
    ]
    worse += [_lag_in_words(lag) for lag in behind[:TOLD]]
    if more := len(fallen) + len(behind) - len(worse):
        others = plural("{n} more is worse.", "{n} more are worse.", more)
        worse.append(others)
    return worse


def _lag_in_words(lag: Lag) -> Message:
    return message(
        "{score} for {cut} {group} (n = {n:,}) lies below all others by {points}.",
        score=lag.score.label,
        cut=CUTS[lag.group.cut],
        group=lag.group.name[:LONGEST],
        n=lag.group.votes.n,
        points=_points(lag.gap),
    )


def _points(found: Contrast) -> Message:
    """Return how much lower something is, with its interval."""
    return message(
        "{points:.1f} points (95 % interval {low:.1f} to {high:.1f})",
        points=-found.points,
        low=-found.high,
        high=-found.low,
    )
