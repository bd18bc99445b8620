"""Accepted findings and checks that do not apply."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from auditor.finding import Outcome
from auditor.profile.reading import load_profile_value
from auditor.waivers import apply_not_applicable, apply_waivers
from tests.findings import finding

if TYPE_CHECKING:
    from auditor.finding import AppliedWaiver
    from auditor.profile import Profile

TODAY = date(2026, 11, 21)
SOUND = {
    "check": "JC001",
    "reason": "Starts in spring",
    "approver": "Chief operating officer",
    "expires": "2027-03-31",
}


def profile(**sections: Any) -> Profile:
    value = {"organisation": {"name": "Acme"}, **sections}
    return load_profile_value(value).profile


def applied(
    waiver: dict[str, Any], outcome: Outcome = Outcome.NOT_MET
) -> tuple[AppliedWaiver | None, list[str]]:
    (found,), notices = apply_waivers(
        [finding("JC001", outcome)], profile(waivers=[waiver]), TODAY
    )
    return found.waiver, [notice.message for notice in notices]


def test_a_complete_waiver_counts_in_silence() -> None:
    waiver, notices = applied(SOUND)
    assert waiver is not None
    assert waiver.counts
    assert waiver.expires == date(2027, 3, 31)
    assert notices == []


@pytest.mark.parametrize(
    ("expires", "counts"),
    [("2026-11-21", True), ("2026-11-20", False), ("2026-11", True), ("2026", True)],
)
def test_the_day_of_expiry_still_counts(expires: str, *, counts: bool) -> None:
    waiver, _ = applied({**SOUND, "expires": expires})
    assert waiver is not None
    assert waiver.counts is counts


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"expires": "2026-11-20"}, "lapsed on 2026-11-20"),
        ({"expires": "next spring"}, "not a date"),
        ({"expires": ["2027-01-01"]}, "not a date"),
        ({"expires": None}, "no expiry"),
        ({"reason": None}, "no reason"),
        ({"approver": None}, "no approver"),
        ({"check": "ZZ999"}, "no such check"),
        ({"check": "jc001"}, "the nearest is JC001"),
    ],
)
def test_a_void_waiver_is_reported_and_does_not_count(
    change: dict[str, Any], words: str
) -> None:
    waiver, notices = applied({**SOUND, **change})
    assert waiver is None or not waiver.counts
    assert len(notices) == 1
    assert words in notices[0]


def test_a_waiver_of_what_is_not_open_is_reported() -> None:
    waiver, notices = applied(SOUND, Outcome.NOT_ASSESSED)
    assert waiver is not None
    assert not waiver.counts
    assert "its finding is not assessed, so there is nothing to accept" in notices[0]


def test_a_lapsed_waiver_does_not_hide_a_sound_one() -> None:
    lapsed = {**SOUND, "expires": "2020-01-01"}
    for waivers in ([SOUND, lapsed], [lapsed, SOUND]):
        (found,), _ = apply_waivers(
            [finding("JC001", Outcome.NOT_MET)], profile(waivers=waivers), TODAY
        )
        assert found.waiver is not None
        assert found.waiver.counts


def test_a_check_does_not_apply_only_with_a_reason() -> None:
    silent = profile(not_applicable=[{"check": "JC001"}])
    (found,), notices = apply_not_applicable([finding("JC001")], silent)
    assert found.outcome is Outcome.MET
    assert "no reason" in notices[0].message

    stated = profile(not_applicable=[{"check": "JC001", "reason": "No shops"}])
    (found,), none = apply_not_applicable([finding("JC001")], stated)
    assert found.outcome is Outcome.NOT_APPLICABLE
    assert "No shops" in found.reason
    assert not none


def test_an_exclusion_of_no_check_is_reported() -> None:
    odd = profile(not_applicable=[{"check": "ZZ999", "reason": "No shops"}])
    _, notices = apply_not_applicable([finding("JC001")], odd)
    assert "no such check" in notices[0].message
