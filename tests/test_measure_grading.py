"""Figures in words: how they read, and that another language says them its own way."""

from __future__ import annotations

from datetime import date

import pytest

from auditor.checks import Context
from auditor.evidence import Measure
from auditor.evidence.lengths_of_time import length_of_time
from auditor.evidence.limits import Limits
from auditor.finding import Outcome, Verdict
from auditor.measure_grading import graded, measured, shown
from auditor.profile.durations import Duration
from auditor.profile.reading import load_profile_value
from auditor.translation import Language, Message, message, say, speaking

PROFILE = load_profile_value({"organisation": {"name": "Acme"}}).profile
GERMAN = Language(
    "de",
    {
        "{value} (95 % interval {low:,.1f} to {high}, n = {n:,})": (
            "{value} (95-%-Intervall {low:,.1f} bis {high}, n = {n:,})"
        ),
        "{number:,.1f} days": "{number:,.1f} Tage",
        "days": "Tage",
        "Told within {limit}: {figure}.": "{figure} erfuhren es in {limit:n} Tagen.",
        "No table of {kind} is attached.": "Eine Tabelle der {kind} fehlt.",
        "tickets": "Anfragen",
    },
    {
        ("{n:.12g} business day", "{n:.12g} business days"): (
            "{n:.12g} Arbeitstag",
            "{n:.12g} Arbeitstage",
        )
    },
    decimal=",",
    group=".",
)


def figure(value: float | None, unit: str, n: int = 1234) -> Measure:
    low, high = (None, None) if value is None else (value / 2, value * 2)
    return Measure("m", "log", "told", value, n, low, high, unit, "")


def context() -> Context:
    return Context(PROFILE, date(2026, 11, 21), {"met": 0.8, "partly": 0.5})


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        (figure(0.4, "share"), "40.0 % (95 % interval 20.0 to 80.0 %, n = 1,234)"),
        (
            figure(1, "points"),
            "1.0 points (95 % interval 0.5 to 2.0 points, n = 1,234)",
        ),
        (figure(240, "hours"), "10.0 days (95 % interval 5.0 to 20.0 days, n = 1,234)"),
        (figure(2000, "GBP"), "2,000.0 (95 % interval 1,000.0 to 4,000.0, n = 1,234)"),
        (figure(None, "share"), "unknown (n = 1,234)"),
    ],
)
def test_a_figure_is_told_with_its_interval(measure: Measure, words: str) -> None:
    assert shown(measure) == words


def test_a_figure_is_written_as_the_language_writes_it() -> None:
    said = shown(figure(24_000, "hours")).said_in(GERMAN)
    assert said == "1.000,0 Tage (95-%-Intervall 500,0 bis 2.000,0 Tage, n = 1.234)"


def test_a_reason_takes_its_figure_and_limit_along_into_a_language() -> None:
    limit = Limits().worded("outcome_days")
    reason = message("Told within {limit}: {figure}.", limit=limit)
    verdict = graded(context(), figure(0.9, "share"), reason)
    assert verdict.reason == "Told within 30 days: 90.0 % (n = 1,234)."
    with speaking(GERMAN):
        assert say(verdict.reason) == "90,0 % (n = 1.234) erfuhren es in 30 Tagen."


def test_a_reason_that_is_no_message_stays_as_its_author_wrote_it() -> None:
    reason = "Of {x}, {{y}} and { alone: {figure}"
    verdict = graded(context(), figure(0.9, "share"), reason)
    assert verdict.reason == "Of {x}, {{y}} and { alone: 90.0 % (n = 1,234)"
    with speaking(GERMAN):
        assert say(verdict.reason) == verdict.reason


def test_what_is_lacking_is_said_in_the_language() -> None:
    verdict = measured(context(), "tickets", "on_time")
    assert isinstance(verdict, Verdict)
    assert verdict.outcome is Outcome.NOT_ASSESSED
    assert verdict.reason == "No table of tickets is attached."
    assert isinstance(verdict.reason, Message)
    assert verdict.reason.said_in(GERMAN) == "Eine Tabelle der Anfragen fehlt."


@pytest.mark.parametrize(
    ("hours", "words"),
    [(1 / 120, "30 s"), (1.5, "90 min"), (2.04, "2 h"), (924, "38.5 days")],
)
def test_a_length_of_time_has_decimals_only_where_they_tell(
    hours: float, words: str
) -> None:
    assert length_of_time(hours) == words


def test_lengths_of_time_are_said_in_the_language() -> None:
    assert length_of_time(924).said_in(GERMAN) == "38,5 Tage"
    promise = Duration.parse("2.5 business days").words
    assert promise == "2.5 business days"
    assert promise.said_in(GERMAN) == "2,5 Arbeitstage"
