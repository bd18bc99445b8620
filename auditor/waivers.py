"""Waivers and checks that do not apply: what the organisation says of findings.

A waiver counts with a reason, an approver and an expiry that has not passed; the
expiry is inclusive. One that lacks any of these, has lapsed, names no check or
accepts what is met is reported and does not count. Nothing expires by default.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.finding import AppliedWaiver, Finding, Outcome
from auditor.profile.notice import Notice
from auditor.profile.periods import last_day
from auditor.profile.wording import brief, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from auditor.profile import Profile
    from auditor.profile.assessment import NotApplicable, Waiver

__all__ = ["apply_not_applicable", "apply_waivers"]


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
            notices.append(_notice("waiver", waiver, applied.problem))
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
            notices.append(
                _notice("exclusion", entry, _no_such_check(entry.check, known))
            )
        elif not entry.reason:
            problem = "no reason is given, so the check applies"
            notices.append(_notice("exclusion", entry, problem))
        else:
            known[entry.check] = replace(
                finding,
                outcome=Outcome.NOT_APPLICABLE,
                reason=f"The organisation says that it does not apply: {entry.reason}",
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
        problem = "it gives no reason"
    elif not waiver.approver:
        problem = "it names no approver"
    elif not problem and not finding.open:
        found = finding.outcome.replace("_", " ")
        problem = f"its finding is {found}, so there is nothing to accept"
    return AppliedWaiver(waiver.reason or "", waiver.approver or "", expires, problem)


def _expiry(waiver: Waiver, as_of: date) -> tuple[date | None, str]:
    """Return the expiry, if it can be read, and why the waiver is void, if so."""
    if waiver.expires is None:
        return None, "it has no expiry"
    try:
        expires = last_day(waiver.expires)
    except ValueError:
        return None, "its expiry is not a date"
    return expires, f"it lapsed on {expires}" if expires < as_of else ""


def _notice(kind: str, entry: Waiver | NotApplicable, problem: str) -> Notice:
    told = f"The {kind} of {brief(entry.check)} does not count: {problem}."
    return Notice(told, entry.pointer)


def _no_such_check(check: str, known: Iterable[str]) -> str:
    near = nearest(check, known)
    return "there is no such check" + (f", the nearest is {near}" if near else "")
