"""The JSON Schema of a profile: editors complete, explain and check with it."""

from __future__ import annotations

from typing import Any

from auditor.profile.document import SCHEMA_KEY
from auditor.profile.profile import Profile
from auditor.schema import schema_of

__all__ = ["profile_schema"]


def profile_schema() -> dict[str, Any]:
    """Return the JSON Schema of a profile in one file.

    What it accepts is well formed. Whether references lead somewhere, and whether a
    text such as `48h` can be read, only `cxaudit validate` knows.
    """
    schema = schema_of(Profile, "Customer-experience profile")
    # A JSON file names its schema by this key; a reader passes over it.
    naming = {"type": "string", "description": "Where this schema is."}
    return schema | {"properties": {SCHEMA_KEY: naming} | schema["properties"]}
