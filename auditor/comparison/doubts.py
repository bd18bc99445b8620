"""What two editions cannot tell apart, said plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.comparison.cause import Cause
from auditor.translation import Message, either, message, plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.comparison.cause import JudgedAgain
    from auditor.comparison.edition import Edition
    from auditor.comparison.split import Split

__all__ = ["doubts"]


def doubts(
    old: Edition, new: Edition, split: Split | None, again: JudgedAgain
) -> tuple[Message, ...]:
    """Return what cannot be told apart, in whole sentences."""
    if split is None:
        return (
            message(
                "One of the two has no score, so there is no change to take apart."
            ),
        )
    return tuple(_doubts(old, new, split, again))


def _doubts(
    old: Edition, new: Edition, split: Split, again: JudgedAgain
) -> Iterator[Message]:
    if again.ruled:
        yield from _not_again(old, new, again)
    elif _judged_otherwise(old, new):
        yield message(
            "The old profile was not judged again. Where profile or evidence changed "
            "too, a verdict that another rubric or tool may have turned cannot be told "
            "apart."
        )
    profile_changed = old.profile_sha256 != new.profile_sha256
    if not again.aged and old.as_of != new.as_of and profile_changed:
        yield message(
            "What merely grew old or fell due counts as the organisation's change."
        )
    yield from _unclear(split)


def _judged_otherwise(old: Edition, new: Edition) -> bool:
    """Whether another rubric or another tool judged."""
    return (old.version, old.rubric_sha256) != (new.version, new.rubric_sha256)


def _not_again(old: Edition, new: Edition, again: JudgedAgain) -> Iterator[Message]:
    """Say what could not be judged again, though the old profile could."""
    asked = {finding.check for finding in new.findings} - again.ruled.keys()
    missing = sum(f.scored and f.check in asked for f in old.findings)
    if missing:
        yield plural(
            "{n:,} finding rests on tables of the old audit that are not at hand, or "
            "not as they were, and could not be judged again.",
            "{n:,} findings rest on tables of the old audit that are not at hand, or "
            "not as they were, and could not be judged again.",
            missing,
        )


def _unclear(split: Split) -> Iterator[Message]:
    """Say which causes cannot be told apart, and in how many findings."""
    unclear = [step for step in split.steps if step.cause is Cause.UNCLEAR]
    for between in sorted({step.between for step in unclear}):
        number = sum(step.between == between for step in unclear)
        if not between:
            yield plural(
                "{n:,} verdict changed though nothing that the results name did.",
                "{n:,} verdicts changed though nothing that the results name did.",
                number,
            )
            continue
        yield plural(
            "{n:,} verdict may have changed by {causes}: the results cannot tell.",
            "{n:,} verdicts may have changed by {causes}: the results cannot tell.",
            number,
            causes=either(_NAMES[cause] for cause in between),
        )


_NAMES = {
    Cause.RUBRIC: message("the rubric or the tool"),
    Cause.TIME: message("time"),
    Cause.ORGANISATION: message("the profile"),
    Cause.EVIDENCE: message("the evidence"),
}
