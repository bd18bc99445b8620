"""Every text that a check gives can be said in another language."""

from __future__ import annotations

from auditor.testing import judged
from auditor.translation import Language, Message
from auditor_department_ownership.executive_sponsor import sponsor_is_at_the_top
from auditor_feedback_loop.sketches import feedback, numbered
from auditor_feedback_loop.theme_actions import top_themes_have_actions

GERMAN = Language(
    "de",
    {
        "An improvement with an owner and a date answers {number} of {themes}.": (
            "{number} von {themes:n} Themen beantwortet eine Verbesserung."
        ),
        "Not answered: {themes}.": "Offen: {themes}.",
        "{name} (no improvement)": "{name} (keine Verbesserung)",
        "{start} and {last}": "{start} und {last}",
        "{number:,} more": "{number:,} weitere",
    },
)


def test_a_verdict_is_said_in_german_with_the_organisations_own_words() -> None:
    themes = numbered("t", *({"name": f"{{having}} {n}"} for n in range(5)))
    reason = judged(
        top_themes_have_actions, feedback(themes=themes, improvements=[])
    ).reason
    assert isinstance(reason, Message)
    assert reason.said_in(GERMAN) == (
        "0 von 5 Themen beantwortet eine Verbesserung. Offen: "
        "{having} 0 (keine Verbesserung), {having} 1 (keine Verbesserung), "
        "{having} 2 (keine Verbesserung) und 2 weitere."
    )


def test_braces_in_the_organisations_words_are_no_placeholders() -> None:
    patch = {"governance": {"executive_sponsor": {"role": "{gaps} {"}}}
    reason = judged(sponsor_is_at_the_top, patch).reason
    assert reason == ("The sponsor is the {gaps} {, at the top, with an objective.")
