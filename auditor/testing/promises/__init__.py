"""What every check owes those who read its findings, and how each is tried."""

from __future__ import annotations

from typing import Final

from auditor.testing.promise import Promise
from auditor.testing.promises.attributed import what_moves_it_is_declared
from auditor.testing.promises.exampled import (
    examples_are_true,
    silence_is_held_against_nobody,
)
from auditor.testing.promises.messages import texts_are_messages
from auditor.testing.promises.monotonic import more_of_the_good_is_no_worse
from auditor.testing.promises.placed import findings_have_places
from auditor.testing.promises.pure import same_again, touches_nothing_else
from auditor.testing.promises.sourced import sources_are_present
from auditor.testing.promises.worded import wording_is_good

__all__ = ["PROMISES"]

PROMISES: Final = (
    Promise(
        "examples",
        "It says of every example what the example promises.",
        examples_are_true,
    ),
    Promise(
        "silence",
        "What a profile does not say is held against nobody.",
        silence_is_held_against_nobody,
    ),
    Promise(
        "places",
        "Findings point into the profile; what is not assessed names the key to fill.",
        findings_have_places,
    ),
    Promise(
        "determinism",
        "The same profile gives the same verdict: again, in any order and process.",
        same_again,
    ),
    Promise(
        "purity",
        "It touches no clock, chance, file, network or state of its own.",
        touches_nothing_else,
    ),
    Promise(
        "mutation",
        "Where one field or one table changes, it moves only if that is declared.",
        what_moves_it_is_declared,
    ),
    Promise(
        "monotonicity",
        "More of the good never lowers what is earned.",
        more_of_the_good_is_no_worse,
        "two examples that differ in one thing alone, with something in between",
    ),
    Promise(
        "wording",
        "The title states good practice, texts are sentences, advice begins with a "
        "verb, and nobody is blamed.",
        wording_is_good,
    ),
    Promise(
        "sources",
        "Works stand behind the criterion, and a work or a mark behind thresholds.",
        sources_are_present,
    ),
    Promise(
        "messages",
        "Reasons and advice are messages that translators find, with no gap in them.",
        texts_are_messages,
    ),
)
"""The promises, in the order in which they are tried."""
