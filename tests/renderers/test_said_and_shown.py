from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from auditor.errors import InputError, Position, Problem
from auditor.evidence import Evidence, Measure, MeasuredTable
from auditor.evidence.measured import Fault
from auditor.renderers.html import HtmlRenderer
from auditor.renderers.json import JsonRenderer
from auditor.renderers.line_ends import with_figures_whole
from auditor.renderers.markdown import MarkdownRenderer
from auditor.renderers.measured import figure, interval, name
from auditor.renderers.terminal import TextRenderer
from auditor.renderers.view.trends import by_month
from tests.renderers.reports import (
    TABLE,
    empty_report,
    evidenced_report,
    full_report,
)

if TYPE_CHECKING:
    from auditor.report import Report

YEAR = date(2025, 12, 1), date(2026, 11, 30)


def section(report: Report, id_: str) -> ET.Element:
    """Return one section of the page, read as strictly as XML is."""
    page = ET.fromstring(HtmlRenderer().render(report))
    return next(each for each in page.iter("section") if each.get("id") == id_)


def text_of(element: ET.Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def rows(element: ET.Element, head: str) -> list[str]:
    """Return the rows of the table whose first heading is this, as texts."""
    tables = (t for t in element.iter("table") if text_of(next(t.iter("th"))) == head)
    return [text_of(row) for row in next(tables).iter("tr")][1:]


def month(value: float, n: int = 60) -> Measure:
    low, high = value - 0.1, value + 0.1
    return Measure("m", "t", "csat", value, n, low, high, "share", "d", {}, "share")


def test_a_claim_stands_beside_its_figure_interval_n_period_and_verdict() -> None:
    part = section(evidenced_report(), "said_and_shown")
    (first,) = rows(part, "Claim")
    for told in (
        "95 %",
        "80.0 %",
        "75.0 to 85.0 %; n = 400",
        "2026-01-02 to 2026-06-30",
        "Contradicted",
        "15.0 points off, outside the 95 % interval.",
        "Said: 95.0 %. Shown: CSAT, satisfied: 80.0 % (95 % interval 75.0 to 85.0 %",
    ):
        assert told in first
    (second,) = rows(part, "Verdict")
    assert "Elsewhere" in second
    assert "No evidence attached" in second


def test_claims_without_a_figure_stand_together_where_the_reason_is_the_same() -> None:
    report = evidenced_report()
    given = report.profile.metrics or ()
    more = (given[-1].model_copy(update={"name": f"Elsewhere {n}"}) for n in (2, 3))
    metrics = (*given, *more)
    profile = report.profile.model_copy(update={"metrics": metrics})
    part = section(replace(report, profile=profile), "said_and_shown")
    (row,) = rows(part, "Verdict")
    assert row.count("No evidence attached") == 1
    for told in ("Elsewhere (", "Elsewhere 2 (", "Elsewhere 3 ("):
        assert told in row


def test_every_format_gives_the_same_verdict() -> None:
    report = evidenced_report()
    told = "1 of 1 claim that could be compared is contradicted"
    for renderer in (HtmlRenderer(), MarkdownRenderer(), TextRenderer()):
        text = " ".join(renderer.render(report).decode().split())
        assert told in text
        assert "75.0 to 85.0 %" in text


@pytest.mark.parametrize(
    "report", [empty_report(), replace(full_report(), evidence=Evidence())]
)
def test_without_tables_two_sentences_say_so_and_nothing_is_drawn(
    report: Report,
) -> None:
    part = section(report, "said_and_shown")
    told = list(part.iter("p"))[1]
    assert text_of(told).count(". ") == 1
    assert "No table of evidence is attached" in text_of(told)
    assert not list(part.iter("svg"))
    assert not list(part.iter("table"))
    page = HtmlRenderer().render(report).decode()
    assert 'id="evidence"' not in page
    for renderer in (MarkdownRenderer(), TextRenderer()):
        text = " ".join(renderer.render(report).decode().split())
        assert "No table of evidence is attached" in text


def test_what_only_the_data_has_is_told_with_its_volume() -> None:
    (row,) = rows(section(evidenced_report("Fax & co"), "said_and_shown"), "What")
    assert "Fax & co (300); phone (45); fax (29)" in row
    assert "1 group too small to be shown" in row
    assert "telex" not in row
    assert "374 31.2 %" in row


def test_a_table_names_its_file_alone_and_its_rows_add_up() -> None:
    report = evidenced_report()
    table = report.evidence.tables[0]
    source = "secret-client/exports/answers.csv"
    info = replace(TABLE, source=source, excluded={"no date": 3, "in the future": 4})
    moved = replace(report.evidence, tables=(replace(table, info=info),))
    part = section(replace(report, evidence=moved), "evidence")
    text = text_of(part)
    assert "answers.csv" in text
    assert "secret-client" not in text
    numbers = {
        text_of(row[0]): int(text_of(row[1]).replace(",", ""))
        for row in part.iter("tr")
        if len(row) == 2 and re.fullmatch(r"[\d,]+", text_of(row[1]))
    }
    left_out = sum(n for told, n in numbers.items() if told.startswith("Left out"))
    assert left_out == 7
    assert numbers["Rows read"] == left_out + numbers["Rows kept"]


def test_what_is_odd_about_a_table_and_which_rows_are_wrong_is_told() -> None:
    report = evidenced_report("Two clocks")
    told = text_of(section(report, "evidence"))
    assert "channel: Two clocks (2 rows)" in told
    assert "Rows that are wrong, left out or kept: 7 (off the scale 7)" in told
    markdown = MarkdownRenderer().render(report).decode()
    assert "- channel: Two clocks (2 rows)" in markdown


def test_tables_that_could_not_be_read_are_named_with_the_reason() -> None:
    part = section(evidenced_report("broken"), "evidence")
    assert "gone tickets" in rows(part, "Table")[0]
    assert "gone.csv: it is gone: broken." in rows(part, "Table")[0]
    for renderer in (HtmlRenderer(), MarkdownRenderer(), JsonRenderer()):
        assert "/client" not in renderer.render(evidenced_report("broken")).decode()
    cover = HtmlRenderer().render(evidenced_report()).decode().partition("<main>")[0]
    assert "1 table of evidence could not be read: gone" in cover
    report = evidenced_report()
    faults = Evidence(faults=report.evidence.faults)
    report = replace(report, evidence=faults)
    told = text_of(section(report, "said_and_shown"))
    assert "No table of evidence could be read" in told


def test_small_groups_are_hidden_and_few_rows_are_not_judged() -> None:
    part = section(evidenced_report("web"), "evidence")
    web, phone, fax = rows(part, "Channel")
    assert "70.0 % 65.0 to 75.0 %, n = 300" in web
    assert "n = 45" in phone
    assert fax == "fax 70.0 % n = 29: not judged"
    assert "telex" not in text_of(part)
    assert "1 group of fewer than 10 rows not shown." in text_of(part)


def test_hundreds_of_groups_do_not_make_hundreds_of_rows() -> None:
    report = evidenced_report()
    table = report.evidence.tables[0]
    groups = [
        replace(month(0.5), id=f"g{n}", by={"stage": f"s{n}"}) for n in range(700)
    ]
    many = replace(table, measures=(*table.measures, *groups))
    part = section(replace(report, evidence=Evidence((many,) * 60)), "evidence")
    assert len(list(part.iter("tr"))) < 900
    assert "689 more groups in the JSON result." in text_of(part)
    assert "48 more tables in the JSON result." in text_of(part)


def test_a_finding_tells_the_figures_that_it_rests_on() -> None:
    page = HtmlRenderer().render(evidenced_report()).decode()
    markdown = MarkdownRenderer().render(evidenced_report()).decode()
    told = "NPS (stage use): 31.2 (95 % interval 28.0 to 34.5, n = 1,197)"
    assert f"<b>Measured</b>{with_figures_whole(told)}" in page
    assert f"- Measured: {told}" in markdown


def test_a_trend_needs_four_whole_months_without_a_gap() -> None:
    months = {f"2026-0{n}": month(0.5) for n in (1, 2, 3, 4)}
    assert by_month(months, *YEAR)
    del months["2026-01"]
    assert by_month(months, *YEAR) is None
    gap = months | {"2025-12": month(0.5), "2026-05": month(0.4)}
    assert by_month(gap, *YEAR)
    gap["2026-04"] = replace(gap["2026-04"], value=None)
    assert by_month(gap, *YEAR) is None


def test_months_in_part_and_with_few_rows_are_outlined_and_joined_to_nothing() -> None:
    every = {f"2026-{n:02}": month(0.5) for n in range(1, 10)}
    every["2026-03"] = month(0.5, 29)
    drawing = by_month(every, date(2026, 1, 9), date(2026, 9, 12))
    assert drawing is not None
    marks = drawing["marks"]
    assert isinstance(marks, list)
    assert [mark["solid"] for mark in marks] == [
        *(False, True, False, True, True, True, True, True, False)
    ]
    lines = drawing["lines"]
    assert isinstance(lines, list)
    assert len(lines) == 4
    assert "2026-01 50.0 % (part of the month)" in str(drawing["says"])


def test_no_line_crosses_a_gap() -> None:
    every = {f"2026-{n:02}": month(0.5) for n in (1, 2, 4, 5, 6, 7)}
    drawing = by_month(every, *YEAR)
    assert drawing is not None
    lines = drawing["lines"]
    assert isinstance(lines, list)
    assert len(lines) == 4


@pytest.mark.parametrize(
    ("unit", "value", "told"),
    [
        ("share", 0.12345, "12.3 %"),
        ("share", -0.05, "\N{MINUS SIGN}5.0 %"),
        ("points", -12.34, "\N{MINUS SIGN}12.3"),
        ("hours", 74 / 3600, "74.0 s"),
        ("hours", 0.5, "30.0 min"),
        ("hours", 50.88, "50.9 h"),
        ("hours", 102.3, "4.3 days"),
        ("rows", 12345, "12,345"),
        ("scale", 4.533, "4.5"),
        ("currency", 12345.6, "12,346"),
    ],
)
def test_a_figure_is_told_in_the_unit_that_suits_it(
    unit: str, value: float, told: str
) -> None:
    assert figure(replace(month(0.5), unit=unit, value=value)) == told


def test_both_ends_of_an_interval_have_one_unit() -> None:
    times = replace(month(0.5), unit="hours", value=0.02, low=0.01, high=1.5)
    assert interval(times) == "0.6 to 90.0 min"


def test_a_measure_is_called_what_people_call_it() -> None:
    times = replace(month(0.5), name="first_response_time", statistic="p90_with_open")
    assert name(times) == "First response time, 90th percentile, open ones counted"
    assert name(month(0.5)) == "CSAT, satisfied"


def test_a_table_without_measures_is_still_described() -> None:
    bare = Evidence((MeasuredTable(TABLE, (), (), ()),))
    part = section(replace(evidenced_report(), evidence=bare), "evidence")
    assert "Rows kept" in text_of(part)


def test_no_folder_of_a_profile_that_is_wrong_is_told() -> None:
    place = Position("/client/profile.yaml", 12, 3)
    wrong = InputError([Problem("There is no column 'x'.", place, "Mend it.")])
    fault = Fault("gone", "tickets", wrong)
    assert fault.reason == "profile.yaml:12:3: There is no column 'x'. Mend it."
