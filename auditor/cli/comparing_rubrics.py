"""What `cxaudit rubric diff` does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.auditing import audited, today
from auditor.cli.documents import deliver_papers, papers
from auditor.cli.installed import load_plugins, outcome_of
from auditor.cli.languages import language_asked_for
from auditor.cli.messages import aside
from auditor.cli.progress import progress
from auditor.comparison import Comparison, Edition, compare
from auditor.comparison.rubrics import rubric_difference
from auditor.profile.reading import read_profile
from auditor.renderers.over_time.rubrics import rubrics_outline
from auditor.renderers.result import ResultDocument
from auditor.renderers.result.edition import edition_of
from auditor.renderers.result.rubrics import RubricDiffDocument
from auditor.rubric import file_called
from auditor.rubric_file import rubric_called
from auditor.translation import speaking

if TYPE_CHECKING:
    from datetime import date

    from auditor.cli.exit_code import ExitCode
    from auditor.plugin.collection import Plugins
    from auditor.profile.reading import LoadedProfile
    from auditor.rubric import Rubric

__all__ = ["Order", "perform"]


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked on the command line."""

    old: Path
    new: Path
    profile: Path | None
    replaced: tuple[tuple[str, str], ...]
    as_of: date | None
    outputs: tuple[Path, ...]
    format_: str | None
    language: str | None
    quiet: bool

    @property
    def inputs(self) -> tuple[Path, ...]:
        """The files that are read, as far as they were named."""
        tables = (Path(path) for _, path in self.replaced)
        named = (file_called(self.old), file_called(self.new), self.profile)
        return *(path for path in named if path), *tables


def perform(order: Order) -> ExitCode:
    """Compare as ordered.

    Raises:
        UsageError: If an output cannot be written.
        InputError: If a rubric, the profile or the language cannot be used.
    """
    chosen = papers(order.outputs, order.format_, order.inputs)
    plugins = load_plugins(rubrics=[order.old, order.new])
    language = language_asked_for(order.language, plugins, quiet=order.quiet)
    old, new = (
        rubric_called(called, plugins.rubrics, plugins.areas)
        for called in (order.old, order.new)
    )
    found = rubric_difference(old, new, _judged(order, (old, new), plugins))
    document = RubricDiffDocument.of(found)
    with speaking(language):
        outline = rubrics_outline(found, plugins.areas)
        deliver_papers(chosen, outline, document, quiet=order.quiet)
    return outcome_of(plugins)


def _judged(
    order: Order, rubrics: tuple[Rubric, Rubric], plugins: Plugins
) -> Comparison | None:
    """Judge the profile by both rubrics, if one is named."""
    if order.profile is None:
        return None
    loaded = read_profile(order.profile, plugins.extensions)
    as_of = order.as_of or today()
    with progress(f"Judging {order.profile} by both", silent=order.quiet), aside():
        old, new = (
            _edition(loaded, rubric, dict(order.replaced), as_of, plugins)
            for rubric in rubrics
        )
    return compare(old, new)


def _edition(
    loaded: LoadedProfile,
    rubric: Rubric,
    replaced: dict[str, str],
    as_of: date,
    plugins: Plugins,
) -> Edition:
    """Return one result; tables are measured by the limits of its rubric."""
    report = audited(loaded, plugins, rubric, as_of, replaced)
    return edition_of(ResultDocument.of(report), rubric.name)
