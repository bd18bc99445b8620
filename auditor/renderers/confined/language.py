"""A language on its way into the process that fills in templates of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor.translation import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["from_plain_values", "in_plain_values"]


def in_plain_values(language: Language) -> dict[str, object]:
    """Return what templates need of a language: its translations, and no figures."""
    return {
        "tag": language.tag,
        "texts": dict(language.texts),
        "plurals": [[*ids, list(forms)] for ids, forms in language.plurals.items()],
        "rule": language.rule,
    }


def from_plain_values(values: Mapping[str, Any]) -> Language:
    """Return the language that templates are filled in with."""
    plurals = {(one, many): tuple(forms) for one, many, forms in values["plurals"]}
    return Language(values["tag"], values["texts"], plurals, values["rule"])
