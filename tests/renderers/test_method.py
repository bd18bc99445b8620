"""The pages of method: thresholds as people read them."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from auditor.bibliography import OURS
from auditor.parameter import Parameter, Unit
from auditor.plugin.collection import Plugins
from auditor.renderers.view.method import method
from tests.findings import RUBRIC
from tests.renderers.reports import empty_report

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
    share, months = cast("list[dict[str, str]]", method(report)["thresholds"])
    assert (share["value"], share["changed"]) == (value, changed)
    assert months["value"] == "12"
