"""What `cxaudit batch` does, from many profiles to one exit code."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, fields
from io import StringIO
from typing import TYPE_CHECKING, Final

import click

from auditor.cli import auditing
from auditor.cli.audit_options import AuditOptions
from auditor.cli.auditing import Order
from auditor.cli.command_line import ended
from auditor.cli.exit_code import ExitCode
from auditor.cli.installed import load_plugins
from auditor.cli.messages import error, note
from auditor.cli.parameters import names_asked_for
from auditor.cli.profiles_in import named_profiles
from auditor.cli.workers import side_by_side
from auditor.cli.writing import make_folder
from auditor.renderers import Renderers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["Batch", "perform"]

OUTCOMES: Final = {
    ExitCode.DONE: "done",
    ExitCode.MISSED: "missed a threshold",
    ExitCode.UNUSABLE: "cannot be used",
    ExitCode.INCOMPLETE: "incomplete",
    ExitCode.BUG: "met a bug in cxaudit",
    ExitCode.INTERRUPTED: "interrupted",
    ExitCode.NOBODY_READS: "cut off",
}
"""What an audit's exit code says, in the summary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch(AuditOptions):
    """What was asked of many audits."""

    profiles: tuple[Path, ...]
    folder: Path
    formats: tuple[str, ...]
    jobs: int | None
    continued: bool

    def order(self, profile: Path, outputs: tuple[Path, ...]) -> Order:
        """Return the order of one audit."""
        common = {each.name: getattr(self, each.name) for each in fields(AuditOptions)}
        return Order(profile=profile, outputs=outputs, **common)


@dataclass(frozen=True, slots=True)
class _Audited:
    """How one audit ended."""

    code: ExitCode
    said: str
    """What it said, as `cxaudit run` would have to stderr."""


def perform(batch: Batch) -> ExitCode:
    """Audit every profile, tell each as it is done, and sum up.

    Raises:
        UsageError: If two reports would have one name.
        InputError: If there is no profile, or no such format.
        OutputError: If the folder of the reports cannot be made.
    """
    orders = _orders(batch)
    make_folder(batch.folder)
    left = [order for order in orders if not (batch.continued and _is_done(order))]
    if len(left) < len(orders) and not batch.quiet:
        note(f"{len(orders) - len(left)} of {len(orders)} are there already.")
    codes = []
    jobs = batch.jobs or _processors()
    try:
        for order, audited in side_by_side(_audited, left, jobs):
            codes.append(audited.code if audited else ExitCode.INCOMPLETE)
            start = f"[{len(codes)}/{len(left)}] {order.profile}"
            _tell(start, codes[-1], audited, quiet=batch.quiet)
    except KeyboardInterrupt:
        note(f"{len(codes)} of {len(left)} are done; --continue does the others.")
        raise
    click.echo(_summary(codes))
    return max(codes, default=ExitCode.DONE)


def _orders(batch: Batch) -> list[Order]:
    """Return what is to be done, in the order of the profiles."""
    only = names_asked_for(batch.plugins_only)
    plugins = load_plugins(
        only, packs=batch.packs, rubrics=[batch.rubric], isolate=batch.isolate
    )
    renderers = Renderers.of(plugins)
    formats = [renderers.named(name.lower()) for name in dict.fromkeys(batch.formats)]
    return [
        batch.order(profile, tuple(batch.folder / f"{name}{f.suffix}" for f in formats))
        for name, profile in named_profiles(batch.profiles, batch.folder).items()
    ]


def _is_done(order: Order) -> bool:
    return all(path.exists() for path in order.outputs)


def _processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _audited(order: Order) -> _Audited:
    """Do one audit in a process of its own, and keep what it says."""
    said = StringIO()
    with redirect_stderr(said), redirect_stdout(said):
        code = _outcome(order)
    return _Audited(code, said.getvalue())


def _outcome(order: Order) -> ExitCode:
    """Return the exit code that the audit would have had alone."""
    try:
        return ExitCode(ended(lambda: auditing.perform(order)))
    except click.ClickException as cause:
        error(cause.format_message())
        return ExitCode.UNUSABLE


def _tell(start: str, code: ExitCode, audited: _Audited | None, *, quiet: bool) -> None:
    """Tell how one audit ended, and below it what it said."""
    if audited is None:
        error(f"{start}: its process ended before it was done.")
    elif audited.said or not quiet:
        note(f"{start}: {OUTCOMES[code]}\n{audited.said}".rstrip())


def _summary(codes: Iterable[ExitCode]) -> str:
    """Return how many ended how."""
    counts = Counter(codes)
    ends = ", ".join(f"{counts[code]} {OUTCOMES[code]}" for code in sorted(counts))
    number = counts.total()
    total = f"{number} {'audit' if number == 1 else 'audits'}"
    return f"{total}: {ends}" if ends else total
