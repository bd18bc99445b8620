"""Examples are true, show what a check gives, and silence is held against nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.finding import Outcome
from auditor.profile.organisation import Organisation
from auditor.profile.profile import Profile
from auditor.testing.judging import asked, context_with, failure, said_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.checks import Check
    from auditor.example import Example
    from auditor.finding import Verdict

__all__ = ["examples_are_true", "silence_is_held_against_nobody"]

SILENCE: Final = dict.fromkeys(Profile.model_fields) | {
    "organisation": dict.fromkeys(set(Organisation.model_fields) - {"name"})
}
"""The patch that leaves of a profile nothing but the organisation's name."""
UNJUDGED: Final = frozenset({Outcome.NOT_ASSESSED, Outcome.NOT_APPLICABLE})


def examples_are_true(check: Check) -> Iterator[str]:
    """Yield for each example whether the check says what it promises."""
    titles = set()
    for example, (said, _) in zip(check.examples, said_of(check), strict=True):
        if isinstance(said, BaseException):
            yield f"It fails on “{example.title}”: {failure(said)}"
        elif (said.outcome, said.contradicted) != (
            example.outcome,
            example.contradicted,
        ):
            yield (
                f"“{example.title}” promises {_words(example)}, "
                f"and the check says {_words(said)}: {said.reason}"
            )
        elif example.title in titles:
            yield f"Two examples are called “{example.title}”."
        else:
            yield ""
        titles.add(example.title)


def silence_is_held_against_nobody(check: Check) -> Iterator[str]:
    """Yield whether a profile that says nothing is left unjudged, and asked."""
    said = asked(check, context_with(check, SILENCE))
    if isinstance(said, BaseException):
        yield f"It fails on a profile that says nothing: {failure(said)}"
    elif said.outcome not in UNJUDGED:
        yield f"Of a profile that says nothing it says {_words(said)}."
    elif said.outcome is Outcome.NOT_ASSESSED and not said.answered_by:
        yield "Of a profile that says nothing it does not say which key would answer."
    else:
        yield ""


def _words(said: Verdict | Example) -> str:
    contradicted = ", contradicted" if said.contradicted else ""
    return f"{said.outcome.replace('_', ' ')}{contradicted}"
