"""Reading a folder in which each section of a document may be a file.

`metrics.yaml` holds the section `metrics`; the files in `journeys/` hold one entry of
that list each, or a list of some; `profile.yaml` holds any sections together. A
section's file may repeat its name as its only key, as after cutting it out of a
larger file. What is not read is reported, never passed over in silence; only a JSON
Schema, which editors look for beside a profile, is none of its parts.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from os.path import realpath  # unlike Path.resolve, it takes a link to itself
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditor.errors import InputError, Position, Problem
from auditor.profile.files import SUFFIXES, SourceFile, is_folder, read_file
from auditor.profile.notice import Notice
from auditor.profile.places import Place
from auditor.profile.source import MOST_BYTES
from auditor.profile.wording import describe, nearest, quote
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.profile.tree import PlainValue

__all__ = ["MOST_FILES", "SCHEMA_SUFFIX", "TOGETHER", "FolderReader"]

TOGETHER: Final = "profile"
"""Stem of the file that may hold several sections."""
SCHEMA_SUFFIX: Final = ".schema.json"
"""Suffix of a JSON Schema; `cxaudit init` writes one beside the profile."""
MOST_FILES: Final = 1_000
"""Entries of a folder that are looked at; ours."""
MOST_NAMED: Final = 10
"""Files that a notice names."""


@dataclass(slots=True)
class FolderReader:
    """Puts the sections of a document together from the files of one folder."""

    root: Path
    sections: tuple[str, ...]
    """Keys that may be a file or a folder of their own."""
    value: dict[str, PlainValue] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    files: list[SourceFile] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Names of what is no part of the document."""
    strangers: list[Path] = field(default_factory=list)
    """Files that are named after no section."""
    problems: list[Problem] = field(default_factory=list)

    def read(self) -> None:
        """Read all files.

        Raises:
            InputError: With every problem of every file, or if there is no section.
        """
        for path in self._entries(self.root):
            if is_folder(path):
                self._read_folder(path)
            elif path.stem == TOGETHER:
                self._read_together(path)
            elif path.stem in self.sections:
                self._read_section(path)
            else:
                self.strangers.append(path)
        if self.value or self.problems:
            self._report_strangers()
        else:
            self._report_no_section()
        if self.problems:
            raise InputError(self.problems)

    def notices(self) -> tuple[Notice, ...]:
        """Return what a reader should know about files that were not read."""
        if not self.unread:
            return ()
        names = ", ".join(quote(name) for name in self.unread[:MOST_NAMED])
        told = message("Not read, being no part of a profile: {names}.", names=names)
        if (more := len(self.unread) - MOST_NAMED) > 0:
            told = message(
                "Not read, being no part of a profile: {names} and {number} more.",
                names=names,
                number=more,
            )
        return (Notice(told, position=Position(str(self.root), 1, 1)),)

    def _entries(self, folder: Path) -> Iterator[Path]:
        """Yield the folders, and the files of a known kind, sorted by name."""
        try:
            paths = sorted(folder.iterdir())
        except OSError as error:
            self._refuse(folder, f"cannot be read: {error.strerror}.")
            return
        if len(paths) > MOST_FILES:
            self._refuse(folder, f"holds more than {MOST_FILES:,} files.")
            return
        for path in paths:
            if path.name.endswith(SCHEMA_SUFFIX):
                continue
            if path.name.startswith(".") or not self._is_known_kind(path):
                self.unread.append(self._name(path) + "/" * is_folder(path))
            elif not Path(realpath(path)).is_relative_to(realpath(self.root)):
                self._refuse(path, "is a link that leads out of the folder.")
            else:
                yield path

    def _is_known_kind(self, path: Path) -> bool:
        if is_folder(path):
            return path.parent == self.root and path.name in self.sections
        return path.suffix.lower() in SUFFIXES

    def _read_together(self, path: Path) -> None:
        """Read a file that holds several sections."""
        for value, place in self._read_file(path):
            if not isinstance(value, dict) or not isinstance(place.inside, dict):
                message = f"Found {describe(value)}, here stand sections by name."
                self.problems.append(Problem(message, place.at))
                continue
            for section, content in value.items():
                self._put(section, content, place.inside[section])

    def _read_section(self, path: Path) -> None:
        """Read a file that holds one section."""
        for value, place in self._read_file(path):
            self._put(path.stem, *_unwrapped(path.stem, value, place))

    def _read_folder(self, folder: Path) -> None:
        """Read a folder of files that hold entries of one section."""
        entries: list[PlainValue] = []
        places: list[Place] = []
        for path in self._entries(folder):
            for read in self._read_file(path):
                value, place = _unwrapped(folder.name, *read)
                if isinstance(value, list) and isinstance(place.inside, list):
                    entries += value
                    places += place.inside
                else:
                    entries.append(value)
                    places.append(place)
        if places:
            self._put(folder.name, entries, Place(places[0].at, inside=places))

    def _read_file(self, path: Path) -> Iterator[tuple[PlainValue, Place]]:
        """Yield what a file holds; nothing, but its problems noted, if it is broken."""
        left = MOST_BYTES - sum(file.size for file in self.files)
        try:
            file, value, place = read_file(path, self._name(path), left)
        except InputError as error:
            self.problems += error.problems
            return
        self.files.append(file)
        yield value, place

    def _put(self, section: str, value: PlainValue, place: Place) -> None:
        """Take in a section, unless another file already holds it."""
        if section in self.value:
            earlier = self.places[section].at
            message = f"The section {quote(section)} also stands in {earlier.file}."
            self.problems.append(Problem(message, place.at, "Keep one of the two."))
        self.value[section] = value
        self.places[section] = place

    def _report_strangers(self) -> None:
        """Refuse each file that is named after no section; name the sections once."""
        hint = f"Sections are {', '.join(self.sections)}."
        for path in self.strangers:
            near = nearest(path.stem, self.sections)
            said = f"Is it {near}{path.suffix}?" if near else hint
            self._refuse(path, "is named after no section of a profile.", said)
            hint = hint if near else ""

    def _report_no_section(self) -> None:
        message = f"The folder {str(self.root)!r} holds no section of a profile."
        hint = f"Put a {TOGETHER}.yaml into it, or files such as organisation.yaml."
        if self.strangers:
            hint += " If each file is a profile, `cxaudit batch` audits them all."
        elif any(self.root.glob(f"*/{TOGETHER}.*")):
            hint += " Its folders are profiles: `cxaudit batch` audits them all."
        self.problems.append(Problem(message, hint=hint))

    def _refuse(self, path: Path, message: str, hint: str = "") -> None:
        self.problems.append(Problem(f"{str(path)!r} {message}", hint=hint))

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()


def _unwrapped(
    section: str, value: PlainValue, place: Place
) -> tuple[PlainValue, Place]:
    """Return a section's content, without the name that its file may repeat."""
    inside = place.step(section)
    if isinstance(value, dict) and value.keys() == {section} and inside:
        return value[section], inside
    return value, place
