"""Objects of a PDF, put into bytes once.

A report is written twice, as a draft for its digests and for good, and read through
once more for its identifier: packed each time, and its thousands of tags spelt out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

__all__ = ["TAGS", "WrittenObject", "write_once"]

TAGS: Final = ("/StructElem", "/OBJR")
"""The types of what makes up the tree of tags."""


@dataclass(slots=True)
class WrittenObject:
    """One object as it stands in the file; to pydyf it is as good as any."""

    number: int
    data: bytes
    compressible: bool
    """Whether it may stand in a stream with others; a stream may not."""
    offset: int = 0
    generation: int = 0
    free: str = "n"
    """Whether it stands in the file (`n`) or is left out (`f`)."""

    @property
    def reference(self) -> bytes:
        """How others refer to it."""
        return b"%d %d R" % (self.number, self.generation)

    @property
    def indirect(self) -> bytes:
        """The object with its number."""
        return b"%d %d obj\n%b\nendobj" % (self.number, self.generation, self.data)


def write_once(pdf: Any) -> list[WrittenObject]:
    """Replace streams and tags by their bytes, and return the tags.

    Args:
        pdf: The document as pydyf holds it; neither changes after this.
    """
    tags = []
    for number, each in enumerate(pdf.objects):
        is_tag = isinstance(each, dict) and each.get("Type") in TAGS
        if is_tag or hasattr(each, "stream"):
            written = WrittenObject(number, each.data, compressible=each.compressible)
            pdf.objects[number] = written
            if is_tag:
                tags.append(written)
    return tags
