"""The exemplary profile, on which every check of ours is met, and changes to it."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, Final

from auditor.plugin.collection import Plugins
from auditor.profile.document import read_document
from auditor.profile.profile import Profile, profile_model
from auditor.profile.references import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.profile.extensions import Extension
    from auditor.profile.notice import Notice
    from auditor.profile.tree import PlainValue

__all__ = [
    "EXEMPLARY_DATE",
    "exemplary_document",
    "installed_extensions",
    "patched",
    "profile_of",
    "profile_with",
    "resolved_with",
]

EXEMPLARY_DATE: Final = date(2026, 6, 30)
"""The day on which the exemplary profile is audited."""


@cache
def exemplary_document() -> dict[str, PlainValue]:
    """Return the exemplary profile as its files have it; not to be changed."""
    with as_file(files("auditor") / "exemplary") as folder:
        return read_document(folder, Profile.model_fields).value


def patched(
    document: Mapping[str, PlainValue], patch: Mapping[str, Any]
) -> dict[str, PlainValue]:
    """Return `document` changed as RFC 7396 says: objects merge, `None` removes."""
    merged = dict(document)
    for key, change in patch.items():
        if change is None:
            merged.pop(key, None)
        elif isinstance(change, dict):
            inner = merged.get(key)
            merged[key] = patched(inner if isinstance(inner, dict) else {}, change)
        else:
            merged[key] = change
    return merged


def profile_of(document: Mapping[str, Any]) -> Profile:
    """Return the profile of a document.

    References to nothing read as missing, as in an audit.
    """
    return resolved_with(document, {})[0]


def profile_with(patch: Mapping[str, Any] | None = None) -> Profile:
    """Return the exemplary profile, so changed.

    A patch below `extensions` needs the plugin that adds the key to be installed.

    Args:
        patch: What is different: groups merge, lists replace, `None` removes.

    Raises:
        ValidationError: If that is no valid profile.
    """
    own = dict(patch or {})
    document = patched(exemplary_document(), own)
    return resolved_with(document, document.keys() - own.keys())[0]


def resolved_with(
    document: Mapping[str, Any], as_exemplary: Iterable[str]
) -> tuple[Profile, tuple[Notice, ...]]:
    """Return the profile of a document, and which references lead nowhere.

    Args:
        document: The document.
        as_exemplary: Keys under which it has what the exemplary profile has: those
            sections need not be read again.
    """
    known = {key: getattr(_exemplary(), key) for key in as_exemplary}
    model = profile_model(installed_extensions() if "extensions" in document else ())
    return resolve(model.model_validate({**document, **known}))


@cache
def installed_extensions() -> tuple[Extension, ...]:
    """Return the keys that installed plugins add to a profile."""
    return Plugins.load().extensions


@cache
def _exemplary() -> Profile:
    return Profile.model_validate(exemplary_document())
