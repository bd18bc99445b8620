from __future__ import annotations

from datetime import datetime

from auditor.evidence.measures import Limits, Wanted
from tests.evidence.measures.tables import canonical, found, values

LATER = Wanted(until=datetime(2026, 12, 31))
COLUMNS = "status, kind, customer, theme, received_at"


def said(
    customer: str, theme: str, moment: str, status: str = "open", kind: str = "review"
) -> str:
    return f"'{status}', '{kind}', {customer}, {theme}, TIMESTAMP '{moment}'"


def test_the_same_customer_and_theme_within_thirty_days_is_a_recurrence() -> None:
    rows = values(
        said("'a'", "'bill'", "2026-03-01 10:00"),
        said("'a'", "'bill'", "2026-03-31 10:00"),  # thirty days later to the minute
        said("'a'", "'bill'", "2026-04-30 10:01"),  # and a minute more
        said("'a'", "'visit'", "2026-03-02 10:00"),  # another theme
        said("'b'", "'bill'", "2026-03-03 10:00"),  # another customer
        columns=COLUMNS,
    )
    recurred = found(canonical("feedback", rows), "recurred", wanted=LATER)
    assert (recurred.value, recurred.n) == (0.2, 5)


def test_deleted_feedback_and_compliments_are_no_recurrence() -> None:
    rows = values(
        said("'a'", "'bill'", "2026-03-01 10:00"),
        said("'a'", "'bill'", "2026-03-02 10:00", status="deleted"),
        said("'a'", "'bill'", "2026-03-03 10:00", kind="Compliment"),
        columns=COLUMNS,
    )
    recurred = found(canonical("feedback", rows), "recurred", wanted=LATER)
    assert (recurred.value, recurred.n) == (0, 1)
    assert recurred.excluded == {"deleted": 1, "a compliment needs no answer": 1}


def test_what_cannot_be_told_is_left_out() -> None:
    rows = values(
        said("NULL", "'bill'", "2026-03-01 10:00"),
        said("'a'", "NULL", "2026-03-01 10:00"),
        said("'a'", "'bill'", "2026-12-01 00:00"),
        said("'a'", "'bill'", "2026-12-01 00:01"),
        columns=COLUMNS,
    )
    recurred = found(canonical("feedback", rows), "recurred", wanted=LATER)
    assert (recurred.value, recurred.n) == (1, 1)
    assert recurred.excluded == {"no customer or theme": 2, "too recent to tell": 1}


def test_reopened_is_come_back_too() -> None:
    rows = values(
        said("'a'", "'bill'", "2026-03-01 10:00") + ", 1.0",
        said("'b'", "'bill'", "2026-03-01 10:00") + ", 0.0",
        said("'c'", "'bill'", "2026-03-01 10:00") + ", NULL",
        columns=f"{COLUMNS}, reopened",
    )
    recurred = found(canonical("feedback", rows), "recurred", wanted=LATER)
    assert (recurred.value, recurred.n) == (1 / 3, 3)


def test_an_organisation_may_wait_longer() -> None:
    rows = values(
        said("'a'", "'bill'", "2026-03-01 10:00"),
        said("'a'", "'bill'", "2026-04-20 10:00"),
        columns=COLUMNS,
    )
    wanted = Wanted(limits=Limits(recurrence_days=60), until=LATER.until)
    assert found(canonical("feedback", rows), "recurred", wanted=wanted).value == 0.5
