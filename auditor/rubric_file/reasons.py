"""Why a rubric file sets what it sets, and on whose authority."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.bibliography import ALL, OURS, Source
from auditor.bibliography.source import Access
from auditor.rubric import Rationale

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from auditor.profile.document import Document
    from auditor.rubric_file.model import Reason, RubricFile, Work

__all__ = [
    "Keys",
    "departures",
    "rationales",
    "reason_for",
    "reason_for_choice",
    "works_known",
]

Keys = tuple[str, ...]
"""The keys that lead to something in a rubric file."""

DESCRIPTIVE: Final = {
    *("name", "version", "summary", "extends"),
    *("packs", "reasons", "works"),
}
"""Keys that say what the rubric is, and set nothing."""
CHOICES: Final = ("ignore", "select")
"""Keys that choose checks."""
OF_A_RUBRIC: Final = "rubric."
"""What keys of works begin with that a rubric names: none of ours does."""


def departures(said: RubricFile, document: Document) -> Iterator[Keys]:
    """Yield the keys of everything that a rubric file sets."""
    for key, value in document.value.items():
        if key in DESCRIPTIVE:
            continue
        if isinstance(value, list):
            yield from ((key, name) for name in getattr(said, key))
        else:
            yield from _leaves((key,), value)


def reason_for(said: RubricFile, keys: Keys) -> Reason | None:
    """Return why a rubric file sets something, by the longest key with a reason."""
    reasons = said.reasons or {}
    steps = (".".join(keys[:length]) for length in range(len(keys), 0, -1))
    return next((reasons[step] for step in steps if step in reasons), None)


def rationales(
    said: RubricFile,
    document: Document,
    named: Mapping[str, Collection[str]],
    decided: Iterable[str],
) -> dict[str, Rationale | None]:
    """Return all that a rubric file sets, by dotted keys, and why if it says so.

    Args:
        said: What the file says.
        document: Where it says so.
        named: The checks that each name in `select` and `ignore` chooses.
        decided: The checks of which it decides whether they are judged: `select` and
            the id says why.
    """
    reasons = {
        keys: reason_for(said, keys)
        for keys in departures(said, document)
        if keys[0] not in CHOICES
    }
    for check in decided:
        reasons["select", check] = reason_for_choice(said, check, named)
    return {
        ".".join(keys): _rationale(reason, said) if reason else None
        for keys, reason in reasons.items()
    }


def reason_for_choice(
    said: RubricFile, check: str, named: Mapping[str, Collection[str]]
) -> Reason | None:
    """Return why a rubric file has a check judged, or leaves it out.

    Args:
        said: What the file says.
        check: The id of the check.
        named: The checks that each name in `select` and `ignore` chooses.
    """
    for key, names in zip(CHOICES, (said.ignore, said.select), strict=True):
        chosen = [(key, name) for name in names or () if check in named[name]]
        if chosen:
            reasons = (reason_for(said, keys) for keys in chosen)
            return next(filter(None, reasons), None)
    # What is left out without being named is left out by what is selected instead.
    return reason_for(said, ("select",))


def works_known(said: RubricFile) -> dict[str, Source | Work]:
    """Return the works that reasons may rest on: ours, and those of the file."""
    ours: dict[str, Source | Work] = {work.key: work for work in ALL}
    return ours | (said.works or {})


def _rationale(reason: Reason, said: RubricFile) -> Rationale:
    """Return a reason with its work; one that nobody knows is no work."""
    because = reason.because or ""
    if reason.source == OURS:
        return Rationale(OURS, because)
    work = works_known(said).get(reason.source)
    if work is not None and not isinstance(work, Source):
        work = Source(
            f"{OF_A_RUBRIC}{reason.source}",
            work.author,
            work.title,
            None if work.year is None else int(work.year),
            work.address or "",
            work.access or Access.NOT_READ,
        )
    return Rationale(reason.source, because, work)


def _leaves(keys: Keys, value: object) -> Iterator[Keys]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _leaves((*keys, str(key)), part)
    elif value is not None:
        yield keys
