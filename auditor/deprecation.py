"""What of the plugin API is on its way out, and how its users learn of it.

A name stays for at least one minor version after the one that deprecated it, works as
before, and warns whoever uses it; it goes with the next major version. pytest shows
such warnings, so the author of a plugin sees them and who reads a report does not::

    @deprecated(since="1.2", instead="`tally`")
    def count(…): …

A name of the facade that has been replaced stands in `auditor._REPLACED`.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Deprecation", "PluginApiWarning", "deprecated"]

P = ParamSpec("P")
R = TypeVar("R")


class PluginApiWarning(DeprecationWarning):
    """Something of the plugin API is used that the next major version will not have."""


@dataclass(frozen=True, slots=True)
class Deprecation:
    """Since when something is deprecated, and what takes its place."""

    since: str
    """The version of the plugin API that deprecated it, such as `1.2`."""
    instead: str
    """What takes its place, as a phrase: "`tally`"."""

    @property
    def gone(self) -> str:
        """The version that will not have it."""
        return f"{int(self.since.partition('.')[0]) + 1}.0"

    def warn(self, name: str, depth: int = 2) -> None:
        """Warn of a name.

        Args:
            name: What is used.
            depth: How many calls above this one it is used.
        """
        message = (
            f"`{name}` is deprecated since version {self.since} of the plugin API and "
            f"goes with {self.gone}; use {self.instead}."
        )
        warnings.warn(message, PluginApiWarning, stacklevel=depth + 1)


def deprecated(
    *, since: str, instead: str
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a function of the facade warn its callers; see `Deprecation`."""
    notice = Deprecation(since, instead)

    def made(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def warning(*args: P.args, **kwargs: P.kwargs) -> R:
            notice.warn(function.__name__)
            return function(*args, **kwargs)

        return warning

    return made
