"""Promises that hold for every measure of every table."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from auditor.evidence.columns import columns_of
from auditor.evidence.mapping import Scale
from auditor.evidence.measures import Limits, Wanted, definitions, measure, measure_by
from auditor.evidence.measures.catalogue import DEFINITIONS
from tests.evidence.measures.tables import canonical, found, values

if TYPE_CHECKING:
    from collections.abc import Container

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.measures.definition import Definition

SCALES = {"csat": Scale(1, 5), "ces": Scale(1, 7), "trust": Scale(1, 5, satisfied=(5,))}
NAMES = {
    "surveys": "nps csat ces trust responses unhappy_contacted_in_time",
    "tickets": "closure answered first_contact_resolution reopened reassigned on_time "
    "first_response_time resolution_time tickets csat answered_in_time left_unanswered "
    "switched_channel preventable_contacts",
    "feedback": "closure acknowledged_in_time resolved_in_time loop_closed disputed "
    "root_cause_coded cause_unspecified handling_asked time_to_resolve "
    "time_to_contact backlog_past_limit feedback recurred closed_in_bulk "
    "closed_at_once",
    "customers": "retention retention_before churn revenue_churn customers clv",
    "invitations": "response_rate",
}


def everything(
    kind: str, rows: int = 400, only: Container[str] | None = None
) -> CanonicalTable:
    """A table with every column, or some; each has blanks; moments are in order."""
    columns = []
    for place, (name, column) in enumerate(columns_of(kind).items(), 3):
        random = f"hash(i * 31 + {place})"
        begins = "0" if column.needed else f"CAST({random} % 900 AS INTEGER)"
        value = {
            "text": f"'v' || CAST({random} % 3 AS VARCHAR)",
            "timestamp": f"TIMESTAMP '2026-01-01' + INTERVAL 1 HOUR * (i + {begins})",
            "number": f"CAST({random} % 4 AS DOUBLE)",
            "flag": f"{random} % 2 = 0",
            "score": f"CAST({random} % 11 AS DOUBLE)",
        }[column.type.value]
        if name == "status":
            statuses = "open,pending,solved,closed,deleted"
            value = f"split_part('{statuses}', ',', CAST(1 + {random} % 5 AS INTEGER))"
        blank = "FALSE" if column.needed else f"{random} % 7 = 0"
        if only is None or name in only or column.needed:
            columns.append(f"CASE WHEN NOT {blank} THEN {value} END AS {name}")
    query = f"SELECT {', '.join(columns)} FROM range({rows}) AS t (i)"
    return canonical(kind, query, scales=SCALES)


@pytest.mark.parametrize("kind", NAMES)
def test_every_name_that_we_promise_is_defined(kind: str) -> None:
    defined = {d.name for d in DEFINITIONS if d.table == kind}
    assert defined == set(NAMES[kind].split())


@pytest.mark.parametrize("kind", NAMES)
def test_rows_that_count_and_rows_that_do_not_add_up_to_all(kind: str) -> None:
    measures = measure(everything(kind)).measures
    rows: dict[tuple[tuple[str, str], ...], set[int]] = {}
    for each in measures:
        group = tuple(each.by.items())
        rows.setdefault(group, set()).add(each.n + sum(each.excluded.values()))
    assert rows[()] == {400}
    assert all(len(totals) == 1 for totals in rows.values()), rows


@pytest.mark.parametrize("kind", NAMES)
def test_groups_of_a_cut_have_what_the_whole_has_but_for_rows_without_it(
    kind: str,
) -> None:
    measures = measure(everything(kind)).measures
    cut = {"invitations": "wave", "customers": "segment"}.get(kind, "channel")
    whole = {(m.name, m.statistic): m.n for m in measures if not m.by}
    for (name, statistic), n in whole.items():
        parts = sum(
            m.n
            for m in measures
            if (m.name, m.statistic) == (name, statistic) and set(m.by) == {cut}
        )
        assert n * 0.7 <= parts <= n, name


@pytest.mark.parametrize("kind", NAMES)
def test_values_lie_within_their_intervals_and_ids_are_unique(kind: str) -> None:
    measures = measure(everything(kind)).measures
    for each in measures:
        if each.value is not None and each.low is not None and each.high is not None:
            assert each.low - 1e-9 <= each.value <= each.high + 1e-9, each.id
        if each.unit == "share" and each.value is not None:
            assert 0 <= each.value <= 1, each.id
        assert "$" not in each.definition
    assert len({each.id for each in measures}) == len(measures)


@pytest.mark.parametrize("kind", NAMES)
def test_the_same_rows_give_the_same_measures_to_the_last_digit(kind: str) -> None:
    assert measure(everything(kind)) == measure(everything(kind))


@pytest.mark.parametrize("kind", NAMES)
def test_a_table_without_rows_gives_no_figures_and_no_error(kind: str) -> None:
    measured = measure(everything(kind, rows=0))
    assert all(m.value in {None, 0} and m.n == 0 for m in measured.measures)


@pytest.mark.parametrize(
    "definition", DEFINITIONS, ids=lambda d: f"{d.name}-{'-'.join(d.needs)}"
)
def test_each_definition_works_from_its_own_columns_alone(
    definition: Definition,
) -> None:
    table = everything(definition.table, only=definition.needs or {"wave"})
    wanted = Wanted(limits=Limits(discount=0.1))
    computed = {(m.name, m.statistic) for m in measure(table, wanted).measures}
    assert {(definition.name, s) for s in definition.figure.statistics} <= computed


def test_only_what_is_wanted_is_computed() -> None:
    wanted = Wanted(cuts=("reason",), names=frozenset({"tickets"}))
    measures = measure(everything("tickets"), wanted).measures
    assert {m.name for m in measures} == {"tickets"}
    assert {tuple(m.by) for m in measures} == {(), ("reason",)}


def test_of_a_million_rows_only_sums_and_bins_leave_the_engine() -> None:
    rows = """
        SELECT 'closed' AS status, CAST(i % 5 AS VARCHAR) AS channel,
          CAST(i % 1000 AS VARCHAR) AS customer,
          TIMESTAMP '2026-01-01' + to_seconds(i * 10) AS opened_at,
          TIMESTAMP '2026-01-01' + to_seconds(i * 10 + 60 + (i * 7919) % 864000)
            AS resolved_at
        FROM range(1000000) AS t (i)
    """
    table = canonical("tickets", rows)
    brought = []

    def query(sql: str) -> list[tuple[Any, ...]]:
        found = table.connection.execute(sql).fetchall()
        brought.append(len(found))
        return found

    measures = measure_by(query, table, Wanted()).measures
    assert sum(brought) < 10_000
    (median,) = [m for m in measures if m.id == "sample.resolution_time.p50"]
    assert median.n == 1_000_000
    spans = sorted(60 + (i * 7919) % 864000 for i in range(1_000_000))
    assert median.value == (spans[499_999] + spans[500_000]) / 2 / 3600


def test_every_definition_explains_itself() -> None:
    for described in definitions():
        assert described.text
        assert "$" not in described.text
        assert described.source
        assert described.unit in {
            "rows",
            "share",
            "points",
            "scale",
            "hours",
            "currency",
        }
        for reason in described.excluded:
            assert re.fullmatch(r"[a-z][a-z ]+", reason), reason


def test_every_measure_of_time_says_which_hours_count() -> None:
    clocks = {d.clock for d in definitions() if d.unit == "hours"}
    assert clocks == {"calendar"}
    (acknowledged,) = [d for d in definitions() if d.name == "acknowledged_in_time"]
    assert acknowledged.clock == "business"


def test_a_date_in_the_far_future_does_not_age_what_is_open() -> None:
    rows = values(
        *["'open', TIMESTAMP '2026-03-01', CAST(NULL AS TIMESTAMP)"] * 3,
        *["'closed', TIMESTAMP '2026-03-01', TIMESTAMP '2026-03-02'"] * 3,
        "'closed', TIMESTAMP '2026-03-01', TIMESTAMP '2999-01-01'",
        columns="status, opened_at, resolved_at",
    )
    table = canonical("tickets", rows)
    wanted = Wanted(as_of=datetime(2026, 3, 1, 1))
    median = found(table, "resolution_time", "p50_with_open", wanted=wanted)
    assert median.value == 24
