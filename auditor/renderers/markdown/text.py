"""Text from a profile as Markdown that shows it and does nothing else.

Backslashes take the meaning from punctuation (CommonMark 2.4). Where a site makes a
link, a mention or a reference of bare text, GitHub for one, a backslash is too late:
an invisible word joiner comes between.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from auditor.renderers.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["code", "escaped", "link", "table"]

_PUNCTUATION: Final = re.compile(r"[\\`*_\[\]<>|~&$]")
_LINE_START: Final = re.compile(r"^(?:(?=[-+=#])|(\d+)(?=[.)](?: |$)))")
"""What at the beginning of a line would make a list, a heading or a rule."""
_BARE_LINK: Final = re.compile(r"(?i)(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=[@#])(?=\w)")
"""Where bare text would become a link, a mention or a reference."""
_WORD_JOINER: Final = "\u2060"
_CODE: Final = re.compile(r"[\w./:~-]+", re.ASCII)
_KEY: Final = re.compile(r"(`[\w.]+`)", re.ASCII)
"""A key of the profile, as our own sentences quote it."""
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"`|\\]+")


def escaped(text: str) -> str:
    """Return a text on one line that no Markdown reader takes for more.

    Only a single word between backticks stays what it is: code.
    """
    parts = _KEY.split(plain(text))
    parts[::2] = map(_disarmed, parts[::2])
    return _LINE_START.sub(r"\1\\", "".join(parts))


def _disarmed(text: str) -> str:
    return _BARE_LINK.sub(_WORD_JOINER, _PUNCTUATION.sub(r"\\\g<0>", text))


def code(text: str) -> str:
    """Return a key or pointer as code; as text if it has more than such have."""
    return f"`{text}`" if _CODE.fullmatch(text) else escaped(text)


def link(address: str) -> str:
    """Return an address as a link to itself; as text unless it is one of the web."""
    return f"<{address}>" if _ADDRESS.fullmatch(address) else escaped(address)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table; a heading that begins with `>` aligns right.

    Cells are Markdown already: their texts went through `escaped`.
    """
    yield _row(title.removeprefix(">") for title in head)
    yield _row("---:" if title.startswith(">") else "---" for title in head)
    for row in rows:
        yield _row(row)
    yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
