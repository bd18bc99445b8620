"""What reports say, in other languages than English.

Checks and measures make a `message` (one with a number: a `plural`; several of them:
`sentences`). Renderers `say` it in the language that the report is written in.
"""

from __future__ import annotations

from auditor.translation.language import (
    ENGLISH,
    Language,
    speaking,
    spoken_language,
)
from auditor.translation.lists import either, listed, together
from auditor.translation.message import Message, declared, message, plural, sentences
from auditor.translation.saying import labelled, say, say_plural, written
from auditor.translation.times import length_in_words

__all__ = [
    "ENGLISH",
    "Language",
    "Message",
    "declared",
    "either",
    "labelled",
    "length_in_words",
    "listed",
    "message",
    "plural",
    "say",
    "say_plural",
    "sentences",
    "speaking",
    "spoken_language",
    "together",
    "written",
]
