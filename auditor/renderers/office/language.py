"""The language of a document, as office programs name it: with a country."""

from __future__ import annotations

from babel.core import get_global

from auditor.translation import spoken_language

__all__ = ["document_language"]


def document_language() -> str:
    """Return the tag of the language that is spoken, with the likeliest country.

    Office programs spell by country: they know `de-DE`, and few of them `de`.
    """
    tag = spoken_language().tag
    likely = get_global("likely_subtags").get(tag, "")
    return f"{tag}-{likely.rpartition('_')[-1]}" if likely else tag
