"""What `cxaudit run` does, from an order to an exit code."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.auditing import audited, chosen_rubric, today
from auditor.cli.audit_options import AuditOptions
from auditor.cli.exit_code import ExitCode
from auditor.cli.installed import load_plugins
from auditor.cli.languages import language_asked_for, note_untranslated
from auditor.cli.messages import aside, missed, note, warn, warn_all
from auditor.cli.outputs import choose_outputs, deliver
from auditor.cli.parameters import LIST_CHECKS, names_asked_for, unknown
from auditor.cli.presentation import check_use, read_presentation
from auditor.cli.progress import progress
from auditor.cli.thresholds import missed_thresholds
from auditor.finding import Outcome
from auditor.profile.reading import read_profile
from auditor.renderers import Renderers
from auditor.rubric import file_called, names_of_checks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from auditor.cli.outputs import Output
    from auditor.comparison import Edition
    from auditor.plugin.collection import Plugins
    from auditor.profile.reading import LoadedProfile
    from auditor.renderers.foreign_templates import ForeignTemplates
    from auditor.report import Report
    from auditor.rubric import Rubric

__all__ = ["Order", "perform"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(AuditOptions):
    """What was asked of one audit."""

    profile: Path
    outputs: tuple[Path, ...]
    format_: str | None = None
    replaced: tuple[tuple[str, str], ...] = ()
    baseline: Path | None = None
    old_profile: Path | None = None
    old_evidence: tuple[tuple[str, str], ...] = ()
    fail_on_regression: bool = False
    sign_with: Path | None = None
    verbose: bool = False

    @property
    def inputs(self) -> tuple[Path, ...]:
        """The files that are read, as far as they were named; the profile first."""
        rubric = file_called(self.rubric)
        named = (rubric, self.engagement, self.baseline, self.old_profile)
        tables = (Path(path) for _, path in (*self.replaced, *self.old_evidence))
        options = (path for path in (*named, self.sign_with) if path)
        return self.profile, *options, *self.packs, *tables


def perform(order: Order) -> ExitCode:
    """Audit as ordered.

    Raises:
        UsageError: If the outputs do not fit together or cannot be written.
        InputError: If the profile, the rubric, the engagement, the templates, the
            language or a name cannot be used.
    """
    only = names_asked_for(order.plugins_only)
    plugins = load_plugins(
        only, packs=order.packs, rubrics=[order.rubric], isolate=order.isolate
    )
    renderers = Renderers.of(plugins, _templates(order, plugins), order.view)
    warn_all(renderers.clashes)
    outputs = choose_outputs(order.outputs, order.format_, order.inputs, renderers)
    check_use(outputs, order.view, order.templates, order.engagement)
    if order.sign_with:
        # Imported only for who signs, and asked for before any work.
        from auditor.cli.signing import signed_outputs

        outputs = signed_outputs(outputs, order.sign_with)
    engagement = read_presentation(order.engagement, outputs, quiet=order.quiet)
    language = language_asked_for(
        order.language, plugins, engagement, quiet=order.quiet
    )
    if not order.quiet:
        note_untranslated(language, plugins)
    report = _report(order, plugins)
    report = replace(report, engagement=engagement, language=language)
    errors = _warn_of_errors(report)
    delivered = _deliver(report, outputs, order)
    misses = tuple(_misses(report, order))
    for sentence in misses:
        missed(sentence)
    faults = plugins.failed or renderers.clashes or report.evidence.faults
    if faults or errors or not delivered:
        return ExitCode.INCOMPLETE
    return ExitCode.MISSED if misses else ExitCode.DONE


def _misses(report: Report, order: Order) -> Iterator[str]:
    """Yield a sentence for each threshold that is missed."""
    yield from missed_thresholds(report, order.fail_under, order.fail_on)
    if order.fail_on_regression and report.comparison:
        from auditor.cli.comparing import missed_regressions

        yield from missed_regressions(report.comparison)


def _report(order: Order, plugins: Plugins) -> Report:
    """Audit the profile, and compare it with an earlier result if one is named."""
    rubric = _rubric(order, plugins)
    baseline = _baseline(order)
    with progress(f"Auditing {order.profile}", silent=order.quiet), aside():
        loaded = read_profile(order.profile, plugins.extensions)
        as_of = order.as_of or today()
        report = audited(loaded, plugins, rubric, as_of, dict(order.replaced))
        return _compared(report, baseline, order, loaded, plugins)


def _templates(order: Order, plugins: Plugins) -> ForeignTemplates | None:
    """Return the templates of the folder asked for, and those of plugins."""
    if order.templates is None:
        return None
    # Imported only when a folder is named: most audits use our own templates.
    from auditor.renderers.template_folder import read_templates

    return read_templates(order.templates, plugins.templates)


def _baseline(order: Order) -> Edition | None:
    """Return the earlier result to compare with, if one is named."""
    if order.baseline is None:
        return None
    # Imported only where there is one: most audits compare with nothing.
    from auditor.cli.editions import edition_at

    return edition_at(order.baseline)


def _compared(
    report: Report,
    baseline: Edition | None,
    order: Order,
    loaded: LoadedProfile,
    plugins: Plugins,
) -> Report:
    """Return the report with what changed since the earlier result, if there is one."""
    if baseline is None:
        return report
    from auditor.baseline import Baseline, with_baseline

    if baseline.as_of > report.as_of and not order.quiet:
        warn(f"{baseline.source} is of {baseline.as_of}, later than this audit.")
    at_hand = Baseline(baseline, order.old_profile, order.old_evidence)
    return with_baseline(report, at_hand, loaded, plugins)


def _rubric(order: Order, plugins: Plugins) -> Rubric:
    """Return the rubric asked for, with the checks that are selected."""
    chosen, areas = chosen_rubric(order.rubric, plugins), plugins.areas
    known = names_of_checks(areas)
    return chosen.selecting(
        areas,
        [_check_name(name, known) for name in names_asked_for(order.select)],
        [_check_name(name, known) for name in names_asked_for(order.ignore)],
    )


def _check_name(name: str, known: Collection[str]) -> str:
    """Return the check, prefix or area that a name means, in whatever case."""
    is_id = re.fullmatch("[A-Za-z]{2}([0-9]{3})?", name)
    written = name.upper() if is_id else name.lower().replace("-", "_")
    if written not in known:
        raise unknown("check, prefix or area", name, known, LIST_CHECKS)
    return written


def _warn_of_errors(report: Report) -> bool:
    """Name the checks that failed; return whether any did."""
    failed = [f for f in report.findings if f.outcome is Outcome.ERROR]
    warn_all([f"{finding.check} is not judged. {finding.reason}" for finding in failed])
    return bool(failed)


def _deliver(report: Report, outputs: tuple[Output, ...], order: Order) -> bool:
    """Write what was asked for; return whether all of it could be written."""
    if order.verbose:
        for line in _particulars(report):
            note(line)
    if not outputs:
        _print_summary(report)
        return True
    if not order.quiet:
        warn_all(report.notices)
        note(_standing(report))
    return deliver(report, outputs, quiet=order.quiet)


def _print_summary(report: Report) -> None:
    """Write the summary, which also tells the notices, to stdout."""
    from auditor.renderers.terminal import print_summary

    try:
        print_summary(report, sys.stdout)
    except SystemExit as error:
        # So Rich says that whoever read the pipe has gone.
        raise BrokenPipeError from error


def _standing(report: Report) -> str:
    """Return how the organisation stands, in a line."""
    name, score = report.subject.organisation, report.score
    if score.total is None:
        return f"{name}: nothing could be scored"
    return f"{name}: {score.total:.1f} of 100, level {score.level} of 5"


def _particulars(report: Report) -> Iterator[str]:
    """Yield what was read, and by whom."""
    yield f"profile {report.subject.source}, sha256 {report.subject.sha256}"
    rubric = report.rubric
    yield f"rubric {rubric.name} {rubric.version}, sha256 {rubric.digest()}"
    yield f"as of {report.as_of}"
    for plugin in report.plugins:
        count = f"{len(plugin.checks)} checks"
        yield f"plugin {plugin.name} {plugin.version}, {count}, sha256 {plugin.sha256}"
