"""Answers of groups and of months, in the form in which they can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from auditor import JUDGED_FROM, Votes, message, months_before, whole_periods

if TYPE_CHECKING:
    from datetime import date

    from auditor import Measure, Period
    from auditor_metric_balance.scores import Score

__all__ = ["CUTS", "Group", "groups_of", "periods_of"]

CUTS: Final = {
    "stage": message("stage"),
    "channel": message("channel"),
    "segment": message("segment"),
    "department": message("department"),
    "reason": message("reason"),
}
"""What answers are told apart by, besides their level and month, and its name."""
MONTHS: Final = 12
"""Months that an audit measures."""


class Group(NamedTuple):
    """The answers of one group, beside all the others."""

    cut: str
    """What the groups differ in, such as `channel`."""
    name: str
    """Which group it is."""
    votes: Votes
    rest: Votes
    measure: Measure


def groups_of(score: Score) -> dict[str, list[Group]]:
    """Return by cut its groups with answers enough, where it has at least two.

    A group and the rest have no answer in common, so they can be compared.
    """
    whole = _votes(score)
    found: dict[str, list[Group]] = {}
    for cut in CUTS if whole else ():
        for name, measure in score.groups(cut).items():
            votes = _votes(score, cut, name)
            if whole and votes and votes.n >= JUDGED_FROM:
                group = Group(cut, name, votes, whole - votes, measure)
                found.setdefault(cut, []).append(group)
    return {cut: groups for cut, groups in found.items() if len(groups) > 1}


def periods_of(score: Score, as_of: date) -> tuple[Period, ...]:
    """Return the answers of the latest whole periods on end, oldest first.

    Args:
        score: The score.
        as_of: The day of the audit, whose last twelve months count.
    """
    # Of a month with too few answers to be shown nothing is known but that it is there.
    nothing = Votes(0, 0, 0 if score.measure.statistic == "score" else None)
    by_month = {
        month: _votes(score, "period", month) or nothing
        for month in score.groups("period")
    }
    since, info = months_before(as_of, MONTHS), score.table.info
    first, last = max(info.first or since, since), min(info.last or as_of, as_of)
    return whole_periods(by_month, first, last, JUDGED_FROM)


def _votes(score: Score, cut: str = "", group: str = "") -> Votes | None:
    """Return the answers of the whole or of a group; nothing where they are not shown.

    How many were counted is told again by their share: shares are not rounded.
    """

    def figure(statistic: str) -> Measure | None:
        found = score.figures.get((statistic, cut, group))
        return found if found is not None and found.value is not None else None

    if score.measure.statistic == "share":
        share = figure("share")
        return None if share is None else Votes(_hits(share), share.n)
    up, down = figure("promoters"), figure("detractors")
    if up is None or down is None:
        return None
    return Votes(_hits(up), up.n, _hits(down))


def _hits(share: Measure) -> int:
    return round((share.value or 0.0) * share.n)
