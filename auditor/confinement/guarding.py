"""The child's side: everything that the system offers, one after the other."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from auditor.confinement.guard import Guard

if TYPE_CHECKING:
    from auditor.confinement.limits import Limits

__all__ = ["confine"]

FEW_FILES = 256
"""Ours: files that are open at once; reading packages needs a handful."""


def confine(limits: Limits) -> tuple[Guard, ...]:
    """Limit this process and cut it off; return what it is kept from, from now on.

    There is no way back. It has to be called before any other thread is started.
    """
    limits.apply()
    if sys.platform == "win32":
        return (Guard.TIME,)
    reached = {Guard.TIME}
    if _without_files_and_processes() and os.geteuid() != 0:
        reached.add(Guard.PROCESSES)
    if sys.platform == "linux":
        reached |= {Guard.MEMORY, *_by_the_kernel()}
    return tuple(guard for guard in Guard if guard in reached)


def _without_files_and_processes() -> bool:
    """Let files grow no more, and no process start: the superuser's do."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    few = FEW_FILES if most == resource.RLIM_INFINITY else min(FEW_FILES, most)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_NOFILE, (few, few))
        resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))
    except (OSError, ValueError):
        return False
    return True


def _by_the_kernel() -> set[Guard]:
    """Use what Linux has; the filter comes last, as it forbids the other means."""
    from auditor.confinement import landlock, namespaces, system_calls

    reached: set[Guard] = set()
    if namespaces.without_network():
        reached.add(Guard.NETWORK)
    if landlock.reads_only(landlock.python_folders()):
        reached |= {Guard.WRITING, Guard.READING}
    if system_calls.filtered():
        reached |= {Guard.WRITING, Guard.NETWORK, Guard.PROCESSES}
    return reached
