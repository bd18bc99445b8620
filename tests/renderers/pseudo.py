"""A language in which everything that was said shows: it stands between brackets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import astuple, replace
from typing import TYPE_CHECKING, Final

from auditor.bibliography import BROWN, ISO_10004
from auditor.renderers import measured
from auditor.renderers.plain import plain
from auditor.renderers.said_and_shown import confronted
from auditor.renderers.view import view_of
from auditor.translation import Language, speaking
from tests.renderers.compared import hostile
from tests.renderers.engagements import engaged
from tests.renderers.reports import evidenced_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.report import Report

__all__ = ["OWN_WORDS", "PSEUDO", "said_elsewhere", "spoken_report", "unsaid"]

SOURCES: Final = (BROWN, ISO_10004)
OWN_WORDS: Final = ("Own words.", "cxaudit", "profile.yaml", "Northlight", "Ours 1")
WORD: Final = re.compile(r"\b[^\W\d_]{2,}\b")


class _Texts(Mapping[str, str]):
    """Has every text, in brackets."""

    def __getitem__(self, text: str) -> str:
        return f"⟦{text}⟧" if text else ""

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


class _Plurals(Mapping[tuple[str, str], tuple[str, ...]]):
    """Has every text that a number decides, in brackets."""

    def __getitem__(self, forms: tuple[str, str]) -> tuple[str, ...]:
        return tuple(f"⟦{form}⟧" for form in forms)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(())

    def __len__(self) -> int:
        return 0


PSEUDO: Final = Language(
    "de-AT",
    _Texts(),
    _Plurals(),
    decimal=",",
    group=".",
    day=lambda day, _: day.isoformat(),
)
"""A language that says everything, and writes numbers otherwise than English."""


def spoken_report() -> Report:
    """Return a report that has everything, to be written in the pseudo-language."""
    report = engaged(evidenced_report("Own words."), words="Own words.")
    return replace(report, comparison=hostile("Own words."), language=PSEUDO)


def said_elsewhere(report: Report) -> set[str]:
    """Return what is the organisation's own, and what modules give that all share."""
    with speaking(PSEUDO):
        rows = [tuple(map(str, astuple(row)[:-1])) for row in confronted(report)]
        figures = [
            text
            for m in report.evidence.measures
            for text in (measured.name(m), measured.called(m), measured.group(m))
        ]
        seen = set(_texts(view_of(report)))
    works = [t for w in SOURCES for t in (w.author, w.title, w.address)]
    own = {*OWN_WORDS, *figures, *works, *(text for row in rows for text in row)}
    own |= {report.rubric.digest(), report.subject.sha256}
    known = {plain(text) for text in own | seen}
    begun = {text[:1].upper() + text[1:] for text in known}
    return known | begun | {text.lower() for text in known}


def _texts(view: object) -> Iterator[str]:
    """Yield every text of a view."""
    if isinstance(view, str):
        yield view
    elif isinstance(view, Mapping):
        for value in view.values():
            yield from _texts(value)
    elif isinstance(view, list):
        for value in view:
            yield from _texts(value)


def unsaid(text: str, known: Iterable[str] = ()) -> list[str]:
    """Return the words of a text that nobody said.

    Args:
        text: Any text; one that is cut in the middle of what was said ends it.
        known: Texts that need not be said, or are said by others.
    """
    without = text
    for other in sorted(filter(None, known), key=len, reverse=True):
        without = without.replace(other, " ")
    depth, kept = 0, []
    for char in without:
        depth += (char == "⟦") - (char == "⟧" and depth > 0)
        kept.append(" " if depth or char == "⟧" else char)
    return WORD.findall("".join(kept))
