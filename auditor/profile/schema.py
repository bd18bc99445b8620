"""The JSON Schema of a profile: editors complete, explain and check with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic.json_schema import GenerateJsonSchema

from auditor.profile.document import SCHEMA_KEY
from auditor.profile.profile import Profile

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

__all__ = ["DRAFT", "profile_schema"]

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
"""The version of JSON Schema in which the schema is written."""


def profile_schema() -> dict[str, Any]:
    """Return the JSON Schema of a profile in one file.

    What it accepts is well formed. Whether references lead somewhere, and whether a
    text such as `48h` can be read, only `cxaudit validate` knows.
    """
    schema = Profile.model_json_schema(schema_generator=_Terse)
    # A JSON file names its schema by this key; a reader passes over it.
    naming = {"type": "string", "description": "Where this schema is."}
    schema["properties"] = {SCHEMA_KEY: naming} | schema["properties"]
    head = {"$schema": DRAFT, "title": "Customer-experience profile"}
    return head | {key: part for key, part in schema.items() if key != "title"}


class _Terse(GenerateJsonSchema):
    """Leaves out what an editor would show or fill in to nobody's use."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 - pydantic's signature
        """Give fields no title: it would repeat the key."""
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Give no default where it is silence."""
        if schema.get("default", ...) is None:
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)
