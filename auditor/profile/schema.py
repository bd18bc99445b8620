"""The JSON Schema of a profile: editors complete, explain and check with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor.profile.document import SCHEMA_KEY
from auditor.profile.profile import profile_model
from auditor.schema import schema_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.profile.extensions import Extension

__all__ = ["profile_schema"]


def profile_schema(extensions: Iterable[Extension] = ()) -> dict[str, Any]:
    """Return the JSON Schema of a profile in one file.

    Args:
        extensions: The keys that plugins add.

    What it accepts is well formed. Whether references lead somewhere, and whether a
    text such as `48h` can be read, only `cxaudit validate` knows.
    """
    schema = schema_of(profile_model(tuple(extensions)), "Customer-experience profile")
    # A JSON file names its schema by this key; a reader passes over it.
    naming = {"type": "string", "description": "Where this schema is."}
    return schema | {"properties": {SCHEMA_KEY: naming} | schema["properties"]}
