"""How parent and child tell one message from the next: its length, then its bytes."""

from __future__ import annotations

import os
import struct
from typing import Final

__all__ = ["MOST_BYTES", "read_frame", "write_frame"]

HEAD: Final = struct.Struct(">Q")
MOST_BYTES: Final = 4_000_000
"""Ours: length of an answer; the metadata of a thousand checks is shorter."""


def read_frame(pipe: int, most: int | None = None) -> bytes:
    """Return the next message from a pipe.

    Args:
        pipe: Its file descriptor.
        most: The length above which it is not read.

    Raises:
        EOFError: If the other side has gone.
        ValueError: If it is too long.
    """
    (length,) = HEAD.unpack(_read(pipe, HEAD.size))
    if most is not None and length > most:
        raise ValueError(length)
    return _read(pipe, length)


def write_frame(pipe: int, content: bytes) -> None:
    """Write a message into a pipe.

    Raises:
        OSError: If the other side has gone.
    """
    for part in (HEAD.pack(len(content)), content):
        left = memoryview(part)
        while left:
            left = left[os.write(pipe, left) :]


def _read(pipe: int, length: int) -> bytes:
    read = bytearray()
    while len(read) < length:
        part = os.read(pipe, min(length - len(read), 1 << 20))
        if not part:
            raise EOFError
        read += part
    return bytes(read)
