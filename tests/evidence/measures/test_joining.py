"""Figures over two tables, on rows whose answer is known by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import repeat
from typing import TYPE_CHECKING

import duckdb
import pytest

from auditor.evidence.measures import Wanted, Window
from auditor.evidence.measures.joining import joined_measures
from auditor.evidence.statistics.proportions import difference
from tests.evidence.measures.tables import canonical, values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.measure import Measure


def together(**queries: str) -> list[CanonicalTable]:
    """Tables of one engine, each of the kind before the underscore in its name."""
    connection = duckdb.connect(config={"threads": 2, "memory_limit": "256MB"})
    return [
        canonical(name.partition("_")[0], rows, name=name, connection=connection)
        for name, rows in queries.items()
    ]


def measured(
    tables: list[CanonicalTable],
    table: str,
    statistic: str = "share",
    *,
    wanted: Wanted | None = None,
    **by: str,
) -> Measure:
    """The one joined figure of a table, a statistic and a group."""
    found = joined_measures(tables, wanted or Wanted())[table].measures
    matching = [m for m in found if (m.statistic, m.by) == (statistic, by)]
    assert len(matching) == 1, [each.id for each in found]
    return matching[0]


def refused(tables: list[CanonicalTable], table: str) -> list[str]:
    return [each.reason for each in joined_measures(tables, Wanted())[table].refused]


IDS = values("'c1'", "'c2'", "'c2'", "'007'", columns="customer")
"""Three customers, one of them twice."""
DESK = values(
    "'c1', 'phone', 'open'",
    "'c2', 'phone', 'closed'",
    "'c2', 'phone', 'deleted'",
    "'7', 'web', 'open'",
    "NULL, 'web', 'open'",
    columns="customer, channel, status",
).replace("SELECT *", "SELECT TIMESTAMP '2026-03-04' AS opened_at, *")


def test_rows_are_joined_whose_id_is_a_customer_s() -> None:
    tables = together(tickets=DESK, customers=IDS)
    found = measured(tables, "tickets")
    assert (found.value, found.n) == (2 / 4, 4)
    assert found.excluded == {"deleted": 1}
    assert found.id == "tickets.joined.share"
    assert found.table == "tickets"


def test_a_customer_who_is_there_twice_does_not_double_rows() -> None:
    tables = together(tickets=DESK, customers=IDS)
    whole = measured(tables, "tickets")
    assert whole.n + sum(whole.excluded.values()) == 5


def test_joined_rows_are_known_by_channel_and_within_the_window() -> None:
    asked = [
        f"TIMESTAMP '2026-0{month}-01', '{customer}', '{channel}'"
        for month in (1, 5)
        for customer, channel in [*repeat(("c1", "app"), 8), *repeat(("x", "app"), 4)]
    ]
    rows = values(*asked, columns="responded_at, customer, channel")
    tables = together(surveys=rows, customers=IDS)
    since = Wanted(window=Window(datetime(2026, 4, 1)))
    app = measured(tables, "surveys", wanted=since, channel="app")
    assert (app.value, app.n) == (8 / 12, 12)
    assert app.excluded == {"before the period under review": 12}


def test_a_table_without_ids_says_so() -> None:
    rows = values("TIMESTAMP '2026-03-04', 'complaint'", columns="received_at, kind")
    tables = together(feedback=rows, customers=IDS)
    assert refused(tables, "feedback") == ["it needs the column customer"]


def test_nothing_is_joined_without_customers() -> None:
    assert joined_measures(together(tickets=DESK), Wanted()) == {}


def test_nothing_is_joined_across_engines() -> None:
    rows = answers(answer("c1", "9"))
    apart = [*together(tickets=DESK, surveys=rows), *together(customers=base())]
    for name in ("tickets", "surveys"):
        assert refused(apart, name) == ["it lies in another engine than customers"]
    why = "the answers to nps lie in another engine than customers"
    assert refused(apart, "customers") == [why]


def test_the_largest_table_of_customers_is_joined() -> None:
    few, many = together(customers_few=IDS, customers_many=IDS)
    few, many = (
        replace(each, info=replace(each.info, rows=rows))
        for each, rows in ((few, 3), (many, 4))
    )
    assert set(joined_measures([few, many], Wanted())) == {"customers_many"}


START, OLD = "2020-01-01", "2020-02-01"
GONE = "2026-06-01"
"""In the year before the export ends, which is the last end in it."""
LAST = "2026-12-31"


def customer(name: str, start: str = START, end: str | None = None) -> str:
    ended = f"TIMESTAMP '{end}'" if end else "NULL"
    return f"'{name}', TIMESTAMP '{start}', {ended}"


def answer(name: str, score: str, day: str = "2025-06-01", level: str = "") -> str:
    said = f"TIMESTAMP '{day}', '{name}', {score}"
    return f"{said}, '{level}'" if level else said


def base(*customers: str) -> str:
    """Customers, the last of whom leaves on the day on which the export ends."""
    columns = "customer, started_at, ended_at"
    return values(*customers, customer("last", end=LAST), columns=columns)


def answers(*said: str, level: str = "") -> str:
    return values(*said, columns=f"responded_at, customer, nps{level}").replace(
        "SELECT *", "SELECT * REPLACE (CAST(nps AS DOUBLE) AS nps)"
    )


def crowd(prefix: str, stayed: int, left: int) -> list[str]:
    """Customers of whom so many stayed and so many left within the year."""
    ends = [*repeat(None, stayed), *repeat(GONE, left)]
    return [customer(f"{prefix}{n}", end=end) for n, end in enumerate(ends)]


def said_by(prefix: str, count: int, score: int) -> list[str]:
    return [answer(f"{prefix}{n}", str(score)) for n in range(count)]


def crowds(score_of_unhappy: Iterable[str] = ()) -> list[CanonicalTable]:
    """40 promoters of whom 36 stayed, 10 passives who stayed, 20 of 30 detractors."""
    return together(
        customers=base(*crowd("p", 36, 4), *crowd("m", 10, 0), *crowd("d", 20, 10)),
        surveys=answers(
            *said_by("p", 40, 9),
            *said_by("m", 10, 7),
            *said_by("d", 30, 6),
            *score_of_unhappy,
        ),
    )


def test_retention_is_known_by_the_answer_before() -> None:
    tables = crowds()
    shares = {
        band: measured(tables, "customers", nps_band=band)
        for band in ("promoters", "passives", "detractors")
    }
    assert {band: (m.value, m.n) for band, m in shares.items()} == {
        "promoters": (36 / 40, 40),
        "passives": (1, 10),
        "detractors": (20 / 30, 30),
    }
    assert shares["promoters"].id == (
        "customers.retention_by_nps.share[nps_band=promoters]"
    )
    whole = measured(tables, "customers")
    assert (whole.n, whole.excluded) == (80, {"no answer before the start": 1})


def test_promoters_less_detractors_have_newcombe_s_interval() -> None:
    found = measured(crowds(), "customers", "difference")
    assert found.value == pytest.approx(36 / 40 - 20 / 30)
    assert (found.low, found.high) == difference(36, 40, 20, 30)
    # By hand: 0.2333, Wilson 0.7695 to 0.9604 and 0.4878 to 0.8077.
    assert found.low == pytest.approx(0.0411, abs=1e-4)
    assert found.high == pytest.approx(0.4221, abs=1e-4)
    assert found.n == 70
    assert found.n + sum(found.excluded.values()) == 81


def banded(*said: str, level: str = "", **more: str) -> dict[str, int]:
    """How many customers are in each band, of eleven who are asked nothing else."""
    group = [customer(f"a{n}") for n in range(11)]
    columns = f", {level}" if level else ""
    tables = together(
        customers=base(*group), surveys=answers(*said, level=columns), **more
    )
    found = joined_measures(tables, Wanted())["customers"].measures
    return {m.by["nps_band"]: m.n for m in found if m.by}


def each(score: str, day: str = "2025-06-01", level: str = "") -> list[str]:
    return [answer(f"a{n}", score, day, level) for n in range(11)]


def test_the_last_answer_counts_not_the_first_nor_the_best() -> None:
    assert banded(*each("10", "2024-01-01"), *each("3")) == {"detractors": 11}
    assert banded(*each("3", "2024-01-01"), *each("10")) == {"promoters": 11}


def test_of_two_answers_at_one_moment_the_lower_counts() -> None:
    assert banded(*each("10"), *each("8")) == {"passives": 11}


def test_answers_from_the_year_that_is_watched_do_not_count() -> None:
    # The export ends with 2026: the year that is watched begins where 2025 ends.
    late, in_time = "2025-12-31 00:00:01", "2025-12-31 00:00:00"
    assert banded(*each("10", late), *each("3", in_time)) == {"detractors": 11}
    assert banded(*each("10", late)) == {}


def test_what_is_no_answer_is_no_last_answer() -> None:
    for other in ("NULL", "11", "6.5", "-1"):
        assert banded(*each("9", "2024-01-01"), *each(other)) == {"promoters": 11}


def test_answers_of_one_level_count_that_of_the_relationship_first() -> None:
    relationship = each("9", "2024-01-01", "relationship")
    contact = each("2", level="interaction")
    assert banded(*relationship, *contact, level="level") == {"promoters": 11}
    assert banded(*contact, level="level") == {"detractors": 11}


def test_answers_of_several_levels_are_not_mixed() -> None:
    mixed = answers(
        *each("9", level="journey"), *each("2", level="interaction"), level=", level"
    )
    tables = together(customers=base(customer("a1")), surveys=mixed)
    assert refused(tables, "customers") == ["it needs answers of one level"]


def test_who_was_no_customer_at_the_start_is_not_watched() -> None:
    tables = together(
        customers=base(
            customer("new", "2026-02-01"),
            customer("gone", end="2024-05-01"),
            customer("a1"),
        ),
        surveys=answers(*(answer(name, "9") for name in ("new", "gone", "a1"))),
    )
    whole = measured(tables, "customers")
    assert whole.n == 1
    assert whole.excluded == {
        "not yet a customer at the start": 1,
        "left before the start": 1,
        "no answer before the start": 1,
    }


def test_groups_of_few_customers_have_no_difference() -> None:
    tables = together(
        customers=base(*crowd("p", 20, 2), *crowd("d", 5, 4)),
        surveys=answers(*said_by("p", 22, 10), *said_by("d", 9, 0)),
    )
    found = joined_measures(tables, Wanted())["customers"].measures
    assert {(m.by.get("nps_band"), m.value is None) for m in found} == {
        (None, False),
        ("promoters", False),
        ("detractors", True),
    }


@pytest.mark.parametrize(
    ("customers", "surveys", "reason"),
    [
        (IDS, answers(answer("c1", "9")), "it needs the column started_at"),
        (base(), answers(answer("c1", "9")).replace("nps", "ces"), "answers to nps"),
    ],
)
def test_what_retention_by_answer_needs_is_said(
    customers: str, surveys: str, reason: str
) -> None:
    (found,) = refused(together(customers=customers, surveys=surveys), "customers")
    assert reason in found
