"""Why a rubric file sets what it sets, and on whose authority."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.bibliography import ALL, OURS, Source
from auditor.bibliography.source import Access
from auditor.rubric import Rationale

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from auditor.rubric_file.model import Reason, RubricFile, Work
    from auditor.rubric_file.reading import Overlay

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

DESCRIPTIVE: Final = {"name", "version", "summary", "packs", "reasons", "works"}
"""Keys that say what the rubric is, and set nothing."""
CHOICES: Final = ("ignore", "select")
"""Keys that choose checks."""
OF_A_RUBRIC: Final = "rubric."
"""What keys of works begin with that a rubric names: none of ours does."""


def departures(overlay: Overlay) -> Iterator[Keys]:
    """Yield the keys of everything that a rubric file sets."""
    for key, value in overlay.document.value.items():
        if key in DESCRIPTIVE:
            continue
        if isinstance(value, list):
            yield from ((key, name) for name in getattr(overlay.said, key))
        else:
            yield from _leaves((key,), value)


def reason_for(said: RubricFile, keys: Keys) -> Reason | None:
    """Return why a rubric file sets something, by the longest key with a reason."""
    reasons = said.reasons or {}
    steps = (".".join(keys[:length]) for length in range(len(keys), 0, -1))
    return next((reasons[step] for step in steps if step in reasons), None)


def rationales(
    overlay: Overlay, named: Mapping[str, Collection[str]], left_out: Collection[str]
) -> dict[str, Rationale]:
    """Return why a rubric file sets what it sets, by dotted keys.

    Args:
        overlay: The file.
        named: The checks that each name in `select` and `ignore` chooses.
        left_out: The checks that it leaves out: `select` and the id says why.
    """
    said = overlay.said
    reasons = {
        keys: reason_for(said, keys)
        for keys in departures(overlay)
        if keys[0] not in CHOICES
    }
    for check in left_out:
        reasons["select", check] = reason_for_choice(said, check, named)
    return {
        ".".join(keys): _rationale(reason, said)
        for keys, reason in reasons.items()
        if reason
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
