from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from auditor.confrontation import Agreement, Claim, ClaimKind, claims
from auditor.confrontation.tolerance import CLOSURE, compared
from auditor.errors import EvidenceError
from auditor.evidence import Evidence, Measure
from auditor.evidence.measured import Fault
from auditor.evidence_gathering.small_tables import measured_rows
from auditor.example import Rows
from auditor.finding import Room
from auditor.profile.reading import load_profile_value
from auditor.translation import Language, say, speaking
from tests.findings import finding

AS_OF, SINCE = date(2026, 11, 21), date(2025, 11, 21)


def confronted(
    profile: dict[str, Any], tables: dict[str, list[Rows]]
) -> tuple[Claim, ...]:
    """Return the claims of a profile beside what real tables show."""
    value = {"organisation": {"name": "O"}, **profile}
    loaded = load_profile_value(value).profile
    evidence = measured_rows(tables, loaded, AS_OF, SINCE) if tables else Evidence()
    return claims(loaded, evidence)


def rows(count: int, **values: Any) -> Rows:
    return Rows(count, values)


def answers(satisfied: int, others: int) -> dict[str, list[Rows]]:
    day = "2026-06-01 12:00:00"
    return {
        "surveys": [
            rows(satisfied, responded_at=day, csat=5),
            rows(others, responded_at=day, csat=1),
        ]
    }


def requests(within: int, after: int, *, still_open: int = 0) -> dict[str, list[Rows]]:
    """Return requests by phone, answered within one hour, or after ten, or not yet."""
    day = "2026-06-01 00:00:00"
    opened = {"opened_at": day, "channel": "Phone ", "status": "solved"}
    late = {"first_response_at": "2026-06-01 10:00:00"}
    return {
        "tickets": [
            rows(within, **opened, first_response_at="2026-06-01 01:00:00"),
            rows(after, **opened, **late),
            rows(still_open, **{**opened, "status": "open"}, first_response_at=None),
        ]
    }


def csat(value: float | None, **more: Any) -> dict[str, Any]:
    evidence = {"dataset": "surveys", "measure": "csat"}
    metric: dict[str, Any] = {
        "id": "m",
        "kind": "csat",
        "statistic": "share",
        "evidence": evidence,
    }
    dataset = {"id": "surveys", "kind": "surveys", "source": "surveys.csv"}
    metric["period"] = {"from": "2026-06-01", "to": "2026-06-01"}
    return {
        "metrics": [{**metric, "value": value, "unit": "per cent", **more}],
        "evidence": [dataset],
    }


def phone(**promise: str) -> dict[str, Any]:
    return {"channels": [{"id": "phone", "name": "Telephone", **promise}]}


@pytest.mark.parametrize(
    ("said", "agreement"),
    [
        # 80 of 100: the interval is from 71.1 to 86.7 %.
        (80, Agreement.HOLDS),
        (86.6, Agreement.HOLDS),
        (86.8, Agreement.NEARLY),
        (93.2, Agreement.NEARLY),
        (93.5, Agreement.CONTRADICTED),
        (71.2, Agreement.HOLDS),
        (62, Agreement.CONTRADICTED),
    ],
)
def test_answers_leave_the_room_of_their_interval(
    said: float, agreement: Agreement
) -> None:
    (claim,) = confronted(csat(said), answers(80, 20))
    assert claim.agreement is agreement
    assert claim.shown is not None
    assert (claim.shown.value, claim.shown.n) == (0.8, 100)
    assert claim.said == f"{said:g} per cent"
    assert claim.pointer == "/metrics/0/value"


def test_few_answers_are_shown_and_not_judged() -> None:
    (claim,) = confronted(csat(20), answers(20, 9))
    assert claim.agreement is Agreement.NOT_JUDGED
    assert claim.reason == "Only 29 rows tell of it: 30 are needed."
    assert claim.shown is not None
    assert claim.shown.value == pytest.approx(20 / 29)


@pytest.mark.parametrize(
    ("said", "unit", "agreement"),
    [
        (0.81, "share", Agreement.HOLDS),
        (0.815, "share", Agreement.NEARLY),
        (0.821, "share", Agreement.CONTRADICTED),
        (10.2, "hours", Agreement.HOLDS),
        (10.3, "hours", Agreement.NEARLY),
        (9.5, "hours", Agreement.CONTRADICTED),
        (11, "points", Agreement.HOLDS),
        (12, "points", Agreement.NEARLY),
        (12.1, "points", Agreement.CONTRADICTED),
    ],
)
def test_all_records_leave_a_point_or_two_per_cent(
    said: float, unit: str, agreement: Agreement
) -> None:
    value = 0.8 if unit == "share" else 10.0
    measure = Measure("m", "t", "closure", value, 500, 0.0, 99.0, unit, "d")
    assert compared(said, measure)[0] is agreement


def test_what_the_rounding_of_a_value_hides_is_allowed() -> None:
    measure = Measure("m", "t", "resolution_time", 10.4, 500, 9.0, 12.0, "hours", "d")
    assert compared(10, measure)[0] is Agreement.NEARLY
    assert compared(10, measure, stated=10)[0] is Agreement.HOLDS
    # 600 minutes are written to the minute, which hides no 24 of them.
    assert compared(10, measure, stated=600)[0] is Agreement.NEARLY
    assert compared(12, measure, stated=12)[0] is Agreement.CONTRADICTED


def test_a_mean_answer_is_not_rounded() -> None:
    measure = Measure("m", "t", "csat", 3.67, 90, 3.57, 3.77, "scale", "d")
    assert compared(4, measure, stated=4)[0] is Agreement.CONTRADICTED


def test_a_metric_without_a_value_or_a_table_says_which_is_lacking() -> None:
    (silent,) = confronted(csat(None), answers(80, 20))
    assert silent.agreement is Agreement.NOT_STATED
    assert not confronted(csat(None), {})
    (alone,) = confronted(csat(80, evidence=None), answers(80, 20))
    assert alone.agreement is Agreement.NO_EVIDENCE
    (unattached,) = confronted(csat(80), {})
    assert unattached.reason == "The table surveys is not attached."
    where = {"dataset": "surveys", "measure": "csat", "where": {"stage": "use"}}
    (uncut,) = confronted(csat(80, evidence=where), answers(80, 20))
    assert uncut.agreement is Agreement.NOT_COMPUTED
    assert "no column stage" in uncut.reason


def test_a_table_that_cannot_be_read_is_not_a_table_that_is_lacking() -> None:
    profile = load_profile_value({"organisation": {"name": "O"}, **csat(80)}).profile
    fault = Fault("surveys", "surveys", EvidenceError("surveys", "it is gone."))
    (claim,) = claims(profile, Evidence(faults=(fault,)))
    assert claim.agreement is Agreement.NOT_COMPUTED
    assert claim.reason == "The table surveys could not be read."


@pytest.mark.parametrize(
    ("unit", "why"), [("stars", "unit is not one of shares"), (None, "")]
)
def test_a_value_in_another_unit_is_shown_and_not_judged(
    unit: str | None, why: str
) -> None:
    (claim,) = confronted(csat(80, unit=unit), answers(80, 20))
    assert why in claim.reason
    assert (claim.agreement is Agreement.NOT_JUDGED) == bool(why)
    assert claim.shown is not None


@pytest.mark.parametrize(
    ("within", "after", "agreement"),
    [
        (90, 10, Agreement.HOLDS),
        (89, 11, Agreement.NEARLY),
        (50, 50, Agreement.NEARLY),
        (49, 51, Agreement.CONTRADICTED),
        (20, 9, Agreement.NOT_JUDGED),
    ],
)
def test_a_promise_is_kept_where_nine_in_ten_are_served_in_time(
    within: int, after: int, agreement: Agreement
) -> None:
    profile = phone(first_response_within="1h")
    (claim,) = confronted(profile, requests(within, after))
    assert claim.kind is ClaimKind.FIRST_RESPONSE
    assert claim.agreement is agreement
    assert (claim.said, claim.value) == ("within 1 hour", 1.0)


def test_those_who_still_wait_count_against_a_promise() -> None:
    profile = phone(first_response_within="1h")
    (without,) = confronted(profile, requests(100, 0))
    (claim,) = confronted(profile, requests(100, 0, still_open=40))
    assert without.agreement is Agreement.HOLDS
    assert claim.agreement is Agreement.NOT_JUDGED
    assert claim.reason == ("Too many are still open to say when nine in ten end.")


def test_working_time_is_kept_for_certain_or_cannot_be_told() -> None:
    profile = phone(first_response_within="1 business hour")
    (kept,) = confronted(profile, requests(95, 5))
    (untold,) = confronted(profile, requests(40, 60))
    assert kept.agreement is Agreement.HOLDS
    assert untold.agreement is Agreement.NOT_JUDGED


def test_a_promise_of_a_channel_that_nobody_used_cannot_be_computed() -> None:
    profile = {"channels": [{"id": "chat", "first_response_within": "60s"}]}
    (claim,) = confronted(profile, requests(50, 0))
    assert claim.agreement is Agreement.NOT_COMPUTED
    (alone,) = confronted(profile, {})
    assert alone.agreement is Agreement.NO_EVIDENCE


def test_a_declared_closure_rate_is_held_against_outcomes_told_in_time() -> None:
    profile = {"feedback": {"declared_closure_rate": 0.9}}
    told = "2026-06-05 00:00:00"
    day = {"received_at": "2026-06-01 00:00:00"}
    feedback = [
        rows(60, **day, outcome_told_at=told),
        rows(40, **day, outcome_told_at=None),
        # Received too late to count: it tells that the export goes on.
        rows(1, received_at="2026-11-01 00:00:00", outcome_told_at=None),
    ]
    (claim,) = confronted(profile, {"feedback": feedback})
    assert claim.agreement is Agreement.CONTRADICTED
    assert claim.reason == "30.0 points off, where all records allow 5 points."
    stated = [rows(36, **day, status="closed"), rows(4, **day, status="open")]
    (by_status,) = confronted(profile, {"feedback": stated})
    assert by_status.agreement is Agreement.HOLDS
    assert by_status.reason.endswith("does not say who was told.")
    (unknown,) = confronted(profile, {"feedback": [rows(40, **day)]})
    assert unknown.agreement is Agreement.NOT_COMPUTED
    assert confronted(profile, {})[0].agreement is Agreement.NO_EVIDENCE


@pytest.mark.parametrize(
    ("said", "agreement"),
    [
        (0.65, Agreement.HOLDS),
        (0.55, Agreement.HOLDS),
        (0.66, Agreement.NEARLY),
        (0.75, Agreement.NEARLY),
        (0.76, Agreement.CONTRADICTED),
        (0.44, Agreement.CONTRADICTED),
    ],
)
def test_a_closure_rate_may_be_five_points_off_and_fifteen_nearly(
    said: float, agreement: Agreement
) -> None:
    measure = Measure("m", "t", "loop_closed", 0.6, 500, 0.5, 0.7, "share", "d")
    assert compared(said, measure, room=CLOSURE)[0] is agreement


@pytest.mark.parametrize(
    ("said", "agreement"), [(0.2, Agreement.HOLDS), (0.3, Agreement.CONTRADICTED)]
)
def test_a_response_rate_is_held_against_all_invitations(
    said: float, agreement: Agreement
) -> None:
    waves = [
        rows(1, wave="spring", delivered=1000, answered=120),
        rows(1, wave="autumn", delivered=1000, answered=300),
    ]
    sources = [{"id": "s", "response_rate": said}]
    profile = {"feedback": {"sources": sources}}
    (claim,) = confronted(profile, {"invitations": waves})
    assert claim.shown is not None
    assert claim.shown.value == pytest.approx(0.21)
    assert claim.agreement is agreement


def test_response_rates_of_several_surveys_are_not_thrown_together() -> None:
    sources = [{"id": id_, "response_rate": 0.2} for id_ in ("s", "t")]
    waves = [rows(1, wave="spring", delivered=1000, answered=200)]
    found = confronted({"feedback": {"sources": sources}}, {"invitations": waves})
    assert {claim.agreement for claim in found} == {Agreement.NOT_COMPUTED}
    assert confronted({"feedback": {"sources": sources}}, {})[0].agreement is (
        Agreement.NO_EVIDENCE
    )


def test_the_contradicted_claims_come_first() -> None:
    profile = csat(80) | {"feedback": {"declared_closure_rate": 0.9}}
    profile |= phone(first_response_within="1h")
    tables = answers(80, 20) | requests(10, 90)
    found = [claim.agreement for claim in confronted(profile, tables)]
    assert found == [Agreement.CONTRADICTED, Agreement.HOLDS, Agreement.NO_EVIDENCE]


def test_a_claim_that_a_check_judged_has_the_room_that_the_check_gave_it() -> None:
    profile = csat(0.83, unit="share") | {"feedback": {"declared_closure_rate": 0.9}}
    profile["metrics"][0] |= {
        "kind": "reopen_rate",
        "evidence": {"dataset": "tickets", "measure": "reopened"},
    }
    profile["evidence"] = [{"id": "tickets", "kind": "tickets", "source": "t.csv"}]
    loaded = load_profile_value({"organisation": {"name": "O"}, **profile}).profile
    day = "2026-06-01 12:00:00"
    tables = {
        "tickets": [rows(100, opened_at=day, reopened=(1, 1, 1, 1, 0))],
        "feedback": [rows(100, received_at=day, status=("closed",) * 4 + ("open",))],
    }
    evidence = measured_rows(tables, loaded, AS_OF, SINCE)

    def agreements(*rooms: tuple[str, Room]) -> dict[str, Agreement]:
        judged = [replace(finding(), rooms=dict([room])) for room in rooms]
        return {c.pointer: c.agreement for c in claims(loaded, evidence, judged)}

    value, rate = "/metrics/0/value", "/feedback/declared_closure_rate"
    assert agreements() == {value: Agreement.CONTRADICTED, rate: Agreement.NEARLY}
    wide, narrow = (value, Room(3, 2)), (rate, Room(4, 2))
    assert agreements(wide, narrow) == {
        value: Agreement.HOLDS,
        rate: Agreement.CONTRADICTED,
    }


def test_what_is_said_and_shown_can_be_said_in_another_language() -> None:
    profile = {"channels": [{"id": "phone", "first_response_within": "1h"}]}
    (claim,) = confronted(profile, requests(10, 0))
    german = Language(
        "de",
        texts={"within {promise}": "binnen {promise}"},
        plurals={
            ("{n:.12g} hour", "{n:.12g} hours"): (
                "{n:.12g} Stunde",
                "{n:.12g} Stunden",
            ),
            (
                "Only {n:,} request tells of it: {least} are needed.",
                "Only {n:,} requests tell of it: {least} are needed.",
            ): ("Nur {n:,} von {least} nötigen.", "Nur {n:,} von {least} nötigen."),
        },
    )
    with speaking(german):
        assert say(claim.said) == "binnen 1 Stunde"
        assert say(claim.reason) == "Nur 10 von 30 nötigen."
