"""A network of its own, in which there is nobody (Linux, user_namespaces(7))."""

from __future__ import annotations

import signal
from typing import Final

from auditor.confinement.linux import process_control, unshare

__all__ = ["end_with_parent", "without_network"]

NEW_USER: Final = 0x10000000
NEW_NETWORK: Final = 0x40000000
NEW_IPC: Final = 0x08000000
PR_SET_PDEATHSIG: Final = 1


def without_network() -> bool:
    """Leave the network, and all capabilities, behind; return whether that worked.

    Some systems and most containers do not let a user do this.
    """
    return unshare(NEW_USER | NEW_NETWORK | NEW_IPC)


def end_with_parent() -> None:
    """Let the kernel end this process when its parent is gone."""
    process_control(PR_SET_PDEATHSIG, int(signal.SIGKILL))
