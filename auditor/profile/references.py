"""References: from an id to the thing that it names.

A reference to nothing is reported with the nearest id there is and taken out of the
profile, so that the audit treats it as missing. Where the profile does not describe
the things in question at all, a reference cannot be checked and stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar, get_args

from auditor.errors import InputError, Problem
from auditor.profile.limits import MOST_PROBLEMS, shortened
from auditor.profile.notice import Notice
from auditor.profile.section import Section
from auditor.profile.values import Reference
from auditor.profile.vocabulary_map import key_of
from auditor.profile.wording import nearest, quote
from auditor.translation import Message, message, plural, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.profile.places import Place

__all__ = ["HOMES", "resolve"]

AnySection = TypeVar("AnySection", bound=Section)

HOMES: Final[Mapping[str, tuple[str, ...]]] = {
    "channel": ("channels",),
    "dataset": ("evidence",),
    "department": ("departments",),
    "feedback": ("feedback", "sources"),
    "improvement": ("feedback", "improvements"),
    "journey": ("journeys",),
    "metric": ("metrics",),
    "objective": ("organisation", "objectives"),
    "pain_point": ("journeys", "stages", "pain_points"),
    "principle": ("principles",),
    "segment": ("organisation", "segments"),
    "stage": ("journeys", "stages"),
    "theme": ("feedback", "themes"),
    "touchpoint": ("journeys", "stages", "touchpoints"),
    "value": ("organisation", "values"),
}
"""Where the things of each kind stand. Ids are unique within a kind."""
THINGS: Final[Mapping[str, Message]] = {
    "channel": message("channel"),
    "dataset": message("dataset"),
    "department": message("department"),
    "feedback": message("feedback"),
    "improvement": message("improvement"),
    "journey": message("journey"),
    "metric": message("metric"),
    "objective": message("objective"),
    "pain_point": message("pain point"),
    "principle": message("principle"),
    "segment": message("segment"),
    "stage": message("stage"),
    "theme": message("theme"),
    "touchpoint": message("touchpoint"),
    "value": message("value"),
}
"""What notices call the things of each kind."""


def resolve(
    profile: AnySection, place: Place | None = None
) -> tuple[AnySection, tuple[Notice, ...]]:
    """Return the profile without references to nothing, and what was found.

    Args:
        profile: A valid profile.
        place: Where its values stand, so that notices can say it.

    Raises:
        InputError: If two things of one kind have the same id; with both places.
    """
    resolver = _Resolver(place)
    for kind in HOMES:
        resolver.learn(kind, profile)
    if resolver.problems:
        raise InputError(shortened(resolver.problems, len(resolver.problems)))
    resolved = resolver.resolved(profile, "")
    resolved.locate()
    if resolver.untold:
        resolver.notices.append(Notice(_untold(resolver.untold)))
    return resolved, tuple(resolver.notices)


@dataclass(slots=True)
class _Resolver:
    """Knows all ids of a profile, and follows its references."""

    place: Place | None
    ids: dict[str, dict[str, Section]] = field(default_factory=dict)
    """Things by kind and id; a kind that the profile does not describe is absent."""
    phases: dict[str, list[str]] = field(default_factory=dict)
    """Ids of stages by phase."""
    unchecked: set[str] = field(default_factory=set)
    """Kinds whose references cannot be checked, as was told."""
    notices: list[Notice] = field(default_factory=list)
    untold: int = 0
    """How many references to nothing are beyond what is told."""
    problems: list[Problem] = field(default_factory=list)

    def learn(self, kind: str, profile: Section) -> None:
        """Take note of the ids of all things of one kind."""
        things = _things(profile, HOMES[kind])
        if things is None:
            return
        known = self.ids.setdefault(kind, {})
        for thing in things:
            name = str(getattr(thing, "id", ""))
            if name in known:
                self._report_twice(kind, name, known[name], thing)
            known.setdefault(name, thing)
            if kind == "stage" and (phase := getattr(thing, "phase", None)):
                self.phases.setdefault(str(phase), []).append(name)

    def resolved(self, section: AnySection, pointer: str) -> AnySection:
        """Return a section in which every reference leads somewhere."""
        changes: dict[str, object] = {}
        for name, (key, kind) in _fields(type(section)).items():
            before = getattr(section, name)
            after = self._value(before, kind, f"{pointer}/{key}")
            if after is not before:
                changes[name] = after
        return section.model_copy(update=changes) if changes else section

    def _value(self, value: object, kind: str | None, pointer: str) -> object:
        """Return a field's value with every reference in it resolved."""
        if isinstance(value, Section):
            return self.resolved(value, pointer)
        if isinstance(value, tuple):
            entries = [
                self._value(entry, kind, f"{pointer}/{index}")
                for index, entry in enumerate(value)
            ]
            if all(map(_is, entries, value)):
                return value
            # Nothing but slips is silence; an empty list would say "there are none".
            return tuple(entry for entry in entries if entry is not None) or None
        if kind is not None and isinstance(value, str):
            return self._target(kind, value, pointer)
        return value

    def _target(self, kind: str, name: str, pointer: str) -> str | None:
        """Return the id that a reference means; nothing if there is none."""
        known = self.ids.get(kind)
        if known is None:
            self._report_unchecked(kind, pointer)
            return name
        if name in known:
            return name
        in_phase = self.phases.get(name, []) if kind == "stage" else []
        if len(in_phase) == 1:
            return in_phase[0]
        self._report_nothing(kind, name, pointer, in_phase)
        return None

    def _report_nothing(
        self, kind: str, name: str, pointer: str, in_phase: list[str]
    ) -> None:
        if len(self.notices) >= MOST_PROBLEMS:
            self.untold += 1
            return
        told = message(
            "There is no {kind} {name}, so this counts as missing.",
            kind=THINGS[kind],
            name=quote(name),
        )
        if in_phase:
            several = message(
                "The phase has several stages: {stages}; name one.",
                stages=", ".join(quote(stage) for stage in in_phase),
            )
            told = sentences(told, several)
        elif near := nearest(name, self.ids[kind]):
            told = sentences(told, message("Did you mean {name}?", name=quote(near)))
        self._notice(told, pointer)

    def _report_unchecked(self, kind: str, pointer: str) -> None:
        if kind not in self.unchecked:
            self.unchecked.add(kind)
            told = message(
                "References to a {kind} cannot be checked without {section}.",
                kind=THINGS[kind],
                section=quote(".".join(HOMES[kind])),
            )
            self._notice(told, pointer)

    def _report_twice(self, kind: str, name: str, one: Section, other: Section) -> None:
        first = self.place.nearest(one.at("id")).at if self.place else one.pointer
        second = self.place.nearest(other.at("id")).at if self.place else None
        twice = f"The id {quote(name)} already names the {THINGS[kind]} at {first}."
        self.problems.append(Problem(twice, second, "Give one of them another id."))

    def _notice(self, told: Message, pointer: str) -> None:
        position = self.place.nearest(pointer).at if self.place else None
        self.notices.append(Notice(told, pointer, position))


def _untold(number: int) -> Message:
    return plural(
        "{n:,} more reference leads to nothing.",
        "{n:,} more references lead to nothing.",
        number,
    )


def _is(one: object, other: object) -> bool:
    return one is other


def _things(profile: Section, home: tuple[str, ...]) -> list[Section] | None:
    """Return what stands at `home`; `None` if the profile is silent about it."""
    level = [profile]
    for name in home:
        found = [getattr(one, name) for one in level]
        stated = [value for value in found if value is not None]
        if level and not stated:
            return None
        level = []
        for value in stated:
            level += value if isinstance(value, tuple) else [value]
    return level


@cache
def _fields(model: type[Section]) -> dict[str, tuple[str, str | None]]:
    """Return each field's key in a file, and the kind of thing it refers to, if any."""
    return {
        name: (
            key_of(name, info),
            next(_kinds((info.annotation, *info.metadata)), None),
        )
        for name, info in model.model_fields.items()
    }


def _kinds(parts: tuple[object, ...]) -> Iterator[str]:
    """Yield the kinds of all references that an annotation mentions."""
    for part in parts:
        if isinstance(part, Reference):
            yield part.kind
        yield from _kinds((*get_args(part), *getattr(part, "__metadata__", ())))
