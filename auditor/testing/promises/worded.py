"""Texts are sentences, titles state good practice, advice begins with a verb.

And nobody is blamed: what can be told of English by its words alone. The lists are ours
(`words`), and an organisation's own words are not judged.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from auditor.testing.judging import verdicts
from auditor.testing.promises.messages import messages_in
from auditor.testing.promises.words import BLAME, ENDINGS, NO_VERBS, NORMS
from auditor.translation import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.checks import Check

__all__ = ["of_sentence", "of_title", "wording_is_good"]

LONGEST_TITLE: Final = 70
"""Ours: characters of a title that a table shows on a line."""
SHORTEST_TITLE: Final = 3
"""Ours: words without which a title states nothing."""
WORD: Final = re.compile(r"[a-z]+(?:['’-][a-z]+)*")
STARTS: Final = "“\"'`("
"""Marks with which a sentence may begin."""


def wording_is_good(check: Check) -> Iterator[str]:
    """Yield for each text of a check what could be said better."""
    yield from of_title(check.title)
    for part, text in (("why", check.why), ("logic", check.explain())):
        yield of_sentence(part, text)
    yield of_sentence("remedy", check.remedy)
    yield _of_advice("remedy", check.remedy)
    yield from (_of_blame(text) for text in (check.why, check.logic, check.remedy))
    for example, verdict in verdicts(check):
        where = f"on “{example.title}”"
        yield of_sentence(f"reason {where}", verdict.reason)
        yield from map(_of_blame, _own_words(verdict.reason))
        if verdict.advice:
            yield of_sentence(f"advice {where}", verdict.advice)
            yield _of_advice(f"advice {where}", verdict.advice)
            yield from map(_of_blame, _own_words(verdict.advice))


def of_title(title: str) -> Iterator[str]:
    """Yield what could be said better in a title, each once; empty what could not."""
    words = WORD.findall(title.lower())
    faults = {
        "begins with a small letter": title[:1].islower(),
        "ends with a full stop, and is no sentence of a text": title.endswith("."),
        "asks, and states no good practice": title.endswith("?"),
        f"is longer than {LONGEST_TITLE} characters": len(title) > LONGEST_TITLE,
        "is too short to state a good practice": len(words) < SHORTEST_TITLE,
        "demands, and does not state what is so": bool(NORMS & {*words}),
    }
    for fault, found in faults.items():
        yield f"The title “{title}” {fault}." if found else ""
    yield _of_blame(title)


def of_sentence(part: str, text: str) -> str:
    """Return why a text is no sentence; nothing if it is one.

    Args:
        part: What the text is, such as `why` or `reason on “No profile”`.
        text: The text.
    """
    start = text.lstrip(STARTS)[:1]
    if not text.strip():
        return f"The {part} says nothing."
    if start.islower():
        return f"The {part} does not begin as a sentence: {text}"
    if not text.endswith((".", "?", "!", ".”", ".)")):
        return f"The {part} does not end as a sentence: {text}"
    if "  " in text:
        return f"The {part} has two spaces where one belongs: {text}"
    return ""


def _of_advice(part: str, text: str) -> str:
    """Return what is wrong where the first word is surely no verb to follow."""
    first = next(iter(WORD.findall(text.lower())), "")
    ending = next((end for end in ENDINGS if first.endswith(end)), "")
    no_verb = first in NO_VERBS or (ending and first not in ENDINGS[ending])
    return f"The {part} does not begin with a verb: {text}" if no_verb else ""


def _of_blame(text: str) -> str:
    words = f" {' '.join(WORD.findall(text.lower()))} "
    found = sorted(word for word in BLAME if f" {word} " in words)
    return f"The word “{found[0]}” blames: {text}" if found else ""


def _own_words(text: str) -> Iterator[str]:
    """Yield what a check says in its own words, without those of the organisation."""
    if isinstance(text, Message):
        for message in messages_in(text):
            yield message.template
            yield message.many
    else:
        yield text
