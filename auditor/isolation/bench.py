"""A plugin whose checks are judged elsewhere, seen from here."""

from __future__ import annotations

from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Final

from auditor.errors import AuditorError
from auditor.evidence import Fault
from auditor.finding import Outcome, Verdict, failed
from auditor.isolation.carrying import parted
from auditor.isolation.parts import ANSWER, Failed
from auditor.isolation.worker import UNUSABLE, ProcessEndedError, Worker
from auditor.translation import message, sentences

if TYPE_CHECKING:
    from collections.abc import Collection
    from importlib.metadata import EntryPoint

    from auditor.checks import Context, Judge
    from auditor.confinement import Guard, Limits
    from auditor.evidence import Evidence
    from auditor.isolation.parts import Loaded, VerdictPart
    from auditor.translation import Message

__all__ = ["Bench"]

FORGIVEN: Final = 2
"""Ours: how often a process may end before its plugin is asked no more."""


class Bench:
    """Asks a process for verdicts, and starts another one if it ends.

    Safe in threads: one request at a time.
    """

    def __init__(self, point: EntryPoint, limits: Limits) -> None:
        self._point = point
        self._limits = limits
        self._lock = Lock()
        self._worker: Worker | None = None
        self._known: Context | None = None
        self._ended = 0
        self._keys: tuple[str, ...] = ()
        self.guarded: tuple[Guard, ...] = ()
        """What the process is kept from; nothing before it is started."""

    def load(self) -> Loaded | Failed:
        """Start the process and return what the plugin adds.

        Raises:
            ProcessEndedError: If that ended the process, or took too long.
        """
        told = self._started().load()
        if not isinstance(told, Failed):
            self._keys = tuple(part.key for part in told.keys)
        return told

    def _started(self) -> Worker:
        """Start another process, which knows nothing yet."""
        self._known = None
        self._worker = Worker(self._point, self._limits)
        self.guarded = self._worker.guarded
        return self._worker

    def judge(self, check: str) -> Judge:
        """Return the function of a check: it asks the process."""

        def judged(context: Context) -> Verdict:
            with self._lock:
                return self._judged(check, context)

        return judged

    def _judged(self, check: str, context: Context) -> Verdict:
        """Return a verdict; what goes wrong is one, too."""
        if self._ended > FORGIVEN:
            return _unasked(message("Its plugin ended too many processes before."))
        try:
            answer = self._answer(check, context)
        except ProcessEndedError as ended:
            self._ended += 1
            self._worker = None
            return _unasked(ended.why)
        if isinstance(answer, Failed):
            return failed(answer.failure)
        try:
            return answer.made({m.id: m for m in context.evidence.measures})
        except (ValueError, LookupError):
            return _unasked(UNUSABLE)

    def _answer(self, check: str, context: Context) -> VerdictPart | Failed:
        worker = self._worker
        if worker is None:
            worker = self._started()
            told = worker.load()
            if isinstance(told, Failed):
                return told
        known = self._known
        new = known is None or (
            known.profile is not context.profile
            or known.evidence is not context.evidence
            or known.as_of != context.as_of
        )
        sent = _portable(context, self._keys) if new else None
        request = (check, dict(context.parameters), context.assurance, sent)
        answer = worker.ask(request, ANSWER)
        self._known = context
        return answer


def _portable(
    context: Context, keys: Collection[str]
) -> tuple[Context, dict[str, object]]:
    """Return a context that another process can be given, and what keys hold.

    Args:
        context: The context.
        keys: The keys of profiles that the other process reads.
    """
    profile, added = parted(context.profile, keys)
    evidence = _plain(context.evidence)
    sent = replace(context, parameters={}, profile=profile, evidence=evidence)
    return sent, added


def _plain(evidence: Evidence) -> Evidence:
    """Return evidence without errors, which cannot be made again from their text."""
    faults = (
        Fault(fault.dataset, fault.kind, AuditorError(fault.reason))
        for fault in evidence.faults
    )
    return replace(evidence, faults=tuple(faults))


def _unasked(why: Message) -> Verdict:
    """Return what is said of a check whose process gave no answer."""
    return Verdict(Outcome.ERROR, sentences(message("The check failed."), why))
