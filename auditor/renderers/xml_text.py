"""Text as XML can hold it, which office documents and JUnit are made of.

XML 1.0 forbids most control characters, lone surrogates and two code points that are
no characters (section 2.2); one of them makes a document that no program opens.
"""

from __future__ import annotations

from typing import Final

from auditor.renderers.plain import plain, short
from auditor.translation import message, say

__all__ = ["xml_text"]

_NO_CHARACTERS: Final = {ord(char): None for char in "\ufffe\uffff"}
CUT: Final = message("(cut short here; the JSON result has it whole)")


def xml_text(text: str, most: int | None = None) -> str:
    """Return `text` on one line as XML can hold it.

    Args:
        text: Any text.
        most: Characters that it may have; what is cut says that it was.
    """
    line = plain(text).translate(_NO_CHARACTERS)
    if most is None or len(line) <= most:
        return line
    cut = say(CUT)
    return f"{short(line, most - len(cut) - 1)} {cut}"
