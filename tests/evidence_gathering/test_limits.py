from __future__ import annotations

import pytest

from auditor.evidence.limits import USUAL_TARGETS, Limits, ResponseTarget
from auditor.evidence_gathering.limits import limits_of
from auditor.profile.reading import load_profile_value


def targets(*channels: dict[str, object]) -> dict[str, ResponseTarget]:
    """Return how soon first answers are due where these are the channels."""
    value = {"organisation": {"name": "Harbour Bank"}, "channels": [*channels]}
    return dict(limits_of(load_profile_value(value).profile).first_response)


def promising(time: str | None, **more: object) -> dict[str, object]:
    """Return a channel for letters on which this is promised."""
    return {"id": "letters", "kind": "post", "first_response_within": time, **more}


def test_without_channels_the_usual_targets_hold() -> None:
    assert targets() == dict(USUAL_TARGETS)
    assert USUAL_TARGETS["email"] == ResponseTarget(24)


def test_a_table_may_name_a_channel_by_id_name_or_kind() -> None:
    found = targets(promising("2 days", name="Letters and Faxes"))
    for name in ("letters", "lettersandfaxes", "post"):
        assert found[name] == ResponseTarget(48)


def test_names_are_matched_however_a_table_spells_them() -> None:
    inbox = {"id": "e-mail", "name": "E-mail (all)", "first_response_within": "4h"}
    value = {"organisation": {"name": "Harbour Bank"}, "channels": [inbox]}
    limits = limits_of(load_profile_value(value).profile)
    for spelled in ("email", "E_Mail", "e-mail all"):
        assert limits.response_target(spelled) == ResponseTarget(4)
    assert limits.response_target("all") is None


def test_a_channel_that_promises_nothing_has_the_usual_target_of_its_kind() -> None:
    found = targets({"id": "inbox", "kind": "email"}, promising(None))
    assert found["inbox"] == ResponseTarget(24)
    assert "letters" not in found
    assert "post" not in found


def test_a_promise_goes_before_what_is_usual() -> None:
    found = targets({"id": "inbox", "kind": "email", "first_response_within": "4h"})
    assert found["inbox"] == found["email"] == ResponseTarget(4)


def test_a_promise_goes_before_a_rubric_and_a_rubric_before_what_is_usual() -> None:
    due = {"email": ResponseTarget(8), "mobile_app": ResponseTarget(2)}
    rubric = Limits(contact_hours=24, first_response={**USUAL_TARGETS, **due})
    channels = [
        {"id": "inbox", "kind": "email", "first_response_within": "4h"},
        {"id": "app", "kind": "mobile_app"},
    ]
    value = {"organisation": {"name": "Harbour Bank"}, "channels": channels}
    limits = limits_of(load_profile_value(value).profile, rubric)
    assert limits.contact_hours == 24
    assert limits.response_target("inbox") == ResponseTarget(4)
    assert limits.response_target("app") == ResponseTarget(2)
    assert limits.response_target("Mobile App") == ResponseTarget(2)
    assert limits.response_target("chat") == USUAL_TARGETS["chat"]


def test_of_promises_by_plan_and_of_channels_of_a_kind_the_longest_counts() -> None:
    plans = [{"first_response_within": t} for t in ("1 day", "3 days")]
    found = targets(
        promising("2 days", promises=plans), promising("5 days", id="parcels")
    )
    assert found["letters"] == ResponseTarget(72)
    assert found["parcels"] == found["post"] == ResponseTarget(120)


def test_an_id_goes_before_the_name_of_another_channel() -> None:
    found = targets(promising("1 day"), promising("9 days", id="other", name="Letters"))
    assert found["letters"] == ResponseTarget(24)


@pytest.mark.parametrize(
    ("said", "hours"),
    [("2 business days", 16), ("4 business hours", 4), ("1 business week", 40)],
)
def test_working_time_has_eight_hours_a_day(said: str, hours: float) -> None:
    assert targets(promising(said))["letters"] == ResponseTarget(hours, working=True)


def test_a_channel_without_a_kind_is_known_by_its_id_alone() -> None:
    found = targets({"id": "fax", "first_response_within": "1h"})
    assert set(found) - set(USUAL_TARGETS) == {"fax"}


def test_a_promise_of_no_time_is_no_target() -> None:
    assert "letters" not in targets(promising("0h"))
