"""Characters that no installed font has: told once, not once for each letter.

WeasyPrint draws a box for each and logs it, to nobody by default. A reader of the
report would see boxes and not know why.
"""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["missing_glyphs_told_once"]

SIGN: Final = ".notdef glyph"
"""How WeasyPrint's message of a missing glyph begins."""
SHOWN: Final = 10
"""Ours: characters that the message repeats."""

_LOGGER: Final = logging.getLogger(__name__)


class _Collector(logging.Filter):
    """Keeps WeasyPrint's messages of missing glyphs, and lets all others pass."""

    def __init__(self) -> None:
        super().__init__()
        self.characters: dict[str, None] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        """Return whether the record is about something else."""
        if not str(record.msg).startswith(SIGN):
            return True
        if isinstance(record.args, tuple) and record.args:
            self.characters[str(record.args[0])] = None
        return False


@contextmanager
def missing_glyphs_told_once() -> Iterator[None]:
    """Gather what WeasyPrint says of missing glyphs and log one warning at the end."""
    collector = _Collector()
    source = logging.getLogger("weasyprint")
    source.addFilter(collector)
    try:
        yield
    finally:
        source.removeFilter(collector)
    if collector.characters:
        _LOGGER.warning(
            "No installed font has %d characters of the report, such as %s; they "
            "appear as boxes, and the file is then no PDF/A. Install a font for their "
            "script (Debian and Ubuntu: fonts-noto-core, fonts-noto-cjk, "
            "fonts-noto-color-emoji).",
            len(collector.characters),
            "".join(list(collector.characters)[:SHOWN]),
        )
