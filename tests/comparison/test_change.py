"""What becomes of a finding."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from auditor.comparison import Change, compare
from auditor.finding import AppliedWaiver, Finding, Outcome
from auditor.rubric import LEFT_OUT
from tests.comparison.editions import edition, finding

MET, NOT_MET = finding(outcome=Outcome.MET), finding(outcome=Outcome.NOT_MET)
HALF = finding(outcome=Outcome.PARTLY_MET, share=0.5)
MORE = finding(outcome=Outcome.PARTLY_MET, share=0.6)
TRIFLE = finding(outcome=Outcome.PARTLY_MET, share=0.504)
UNKNOWN, ERROR = finding(outcome=Outcome.NOT_ASSESSED), finding(outcome=Outcome.ERROR)
EXCUSED = finding(outcome=Outcome.NOT_APPLICABLE)
NOT_ASKED = replace(EXCUSED, reason=LEFT_OUT)
DISPROVED = replace(MORE, contradicted=True)


def change(before: Finding | None, now: Finding | None) -> Change:
    found = compare(edition([before] if before else []), edition([now] if now else []))
    return found.findings[0].change


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (MET, NOT_MET, Change.NEW),
        (MET, HALF, Change.NEW),
        (MORE, HALF, Change.WORSE),
        (HALF, DISPROVED, Change.WORSE),
        (DISPROVED, HALF, Change.BETTER),
        (NOT_MET, HALF, Change.BETTER),
        (HALF, TRIFLE, Change.UNCHANGED),
        (NOT_MET, MET, Change.FIXED),
        (HALF, MET, Change.FIXED),
        (UNKNOWN, NOT_MET, Change.FOUND),
        (ERROR, HALF, Change.FOUND),
        (NOT_ASKED, NOT_MET, Change.FOUND),
        (None, NOT_MET, Change.FOUND),
        (UNKNOWN, MET, Change.ANSWERED),
        (MET, UNKNOWN, Change.UNKNOWN),
        (NOT_MET, ERROR, Change.UNKNOWN),
        (None, MET, Change.ADDED),
        (NOT_ASKED, UNKNOWN, Change.ADDED),
        (EXCUSED, MET, Change.ADDED),
        (NOT_MET, None, Change.DROPPED),
        (MET, EXCUSED, Change.DROPPED),
        (UNKNOWN, NOT_ASKED, Change.DROPPED),
        (UNKNOWN, ERROR, Change.UNCHANGED),
        (NOT_ASKED, EXCUSED, Change.UNCHANGED),
        (MET, MET, Change.UNCHANGED),
    ],
)
def test_a_finding_becomes(
    before: Finding | None, now: Finding | None, expected: Change
) -> None:
    assert change(before, now) is expected


def regressions(before: Finding, now: Finding, **of_new: Any) -> list[str]:
    new = edition([now], profile_sha256="ee", **of_new)
    return [one.check for one in compare(edition([before]), new).regressions]


def test_what_was_met_or_earned_more_is_a_regression() -> None:
    assert regressions(MET, HALF) == regressions(MORE, HALF) == ["JC001"]


@pytest.mark.parametrize("before", [UNKNOWN, ERROR, NOT_ASKED, EXCUSED])
def test_what_nobody_knew_is_no_regression(before: Finding) -> None:
    assert regressions(before, NOT_MET) == []


def test_what_is_no_longer_known_is_no_regression() -> None:
    assert regressions(MET, UNKNOWN) == []


def test_what_another_rubric_did_alone_is_no_regression() -> None:
    stricter = replace(HALF, parameters={"met": 0.9})
    old, new = edition([MET]), edition([stricter])
    assert compare(old, new).regressions == ()
    assert regressions(MET, stricter) == ["JC001"]


def test_what_is_accepted_is_no_regression() -> None:
    waiver = AppliedWaiver("Known", "Chief executive", None)
    assert regressions(MET, replace(NOT_MET, waiver=waiver)) == []
    lapsed = replace(waiver, problem="it lapsed")
    assert regressions(MET, replace(NOT_MET, waiver=lapsed)) == ["JC001"]


def test_a_claim_that_is_newly_disproved_is_a_regression_at_the_worst_severity() -> (
    None
):
    assert regressions(MORE, DISPROVED) == ["JC001"]
