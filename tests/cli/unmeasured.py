"""The surroundings of a process whose coverage nobody measures."""

from __future__ import annotations

import os

__all__ = ["unmeasured"]


def unmeasured() -> dict[str, str]:
    """Return our environment without what makes a new process measure its coverage.

    For processes that cannot write what they measured: one that is ended while it
    writes leaves half a file, which cannot be read with the others.
    """
    return {key: told for key, told in os.environ.items() if not key.startswith("COV")}
