"""Names that are not there: noted with their place, so that all are told at once."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Self

from jinja2 import StrictUndefined, Undefined

from auditor.profile.wording import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NotedUndefined", "RefusedUndefined", "noted"]

MOST: Final = 100
"""Ours: names that are noted."""

_NOTED: Final[dict[str, None]] = {}


def noted() -> list[str]:
    """Return what was noted so far, each as `file:line: name`, in the order found."""
    return list(_NOTED)


class _Told(Undefined):
    """Says what is not there in words of whoever writes templates."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        """Return what is missing, as a clause, and what is there that is like it."""
        name = self._undefined_name
        if self._undefined_hint or not isinstance(name, str):
            return super()._undefined_message
        if self._undefined_obj is None:
            return f"{name!r} is asked of nothing: ask with {{% if … %}} first"
        if not isinstance(self._undefined_obj, Mapping):
            return f"there is no {name!r}"
        close = nearest(name, [*map(str, self._undefined_obj)])
        there = f", but there is {close!r}" if close else ""
        return f"there is no {name!r} here{there}"


class RefusedUndefined(_Told, StrictUndefined):
    """Stands for a name that is not there, and fails when it is used."""

    __slots__ = ()


class NotedUndefined(_Told):
    """Stands for a name that is not there: notes it when it is used, and is empty."""

    __slots__ = ()

    def _note(self) -> None:
        if len(_NOTED) < MOST:
            _NOTED[f"{_place()}: {self._undefined_message}"] = None

    def __str__(self) -> str:
        self._note()
        return ""

    def __iter__(self) -> Iterator[Any]:
        self._note()
        return iter(())

    def __bool__(self) -> bool:
        self._note()
        return False

    def __len__(self) -> int:
        self._note()
        return 0

    def __call__(self, *_: object, **__: object) -> Any:  # noqa: ANN401 - Jinja's never returns
        """Stand for what a call would have returned."""
        self._note()
        return self

    def __getattr__(self, name: str) -> Self:
        if name.startswith("__"):
            raise AttributeError(name)
        self._note()
        return self

    def __getitem__(self, key: object) -> Any:  # noqa: ANN401 - Jinja's never returns
        del key
        self._note()
        return self


def _place() -> str:
    """Return the file and line of the template that is being rendered."""
    frame = sys._getframe()  # noqa: SLF001 - the only way to a line of a template
    while frame.f_back is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return (
                f"{template.name}:{template.get_corresponding_lineno(frame.f_lineno)}"
            )
        frame = frame.f_back
    return "?"
