"""Waivers and checks that do not apply: what the organisation says of findings.

A waiver counts with a reason, an approver and an expiry that has not passed; the
expiry is inclusive. One that lacks any of these, has lapsed, names no check or
accepts what is met is reported and does not count. Nothing expires by default.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from auditor.finding import AppliedWaiver, Finding, Outcome
from auditor.profile.notice import Notice
from auditor.profile.periods import last_day
from auditor.profile.wording import brief, nearest
from auditor.translation import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from auditor.profile import Profile
    from auditor.profile.assessment import NotApplicable, Waiver

__all__ = ["apply_not_applicable", "apply_waivers"]

NOTHING_TO_ACCEPT: Final = {
    Outcome.MET: message("its finding is met, so there is nothing to accept"),
    Outcome.NOT_ASSESSED: message(
        "its finding is not assessed, so there is nothing to accept"
    ),
    Outcome.NOT_APPLICABLE: message(
        "its finding is not applicable, so there is nothing to accept"
    ),
    Outcome.ERROR: message("its finding is error, so there is nothing to accept"),
}
"""Why a waiver of what is not open does not count."""


def apply_waivers(
    findings: Iterable[Finding], profile: Profile, as_of: date
) -> tuple[tuple[Finding, ...], tuple[Notice, ...]]:
    """Return the findings with their waivers, and a notice of each that is void."""
    known = {finding.check: finding for finding in findings}
    notices = []
    for waiver in profile.waivers or ():
        finding = known.get(waiver.check)
        applied = _applied(waiver, known, as_of)
        if applied.problem:
            told = message(
                "The waiver of {check} does not count: {problem}.",
                check=brief(waiver.check),
                problem=applied.problem,
            )
            notices.append(Notice(told, waiver.pointer))
        if finding is not None and not (finding.waiver and finding.waiver.counts):
            known[waiver.check] = replace(finding, waiver=applied)
    return tuple(known.values()), tuple(notices)


def apply_not_applicable(
    findings: Iterable[Finding], profile: Profile
) -> tuple[tuple[Finding, ...], tuple[Notice, ...]]:
    """Return the findings, those not applicable for a stated reason taken out."""
    known = {finding.check: finding for finding in findings}
    notices = []
    for entry in profile.not_applicable or ():
        finding = known.get(entry.check)
        if finding is None:
            notices.append(_void(entry, _no_such_check(entry.check, known)))
        elif not entry.reason:
            problem = message("no reason is given, so the check applies")
            notices.append(_void(entry, problem))
        else:
            known[entry.check] = replace(
                finding,
                outcome=Outcome.NOT_APPLICABLE,
                reason=message(
                    "The organisation says that it does not apply: {reason}",
                    reason=entry.reason,
                ),
                advice="",
                share=None,
                contradicted=False,
                severity=finding.usual_severity or finding.severity,
                usual_severity=None,
            )
    return tuple(known.values()), tuple(notices)


def _applied(
    waiver: Waiver, known: Mapping[str, Finding], as_of: date
) -> AppliedWaiver:
    """Return the waiver as it bears on its finding, of those known by check."""
    finding = known.get(waiver.check)
    expires, problem = _expiry(waiver, as_of)
    if finding is None:
        problem = _no_such_check(waiver.check, known)
    elif not waiver.reason:
        problem = message("it gives no reason")
    elif not waiver.approver:
        problem = message("it names no approver")
    elif not problem and not finding.open:
        problem = NOTHING_TO_ACCEPT[finding.outcome]
    return AppliedWaiver(waiver.reason or "", waiver.approver or "", expires, problem)


def _expiry(waiver: Waiver, as_of: date) -> tuple[date | None, Message]:
    """Return the expiry, if it can be read, and why the waiver is void, if so."""
    if waiver.expires is None:
        return None, message("it has no expiry")
    try:
        expires = last_day(waiver.expires)
    except ValueError:
        return None, message("its expiry is not a date")
    if expires < as_of:
        return expires, message("it lapsed on {day}", day=expires)
    return expires, Message("")


def _void(entry: NotApplicable, problem: Message) -> Notice:
    told = message(
        "The exclusion of {check} does not count: {problem}.",
        check=brief(entry.check),
        problem=problem,
    )
    return Notice(told, entry.pointer)


def _no_such_check(check: str, known: Iterable[str]) -> Message:
    near = nearest(check, known)
    if not near:
        return message("there is no such check")
    return message("there is no such check, the nearest is {near}", near=near)
