"""A language that has a word for everything: English in letters of full width.

What is said in it can be told from what is not, wherever it is cut or put together.
"""

from __future__ import annotations

import re
from collections import UserDict
from typing import TYPE_CHECKING, Final

from auditor.translation import Language

if TYPE_CHECKING:
    from datetime import date

__all__ = ["WIDE", "wide"]

KEPT: Final = re.compile(r"\{[^{}]*\}|%\(\w+\)s|<[^>]*>|&\w+;|[A-Za-z]")
"""What a translator keeps, and else each letter."""


def wide(text: str) -> str:
    """Return an English text, or a template of one, in letters of full width."""
    return KEPT.sub(lambda found: _letter(found[0]), text)


def _letter(kept: str) -> str:
    return chr(ord(kept) + 0xFEE0) if len(kept) == 1 else kept


class _Texts(UserDict[str, str]):
    def get(self, key: str, default: object = None) -> str:
        del default
        return wide(key)


class _Plurals(UserDict[tuple[str, str], tuple[str, ...]]):
    def get(self, key: tuple[str, str], default: object = None) -> tuple[str, ...]:
        del default
        return wide(key[0]), wide(key[1])


def _day(day: date, how: str) -> str:
    del how
    return f"{day.day}. {day.month}. {day.year}"


WIDE: Final = Language("de", _Texts(), _Plurals(), decimal=",", group=".", day=_day)
