"""Reading the text of an input file without trusting it."""

from __future__ import annotations

import codecs
import hashlib
import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditor.errors import InputError, Position, Problem

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["MOST_BYTES", "UNPRINTABLE", "SourceText", "position_in", "read_source"]

MOST_BYTES: Final = 5_000_000
"""Size of a document; ours. A profile of 200 departments and stages has 35 kB."""

UNPRINTABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
"""What no text in YAML 1.2 may hold (section 5.1) and no report could show."""

OTHER_ENCODINGS: Final = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
SAVE_AS: Final = "Open it in an editor and save it with the encoding UTF-8."


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one file."""

    name: str
    """Path as the user wrote it."""
    text: str
    """Its characters, without a byte-order mark."""
    sha256: str
    """Digest of its bytes, in hexadecimal."""
    size: int
    """Its length in bytes."""
    content: bytes
    """Its bytes."""


def read_source(path: Path, most_bytes: int = MOST_BYTES) -> SourceText:
    """Return the text of the file at `path`.

    Raises:
        InputError: If there is no such file, it cannot be read, is larger than
            `most_bytes` (told from its size, before reading), or is not UTF-8 text.
    """
    if not str(path).isprintable():
        raise _refused(path, "has a name that cannot be printed.", "Rename it.")
    data = _read(path, most_bytes)
    text = _decode(data, str(path))
    digest = hashlib.sha256(data).hexdigest()
    return SourceText(str(path), text, digest, len(data), data)


def position_in(text: str, offset: int, name: str) -> Position:
    """Return the position of the character at `offset` of the file called `name`."""
    line_start = text.rfind("\n", 0, offset) + 1
    return Position(name, text.count("\n", 0, offset) + 1, offset - line_start + 1)


def _read(path: Path, most_bytes: int) -> bytes:
    """Return the bytes of a regular file that is not too large."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _refused(path, "is not a file.", "Name a YAML or JSON file.")
        if status.st_size > most_bytes:
            raise _too_large(path, most_bytes)
        with path.open("rb") as file:
            data = file.read(most_bytes + 1)
    except FileNotFoundError:
        hint = "Check the spelling, and the folder that you are in."
        raise _refused(path, "does not exist.", hint) from None
    except PermissionError:
        hint = "Ask its owner for permission to read it."
        raise _refused(path, "may not be read.", hint) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise _refused(path, f"cannot be read: {reason}.") from None
    if len(data) > most_bytes:
        raise _too_large(path, most_bytes)
    return data


def _decode(data: bytes, name: str) -> str:
    """Return UTF-8 bytes as text that can be printed."""
    for mark, encoding in OTHER_ENCODINGS:
        if data.startswith(mark):
            message = f"The file is saved as {encoding}, not as UTF-8."
            raise InputError([Problem(message, Position(name, 1, 1), SAVE_AS)])
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        position = position_in(before, len(before), name)
        message = "The text from here on is not UTF-8, perhaps Windows-1252 or Latin-1."
        raise InputError([Problem(message, position, SAVE_AS)]) from None
    if found := UNPRINTABLE.search(text):
        message = f"Found a character that cannot be printed (U+{ord(found[0]):04X})."
        hint = "Delete it." if found[0] != "\0" else f"Is it a text file? {SAVE_AS}"
        position = position_in(text, found.start(), name)
        raise InputError([Problem(message, position, hint)])
    return text


def _too_large(path: Path, most_bytes: int) -> InputError:
    message = f"is too large: {most_bytes:,} bytes are allowed."
    hint = "A profile describes an organisation; tables of answers are evidence."
    return _refused(path, message, hint)


def _refused(path: Path, message: str, hint: str = "") -> InputError:
    return InputError([Problem(f"{str(path)!r} {message}", hint=hint)])
