"""What comparisons say to people: sums as shown, harmless texts, one page each."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from auditor.comparison import Cause, Change, compare, history, what_if
from auditor.finding import Outcome
from auditor.renderers.figures import points
from auditor.renderers.html import HtmlRenderer
from auditor.renderers.markdown.outlines import markdown_of
from auditor.renderers.over_time.comparison import comparison_outline, tally
from auditor.renderers.over_time.history import history_outline
from auditor.renderers.over_time.text import text_of
from auditor.renderers.over_time.what_if import what_if_outline
from auditor.renderers.over_time.words import (
    CAUSES,
    CHANGES,
    added_up,
    headline,
    share_of,
)
from auditor.renderers.view.waterfall import BOTTOM, TOP, waterfall
from tests.comparison.editions import edition, editions, finding
from tests.renderers.compared import compared_report, hostile
from tests.renderers.reports import full_report

if TYPE_CHECKING:
    from auditor.comparison import Edition
    from auditor.renderers.over_time.outline import Outline

MET, NOT_MET = Outcome.MET, Outcome.NOT_MET
SHOWN = re.compile(r"[+\N{MINUS SIGN}]?[0-9.]+")
FIGURE = re.compile(r"[+\N{MINUS SIGN}]?[0-9]+\.[0-9]")


def decimal(shown: str) -> Decimal:
    assert SHOWN.fullmatch(shown), shown
    return Decimal(shown.replace("\N{MINUS SIGN}", "-"))


def test_every_cause_and_change_has_words() -> None:
    assert CAUSES.keys() == set(Cause)
    assert CHANGES.keys() == set(Change)


@given(editions(), editions())
def test_the_parts_add_up_as_they_are_shown(old: Edition, new: Edition) -> None:
    found = compare(old, new)
    if found.split is None:
        return
    shown = sum(decimal(share_of(part)) for part in found.split.parts)
    assert shown == Decimal(points(new.stated)) - Decimal(points(old.stated))


@given(editions(), editions())
def test_the_points_of_findings_are_led_to_the_change(
    old: Edition, new: Edition
) -> None:
    found = compare(old, new)
    told = added_up(found)
    changed = [one for one in found.findings if one.change is not Change.UNCHANGED]
    if not told:
        moved = sum(one.points for one in changed)
        change = found.split.points if found.split else moved
        assert abs(moved - change) < 0.2, "nothing else moved a tenth"
        return
    *shown, total = (decimal(figure) for figure in FIGURE.findall(told))
    assert sum(shown) == total
    assert total == Decimal(points(new.stated)) - Decimal(points(old.stated))


@given(editions(), editions())
def test_the_drawing_keeps_within_its_frame(old: Edition, new: Edition) -> None:
    drawn = waterfall(compare(old, new))
    if drawn is None:
        return
    bars = drawn["bars"]
    assert isinstance(bars, list)
    for bar in bars:
        assert bar["y"] >= TOP
        assert bar["y"] + bar["height"] <= BOTTOM + 1
        assert 0 <= bar["x"] < bar["right_end"] <= 680


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        (
            (NOT_MET, MET),
            (MET, MET),
            "The score rose from 50.0 to 100.0; +50.0 came from what the org",
        ),
        (
            (MET, MET),
            (NOT_MET, MET),
            "The score fell from 100.0 to 50.0; \N{MINUS SIGN}50.0 came from",
        ),
        ((MET, NOT_MET), (NOT_MET, MET), "The score stands at 50.0, as before"),
        ((Outcome.NOT_ASSESSED,), (MET,), "There is no score at both ends to compare"),
    ],
)
def test_the_headline_says_what_happened(
    before: tuple[Outcome, ...], now: tuple[Outcome, ...], expected: str
) -> None:
    def of(outcomes: tuple[Outcome, ...], profile: str) -> Edition:
        findings = [finding(f"JC00{n}", outcome) for n, outcome in enumerate(outcomes)]
        return edition(findings, profile_sha256=profile)

    assert headline(compare(of(before, "aa"), of(now, "bb"))).startswith(expected)


def outlines() -> list[Outline]:
    found = hostile()
    several = history([found.old, found.new, replace(found.old, as_of=found.new.as_of)])
    return [
        comparison_outline(found),
        history_outline(several),
        what_if_outline(what_if(found.old)),
    ]


def test_nothing_from_a_result_commands_a_terminal() -> None:
    for outline in outlines():
        text = text_of(outline, 80)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_no_reason_of_a_past_audit_is_shown() -> None:
    """Results keep them in English alone, whatever the language of a comparison."""
    old, new = (
        edition(
            [
                replace(
                    finding("JC001", outcome), reason="A quay.", advice="Mend quays."
                )
            ],
            as_of=date(year, 1, 1),
        )
        for year, outcome in ((2026, NOT_MET), (2027, MET))
    )
    for outline in (
        comparison_outline(compare(old, new)),
        history_outline(history([old, new])),
        what_if_outline(what_if(old)),
    ):
        assert "quay" not in text_of(outline, 100)


def test_nothing_from_a_result_is_more_than_text_in_markdown() -> None:
    for outline in outlines():
        page = MarkdownIt("gfm-like", {"linkify": False}).render(markdown_of(outline))
        for sign in ("<script", "<img", "href", "<em>"):
            assert sign not in page


@pytest.mark.parametrize("width", [40, 80, 120])
def test_text_keeps_to_its_columns(width: int) -> None:
    for outline in (
        comparison_outline(hostile()),
        what_if_outline(what_if(hostile().old)),
    ):
        assert max(map(len, text_of(outline, width).splitlines())) <= width


def test_the_tally_names_what_stands_worse() -> None:
    old = edition([finding("JC001"), finding("JC002")])
    new = edition([finding("JC001", NOT_MET), finding("JC002")], profile_sha256="ee")
    told = tally(compare(old, new))
    assert told == (
        "1 new, 1 unchanged. 1 criterion stands worse, and not by another rubric or "
        "tool: JC001."
    )


def test_a_report_that_compares_has_two_more_pages_and_escapes_them() -> None:
    page = HtmlRenderer().render(compared_report()).decode()
    assert '<section id="comparison" class="page">' in page
    assert '<section id="changes" class="page">' in page
    assert "<script>alert" not in page
    assert 'href="#comparison"' in page
    plain = HtmlRenderer().render(full_report()).decode()
    assert "waterfall" not in plain


def test_a_report_links_only_to_findings_that_it_has() -> None:
    found = compare(edition([finding("ZZ999", NOT_MET)]), edition([finding("JC001")]))
    page = HtmlRenderer().render(replace(full_report(), comparison=found)).decode()
    assert 'href="#check-JC001"' in page
    assert 'href="#check-ZZ999"' not in page
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert targets <= set(re.findall(r'id="([^"]+)"', page))
