from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from auditor.errors import InputError
from auditor.evidence.mapping import ColumnMapping, Filter, Preset, Scale, TableMapping
from auditor.evidence.measures import measure
from auditor.evidence.reading import connect, prepare_table, read_table
from auditor.evidence.reading.copying import copied
from auditor.evidence_gathering import engine, measured_evidence
from auditor.evidence_gathering.mapping import mapping_for
from auditor.profile.reading import load_profile_value, read_profile

if TYPE_CHECKING:
    from pathlib import Path

DESK = Preset(
    "desk",
    "A desk",
    TableMapping(
        "tickets",
        {"opened_at": ColumnMapping("Opened"), "csat": ColumnMapping("Score")},
        {"csat": Scale(1, 5)},
        (Filter("Type", ("test",), keep=False),),
        timezone="UTC",
        header_rows=2,
    ),
)


def mapped(**rest: object) -> TableMapping:
    """Return the mapping of a table of tickets of which a profile says this."""
    table = {"id": "it", "kind": "tickets", "source": "it.csv", **rest}
    loaded = load_profile_value(
        {"organisation": {"name": "Harbour Bank"}, "evidence": [table]}
    )
    (dataset,) = loaded.profile.evidence or ()
    return mapping_for(dataset, {"desk": DESK}, loaded.locate)


def coded(column: str, meaning: str) -> dict[str, object]:
    """Return a table in which a code of this column stands for this."""
    return {"columns": {column: {"source": "a", "codes": {"x": meaning}}}}


def test_a_profile_can_say_all_that_a_mapping_understands() -> None:
    said: dict[str, Any] = {
        "columns": {
            "opened_at": {"source": ["Opened", "Created"], "format": "%d/%m/%Y"},
            "first_response_at": {"source": "Reply", "unit": "h:m:s"},
            "status": {"source": "State", "codes": {"done": "closed"}},
            "preventable": {"source": "Fault", "codes": {"1": True}, "optional": True},
            "csat": {"source": "Score", "codes": {"top": 5}, "blanks": ["x", 9]},
            "channel": {"default": "phone"},
            "resolved_at": {"source": "Solved", "timezone": "Asia/Kolkata"},
        },
        "scales": {"csat": {"min": 1, "max": 5, "satisfied": [4, 5], "whole": False}},
        "filters": [{"source": "Type", "values": ["test", 1], "keep": False}],
        "timezone": "Europe/London",
        "header_rows": 2,
        "skip_rows": 1,
        "delimiter": "tab",
        "encoding": "shift_jis",
        "sheet": "March",
        "records": "data.rows",
    }
    found = mapped(**said)
    columns = found.columns
    assert columns["opened_at"].source == "Opened"
    assert columns["opened_at"].or_else == ("Created",)
    assert columns["opened_at"].format == ("%d/%m/%Y",)
    assert columns["first_response_at"].unit == "h:m:s"
    assert columns["status"].codes == {"done": "closed"}
    assert columns["preventable"].codes == {"1": "true"}
    assert columns["preventable"].optional
    assert columns["csat"].codes == {"top": "5"}
    assert columns["csat"].blanks == ("x", "9")
    assert columns["channel"].default == "phone"
    assert columns["resolved_at"].timezone == "Asia/Kolkata"
    assert (found.scales["csat"].satisfied, found.scales["csat"].whole) == (
        (4, 5),
        False,
    )
    (rule,) = found.filters
    assert (rule.source, rule.values, rule.keep) == ("Type", ("test", "1"), False)
    assert (found.timezone, found.header_rows, found.skip_rows) == (
        "Europe/London",
        2,
        1,
    )
    assert (found.delimiter, found.encoding) == ("\t", "shift_jis")
    assert (found.sheet, found.records) == ("March", "data.rows")


def test_a_column_s_name_alone_says_where_it_comes_from() -> None:
    assert mapped(columns={"opened_at": "Opened"}) == mapped(
        columns={"opened_at": {"source": "Opened"}}
    )


def test_a_preset_fills_what_the_profile_leaves_out() -> None:
    assert mapped(preset="desk") == DESK.mapping


def test_what_the_profile_says_goes_before_its_preset() -> None:
    found = mapped(
        preset="desk", columns={"csat": "Stars"}, filters=[], timezone="Asia/Tokyo"
    )
    assert found.columns["csat"].source == "Stars"
    assert found.columns["opened_at"] == DESK.mapping.columns["opened_at"]
    assert found.scales == DESK.mapping.scales
    assert (found.filters, found.timezone, found.header_rows) == ((), "Asia/Tokyo", 2)


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ({}, "name the column's source, or a default"),
        ({"source": []}, "write one value, or a list"),
        ({"source": "a", "unit": "weeks"}, "allowed are seconds, minutes"),
        ({"source": "a", "codes": {"x": None}}, "write one value, as it stands"),
        ({"source": "a", "fromat": "iso"}, "Did you mean 'format'?"),
        (3, "found the number 3; write a group of keys"),
    ],
)
def test_what_cannot_be_a_column_is_refused_in_plain_words(
    column: object, said: str
) -> None:
    with pytest.raises(InputError, match=re.escape(said)):
        mapped(columns={"opened_at": column})


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ({"columns": {"openned_at": "a"}}, "Did you mean 'opened_at'?"),
        ({"scales": {"nps": {"min": 0, "max": 10}}}, "no column with a scale 'nps'"),
        (
            {"columns": {"status": {"source": "a", "codes": {"x": "gone"}}}},
            "one of open",
        ),
        ({"columns": {"csat": {"source": "a", "codes": {"x": "top"}}}}, "a number"),
        ({"columns": {"reopened": {"source": "a", "codes": {"x": "nan"}}}}, "a number"),
        (
            {"columns": {"preventable": {"source": "a", "codes": {"x": "2"}}}},
            "yes or no",
        ),
        ({"columns": {"closed_at": {"source": "a", "codes": {"x": "2"}}}}, "excluded"),
        ({"preset": "dusk"}, "Did you mean 'desk'?"),
        ({}, "neither columns nor a preset"),
    ],
)
def test_a_mapping_that_means_nothing_is_refused(
    said: dict[str, object], cause: str
) -> None:
    with pytest.raises(InputError, match=re.escape(cause)):
        mapped(**said)


@pytest.mark.parametrize(
    ("layout", "said"),
    [
        ({"delimiter": "; "}, "one character in quotes, such as ';', or tab"),
        ({"encoding": "klingon"}, "an encoding such as windows-1252"),
        ({"header_rows": 0}, "greater than or equal to 1"),
    ],
)
def test_a_layout_that_cannot_be_is_refused(layout: Any, said: str) -> None:
    with pytest.raises(InputError, match=re.escape(said)):
        mapped(columns={"opened_at": "Opened"}, **layout)


def test_a_path_is_looked_for_beside_the_profile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "desk.csv").write_text("Opened\n2026-01-01\n", "utf-8")
    profile = tmp_path / "profile.yaml"
    profile.write_text(
        "organisation: {name: Harbour Bank}\nevidence: [{id: desk, kind: tickets,"
        " source: desk.csv, columns: {opened_at: Opened}}]\n",
        "utf-8",
    )
    monkeypatch.chdir("/")
    found = measured_evidence(read_profile(profile), as_of=date(2026, 11, 21))
    (table,) = found.tables
    assert (table.info.rows, table.info.source) == (1, "desk.csv")


def test_rows_kept_for_later_passes_say_the_same_as_their_source(
    tmp_path: Path,
) -> None:
    rows = [f"2026-01-01,2026-01-0{day},{day},mail" for day in range(1, 10)]
    lines = ["Opened,Closed,Score,Via", *rows, "ragged", "soon,2026-01-01,11,"]
    (tmp_path / "desk.csv").write_text("\n".join(lines), "utf-8")
    columns = {"opened_at": "Opened", "closed_at": "Closed", "csat": "Score"}
    mapping = mapped(columns=columns, scales={"csat": {"min": 1, "max": 5}})
    with connect(tmp_path) as connection:
        options: Any = {"folder": tmp_path, "workspace": tmp_path}
        read = read_table(connection, "desk", "desk.csv", mapping, **options)
        expected = measure(read)
        prepared = prepare_table(connection, "desk", "desk.csv", mapping, **options)
        kept = copied(prepared, tmp_path)
        assert measure(kept) == expected
        numbers = connection.execute('SELECT row_number FROM "desk rows"').fetchall()
    # The row in which a field is missing is no row of the table.
    assert sorted(numbers) == [(number,) for number in range(1, 11)]
    assert kept.info == read.info
    assert sum(kept.info.excluded.values()) == 2
    assert (kept.missing, kept.remarks) == (read.missing, read.remarks)


def test_an_interrupted_query_is_an_interruption() -> None:
    with pytest.raises(KeyboardInterrupt), engine():
        raise RuntimeError("Query interrupted")


def test_the_engine_s_folder_is_gone_when_its_work_is_done() -> None:
    with engine() as (_, workspace):
        assert workspace.is_dir()
    assert not workspace.exists()
