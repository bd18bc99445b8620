"""What the rubric of a report sets otherwise than usual, and why, as people read it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.bibliography import OURS
from auditor.departures import CHOSEN
from auditor.renderers.plain import short
from auditor.renderers.view.settings import SettingWords
from auditor.renderers.view.words import told
from auditor.rubric import LONGEST_REASON
from auditor.translation import message, say, say_plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.bibliography import Source
    from auditor.departures import Setting
    from auditor.report import Report

__all__ = [
    "SaidDeparture",
    "departures_said",
    "departures_said_of",
    "works_of_departures",
]

MOST_NAMED: Final = 12
"""Ours: checks named where several are left out for one reason."""
LONGEST_NAME: Final = 60
"""Ours: characters of what a rubric calls itself, or a work that nobody knows."""
OF_A_CHECK: Final = "checks"
"""First key of what a check is judged by."""
OF_MEASURES: Final = ("limits", "first_response")
"""First keys of what applies only to tables."""
NO_REASON: Final = message("The rubric does not say why.")


class SaidDeparture(NamedTuple):
    """Something that a rubric sets otherwise than usual."""

    check: str
    """The check that it is about; empty where it is about none, or about several."""
    which: str
    """Which part of the rubric it is."""
    what: str
    """What of it."""
    usual: str
    """What it usually is; "none" where nothing is usual."""
    here: str
    """What the rubric sets."""
    because: str
    """Why, as a sentence; in the rubric's own words where it says so."""
    work: Source | None
    """The work that the reason rests on."""
    whose: str
    """Whose judgement it is where there is no work; empty if nothing is said."""
    set_by: str
    """Which rubric sets it, where one extends another and its judgement is not named;
    else empty."""

    @property
    def values(self) -> str:
        """What it is here, and what it usually is."""
        return say("{here}; usually {usual}", here=self.here, usual=self.usual)


def departures_said(report: Report) -> list[SaidDeparture]:
    """Return what the rubric sets otherwise and what applied, in a rubric's order."""
    words = _words(report)
    applied = [each for each in _applied(report) if each.keys[0] != CHOSEN]
    chosen = [each for each in _applied(report) if each.keys[0] == CHOSEN]
    alike = groupby(sorted(chosen, key=_why), key=_why)
    return [
        *(_one(setting, words) for setting in applied),
        *(_left_out([*settings]) for _, settings in alike),
    ]


def departures_said_of(report: Report, check: str) -> list[SaidDeparture]:
    """Return what the rubric sets otherwise for a check that is judged."""
    words = _words(report)
    return [
        _one(setting, words)
        for setting in report.departures
        if setting.keys[:2] == (OF_A_CHECK, check)
    ]


def works_of_departures(report: Report) -> Iterator[Source]:
    """Yield the works that reasons of departures rest on."""
    for setting in _applied(report):
        if setting.reason and setting.reason.work:
            yield setting.reason.work


def _words(report: Report) -> SettingWords:
    return SettingWords({area.id: area.title for area in report.areas}, report.checks)


def _applied(report: Report) -> Iterator[Setting]:
    """Yield what the rubric sets otherwise; limits of measures where any applied."""
    for setting in report.departures:
        if report.evidence.tables or setting.keys[0] not in OF_MEASURES:
            yield setting


def _why(setting: Setting) -> tuple[str, str, str]:
    reason = setting.reason
    because, source = (reason.because, reason.source) if reason else ("", "")
    return because, source, setting.set_by


def _one(setting: Setting, words: SettingWords) -> SaidDeparture:
    check = setting.keys[1] if setting.keys[0] == OF_A_CHECK else ""
    which, what = words.about(setting)
    usual, here = words.values(setting)
    return SaidDeparture(check, which, what, usual, here, *_reason(setting))


def _left_out(settings: list[Setting]) -> SaidDeparture:
    """Return checks that are left out for the same reason."""
    checks = [setting.keys[1] for setting in settings]
    named = checks[:MOST_NAMED]
    if more := len(checks) - len(named):
        named.append(say_plural("and {n} more", "and {n} more", more))
    only = checks[0] if len(checks) == 1 else ""
    return SaidDeparture(
        only,
        ", ".join(named),
        say("whether it is judged"),
        say("yes"),
        say("no"),
        *_reason(settings[0]),
    )


def _reason(setting: Setting) -> tuple[str, Source | None, str, str]:
    """Return why something is set, the work, or whose judgement; and who set it."""
    reason, set_by = setting.reason, _set_by(setting)
    if reason is None:
        return say(NO_REASON), None, "", set_by
    because = told(reason.because, LONGEST_REASON)
    if reason.work:
        return because, reason.work, "", set_by
    if reason.source == OURS:
        return because or say(NO_REASON), None, _judgement(setting), ""
    return because, None, short(reason.source, LONGEST_NAME), set_by


def _judgement(setting: Setting) -> str:
    """Return whose judgement it is where a rubric names no work."""
    if not setting.set_by:
        return say("The rubric's own judgement")
    return say("judgement of {rubric}", rubric=short(setting.set_by, LONGEST_NAME))


def _set_by(setting: Setting) -> str:
    """Return which rubric sets something, where one extends another."""
    if not setting.set_by:
        return ""
    return say("set by {rubric}", rubric=short(setting.set_by, LONGEST_NAME))
