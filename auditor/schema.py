"""JSON Schemas of our models: each key is described by its attribute's docstring.

Pydantic can read those docstrings too, but does it whenever a model is imported,
which cost an audit more than its judgement. Here it is done when a schema is wanted.
"""

from __future__ import annotations

import ast
import inspect
import itertools
from textwrap import dedent
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.json_schema import JsonSchemaMode, JsonSchemaValue
    from pydantic_core import core_schema

__all__ = ["DRAFT", "meanings", "schema_of"]

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
"""The version of JSON Schema in which schemas are written."""


def schema_of(
    model: type[BaseModel], title: str, *, mode: JsonSchemaMode = "validation"
) -> dict[str, Any]:
    """Return the JSON Schema of a model, with a description of every key."""
    schema = model.model_json_schema(schema_generator=_Described, mode=mode)
    head = {"$schema": DRAFT, "title": title}
    return head | {key: part for key, part in schema.items() if key != "title"}


def meanings(model: type[BaseModel]) -> dict[str, str]:
    """Return what each attribute of a model means: its docstring."""
    return dict(_docstrings(model))


class _Described(GenerateJsonSchema):
    """Describes keys; leaves out what an editor would show to nobody's use."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Describe each key by the docstring of its attribute."""
        json_schema = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        described = meanings(model)
        properties = json_schema.get("properties", {})
        for name, field in model.model_fields.items():
            key = field.alias or name
            if key in properties and name in described:
                properties[key]["description"] = described[name]
        return json_schema

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic's signature
        """Give fields no title: it would repeat the key."""
        return False

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Give no default where it is silence."""
        if schema.get("default", ...) is None:
            return self.generate_inner(schema["schema"])
        return super().default_schema(schema)


def _docstrings(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Yield each attribute of a model with its docstring, base classes first."""
    for cls in reversed(model.__mro__):
        if cls is BaseModel or not issubclass(cls, BaseModel):
            continue
        try:
            source = inspect.getsource(cls)
        except (OSError, TypeError):
            continue  # made while we run, or shipped without its source
        (body,) = ast.parse(dedent(source)).body
        statements = body.body if isinstance(body, ast.ClassDef) else []
        for attribute, text in itertools.pairwise(statements):
            match attribute, text:
                case (
                    ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str(words))),
                ):
                    yield name, inspect.cleandoc(words)
