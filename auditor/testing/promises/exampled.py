"""Examples are true, show what a check gives, and silence is held against nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.finding import Outcome, Verdict
from auditor.profile.organisation import Organisation
from auditor.profile.profile import Profile
from auditor.testing.judging import judged, said_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.checks import Check

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
        if isinstance(said, Exception):
            yield f"It fails on “{example.title}”: {type(said).__name__}: {said}."
        elif not isinstance(said, Verdict):
            yield f"It returns no verdict on “{example.title}”."
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
    verdict = judged(check, SILENCE)
    if verdict.outcome not in UNJUDGED:
        yield f"Of a profile that says nothing it says {_words(verdict)}."
    elif verdict.outcome is Outcome.NOT_ASSESSED and not verdict.answered_by:
        yield "Of a profile that says nothing it does not say which key would answer."
    else:
        yield ""


def _words(said: object) -> str:
    outcome, contradicted = (getattr(said, key) for key in ("outcome", "contradicted"))
    return f"{outcome.replace('_', ' ')}{', contradicted' if contradicted else ''}"
