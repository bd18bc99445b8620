"""The pages of method: thresholds as people read them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from auditor.bibliography import OURS
from auditor.departures import departures
from auditor.evidence.limits import USUAL_TARGETS, Limits, ResponseTarget
from auditor.parameter import Parameter, Unit
from auditor.plugin.collection import Plugins
from auditor.renderers.html import HtmlRenderer
from auditor.renderers.markdown import MarkdownRenderer
from auditor.renderers.view.method import method
from tests.findings import AREAS, RUBRIC
from tests.renderers.reports import empty_report, evidenced_report

CHECK = replace(
    Plugins.load().checks["JC004"],
    logic="",
    parameters=(
        Parameter("met", 0.95, Unit.SHARE, "share that is met", OURS),
        Parameter("window", 12, Unit.MONTHS, "months looked at", OURS),
    ),
)


@pytest.mark.parametrize(
    ("set_to", "value", "changed"),
    [({}, "95 %", ""), ({"met": 0.8}, "80 %", "set by this rubric; usually 95 %")],
)
def test_a_share_is_printed_as_a_percentage(
    set_to: dict[str, float], value: str, changed: str
) -> None:
    rubric = replace(RUBRIC, parameters={CHECK.id: set_to})
    report = replace(empty_report(), rubric=rubric, checks={CHECK.id: CHECK})
    (row,) = cast("list[dict[str, Any]]", method(report)["thresholds"])
    assert row["check"] == CHECK.id
    share, months = row["bounds"]
    assert (share["value"], share["changed"]) == (value, changed)
    assert months["value"] == "12"


def test_whose_a_threshold_is_stands_beside_it_unless_it_is_ours() -> None:
    own, theirs = CHECK.parameters
    work = CHECK.sources[0]
    check = replace(CHECK, parameters=(own, replace(theirs, source=work)))
    report = replace(empty_report(), checks={check.id: check})
    (row,) = cast("list[dict[str, Any]]", method(report)["thresholds"])
    share, months = row["bounds"]
    assert (share["source"], share["ours"]) == (None, "")
    assert work.author in months["source"]["text"]
    page = HtmlRenderer().render(report).decode()
    assert "is our judgement where no source stands beside it" in page


def test_limits_are_told_with_their_owner_where_tables_were_measured() -> None:
    due = {**USUAL_TARGETS, "mobile_app": ResponseTarget(8, working=True)}
    rubric = replace(RUBRIC, limits=Limits(contact_hours=24, first_response=due))
    assert method(replace(empty_report(), rubric=rubric))["limits"] == []
    report = replace(evidenced_report(), rubric=rubric)
    rows = cast("list[dict[str, Any]]", method(report)["limits"])
    by_name = {row["name"]: row for row in rows}
    contact, outcome = by_name["contact_hours"], by_name["outcome_days"]
    assert (contact["value"], contact["source"]["text"]) == ("24", "CustomerGauge")
    assert contact["changed"] == "set by this rubric; usually 48"
    assert (outcome["ours"], outcome["changed"]) == ("Our judgement", "")
    assert by_name["first_response.chat"]["value"] == "60 s"
    app = by_name["first_response.mobile_app"]
    assert app["value"] == "8 h of working time"
    assert app["changed"] == "set by this rubric; usually none"


def test_markdown_tells_the_limits_that_are_not_the_usual_ones() -> None:
    rubric = replace(RUBRIC, limits=Limits(contact_hours=24))
    set_ = departures(rubric, AREAS)
    report = replace(evidenced_report(), rubric=rubric, departures=set_)
    told = MarkdownRenderer().render(report).decode().partition("## Method")[2]
    assert (
        "hours until an unhappy respondent is called: 24; usually 48. "
        "The rubric does not say why."
    ) in told
    assert "outcome_days" not in told
