"""English words by which the kit knows good wording: all of them are our own choice."""

from __future__ import annotations

from typing import Final

__all__ = ["BLAME", "ENDINGS", "NORMS", "NO_VERBS"]

NORMS: Final = frozenset({"must", "ought", "shall", "should"})
"""Ours: words of a demand. A title states what is so where practice is good."""

BLAME: Final = frozenset(
    {
        "ashamed",
        "blame",
        "careless",
        "carelessly",
        "disappointing",
        "disappointingly",
        "failed to",
        "fails to",
        "failure to",
        "guilty",
        "ignorant",
        "incompetent",
        "inexcusable",
        "lazy",
        "neglect",
        "neglected",
        "neglects",
        "negligent",
        "obviously",
        "should have",
        "shame",
        "stupid",
        "unfortunately",
        "you did not",
        "you do not",
        "you failed",
        "you have not",
        "your fault",
    }
)
"""Ours: words that accuse. A finding says what is there and what is not."""

NO_VERBS: Final = frozenset(
    {
        *("a", "an", "the", "this", "that", "these", "those", "all", "each", "every"),
        *("any", "some", "no", "none", "both", "more", "most", "less", "fewer"),
        *("i", "you", "he", "she", "it", "we", "they", "there", "here", "one", "two"),
        *("my", "your", "his", "her", "its", "our", "their", "who", "what", "which"),
        *("is", "are", "was", "were", "has", "have", "had", "can", "could", "may"),
        *("might", "must", "shall", "should", "will", "would", "ought", "please"),
        *("about", "after", "as", "at", "because", "before", "but", "by", "for"),
        *("from", "if", "in", "into", "of", "on", "or", "since", "so", "to", "unless"),
        *("until", "when", "where", "whereas", "while", "why", "with", "without"),
        *("also", "always", "and", "better", "ideally", "maybe", "never", "not"),
        *("often", "only", "perhaps", "then", "too", "very", "best", "good", "new"),
        *("company", "customer", "guest", "management", "somebody", "staff"),
    }
)
"""Ours: words with which no advice begins, as none of them is a verb to follow."""

ENDINGS: Final = {
    "ing": frozenset({"bring", "ring", "sing", "spring", "string", "swing", "wring"}),
    "ed": frozenset({"bed", "embed", "exceed", "feed", "heed", "need", "proceed"})
    | frozenset({"seed", "shed", "speed", "succeed", "wed", "weed", "shred"}),
    "ly": frozenset({"ally", "apply", "comply", "fly", "multiply", "rally", "rely"})
    | frozenset({"reply", "supply", "tally"}),
    "tion": frozenset({"auction", "caution", "function", "mention", "position"})
    | frozenset({"question", "ration", "section", "station"}),
    "ment": frozenset({"augment", "cement", "comment", "complement", "document"})
    | frozenset({"experiment", "implement", "supplement"}),
    "ness": frozenset({"harness", "witness"}),
    "ity": frozenset[str](),
}
"""Ours: endings of words that are no verb to follow, and the verbs that end so."""
