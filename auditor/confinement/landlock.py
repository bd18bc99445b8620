"""Landlock: reading some folders, and no other use of files (Linux, landlock(7))."""

from __future__ import annotations

import ctypes
import os
import stat
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from auditor.confinement.linux import call, forgo_privileges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["python_folders", "reads_only"]

CREATE_RULESET: Final = 444
ADD_RULE: Final = 445
RESTRICT_SELF: Final = 446
ASK_FOR_VERSION: Final = 1
BENEATH_A_PATH: Final = 1
READ_FILE: Final = 1 << 2
READ_FOLDER: Final = 1 << 3
RIGHTS: Final = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""How many rights over files each version of Landlock knows; later ones know as many
as the last."""
TCP: Final = 0b11
"""Binding and connecting."""
TCP_SINCE: Final = 4
"""The first version that knows them."""
ABSTRACT_SOCKETS_AND_SIGNALS: Final = 0b11
"""What else reaches other processes."""
SCOPES_SINCE: Final = 6
"""The first version that knows it."""
SYSTEM: Final = (
    *("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/share"),
    *("/etc/ld.so.cache", "/etc/localtime", "/dev/null", "/dev/urandom"),
    *("/proc/cpuinfo", "/proc/meminfo", "/sys/devices/system/cpu"),
)
"""What Python and numerical libraries read of a system."""


class _Ruleset(ctypes.Structure):
    _fields_ = (
        ("files", ctypes.c_uint64),
        ("network", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def python_folders() -> Iterator[str]:
    """Yield where modules and the libraries below them lie."""
    yield from SYSTEM
    yield from {sys.prefix, sys.base_prefix, sys.exec_prefix, *filter(None, sys.path)}


def reads_only(paths: Iterable[str]) -> bool:
    """Let this process read some files and folders, and do nothing else to files.

    Returns:
        Whether the kernel has Landlock and took it.
    """
    version = call(CREATE_RULESET, None, ctypes.c_size_t(0), ASK_FOR_VERSION)
    if version < 1:
        return False
    ruleset = _ruleset(version)
    if ruleset < 0:
        return False
    try:
        for path in paths:
            # What is not there cannot be read either.
            with suppress(OSError):
                _allow(ruleset, path)
        return forgo_privileges() and call(RESTRICT_SELF, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _ruleset(version: int) -> int:
    """Return a set that forbids all that a version of Landlock knows."""
    known = RIGHTS.get(version, RIGHTS[max(RIGHTS)])
    rules = _Ruleset((1 << known) - 1, TCP, ABSTRACT_SOCKETS_AND_SIGNALS)
    fields = 1 + (version >= TCP_SINCE) + (version >= SCOPES_SINCE)
    size = ctypes.c_size_t(fields * ctypes.sizeof(ctypes.c_uint64))
    return call(CREATE_RULESET, ctypes.byref(rules), size, 0)


def _allow(ruleset: int, path: str) -> None:
    """Allow reading below a path.

    Raises:
        OSError: If there is nothing.
    """
    opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        is_folder = stat.S_ISDIR(os.fstat(opened).st_mode)
        rights = READ_FILE | READ_FOLDER if is_folder else READ_FILE
        below = _Beneath(rights, opened)
        call(ADD_RULE, ruleset, BENEATH_A_PATH, ctypes.byref(below), 0)
    finally:
        os.close(opened)
