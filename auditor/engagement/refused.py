"""What is said of something given that cannot be used."""

from __future__ import annotations

__all__ = ["RefusedError"]


class RefusedError(ValueError):
    """Something given cannot be used; says why, as a clause."""
