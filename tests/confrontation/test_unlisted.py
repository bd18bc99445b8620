from __future__ import annotations

from datetime import date
from typing import Any

from auditor.confrontation import Unlisted, Volume, unlisted
from auditor.evidence import Evidence
from auditor.evidence_gathering.small_tables import measured_rows
from auditor.example import Rows
from auditor.profile.reading import load_profile_value

AS_OF, SINCE = date(2026, 11, 21), date(2025, 11, 21)


def strangers(
    profile: dict[str, Any], *groups: tuple[int, dict[str, Any]]
) -> tuple[Unlisted, ...]:
    """Return what occurs in tickets of these groups and not in the profile."""
    value = {"organisation": {"name": "O"}, **profile}
    loaded = load_profile_value(value).profile
    day = {"opened_at": "2026-06-01 00:00:00"}
    rows = [Rows(number, day | values) for number, values in groups]
    return unlisted(loaded, measured_rows({"tickets": rows}, loaded, AS_OF, SINCE))


def test_channels_of_the_data_that_no_profile_names_are_told_with_their_volume() -> (
    None
):
    channels = [{"id": "web", "name": "Web site"}, {"id": "p", "kind": "phone"}]
    (found,) = strangers(
        {"channels": channels},
        (30, {"channel": "WEB-SITE"}),
        (20, {"channel": "phone"}),
        (15, {"channel": "fax"}),
        (25, {"channel": "WhatsApp"}),
        (9, {"channel": "telex"}),
        (1, {"channel": None}),
    )
    assert found.cut == "channel"
    assert found.groups == (Volume("WhatsApp", 25), Volume("fax", 15))
    assert found.small == 1
    assert found.rows == 100
    assert found.share == 0.4
    assert not found.silent


def test_a_reason_is_known_wherever_the_map_names_it() -> None:
    pain = {"id": "late", "contact_reasons": ["where is it", "Delay"]}
    touchpoint = {"id": "t", "name": "First bill"}
    stage = {"id": "use", "touchpoints": [touchpoint], "pain_points": [pain]}
    profile = {
        "journeys": [{"id": "j", "stages": [stage]}],
        "feedback": {"themes": [{"id": "fees", "name": "Fees and charges"}]},
    }
    known = ("Where is it", "delay", "late", "FIRST BILL", "fees", "fees_and-charges")
    (found,) = strangers(
        profile,
        *((12, {"reason": reason}) for reason in known),
        (40, {"reason": "moving home"}),
    )
    assert found.groups == (Volume("moving home", 40),)


def test_a_profile_that_names_no_such_thing_is_silent() -> None:
    (found,) = strangers({}, (30, {"department": "Night desk"}))
    assert found.silent
    (spoken,) = strangers(
        {"departments": [{"id": "day-desk"}]}, (30, {"department": "Night desk"})
    )
    assert not spoken.silent


def test_where_everything_is_known_there_is_nothing_to_tell() -> None:
    assert not strangers({"channels": [{"id": "chat"}]}, (30, {"channel": "Chat"}))
    profile = load_profile_value({"organisation": {"name": "O"}}).profile
    assert not unlisted(profile, Evidence())


def test_a_name_without_letters_is_no_other_name() -> None:
    (found,) = strangers(
        {"channels": [{"id": "e-mail", "name": "?"}]},
        (30, {"channel": "Email"}),
        (20, {"channel": "?"}),
        (12, {"channel": "!"}),
    )
    assert found.groups == (Volume("!", 12),)
