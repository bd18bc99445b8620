"""What a process can be kept from."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["Guard"]


class Guard(StrEnum):
    """What a process of its own keeps the code of others from."""

    TIME = "time"
    """Running without end: its parent ends it."""
    MEMORY = "memory"
    """Taking more memory than it may."""
    PROCESSES = "processes"
    """Starting processes and threads, and sending signals."""
    WRITING = "writing"
    """Making, changing and removing files."""
    NETWORK = "network"
    """Reaching a network, or another process by a socket."""
    READING = "reading"
    """Reading files outside of Python and of installed packages."""
