"""Several editions over years: how like compares with like, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from auditor.comparison.edition import by_check, left_out, renamed, same_maker
from auditor.comparison.moves import reweighed
from auditor.finding import Outcome
from auditor.scoring import scorecard

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from auditor.comparison.edition import Edition
    from auditor.finding import Finding
    from auditor.scoring import Scorecard

__all__ = ["AreaTrend", "History", "Return", "Trend", "history"]


@dataclass(frozen=True, slots=True)
class AreaTrend:
    """How one area moved, over the checks that were assessed at both ends."""

    id: str
    before: float | None
    now: float | None
    common: int
    """Number of checks that were assessed at both ends."""


@dataclass(frozen=True, slots=True)
class Trend:
    """How the score moved from one edition to the next, like for like.

    Both ends take in only the checks that were assessed in both editions, with the
    severities and weights of the later one; thresholds are each edition's own.
    """

    common: int
    """Number of checks that were assessed at both ends and count in the total."""
    before: float | None
    now: float | None
    areas: tuple[AreaTrend, ...]
    """By area of the later edition."""
    other_rubric: bool
    """Whether the two were held against different rubrics."""
    other_tool: bool
    """Whether the two were made by different versions of cxaudit, or common checks by
    other plugins or packs, or other versions or files of them."""
    added: int
    """Number of checks that only the later one asked."""
    dropped: int
    """Number of checks that only the earlier one asked."""


@dataclass(frozen=True, slots=True)
class Return:
    """A finding that came back: met once, and open in a later edition."""

    check: str
    title: str
    met: date
    """The last day on which it was met before it came back."""
    back: date
    """The first day on which it was open again."""
    now: Outcome | None
    """Its outcome in the last edition; None where that does not ask."""


@dataclass(frozen=True, slots=True)
class History:
    """One organisation over years."""

    editions: tuple[Edition, ...]
    """The editions, the oldest first."""
    trends: tuple[Trend, ...]
    """From each edition to the next: one fewer than editions."""
    returns: tuple[Return, ...]
    """The findings that came back, the latest first."""


def history(
    editions: Iterable[Edition], aliases: Mapping[str, str] | None = None
) -> History:
    """Return how one organisation did over years.

    Args:
        editions: Its editions in any order; those of one day stay in the order given.
        aliases: By an id that a check had before, its id of today.
    """
    today = [renamed(edition, aliases or {}) for edition in editions]
    ordered = tuple(sorted(today, key=lambda edition: edition.as_of))
    trends = tuple(_trend(old, new) for old, new in pairwise(ordered))
    return History(ordered, trends, _returns(ordered))


def _trend(old: Edition, new: Edition) -> Trend:
    before, now = by_check(old.findings), by_check(new.findings)
    common = [
        check
        for check in sorted(before.keys() & now.keys())
        if before[check].scored and now[check].scored
    ]
    then = _card([_as_now(before[check], now[check]) for check in common], new)
    today = _card([now[check] for check in common], new)
    asked_before, asked_now = _asked(before), _asked(now)
    areas = tuple(
        AreaTrend(a.id, a.score, b.score, b.assessed)
        for a, b in zip(then.areas, today.areas, strict=True)
    )
    return Trend(
        sum(area.assessed for area in today.areas if area.weight),
        then.score.total,
        today.score.total,
        areas,
        old.rubric_sha256 != new.rubric_sha256,
        old.version != new.version or _other_makers(common, old, new),
        len(asked_now - asked_before),
        len(asked_before - asked_now),
    )


def _asked(findings: Mapping[str, Finding]) -> set[str]:
    return {check for check, finding in findings.items() if not left_out(finding)}


def _other_makers(checks: Iterable[str], old: Edition, new: Edition) -> bool:
    return not all(
        same_maker(old.makers.get(check), new.makers.get(check)) for check in checks
    )


def _as_now(before: Finding, now: Finding) -> Finding:
    return reweighed(before, now.area, now.usual_severity or now.severity)


def _card(findings: list[Finding], edition: Edition) -> Scorecard:
    return scorecard(findings, edition.areas, edition.rubric)


def _returns(editions: tuple[Edition, ...]) -> tuple[Return, ...]:
    found = [by_check(edition.findings) for edition in editions]
    days = [edition.as_of for edition in editions]
    checks = sorted({check for findings in found for check in findings})
    returned = [
        came_back
        for check in checks
        if (came_back := _returned([each.get(check) for each in found], days))
    ]
    return tuple(sorted(returned, key=lambda r: (-r.back.toordinal(), r.check)))


def _returned(findings: list[Finding | None], days: list[date]) -> Return | None:
    """Return when a check was last met before it was open again, if it was."""
    met: date | None = None
    came_back: Return | None = None
    last = findings[-1]
    for finding, day in zip(findings, days, strict=True):
        if finding is None:
            continue
        if finding.outcome is Outcome.MET:
            met = day
        elif finding.open and met is not None:
            now = last.outcome if last else None
            came_back = Return(finding.check, finding.title, met, day, now)
            met = None
    return came_back
