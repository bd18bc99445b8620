"""A filter of system calls: what a pure function never asks of a kernel (seccomp(2)).

It forbids; it does not allow. The calls named here answer "not permitted"; opening a
file does so where it would be written. Numbers differ by processor: on one that is
not in the table there is no filter.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from typing import Final, NamedTuple

from auditor.confinement.linux import forgo_privileges, process_control

__all__ = ["filtered"]

PR_SET_SECCOMP: Final = 22
BY_FILTER: Final = 2

LOAD: Final = 0x20
EQUAL: Final = 0x15
AT_LEAST: Final = 0x35
ANY_BIT: Final = 0x45
RETURN: Final = 0x06
ALLOW: Final = 0x7FFF0000
END_PROCESS: Final = 0x80000000
REFUSE: Final = 0x00050000 | errno.EPERM

NUMBER_AT: Final = 0
PROCESSOR_AT: Final = 4
ARGUMENTS_AT: Final = 16
OTHER_NUMBERS: Final = 0x40000000
"""From here on x86-64 has a second table (x32): nobody needs it."""
WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


class _Processor(NamedTuple):
    """What differs between processors."""

    audit: int
    """Its number in the kernel's records."""
    column: int
    """Its column in the table below."""
    open_: int | None
    """The call `open`, with flags second, where there is one."""
    openat: int
    """The call `openat`, with flags third."""


PROCESSORS: Final = {
    "x86_64": _Processor(0xC000003E, 0, 2, 257),
    "aarch64": _Processor(0xC00000B7, 1, None, 56),
}
CALLS: Final[dict[str, tuple[int | None, int | None]]] = {
    # a network
    "socket": (41, 198),
    "socketpair": (53, 199),
    "connect": (42, 203),
    "bind": (49, 200),
    "io_uring_setup": (425, 425),
    # processes and threads
    "fork": (57, None),
    "vfork": (58, None),
    "clone": (56, 220),
    "clone3": (435, 435),
    "execve": (59, 221),
    "execveat": (322, 281),
    # other processes
    "kill": (62, 129),
    "tkill": (200, 130),
    "tgkill": (234, 131),
    "pidfd_open": (434, 434),
    "pidfd_send_signal": (424, 424),
    "pidfd_getfd": (438, 438),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    # files
    "creat": (85, None),
    "openat2": (437, 437),
    "truncate": (76, 45),
    "ftruncate": (77, 46),
    "fallocate": (285, 47),
    "unlink": (87, None),
    "unlinkat": (263, 35),
    "rename": (82, None),
    "renameat": (264, 38),
    "renameat2": (316, 276),
    "mkdir": (83, None),
    "mkdirat": (258, 34),
    "rmdir": (84, None),
    "link": (86, None),
    "linkat": (265, 37),
    "symlink": (88, None),
    "symlinkat": (266, 36),
    "mknod": (133, None),
    "mknodat": (259, 33),
    "mount": (165, 40),
    "move_mount": (429, 429),
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    # what is known of files
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "fchown": (93, 55),
    "lchown": (94, None),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "setxattrat": (463, 463),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "removexattrat": (466, 466),
    # limits, name spaces and the kernel
    "prlimit64": (302, 261),
    "setrlimit": (160, 164),
    "unshare": (272, 97),
    "setns": (308, 268),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    # memory that outlives a process
    "shmget": (29, 194),
    "msgget": (68, 186),
    "semget": (64, 190),
    "mq_open": (240, 180),
}
"""By name, the number of each forbidden call on each processor, or None where it has
no such call."""


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))


def filtered() -> bool:
    """Refuse this process the calls of the table; return whether that worked."""
    processor = PROCESSORS.get(platform.machine())
    if processor is None or not forgo_privileges():
        return False
    steps = b"".join(_steps(processor))
    held = ctypes.create_string_buffer(steps, len(steps))
    at = ctypes.cast(held, ctypes.c_void_p)
    program = _Program(len(steps) // 8, at)
    return process_control(PR_SET_SECCOMP, BY_FILTER, ctypes.byref(program))


def _steps(processor: _Processor) -> list[bytes]:
    """Return the filter, which stops at the first step that returns."""
    numbers = [pair[processor.column] for pair in CALLS.values()]
    forbidden = [number for number in numbers if number is not None]
    steps = [
        _step(LOAD, PROCESSOR_AT),
        _step(EQUAL, processor.audit, 1, 0),
        _step(RETURN, END_PROCESS),
        _step(LOAD, NUMBER_AT),
        *_unless(AT_LEAST, OTHER_NUMBERS),
    ]
    for number in forbidden:
        steps += _unless(EQUAL, number)
    for opening, place in ((processor.open_, 1), (processor.openat, 2)):
        if opening is not None:
            steps += [
                _step(EQUAL, opening, 0, 4),
                _step(LOAD, ARGUMENTS_AT + 8 * place),
                *_unless(ANY_BIT, WRITES),
                _step(RETURN, ALLOW),
            ]
    return [*steps, _step(RETURN, ALLOW)]


def _unless(test: int, value: int) -> tuple[bytes, bytes]:
    """Return the steps that refuse what passes a test, and go on with the rest."""
    return _step(test, value, 0, 1), _step(RETURN, REFUSE)


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("=HBBI", code, if_true, if_false, value)
