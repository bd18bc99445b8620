"""The facade as it is today, so far as a plugin can come to rest on it."""

from __future__ import annotations

import inspect
import json
import sys
from enum import Enum
from pathlib import Path
from typing import Any

from pydantic import BaseModel

import auditor
from auditor import testing
from auditor.plugin import spec
from auditor.plugin.files import digest_of

__all__ = ["facade"]

NOT_OURS = {*dir(BaseModel), *dir(str), *dir(Exception)}
"""What classes have from elsewhere."""


def facade() -> dict[str, Any]:
    """Return every promised name with what it takes or has."""
    return {
        "auditor": {
            name: _described(getattr(auditor, name)) for name in auditor.__all__
        },
        "auditor.testing": {
            name: _described(getattr(testing, name)) for name in testing.__all__
        },
        "hooks": {name: _parameters(getattr(spec, name)) for name in spec.__all__},
    }


def _described(value: object) -> Any:
    if isinstance(value, type):
        if issubclass(value, Enum):
            return {"members": {one.name: one.value for one in value}}
        if issubclass(value, BaseModel):
            value.model_rebuild()  # else it takes anything until it is first used
        public = {name for name in dir(value) if not name.startswith("_")}
        own = {*public, *getattr(value, "model_fields", ())} - NOT_OURS
        return {"has": sorted(own), "parameters": _parameters(value)}
    if callable(value):
        return {"parameters": _parameters(value)}
    return {"kind": type(value).__name__}


def _parameters(value: Any) -> list[list[object]]:
    """Return name, kind and whether it may be left out, of each parameter."""
    try:
        signature = inspect.signature(value)
    except (TypeError, ValueError):
        return []
    return [
        [each.name, each.kind.name, each.default is not each.empty]
        for each in signature.parameters.values()
    ]


def _written(parts: dict[str, Any]) -> str:
    """Return JSON with a line for each name."""
    written = []
    for part, names in parts.items():
        lines = (f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in names.items())
        written.append(f" {json.dumps(part)}: {{\n" + ",\n".join(lines) + "\n }")
    return "{\n" + ",\n".join(written) + "\n}"


if __name__ == "__main__":
    told = sys.argv[1:]
    answer = digest_of(Path(told[0]).resolve()) if told else _written(facade())
    sys.stdout.write(f"{answer}\n")
