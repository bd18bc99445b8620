"""The words of pages side by side; lines may break elsewhere."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import islice
from typing import TYPE_CHECKING, Final

from auditor.renderers.plain import short
from auditor.verification.report_file import DamagedError
from auditor.verification.statement import Part, disagrees, open_

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from auditor.verification.report_file import ReportFile
    from auditor.verification.statement import Statement

__all__ = ["in_words", "words_apart"]

MOST_TOLD: Final = 3
"""Ours: places at which words are told."""
LONGEST: Final = 90
"""Ours: characters of one difference."""
FIGURE: Final = re.compile(r"[+\u2212-]?[0-9][0-9.,]*%?")
"""A word that is a figure."""
MOST_WORDS: Final = 2_000
"""Ours: words that are put side by side at once; a page has some 600."""


def words_apart(found: Sequence[str], expected: Sequence[str]) -> list[tuple[str, str]]:
    """Return the first places at which words differ: as found, and as expected.

    Words that nobody can see, of control characters alone, show no difference.
    """
    found, expected = found[:MOST_WORDS], expected[:MOST_WORDS]
    matcher = SequenceMatcher(None, found, expected, autojunk=False)
    apart = [
        (_joined(found[start:end]), _joined(expected[begin:stop]))
        for kind, start, end, begin, stop in matcher.get_opcodes()
        if kind != "equal"
    ]
    return [pair for pair in apart if pair[0] != pair[1]][:MOST_TOLD]


def in_words(file: ReportFile, fresh: ReportFile) -> Iterator[Statement]:
    """Yield how the words of a whole report stand to those printed now.

    For a report that was laid out with other fonts, or by another WeasyPrint: its
    pages break elsewhere, so neither they nor their numbers can be compared.
    """
    try:
        ours, theirs = _all_words(file), _all_words(fresh)
    except DamagedError as error:
        yield disagrees(Part.PAGES, f"{error}.")
        return
    pages = max(len(file.pages), len(fresh.pages))
    strange = [*islice(_strangers(ours, theirs, pages), MOST_TOLD)]
    lacking = [*islice(_strangers(theirs, ours, pages), MOST_TOLD)]
    for word in strange:
        text = f"The word {_joined([word])!r} stands nowhere in what the audit gives."
        yield disagrees(Part.PAGES, text, "", word)
    for word in lacking:
        text = f"The word {_joined([word])!r} of the audit stands on no page."
        yield disagrees(Part.PAGES, text, "", "", word)
    if not strange and not lacking:
        text = (
            "The pages were laid out with other fonts, or another WeasyPrint, than "
            "are here. Their words are those that the profile gives; their order, "
            "drawings and page numbers were not compared."
        )
        yield open_(Part.PAGES, text)


def _all_words(file: ReportFile) -> list[str]:
    return [word for page in range(len(file.pages)) for word in file.words(page)]


def _strangers(
    words: Iterable[str], others: Sequence[str], pages: int
) -> Iterator[str]:
    """Yield the words that the other report does not have.

    Long words break anywhere, so a word may be a part of one; a figure may not. Small
    whole numbers may be those of pages.
    """
    known, text = set(others), "".join(others)
    for word in dict.fromkeys(words):
        if (
            word not in known
            and not (word.isdecimal() and len(word) <= LONGEST and int(word) <= pages)
            and (FIGURE.fullmatch(word) or word not in text)
        ):
            yield word


def _joined(words: Sequence[str]) -> str:
    return short(" ".join(words), LONGEST)
