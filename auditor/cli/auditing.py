"""What `cxaudit run` does, from an order to an exit code."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from auditor.cli.exit_code import ExitCode
from auditor.cli.installed import load_plugins
from auditor.cli.messages import missed, note, warn_all
from auditor.cli.outputs import choose_outputs, deliver
from auditor.cli.parameters import LIST_CHECKS, names_in, unknown
from auditor.cli.progress import progress
from auditor.cli.thresholds import missed_thresholds
from auditor.engine import audit
from auditor.errors import MissingExtraError
from auditor.evidence import Evidence, Fault
from auditor.finding import Outcome, Severity
from auditor.grading import PERIOD, months_before
from auditor.profile.reading import read_profile
from auditor.renderers import Renderers
from auditor.rubric import Rubric, names_of_checks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from auditor.checks import Area
    from auditor.cli.outputs import Output
    from auditor.plugin.collection import Plugins
    from auditor.profile.reading import LoadedProfile
    from auditor.report import Report

__all__ = ["Order", "perform"]


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked on the command line."""

    profile: Path
    outputs: tuple[Path, ...]
    format_: str | None
    replaced: tuple[tuple[str, str], ...]
    rubric: Path | None
    as_of: date | None
    fail_under: float | None
    fail_on: Severity | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    sign_with: Path | None
    quiet: bool
    verbose: bool


def perform(order: Order) -> ExitCode:
    """Audit as ordered.

    Raises:
        UsageError: If the outputs do not fit together or cannot be written.
        InputError: If the profile, the rubric or a name cannot be used.
    """
    plugins = load_plugins()
    renderers = Renderers.of(plugins)
    warn_all(renderers.clashes)
    outputs = choose_outputs(order.outputs, order.format_, order.profile, renderers)
    if order.sign_with:
        # Imported only for who signs, and asked for before any work.
        from auditor.cli.signing import signed_outputs

        outputs = signed_outputs(outputs, order.sign_with)
    report = _report(order, plugins)
    errors = _warn_of_errors(report)
    delivered = _deliver(report, outputs, order)
    misses = tuple(missed_thresholds(report, order.fail_under, order.fail_on))
    for sentence in misses:
        missed(sentence)
    faults = plugins.failed or renderers.clashes or report.evidence.faults
    if faults or errors or not delivered:
        return ExitCode.INCOMPLETE
    return ExitCode.MISSED if misses else ExitCode.DONE


def _report(order: Order, plugins: Plugins) -> Report:
    """Audit the profile."""
    rubric = _rubric(order, plugins.areas)
    with progress(f"Auditing {order.profile}", silent=order.quiet):
        loaded = read_profile(order.profile)
        as_of = order.as_of or _today()
        evidence = _evidence(order, loaded, plugins, as_of)
        return audit(loaded, plugins, as_of=as_of, rubric=rubric, evidence=evidence)


def _evidence(
    order: Order, loaded: LoadedProfile, plugins: Plugins, as_of: date
) -> Evidence | None:
    """Measure the profile's tables of the last twelve months, if it has any."""
    if not (loaded.profile.evidence or order.replaced):
        return None
    # Imported only where there is evidence: reading it needs packages of its own.
    from auditor.evidence_gathering import measured_evidence

    try:
        return measured_evidence(
            loaded,
            folders=plugins.presets,
            replaced=dict(order.replaced),
            as_of=as_of,
            since=months_before(as_of, PERIOD),
        )
    except MissingExtraError as error:
        tables = loaded.profile.evidence or ()
        return Evidence(faults=tuple(Fault(t.id, t.kind, error) for t in tables))


def _today() -> date:
    """Return the day: the only look at a clock that an audit takes."""
    return datetime.now().astimezone().date()


def _rubric(order: Order, areas: tuple[Area, ...]) -> Rubric:
    """Return the rubric asked for, with the checks that are selected."""
    chosen = Rubric.built_in(areas)
    if order.rubric:
        # Imported only when one is asked for: most audits use the built-in rubric.
        from auditor.rubric_file import read_rubric

        chosen = read_rubric(order.rubric, areas)
    known = names_of_checks(areas)
    return chosen.selecting(
        areas,
        [_check_name(name, known) for name in names_in(order.select)],
        [_check_name(name, known) for name in names_in(order.ignore)],
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
        yield f"plugin {plugin.name} {plugin.version}, {len(plugin.checks)} checks"
