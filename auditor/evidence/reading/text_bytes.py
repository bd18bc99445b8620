"""One look at the bytes of a file: its digest, and what a strict reader chokes on."""

from __future__ import annotations

import codecs
import hashlib
import zlib
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from auditor.errors import EvidenceError
from auditor.evidence.reading.file_format import FileFormat, opened
from auditor.evidence.reading.quotes import closed
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from auditor.evidence.reading.file_format import SourceFile

__all__ = ["TextTraits", "clean_copy", "digest", "readable_text", "traits", "unpacked"]

_CHUNK = 1 << 20
_numbers = count()
_BOM = codecs.BOM_UTF8


@dataclass(frozen=True, slots=True)
class TextTraits:
    """What a text file needs before a strict reader may have it."""

    encoding: str
    """`utf-8`, `utf-16`, or nothing where lines differ."""
    mixed_ends: bool
    """Whether its lines end in more than one way."""
    marks: int
    """How many byte-order marks it begins with."""
    quotes_close: bool = True
    """Whether every quote that is opened is closed, as far as their number tells."""

    def clean(self, marks: int) -> bool:
        """Whether a reader that takes off so many marks can have it as it is."""
        return self.encoding == "utf-8" and not self.mixed_ends and self.marks <= marks


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes, as they lie on disk."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def traits(path: Path, *, packed: bool) -> TextTraits:
    """Looks through a file once, a piece at a time."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    encoding, head, feeds, returns, pairs, last = "utf-8", b"", 0, 0, 0, b""
    quotes = 0
    for chunk in _chunks(path, packed=packed):
        head = head or chunk[:16]
        quotes += chunk.count(b'"')
        feeds += chunk.count(b"\n")
        if found := chunk.count(b"\r"):
            returns += found
            pairs += chunk.count(b"\r\n")
        pairs += last == b"\r" and chunk[:1] == b"\n"
        last = chunk[-1:]
        encoding = encoding and _still_utf8(decoder, chunk)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return TextTraits("utf-16", mixed_ends=False, marks=0)
    marks = (len(head) - len(_without_marks(head))) // len(_BOM)
    mixed = len({feeds, returns, pairs}) > 1 and min(feeds, returns) > 0
    return TextTraits(encoding, mixed, marks, quotes_close=quotes % 2 == 0)


def readable_text(file: SourceFile, workspace: Path, fallback: str) -> SourceFile:
    """The file itself, or a clean copy where a strict reader would choke on it."""
    found = traits(file.path, packed=file.packed)
    delimited = file.format is FileFormat.DELIMITED
    quotes_close = found.quotes_close or not delimited
    if found.clean(marks=1 if delimited else 0) and quotes_close:
        return file
    copy = workspace / f"clean-{next(_numbers)}.txt"
    unclosed = clean_copy(file, copy, found, fallback, quotes_close=quotes_close)
    return replace(file, path=copy, packed=False, unclosed=unclosed)


def clean_copy(
    file: SourceFile,
    target: Path,
    found: TextTraits,
    fallback: str,
    *,
    quotes_close: bool,
) -> tuple[int, ...]:
    """Writes a copy in UTF-8 with line feeds, a line at a time.

    A line that is not UTF-8 is read in the fallback encoding; a byte that this does
    not know becomes the replacement character.

    Returns:
        The numbers, from 1, of lines that lost quotes which would not have closed.
    """
    unclosed: list[int] = []
    with target.open("wb") as output:
        if found.encoding == "utf-16":
            _recode(file, output.write)
            return ()
        lines = _lines(file) if quotes_close else closed(_lines(file), unclosed)
        first = True
        for line in lines:
            plain = _without_marks(line) if first else line
            first = False
            output.write(_lines_fed(_as_utf8(plain, fallback)))
    return tuple(unclosed)


def _chunks(path: Path, *, packed: bool) -> Iterator[bytes]:
    try:
        with opened(path, packed=packed) as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    except (EOFError, zlib.error, OSError):
        cause = message("the file is damaged or cut off.")
        hint = message("Copy or download it once more.")
        raise EvidenceError(str(path), cause, hint) from None


def _lines(file: SourceFile) -> Iterator[bytes]:
    rest = b""
    for chunk in _chunks(file.path, packed=file.packed):
        *whole, rest = (rest + chunk).split(b"\n")
        for line in whole:
            yield line + b"\n"
    if rest:
        yield rest


def _still_utf8(decoder: codecs.IncrementalDecoder, chunk: bytes) -> str:
    try:
        decoder.decode(chunk)
    except UnicodeDecodeError:
        return ""
    return "utf-8"


def _without_marks(line: bytes) -> bytes:
    while line.startswith(_BOM):
        line = line[len(_BOM) :]
    return line


def _as_utf8(line: bytes, fallback: str) -> bytes:
    try:
        line.decode()
    except UnicodeDecodeError:
        return line.decode(fallback, errors="replace").encode()
    return line


def _lines_fed(line: bytes) -> bytes:
    return line.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in line else line


def _recode(file: SourceFile, write: Callable[[bytes], object]) -> None:
    decoder = codecs.getincrementaldecoder("utf-16")(errors="replace")
    for chunk in _chunks(file.path, packed=file.packed):
        text = decoder.decode(chunk)
        write(text.replace("\r\n", "\n").replace("\r", "\n").encode())


def unpacked(path: Path, workspace: Path) -> Path:
    """Unpacks a gzipped file into a folder, and says where it is now."""
    target = workspace / f"unpacked-{next(_numbers)}"
    with target.open("wb") as output:
        for chunk in _chunks(path, packed=True):
            output.write(chunk)
    return target
