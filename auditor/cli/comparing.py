"""What `cxaudit compare` does, from two results to an exit code."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditor.baseline import (
    Bench,
    aliases_of,
    judge_again,
    one_organisation,
    profile_of,
)
from auditor.cli.documents import deliver_papers, papers
from auditor.cli.editions import edition_at
from auditor.cli.exit_code import ExitCode
from auditor.cli.installed import load_plugins
from auditor.cli.languages import language_asked_for
from auditor.cli.messages import aside, missed, warn
from auditor.comparison import Maker, compare, left_out, same_maker
from auditor.errors import InputError, Problem
from auditor.renderers.over_time.comparison import comparison_outline
from auditor.renderers.plain import short
from auditor.renderers.result.comparison import ComparisonDocument
from auditor.rubric import Rubric, file_called
from auditor.translation import speaking
from auditor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.comparison import Comparison, Edition, JudgedAgain
    from auditor.plugin.collection import Plugins

__all__ = ["Order", "missed_regressions", "perform"]

NEEDED: Final = "Judging the old profile again needs them:"
LONGEST_NAMES: Final = 200
"""Ours: characters of names of plugins that a result may give itself."""


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked on the command line."""

    old: Path
    new: Path
    outputs: tuple[Path, ...]
    format_: str | None
    old_profile: Path | None
    old_evidence: tuple[tuple[str, str], ...]
    new_profile: Path | None
    rubric: Path | None
    packs: tuple[Path, ...]
    fail_on_regression: bool
    language: str | None
    quiet: bool

    @property
    def inputs(self) -> tuple[Path, ...]:
        """The files that are read, as far as they were named."""
        named = (self.old_profile, self.new_profile, file_called(self.rubric))
        tables = (Path(path) for _, path in self.old_evidence)
        paths = (path for path in named if path)
        return self.old, self.new, *paths, *self.packs, *tables


def perform(order: Order) -> ExitCode:
    """Compare as ordered.

    Raises:
        UsageError: If an output cannot be written.
        InputError: If a result, a profile or the language cannot be used.
    """
    chosen = papers(order.outputs, order.format_, order.inputs)
    old, new = edition_at(order.old), edition_at(order.new)
    one_organisation((old, new))
    if old.as_of > new.as_of and not order.quiet:
        warn(f"{old.source} is of {old.as_of}, later than {new.source}.")
    plugins = load_plugins(packs=order.packs, rubrics=[order.rubric])
    language = language_asked_for(order.language, plugins, quiet=order.quiet)
    again = _again(order, old, new, plugins)
    aliases = aliases_of(plugins, (old, new))
    found = compare(old, new, aliases=aliases, again=again)
    document = ComparisonDocument.of(found)
    with speaking(language):
        deliver_papers(chosen, comparison_outline(found), document, quiet=order.quiet)
    misses = tuple(missed_regressions(found)) if order.fail_on_regression else ()
    for sentence in misses:
        missed(sentence)
    return ExitCode.MISSED if misses else ExitCode.DONE


def missed_regressions(comparison: Comparison) -> Iterator[str]:
    """Yield a sentence that names what stands worse than before, if anything does."""
    if worse := [change.check for change in comparison.regressions]:
        yield f"Worse than on {comparison.old.as_of}: {', '.join(worse)}."


def _again(
    order: Order, old: Edition, new: Edition, plugins: Plugins
) -> JudgedAgain | None:
    """Judge the old profile again by rubric and tool of the new result, if named."""
    if order.old_profile is None:
        return None
    renewed = None
    if order.new_profile:
        renewed = profile_of(new, order.new_profile, plugins)
    bench = Bench(plugins, _rubric(order, new, plugins), new.as_of, renewed)
    profile = profile_of(old, order.old_profile, plugins)
    with aside():
        return judge_again(old, profile, dict(order.old_evidence), bench)


def _rubric(order: Order, new: Edition, plugins: Plugins) -> Rubric:
    """Return the rubric that the new result was held against.

    Raises:
        InputError: If it is not at hand, or if other versions are installed than those
            that made the new result.
    """
    if problem := _other_makers(new, plugins):
        raise InputError([problem])
    rubric = Rubric.built_in(plugins.areas)
    if order.rubric:
        from auditor.rubric_file import rubric_called

        rubric = rubric_called(order.rubric, plugins.rubrics, plugins.areas)
    asked = frozenset(f.check for f in new.findings if not left_out(f))
    rubric = replace(rubric, selected=rubric.selected & asked)
    if rubric.digest() == new.rubric_sha256:
        return rubric
    message = f"{new.source} was held against another rubric, {new.rubric_name}."
    raise InputError([Problem(message, hint="Give its file with --rubric.")])


def _other_makers(new: Edition, plugins: Plugins) -> Problem | None:
    """Return what made the new result and is not here, or is here and did not."""
    if new.version != __version__:
        message = (
            f"{new.source} was made by cxaudit {new.version}; here is {__version__}."
        )
        return Problem(message, hint=f"{NEEDED} audit anew, then compare.")
    here = {
        check.id: Maker(plugin.name, plugin.version, plugin.sha256)
        for plugin in plugins.installed
        for check in plugin.checks
    }
    made_it, are_here = {*map(str, new.makers.values())}, {*map(str, here.values())}
    missing, added = sorted(made_it - are_here), sorted(are_here - made_it)
    if missing:
        message = (
            f"Checks of {new.source} are by {_named(missing)}, not installed here."
        )
        hint = (
            f"{NEEDED} name packs by --pack, the rubric that brings them by --rubric."
        )
        return Problem(message, hint=hint)
    if added:
        message = f"{_named(added)} took no part in {new.source}, and would here."
        return Problem(message, hint="Leave it out, or audit anew, then compare.")
    changed = {
        str(here.get(check) or new.makers[check])
        for check in {*new.makers, *here}
        if not same_maker(new.makers.get(check), here.get(check))
    }
    if changed:
        message = (
            f"{_named(sorted(changed))} had other files when {new.source} was made."
        )
        return Problem(message, hint=f"{NEEDED} audit anew, then compare.")
    return None


def _named(makers: list[str]) -> str:
    return short(", ".join(makers), LONGEST_NAMES)
