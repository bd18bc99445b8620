"""Reading an engagement file: every problem at once, each with its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from auditor.engagement.engagement import Engagement, Logo, Person, Typeface
from auditor.engagement.file import EngagementFile
from auditor.engagement.logo import read_logo
from auditor.engagement.palette import Chosen, Palette, chosen_palette, shortfall
from auditor.engagement.prose import read_prose
from auditor.engagement.refused import RefusedError
from auditor.engagement.sections import SECTIONS
from auditor.engagement.toml_document import read_toml
from auditor.engagement.typeface import read_font
from auditor.errors import InputError, Position, Problem
from auditor.profile.document import read_document
from auditor.profile.places import pointer_to
from auditor.profile.validation import validated
from auditor.profile.wording import nearest, quote

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor.engagement.engagement import FontFile
    from auditor.engagement.file import ColoursEntry, DatesEntry, TypefaceEntry
    from auditor.engagement.prose import Block
    from auditor.profile.document import Document

__all__ = ["read_engagement"]

MOST_PEOPLE: Final = 30
"""Ours: people that a cover can name."""
CUTS: Final = (
    ("regular", "normal", "normal"),
    ("bold", "bold", "normal"),
    ("italic", "normal", "italic"),
)
"""Keys of font files, with weight and style."""
_START: Final = Position("", 0, 0)

Read = TypeVar("Read")


def read_engagement(path: str | Path) -> Engagement:
    """Return the engagement that a TOML, YAML or JSON file describes.

    Raises:
        InputError: If it cannot be used; with every problem found.
    """
    path = Path(path)
    is_toml = path.suffix.lower() == ".toml"
    document = read_toml(path) if is_toml else read_document(path)
    content = validated(EngagementFile, document.value, document.place)
    reader = _Reader(content, document, path.parent)
    engagement = reader.engagement()
    if reader.problems:
        raise InputError(
            sorted(reader.problems, key=lambda one: one.position or _START)
        )
    return engagement


@dataclass(slots=True)
class _Reader:
    """Turns a valid file into an engagement, and gathers what is wrong with it."""

    content: EngagementFile
    document: Document
    folder: Path
    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def engagement(self) -> Engagement:
        """Return the engagement, as far as it can be used."""
        given = self.content
        dates = given.dates
        faces = given.typefaces
        self._check_dates(dates)
        return Engagement(
            client=given.client,
            firm=given.firm,
            palette=self._palette(given.colours),
            language=given.language or "en",
            reference=given.reference or "",
            confidentiality=given.confidentiality or "",
            people=self._people(),
            began=dates.began if dates else None,
            ended=dates.ended if dates else None,
            issued=dates.issued if dates else None,
            logo=self._logo(),
            text=self._typeface("text", faces.text) if faces else None,
            headings=self._typeface("headings", faces.headings) if faces else None,
            sections=self._sections(),
            introduction=self._prose("introduction", given.introduction),
            closing=self._prose("closing", given.closing),
            notices=tuple(self.notices),
        )

    def _refuse(
        self, keys: tuple[str | int, ...], message: str, hint: str = ""
    ) -> None:
        """Note that a value cannot be used, with its place."""
        at = self.document.place.nearest(pointer_to(keys)).at
        *_, last = keys
        label = f"entry {last + 1}" if isinstance(last, int) else quote(last)
        self.problems.append(Problem(f"{label}: {message}.", at, hint))

    def _attempt(
        self, keys: tuple[str | int, ...], read: Callable[[], Read]
    ) -> Read | None:
        """Return what `read` returns, or note why it cannot be used."""
        try:
            return read()
        except RefusedError as error:
            self._refuse(keys, str(error))
            return None

    def _people(self) -> tuple[Person, ...]:
        entries = self.content.people or ()
        if len(entries) > MOST_PEOPLE:
            self._refuse(("people",), f"at most {MOST_PEOPLE} people can be named")
        firm = self.content.firm
        return tuple(
            Person(one.name, one.function, one.organisation or firm, bool(one.signs))
            for one in entries
        )

    def _check_dates(self, dates: DatesEntry | None) -> None:
        order = ("began", "ended", "issued")
        known = [(key, getattr(dates, key)) for key in order if getattr(dates, key, 0)]
        for (before, first), (after, second) in pairwise(known):
            if second < first:
                message = f"{second} lies before {before!r}, which is {first}"
                self._refuse(("dates", after), message)

    def _palette(self, colours: ColoursEntry | None) -> Palette:
        if colours is None:
            return Palette()
        chosen = Chosen(colours.primary, colours.accent, colours.ink)
        if colours.contrast == "refuse":
            for name in ("primary", "accent", "ink"):
                colour = getattr(chosen, name)
                if colour and (lacks := shortfall(name, colour)):
                    hint = "Choose a darker one, or leave 'contrast: refuse' out."
                    self._refuse(("colours", name), lacks, hint)
        palette, notices = chosen_palette(chosen)
        self.notices += notices
        return palette

    def _logo(self) -> Logo | None:
        logo = self.content.logo
        if logo is None:
            return None
        says = logo.says or self.content.firm
        path = self.folder / logo.file
        return self._attempt(("logo", "file"), lambda: read_logo(path, says))

    def _typeface(self, name: str, entry: TypefaceEntry | None) -> Typeface | None:
        if entry is None:
            return None
        files: list[FontFile] = []
        for key, weight, style in CUTS:
            if given := getattr(entry, key):
                font = self._font(("typefaces", name, key), given, weight, style)
                files += [font] if font else []
        if files and not entry.regular:
            self._refuse(("typefaces", name), "the regular font is missing")
        return Typeface(entry.family, tuple(files))

    def _font(
        self, keys: tuple[str, ...], given: str, weight: str, style: str
    ) -> FontFile | None:
        path = self.folder / given
        return self._attempt(keys, lambda: read_font(path, weight, style))

    def _sections(self) -> tuple[str, ...]:
        wanted = self.content.sections or ()
        for index, name in enumerate(wanted):
            if name not in SECTIONS:
                close = nearest(name, SECTIONS)
                listed = f"Known are {', '.join(SECTIONS)}."
                hint = f"Did you mean {close!r}?" if close else listed
                message = f"found {quote(name)}, which is no section"
                self._refuse(("sections", index), message, hint)
            elif name in wanted[:index]:
                self._refuse(("sections", index), f"{quote(name)} is named twice")
        if self.content.sections == ():
            self._refuse(("sections",), "name a section, or leave the key out")
        return tuple(wanted)

    def _prose(self, key: str, text: str | None) -> tuple[Block, ...]:
        blocks, refused = read_prose(text or "")
        for clause in refused:
            self._refuse((key,), clause)
        return blocks
