"""Which keys a model knows, and where: what error messages point to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, get_args

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic.fields import FieldInfo

__all__ = ["homes_of", "key_of", "key_paths", "keys_at", "models_in", "parts_at"]

MOST_HOMES: Final = 3
"""Places that a message names for a key."""


def key_of(name: str, field: FieldInfo) -> str:
    """Return the key by which a file names a field."""
    return field.alias or name


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models inside an annotation such as `tuple[Stage, ...] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def keys_at(model: type[BaseModel], keys: Sequence[str | int]) -> list[str]:
    """Return the keys that are known where `keys` lead; none if nobody can know."""
    models = [model]
    for key in keys:
        if isinstance(key, str):
            # A mapping with keys of the writer's own, such as `scales`, has no field
            # of that name: its values are models that are already in the list.
            models = [part for one in models for part in parts_at(one, key)] or models
    return [key_of(*item) for one in models for item in one.model_fields.items()]


def homes_of(model: type[BaseModel], key: str) -> list[str]:
    """Return dotted paths of the groups in which `key` is known, shortest first."""
    found = [path for path in key_paths(model) if path[-1] == key]
    homes = sorted({".".join(path[:-1]) for path in found if len(path) > 1}, key=len)
    return homes[:MOST_HOMES]


def parts_at(model: type[BaseModel], key: str) -> Iterator[type[BaseModel]]:
    """Yield the models of what stands under a key of a model."""
    for name, field in model.model_fields.items():
        if key_of(name, field) == key:
            yield from models_in(field.annotation)


def key_paths(
    model: type[BaseModel],
    path: tuple[str, ...] = (),
    inside: tuple[type[BaseModel], ...] = (),
) -> Iterator[tuple[str, ...]]:
    """Yield the path of every key; a model inside itself is entered once."""
    for name, field in model.model_fields.items():
        here = (*path, key_of(name, field))
        yield here
        for part in models_in(field.annotation):
            if part not in inside:
                yield from key_paths(part, here, (*inside, part))
