"""Templates of others: those of a folder and those of plugins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["NO_TEMPLATES", "ForeignTemplates"]


@dataclass(frozen=True, slots=True)
class ForeignTemplates:
    """Templates that come before ours."""

    packages: tuple[str, ...] = ()
    """Import packages of plugins."""
    files: tuple[tuple[str, str], ...] = ()
    """Files of a folder, by path within it: they come first of all."""
    images: tuple[tuple[str, bytes], ...] = ()
    """Its images, each encoded anew as PNG."""

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.packages or self.files)


NO_TEMPLATES: Final = ForeignTemplates()
"""Nothing but ours."""
