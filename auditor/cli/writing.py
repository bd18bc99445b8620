"""Writing files whole or not at all.

A file is written beside its target and then moved into its place, so that a run
which fails or is interrupted leaves the old file as it was.
"""

from __future__ import annotations

import os
import secrets
import stat
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from auditor.errors import OutputError

__all__ = ["check_writable", "make_folder", "write_file", "write_stdout"]

PERMISSIONS: Final = 0o777
"""The bits of a file's mode that say who may do what."""


def check_writable(path: Path) -> None:
    """Find out whether a file can be written, without touching it.

    Raises:
        OutputError: If it cannot; says why.
    """
    try:
        _try_to_write(path, _followed(path))
    # Even asking whether a file exists fails where its name is too long.
    except OSError as error:
        raise _failed(path, error) from error


def make_folder(folder: Path) -> None:
    """Make a folder, and those around it, if they are not there.

    Raises:
        OutputError: If it cannot be made; says why.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"{folder} cannot be made: {error.strerror or error}."
        raise OutputError(message) from error


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole, or leave everything as it was.

    A link is followed; what is no regular file, such as a pipe, is written directly. A
    file that is replaced keeps its permissions, a new one gets the usual ones.

    Raises:
        OutputError: If it cannot be written; says why.
    """
    target = _followed(path)
    try:
        if _is_special(target):
            target.write_bytes(content)
        else:
            _replace(target, content)
    except OSError as error:
        raise _failed(path, error) from error


def write_stdout(content: bytes) -> None:
    """Write bytes to stdout as they are.

    Raises:
        OutputError: If they cannot be written, as on a full disk.
        BrokenPipeError: If nobody reads any more.
    """
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _failed("stdout", error) from error


def _try_to_write(path: Path, target: Path) -> None:
    """Find out whether `target`, which `path` leads to, can be written."""
    folder = target.parent
    if target.is_dir():
        raise OutputError(f"{path} is a folder; name a file in it.")
    if not folder.is_dir():
        reason = f"there is no folder {folder}. Make it first."
        raise OutputError(f"{path} cannot be written: {reason}")
    if target.exists() and not os.access(target, os.W_OK):
        raise OutputError(f"{path} is write-protected.")
    if not _is_special(target):
        # Trying is the only sure way: a file system can be read-only or full.
        with TemporaryFile(dir=folder):
            pass


def _replace(target: Path, content: bytes) -> None:
    """Put a new file with this content into the target's place."""
    beside = target.with_name(f".cxaudit-{secrets.token_hex(8)}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
        if target.exists():
            beside.chmod(target.stat().st_mode & PERMISSIONS)
        beside.replace(target)
    # Also on Ctrl-C: nothing half written may stay.
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _followed(path: Path) -> Path:
    """Return the file that is meant, where the path is a link."""
    return Path(os.path.realpath(path))


def _is_special(path: Path) -> bool:
    """Whether there is something that is no regular file, such as /dev/null."""
    return path.exists() and not stat.S_ISREG(path.stat().st_mode)


def _failed(path: Path | str, error: OSError) -> OutputError:
    return OutputError(f"{path} cannot be written: {error.strerror or error}.")
