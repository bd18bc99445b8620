"""What is said of something given that cannot be used."""

from __future__ import annotations

__all__ = ["RefusedError"]


class RefusedError(Exception):
    """Something given cannot be used; says why, as a clause."""
