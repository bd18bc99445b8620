"""Whatever odd tables are attached, every check that looks at them gives a verdict."""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import TYPE_CHECKING, Final

from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from auditor.checks import Context
from auditor.confrontation import claims, unlisted
from auditor.evidence.columns import TABLES, Column, ColumnType
from auditor.evidence_gathering.small_tables import measured_rows
from auditor.example import Rows, rows
from auditor.finding import Outcome, Verdict
from auditor.grading import PERIOD, months_before
from auditor.plugin.collection import Plugins
from auditor.testing import EXEMPLARY_DATE, profile_with

if TYPE_CHECKING:
    from collections.abc import Mapping

CHECKS: Final = tuple(
    check
    for check in Plugins.load().checks.values()
    if any(example.evidence for example in check.examples)
)

MOMENTS: Final = (
    "2026-03-02 09:00",
    "2025-07-01",
    "2025-12-03 17:30:12",
    "2026-02-14",
    "2026-03-02 09:00:00.5",
    "2026-03-31 23:59:59",
    "2026-05-15",
    "2026-06-30",
    "1970-01-01",
    "2025-06-30",
    "2031-01-01",
)
"""Long past, at both ends of the year under review, within a second, and to come."""
WORDS: Final = (
    "",
    "phone",
    "email",
    "open",
    "closed",
    "deleted",
    "complaint",
    "other",
    "interaction",
    "relationship",
    "<b>&amp;</b>\n| *x* |",
    "{{having}} {{figure}}",
    "%s ' \" ; -- \\",
    "\u202ereversed \U0001f600",
    "name " * 60,
    "w{n}",
)
NUMBERS: Final = (0, 1, 2, 3, -1, 0.5, 1e12)
BEST: Final = {"nps": 10, "ces": 7}
COUNTS: Final = (60, 0, 1, 9, 31, 90)

PATCHES: Final[tuple[Mapping[str, object], ...]] = (
    {},
    {"channels": None, "organisation": {"segments": None}, "journeys": None},
    {"metrics": [], "feedback": {"themes": [], "sources": []}},
    {
        "feedback": {"declared_closure_rate": 0.0},
        "metrics": [
            {
                "id": f"m{number}",
                "kind": kind,
                "value": 0,
                "unit": unit,
                "statistic": statistic,
                "period": {"from": "2026-01-01", "to": "2026-06-30"},
                "evidence": {"dataset": dataset, "measure": measure},
            }
            for number, (kind, unit, statistic, dataset, measure) in enumerate(
                (
                    ("nps", "points", "score", "surveys", "nps"),
                    ("csat", "per cent", "share", "surveys", "csat"),
                    ("retention", "per cent", "share", "customers", "retention"),
                    (
                        "first_response_time",
                        "hours",
                        "median",
                        "tickets",
                        "first_response_time",
                    ),
                    ("reopen_rate", "per cent", "share", "tickets", "reopened"),
                )
            )
        ],
    },
)


def _values(column: Column) -> st.SearchStrategy[object]:
    """Return what a column may hold: nothing, one value, or several in turn."""
    held: tuple[object, ...] = {
        ColumnType.TEXT: WORDS,
        ColumnType.TIMESTAMP: MOMENTS,
        ColumnType.NUMBER: NUMBERS,
        ColumnType.FLAG: (True, False),
        ColumnType.SCORE: (1, 3, BEST.get(column.name, 5)),
    }[column.type]
    # The reader leaves out a row without what its kind of table needs.
    one = st.sampled_from(held if column.needed else (None, *held))
    return one | st.tuples(one, one, one)


@st.composite
def _rows(draw: st.DrawFn, columns: tuple[Column, ...]) -> Rows:
    values = {column.name: draw(_values(column)) for column in columns}
    out = draw(st.sampled_from((*[None] * 6, "out")))
    return rows(draw(st.sampled_from(COUNTS)), excluded=out, **values)


@st.composite
def _table(draw: st.DrawFn, kind: str) -> tuple[Rows, ...]:
    """Return some rows, all of which have or lack the same columns."""
    absent = draw(st.sets(st.sampled_from([column.name for column in TABLES[kind]])))
    columns = tuple(
        column for column in TABLES[kind] if column.needed or column.name not in absent
    )
    return tuple(draw(st.lists(_rows(columns or TABLES[kind]), min_size=1, max_size=4)))


TABLE_SETS: Final = st.fixed_dictionaries(
    {}, optional={kind: _table(kind) for kind in TABLES}
)


@settings(
    max_examples=settings().max_examples // 2,
    # Each try is measured anew: making a failing table smaller takes minutes.
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
@given(tables=TABLE_SETS, patch=st.sampled_from(PATCHES))
def test_every_check_gives_a_verdict_that_can_be_shown(
    tables: dict[str, tuple[Rows, ...]], patch: Mapping[str, object]
) -> None:
    profile = profile_with(patch)
    since = months_before(EXEMPLARY_DATE, PERIOD)
    evidence = measured_rows(tables, profile, EXEMPLARY_DATE, since)
    assert not evidence.faults
    for check in CHECKS:
        context = Context(profile, EXEMPLARY_DATE, check.defaults(), evidence)
        note(check.id)
        _assert_can_be_shown(check.id, check.assess(context))
    for claim in claims(profile, evidence):
        assert claim.reason, claim
        assert claim.value is None or isfinite(claim.value), claim
    assert all(0 <= each.share <= 1 for each in unlisted(profile, evidence))
    json.dumps([measure.value for measure in evidence.measures], allow_nan=False)


def _assert_can_be_shown(id_: str, verdict: Verdict) -> None:
    told = f"{id_}: {verdict.reason!r}"
    assert verdict.reason.endswith((".", "?")), told
    assert not re.search(r"\b(?:nan|inf|None)\b", verdict.reason), told
    assert verdict.share is None or isfinite(verdict.share), told
    if verdict.outcome is Outcome.NOT_ASSESSED:
        assert verdict.answered_by, told
    for figure in verdict.measures:
        ends = (figure.value, figure.low, figure.high)
        assert all(end is None or isfinite(end) for end in ends), (told, figure)
