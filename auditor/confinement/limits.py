"""What a child process may take."""

from __future__ import annotations

import sys
from dataclasses import dataclass

__all__ = ["Limits"]

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Time and memory of a child process; ours, far above any honest report."""

    seconds: int = 120
    """Time of the processor, and half of the time by the clock."""
    megabytes: int = 2_000
    """Addressable memory, libraries and fonts included."""

    @property
    def patience(self) -> int:
        """Seconds by the clock: a busy machine gives a process half of its time."""
        return 2 * self.seconds

    def apply(self) -> None:
        """Limit this process, as far as the system can."""
        if sys.platform == "win32":
            return
        import resource

        # The hard limit lies above: at the soft one, Python may still say goodbye.
        resource.setrlimit(resource.RLIMIT_CPU, (self.seconds, self.seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            most = self.megabytes * MEGABYTE
            resource.setrlimit(resource.RLIMIT_AS, (most, most))
