"""A report checked where something is not as it was says what that leaves open."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from auditor.plugin.collection import Plugins
from auditor.renderers import Renderers
from auditor.verification import Given, Part, State, verify
from tests.verification.planting import forged, in_result
from tests.verification.small import ONCE, changed, checked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.verification.small import Small


def test_another_version_is_told_and_pages_show_what_the_report_says(
    small: Small, folder: Path
) -> None:
    def later(result: dict[str, Any]) -> None:
        result["tool"]["version"] = "9.9"

    found = checked(forged(changed(small.pdf, in_result(later))), folder, pages=False)
    assert found.agrees
    (told,) = (each for each in found.statements if each.part is Part.TOOL)
    assert told.state is State.NOT_CHECKED
    assert "made with cxaudit 9.9" in told.text


def test_without_the_plugin_only_the_arithmetic_can_be_checked(
    small: Small, folder: Path
) -> None:
    path = folder / "report.pdf"
    path.write_bytes(small.pdf)
    found = verify(path, Given(), Plugins(()), lambda *_: Renderers({"pdf": ONCE}))
    assert found.agrees
    told = {each.part: each for each in found.with_state(State.NOT_CHECKED)}
    assert "metric_balance" in told[Part.TOOL].text
    assert told[Part.PAGES].text.endswith("as a plugin is missing.")
    assert any(
        "follow from the findings" in each.text
        for each in found.with_state(State.AGREES)
    )


def test_plugins_that_came_later_change_nothing(small: Small, folder: Path) -> None:
    path = folder / "report.pdf"
    path.write_bytes(small.pdf)
    every = Plugins.load()
    found = verify(path, Given(), every, lambda *_: Renderers({"pdf": ONCE}))
    assert found.agrees
    assert not [each for each in found.statements if each.part is Part.TOOL]


def test_a_weight_that_no_rubric_can_have_is_told_and_crashes_nothing(
    small: Small, folder: Path
) -> None:
    result = json.loads(small.result)
    for weight in (-1.0, 1e300):
        result["areas"][0]["weight"] = weight
        found = checked(json.dumps(result).encode(), folder)
        assert any(
            "A weight is negative, or above" in each.text for each in found.statements
        )
