"""Processes for what others wrote: started, limited, cut off, ended.

Templates of others are rendered in one, checks of others are judged in one. What a
process can be kept from depends on the system, and `confine` says what it reached:

- everywhere: the time by the clock, as the parent ends the process;
- on Linux and macOS: the time of the processor, further processes (not for the
  superuser of macOS), and the content of files, which cannot grow;
- on Linux: the memory (macOS does not enforce RLIMIT_AS); and, by a filter of system
  calls, a network of its own and Landlock, as far as the kernel has them: the network,
  all writing, further processes, signals to others, and reading outside of Python.

Windows has none of these limits but the clock.
"""

from __future__ import annotations

from auditor.confinement.guard import Guard
from auditor.confinement.guarding import confine
from auditor.confinement.limits import Limits
from auditor.confinement.starting import started

__all__ = ["Guard", "Limits", "confine", "started"]
