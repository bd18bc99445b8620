"""The report card of a package: which promises its checks keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditor.testing.promise import Trial, trial
from auditor.testing.promises import PROMISES
from auditor.testing.promises.translated import (
    SAYS,
    TRANSLATIONS,
    translations_are_complete,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.checks import Check
    from auditor.plugin.collection import Plugins
    from auditor.plugin.loading import Plugin

__all__ = ["ReportCard", "Row", "tried_on"]

_SAID: Final = {
    **{promise.name: (promise.says, promise.takes) for promise in PROMISES},
    TRANSLATIONS: (SAYS, ""),
}


@dataclass(frozen=True, slots=True)
class Row:
    """How one promise was kept by all that were asked."""

    promise: str
    """Its name."""
    says: str
    """What is promised."""
    takes: str
    """Without what there is nothing to try."""
    trials: tuple[Trial, ...]
    """What came of trying it on each check, or on each package."""

    @property
    def tried(self) -> int:
        """How often it was tried in all."""
        return sum(each.tried for each in self.trials)

    @property
    def untried(self) -> tuple[str, ...]:
        """Those on which there was nothing to try."""
        return tuple(each.about for each in self.trials if not each.tried)

    @property
    def broken(self) -> tuple[Trial, ...]:
        """Those who broke it."""
        return tuple(each for each in self.trials if each.breaches)


@dataclass(frozen=True, slots=True)
class ReportCard:
    """Which promises the checks of a package keep."""

    package: str
    """Name of the distribution."""
    version: str
    """Its version."""
    checks: tuple[str, ...]
    """Ids of those of its checks that were tried."""
    rows: tuple[Row, ...]
    """One for each promise."""

    @property
    def kept(self) -> bool:
        """Whether every promise is kept."""
        return not any(row.broken for row in self.rows)

    @property
    def untried(self) -> bool:
        """Whether a promise could not be tried on all that were asked."""
        return any(row.untried for row in self.rows)

    @classmethod
    def of(
        cls, plugin: Plugin, checks: Iterable[Check], trials: Iterable[Trial]
    ) -> ReportCard:
        """Return the report card of a package.

        Args:
            plugin: One of its plugins, for its name and version.
            checks: Those of its checks that were tried.
            trials: What came of it.
        """
        found = tuple(trials)
        rows = (
            Row(name, *said, tuple(each for each in found if each.promise == name))
            for name, said in _SAID.items()
        )
        ids = tuple(check.id for check in checks)
        return cls(plugin.package, plugin.version, ids, tuple(rows))


def tried_on(package: str, plugins: Plugins) -> Trial:
    """Try the promise that a whole package keeps.

    Args:
        package: Its import name.
        plugins: The installed plugins.
    """
    found = translations_are_complete(package, plugins)
    return trial(TRANSLATIONS, package, found)
