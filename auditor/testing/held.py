"""What the modules of a package hold: to be compared before and after."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from operator import itemgetter
from types import FunctionType, ModuleType
from typing import Any, Final

from auditor.checks import Check

__all__ = ["held_by"]

DEEPEST: Final = 8
"""Ours: levels of a value that are compared."""


def held_by(package: str) -> dict[str, object]:
    """Return the state of each global of a package's modules, and of its classes.

    Modules and checks are left out: importing another module is no state. So are
    the caches of functions, as a cache of a pure function is not seen from outside.
    """
    return {
        f"{name}.{key}": _state(value, name)
        for name, module in sys.modules.copy().items()
        if name == package or name.startswith(f"{package}.")
        for key, value in list(vars(module).items())
        if not key.startswith("__") and not isinstance(value, ModuleType | Check)
    }


def _state(value: object, module: str, depth: int = 0) -> object:
    """Return what can be compared of a value: its contents, or which one it is."""
    if depth > DEEPEST or isinstance(value, str | bytes):
        return repr(value)
    if isinstance(value, Mapping):
        return (id(value), _entries(value, module, depth))
    if isinstance(value, AbstractSet):
        return (id(value), sorted(map(repr, value)))
    if isinstance(value, Sequence):
        return (id(value), [_state(entry, module, depth + 1) for entry in value])
    own = isinstance(value, type | FunctionType) and value.__module__ == module
    plain = not isinstance(value, type | FunctionType) and hasattr(value, "__dict__")
    if own or (plain and type(value).__module__ == module):
        inside = {k: v for k, v in vars(value).items() if not k.startswith("__")}
        return (id(value), _entries(inside, module, depth))
    return id(value)


def _entries(value: Mapping[Any, object], module: str, depth: int) -> object:
    """Return what can be compared of entries, whatever order they are in."""
    inner = [(repr(key), _state(value[key], module, depth + 1)) for key in value]
    return sorted(inner, key=itemgetter(0))
