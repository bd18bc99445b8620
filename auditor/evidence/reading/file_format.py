"""What a file is, by what is in it; the end of its name must agree."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, NoReturn

from auditor.errors import EvidenceError
from auditor.translation import Message, message

if TYPE_CHECKING:
    from io import BufferedReader
    from pathlib import Path

__all__ = ["FileFormat", "SourceFile", "opened", "recognise"]


class FileFormat(StrEnum):
    """The formats that can be read."""

    DELIMITED = "delimited"
    JSON = "json"
    PARQUET = "parquet"
    WORKBOOK = "workbook"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read, and the one that the user named."""

    path: Path
    """What is read: the file itself, or a copy of what is in it."""
    original: Path
    """What the user named."""
    format: FileFormat
    """Format of what is read, once unpacked."""
    packed: bool = False
    """Whether what is read is gzipped."""
    cells: bool = False
    """Whether it was copied from a spreadsheet, whose cells have types."""
    unclosed: tuple[int, ...] = ()
    """Lines, from 1, that lost quotes which would not have closed."""


_HEAD = 4096
_GZIP = b"\x1f\x8b"
_MAGIC = {
    b"PAR1": FileFormat.PARQUET,
    b"PK\x03\x04": FileFormat.WORKBOOK,
    b"\xd0\xcf\x11\xe0": FileFormat.WORKBOOK,
}
_FOREIGN = {
    b"%PDF": message("a PDF"),
    b"<!do": message("a web page"),
    b"<htm": message("a web page"),
    b"<?xm": message("XML"),
    b"BZh": message("a bzip2 archive"),
    b"\xfd7zX": message("an xz archive"),
    b"7z\xbc\xaf": message("a 7-Zip archive"),
    b"\x28\xb5\x2f\xfd": message("a Zstandard archive"),
}
_WORDS = {
    FileFormat.DELIMITED: message("a text file with delimited fields"),
    FileFormat.JSON: message("JSON"),
    FileFormat.PARQUET: message("Parquet"),
    FileFormat.WORKBOOK: message("a spreadsheet"),
}
_SUFFIXES = {
    ".csv": FileFormat.DELIMITED,
    ".tsv": FileFormat.DELIMITED,
    ".tab": FileFormat.DELIMITED,
    ".json": FileFormat.JSON,
    ".jsonl": FileFormat.JSON,
    ".ndjson": FileFormat.JSON,
    ".parquet": FileFormat.PARQUET,
    ".xlsx": FileFormat.WORKBOOK,
    ".xlsm": FileFormat.WORKBOOK,
    ".xls": FileFormat.WORKBOOK,
    ".ods": FileFormat.WORKBOOK,
}


def recognise(path: Path) -> SourceFile:
    """Finds out what a file is.

    Raises:
        EvidenceError: It is missing, empty, of a format that cannot be read, or not
            what the end of its name says.
    """
    packed = _head(path).startswith(_GZIP)
    named_packed = path.suffix.lower() == ".gz"
    if packed != named_packed:
        if packed:
            _refuse(path, message("a gzip archive"), message("add .gz to its name"))
        _refuse(path, message("not a gzip archive"), message("drop .gz from it"))
    found = _by_content(path, _unpacked_head(path) if packed else _head(path))
    stem = PurePath(path.stem) if packed else path
    promised = _SUFFIXES.get(stem.suffix.lower(), found)
    if promised is not found:
        way_out = message("give it the ending of what it is, or export it anew")
        _refuse(path, _WORDS[found], way_out)
    return SourceFile(path, path, found, packed)


def opened(path: Path, *, packed: bool) -> gzip.GzipFile | BufferedReader:
    """Opens a file for reading, unpacked on the way."""
    return gzip.open(path) if packed else path.open("rb")


def _refuse(path: Path, actual: Message, way_out: Message) -> NoReturn:
    raise EvidenceError(
        str(path),
        message("its name says otherwise, but this is {actual}.", actual=actual),
        message("Rename it ({way_out}).", way_out=way_out),
    )


def _empty(path: Path) -> EvidenceError:
    return EvidenceError(
        str(path), message("the file is empty."), message("Export it anew.")
    )


def _head(path: Path) -> bytes:
    try:
        # Whoever opens a pipe that nobody writes to waits for ever.
        if path.exists() and not path.is_file():
            raise EvidenceError(
                str(path), message("it is not a file."), message("Name a file.")
            )
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except FileNotFoundError as error:
        raise EvidenceError(str(path), message("there is no such file.")) from error
    except OSError as error:
        cause = message("it cannot be read: {reason}.", reason=error.strerror)
        raise EvidenceError(str(path), cause) from error
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise _empty(path)
    return head


def _unpacked_head(path: Path) -> bytes:
    try:
        with gzip.open(path) as file:
            head = file.read(_HEAD)
    except (OSError, EOFError, zlib.error):
        cause = message("the gzip archive is damaged or cut off.")
        hint = message("Copy or download it once more.")
        raise EvidenceError(str(path), cause, hint) from None
    if not head.strip(b"\xef\xbb\xbf \t\r\n"):
        raise _empty(path)
    return head


def _by_content(path: Path, head: bytes) -> FileFormat:
    for magic, found in _MAGIC.items():
        if head.startswith(magic):
            return found
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, foreign in _FOREIGN.items():
        if text[: len(magic)].lower() == magic.lower():
            cause = message("this is {foreign}, not a table.", foreign=foreign)
            hint = message("Export it as CSV, JSON, Parquet or XLSX.")
            raise EvidenceError(str(path), cause, hint)
    return FileFormat.JSON if _opens_json(text) else FileFormat.DELIMITED


def _opens_json(text: bytes) -> bool:
    after = text[1:].lstrip()
    if text.startswith(b"{"):
        return after[:1] in {b'"', b"}"}
    return text.startswith(b"[") and after[:1] in {b"{", b"]"}
