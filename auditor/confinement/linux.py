"""System calls of Linux that Python has no names for."""

from __future__ import annotations

import ctypes
from functools import cache

__all__ = ["call", "forgo_privileges", "process_control", "unshare"]

PR_SET_NO_NEW_PRIVS = 38


@cache
def _library() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def call(number: int, *arguments: object) -> int:
    """Make a system call by its number; a negative result says that it failed."""
    result: int = _library().syscall(ctypes.c_long(number), *arguments)
    return result


def process_control(*arguments: object) -> bool:
    """Make the call `prctl`; return whether it did what was asked."""
    wide = (a if not isinstance(a, int) else ctypes.c_ulong(a) for a in arguments)
    padded = (*wide, *(ctypes.c_ulong(0) for _ in range(5 - len(arguments))))
    return bool(_library().prctl(*padded) == 0)


def unshare(flags: int) -> bool:
    """Leave name spaces; return whether that was allowed."""
    return bool(_library().unshare(flags) == 0)


def forgo_privileges() -> bool:
    """Never gain a privilege again, which the kernel asks of who cuts itself off."""
    return process_control(PR_SET_NO_NEW_PRIVS, 1)
