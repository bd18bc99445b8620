"""Reading a profile: from a path to a model whose every value has a place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditor.profile.document import SCHEMA_KEY, read_document
from auditor.profile.profile import Profile, profile_model
from auditor.profile.references import resolve
from auditor.profile.validation import validated
from auditor.profile.vocabulary_map import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from auditor.errors import Position
    from auditor.profile.extensions import Extension
    from auditor.profile.files import SourceFile
    from auditor.profile.notice import Notice
    from auditor.profile.places import Place

__all__ = ["LoadedProfile", "load_profile_value", "loaded_profile", "read_profile"]


@dataclass(frozen=True, slots=True)
class LoadedProfile:
    """A profile, and where it comes from."""

    profile: Profile
    """What the organisation says about itself, every reference resolved."""
    source: str
    """Path as the user wrote it; empty for a profile that no file holds."""
    sha256: str
    """Digest of the file or folder; empty for a profile that no file holds."""
    files: tuple[SourceFile, ...]
    """The files that were read, sorted by name."""
    notices: tuple[Notice, ...]
    """What its writer should know although the audit goes on."""
    place: Place | None
    """Where the values stand: a tree of the same shape."""

    def locate(self, pointer: str) -> Position | None:
        """Return where a value, or the innermost value around it, stands."""
        return self.place.nearest(pointer).at if self.place else None


def read_profile(
    path: str | Path, extensions: Iterable[Extension] = ()
) -> LoadedProfile:
    """Return the profile that a YAML file, a JSON file or a folder holds.

    Args:
        path: The file or folder.
        extensions: The keys that plugins add.

    Raises:
        InputError: If it cannot be read or used; with every problem found.
    """
    sections = [key_of(*item) for item in Profile.model_fields.items()]
    document = read_document(path, sections)
    profile = validated(
        profile_model(tuple(extensions)), document.value, document.place
    )
    profile, notices = resolve(profile, document.place)
    return LoadedProfile(
        profile=profile,
        source=document.name,
        sha256=document.sha256,
        files=document.files,
        notices=(*document.notices, *notices),
        place=document.place,
    )


def load_profile_value(
    value: Mapping[str, Any], extensions: Iterable[Extension] = ()
) -> LoadedProfile:
    """Return the profile that plain values hold, as when no file is at hand.

    Args:
        value: The plain values.
        extensions: The keys that plugins add.

    Raises:
        InputError: If it cannot be used; problems name values by JSON pointer.
    """
    content = {key: part for key, part in value.items() if key != SCHEMA_KEY}
    return loaded_profile(validated(profile_model(tuple(extensions)), content))


def loaded_profile(profile: Profile) -> LoadedProfile:
    """Return a profile that was made in a program.

    Raises:
        InputError: If two things of one kind have the same id.
    """
    resolved, notices = resolve(profile)
    return LoadedProfile(resolved, "", "", (), notices, None)
