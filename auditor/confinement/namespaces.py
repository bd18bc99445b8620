"""A network of its own, in which there is nobody (Linux, user_namespaces(7))."""

from __future__ import annotations

from typing import Final

from auditor.confinement.linux import unshare

__all__ = ["without_network"]

NEW_USER: Final = 0x10000000
NEW_NETWORK: Final = 0x40000000
NEW_IPC: Final = 0x08000000


def without_network() -> bool:
    """Leave the network, and all capabilities, behind; return whether that worked.

    Some systems and most containers do not let a user do this.
    """
    return unshare(NEW_USER | NEW_NETWORK | NEW_IPC)
