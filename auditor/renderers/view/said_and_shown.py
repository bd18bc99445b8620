"""Said and shown: what the profile claims beside what its records show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.confrontation import Agreement, unlisted
from auditor.grading import counted
from auditor.renderers.order import worst_first
from auditor.renderers.plain import short
from auditor.renderers.said_and_shown import (
    COMPARED,
    confronted,
    headline,
    nothing_attached,
)
from auditor.renderers.view.intervals import axis, whisker
from auditor.renderers.view.words import capped, left_out
from auditor.translation import message, say, say_plural, written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.confrontation import Unlisted, Volume
    from auditor.renderers.said_and_shown import SaidAndShown
    from auditor.renderers.view.words import Row, View
    from auditor.report import Report

__all__ = ["said_and_shown"]

# All ours: more than any honest profile claims, and than anybody reads.
MOST_CLAIMS: Final = 120
MOST_UNLISTED: Final = 40
MOST_NAMES: Final = 10
"""Groups of one row that are named."""
LONGEST_NAME: Final = 60
LONGEST_GROUP: Final = 40
LONGEST_REASON: Final = 200
PLURALS: Final = {
    "channel": message("Channels"),
    "reason": message("Contact reasons"),
    "theme": message("Themes"),
    "department": message("Departments"),
    "stage": message("Stages"),
    "segment": message("Segments"),
}


def said_and_shown(report: Report) -> View:
    """Return the view of claims and records side by side."""
    rows = confronted(report)
    drawn = [row for row in rows[:MOST_CLAIMS] if _is_compared(row)]
    bare = [row for row in rows[:MOST_CLAIMS] if not _is_compared(row)]
    strangers = unlisted(report.profile, report.evidence)
    attached = bool(report.evidence.tables)
    more = len(rows) - MOST_CLAIMS
    return {
        "headline": headline(rows, report),
        "nothing": "" if attached else nothing_attached(report),
        "contradicted": _contradicted(report),
        "claims": [_claim(row) for row in drawn] if attached else [],
        "unshown": _unshown(bare) if attached else [],
        "more_claims": left_out(more, counted(more, "more claim")) if attached else "",
        "unlisted": [_unlisted(each) for each in strangers[:MOST_UNLISTED]],
        "more_unlisted": _more_unlisted(len(strangers) - MOST_UNLISTED),
    }


def _contradicted(report: Report) -> list[Row]:
    """Return the findings in which records deny what is claimed."""
    return [
        {
            "anchor": f"check-{finding.check}",
            "check": finding.check,
            "title": short(say(finding.title), 160),
        }
        for finding in worst_first(report.findings)
        if finding.contradicted
    ]


def _claim(row: SaidAndShown) -> View:
    claim = row.claim
    shown = claim.shown
    drawn = shown is not None and shown.value is not None
    ends = axis(shown.unit, [shown], [claim.value]) if shown else (0.0, 1.0)
    return {
        "name": short(row.name, LONGEST_NAME),
        "said": short(row.said, LONGEST_NAME) or say("Nothing"),
        "shown": row.shown or say("Nothing"),
        "interval": row.interval,
        "n": row.n,
        "period": row.period,
        "verdict": row.verdict,
        "wrong": claim.agreement is Agreement.CONTRADICTED,
        "reason": short(row.reason, LONGEST_REASON),
        "drawing": whisker(shown, ends, claim.value) if shown and drawn else None,
    }


def _is_compared(row: SaidAndShown) -> bool:
    """Whether a claim has a figure beside it, or was judged without one."""
    return row.claim.shown is not None or row.claim.agreement in COMPARED


def _unshown(rows: Iterable[SaidAndShown]) -> list[View]:
    """Return the claims beside which no figure stands, together where the reason is."""
    alike: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        said = short(row.said, LONGEST_NAME) or say("Nothing")
        named = f"{short(row.name, LONGEST_NAME)} ({said})"
        alike.setdefault((row.verdict, short(row.reason, LONGEST_REASON)), []).append(
            named
        )
    return [
        {"verdict": verdict, "reason": reason, "claims": claims}
        for (verdict, reason), claims in alike.items()
    ]


def _unlisted(found: Unlisted) -> View:
    names, more = capped((_named(volume) for volume in found.groups), MOST_NAMES)
    rows = sum(volume.rows for volume in found.groups)
    small = say_plural(
        "{n:,} group too small to be shown",
        "{n:,} groups too small to be shown",
        found.small,
    )
    return {
        "cut": say(PLURALS[found.cut]),
        "table": short(found.table, LONGEST_GROUP),
        "silent": say("The profile names none at all") if found.silent else "",
        "names": names,
        "more": say_plural("and {n} more", "and {n} more", more) if more else "",
        "small": small if found.small else "",
        "rows": written(rows, ","),
        "share": say("{percentage:.1f} %", percentage=100 * found.share),
    }


def _named(volume: Volume) -> str:
    return f"{short(volume.name, LONGEST_GROUP)} ({written(volume.rows, ',')})"


def _more_unlisted(number: int) -> str:
    if number <= 0:
        return ""
    return say_plural(
        "{n:,} more comparison of this kind.",
        "{n:,} more comparisons of this kind.",
        number,
    )
