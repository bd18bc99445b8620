"""What the parser of HTML looks for, compiled once and not for every word.

tinyhtml5 2.1 means to keep its patterns and files them under the wrong key, so it
spells each out anew: half the time that it takes to parse a report.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["compile_character_classes_once"]


class _Patterns(dict[tuple["Iterable[str]", bool], re.Pattern[str]]):
    """Patterns by characters, and by whether they are looked for or end the search."""

    def __missing__(self, key: tuple[Iterable[str], bool]) -> re.Pattern[str]:
        characters, wanted = key
        listed = "".join(map(re.escape, characters))
        found = self[key] = re.compile(f"[{'' if wanted else '^'}{listed}]+")
        return found


def compile_character_classes_once() -> None:
    """Give the parser a table of patterns that keeps what it holds."""
    from tinyhtml5 import inputstream  # it comes with WeasyPrint

    if not isinstance(inputstream.characters_until_regex, _Patterns):
        inputstream.characters_until_regex = _Patterns()
