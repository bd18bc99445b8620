"""Profiles that go to another process: our own keys, and apart from them the others.

A model that a plugin brings can be made again on neither side: what stands under its
key goes as plain values, and is read there by the plugin's own model.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from auditor.profile import Profile
from auditor.profile.extensions import extensions_model
from auditor.profile.profile import profile_model
from auditor.profile.section import Section

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from auditor.profile import Extension

__all__ = ["joined", "parted"]


def parted(
    profile: Profile, keys: Collection[str]
) -> tuple[Profile, dict[str, object]]:
    """Return a profile without what plugins add, and some of that as plain values.

    Args:
        profile: The profile.
        keys: The keys that are read on the other side.
    """
    added = _stated(profile.extensions) if profile.extensions else {}
    wanted = {key: added[key] for key in keys if key in added}
    if type(profile) is Profile:
        return profile, wanted
    stated = profile.model_fields_set - {"extensions"}
    values = {name: getattr(profile, name) for name in stated}
    return Profile.model_construct(_fields_set=stated, **values), wanted


def joined(
    profile: Profile, added: Mapping[str, object], extensions: tuple[Extension, ...]
) -> Profile:
    """Return a profile with what plugins add.

    Args:
        profile: The profile, without it.
        added: Plain values by key; what nobody reads is left out.
        extensions: The keys that are read.

    Raises:
        ValidationError: If a model does not take what stands there.
    """
    read = {e.key: added[e.key] for e in extensions if e.key in added}
    if not read:
        return profile
    content = extensions_model(extensions).model_validate(read)
    values = {name: getattr(profile, name) for name in profile.model_fields_set}
    return profile_model(extensions).model_construct(
        _fields_set={*values, "extensions"}, **values | {"extensions": content}
    )


def _stated(section: Section) -> dict[str, object]:
    """Return what a section states as plain values, from which it can be read again."""
    stated = {name: getattr(section, name) for name in section.model_fields_set}
    return {n: _plain(value) for n, value in stated.items() if value is not None}


def _plain(value: object) -> object:
    match value:
        case Section():
            return _stated(value)
        case tuple():
            return [_plain(entry) for entry in value]
        case StrEnum():
            return str(value)
        case _:
            return value
