"""A slip in a plugin costs its check or the plugin, never the audit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from auditor import (
    Area,
    Check,
    Context,
    Effort,
    Example,
    Outcome,
    Severity,
    Verdict,
    Verification,
    audit,
    bibliography,
    check,
)
from auditor.plugin.collection import Plugins
from auditor.plugin.loading import Plugin
from auditor.renderers import built_in
from auditor.testing import context_with

if TYPE_CHECKING:
    from pathlib import Path

FINE: Verdict = Verdict(Outcome.NOT_MET, "They are not.")


def greeted(given: dict[str, Any], **changes: Any) -> Check:
    """Return a check that gives such a verdict, with its metadata so changed."""

    def guests_are_greeted(context: Context) -> Verdict:
        """A greeting costs nothing."""
        del context
        return replace(FINE, **given)

    metadata: dict[str, Any] = {
        "title": "Guests are greeted",
        "severity": Severity.LOW,
        "effort": Effort.SMALL,
        "verification": Verification.DECLARED,
        "logic": "Met with a greeting.",
        "remedy": "Greet guests.",
        "sources": [bibliography.BROWN],
        "examples": [Example(Outcome.MET, "Any"), Example(Outcome.NOT_MET, "None")],
    }
    return check("HO001", **(metadata | changes))(guests_are_greeted)


@pytest.fixture(scope="module")
def ours() -> Plugins:
    return Plugins.load(["built-in"])


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    path = tmp_path / "profile.yaml"
    path.write_text("organisation: {name: Hotel Mole}\n", "utf-8")
    return path


@pytest.mark.parametrize(
    "slip",
    [
        {"outcome": "mett"},
        {"reason": None},
        {"advice": 3},
        {"where": "/feedback"},
        {"where": (3,)},
        {"answered_by": "feedback"},
        {"share": "half"},
        {"verified_by": "a word"},
        {"measures": ("nps",)},
        {"rooms": "none"},
    ],
    ids=str,
)
def test_a_verdict_that_is_none_is_a_check_that_failed(
    slip: dict[str, Any], ours: Plugins, profile: Path
) -> None:
    area = Area("hospitality", "Hospitality", "Guests.", 0, (greeted(slip),))
    installed = (*ours.installed, Plugin("hotels", "hotels", "1", areas=(area,)))
    report = audit(profile, plugins=Plugins(installed), as_of=date(2026, 11, 21))
    (found,) = (each for each in report.findings if each.check == "HO001")
    assert found.outcome is Outcome.ERROR
    assert found.reason.startswith("The check failed: ")
    assert report.incomplete
    assert built_in()["json"].render(report)


def test_a_plain_word_is_what_it_names() -> None:
    made = greeted({"outcome": "partly_met"}, severity="high", effort="large")
    assert (made.severity, made.effort) == (Severity.HIGH, Effort.LARGE)
    verdict = made.judge(context_with(made, {}))
    assert verdict.outcome is Outcome.PARTLY_MET


@pytest.mark.parametrize(
    ("slip", "told"),
    [
        ({"severity": "hihg"}, "'hihg' is not a valid Severity"),
        ({"effort": None}, "None is not a valid Effort"),
        ({"title": 3}, "needs a title"),
        ({"remedy": ""}, "needs a remedy"),
        ({"sources": []}, "needs a source"),
        ({"sources": ["A book"]}, "'A book' is no Source; `auditor.bibliography` has"),
        ({"examples": ["Any"]}, "check 'HO001': 'Any' is no Example"),
        ({"examples": "Any"}, "check 'HO001': 'A' is no Example"),
        ({"parameters": ["met"]}, "check 'HO001': 'met' is no Parameter"),
        ({"needs": "feedback.sources"}, r"takes a list of texts, such as \['feedback"),
        ({"reads": "feedback"}, "reads takes a list of texts"),
        ({"logic": "Met from {met}."}, "'met', which is no parameter; there are none"),
    ],
    ids=str,
)
def test_a_check_that_could_not_be_judged_or_told_is_not_made(
    slip: dict[str, Any], told: str
) -> None:
    with pytest.raises((TypeError, ValueError), match=told):
        greeted({}, **slip)


@pytest.mark.parametrize("weight", ["10", -1, float("nan"), float("inf"), None])
def test_an_area_has_a_weight_that_can_be_counted(weight: Any) -> None:
    with pytest.raises(ValueError, match="a weight is a number from 0"):
        Area("hospitality", "Hospitality", "Guests.", weight, (greeted({}),))


def test_an_area_holds_checks_and_says_how_one_is_made() -> None:
    checks: Any = (greeted({}).judge,)
    with pytest.raises(TypeError, match=r"is no Check; make one with @check"):
        Area("hospitality", "Hospitality", "Guests.", 0, checks)
