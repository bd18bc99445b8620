"""One child process: started, asked, and ended when it takes too long or lies."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import weakref
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import ValidationError

from auditor.confinement import started
from auditor.errors import AuditorError
from auditor.isolation.frames import MOST_BYTES, read_frame, write_frame
from auditor.isolation.parts import HELLO, LOADED, Failed
from auditor.translation import Message, message

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from pydantic import TypeAdapter

    from auditor.confinement import Limits
    from auditor.isolation.parts import Loaded

__all__ = ["UNUSABLE", "ProcessEndedError", "Worker"]

CHILD: Final = "auditor.isolation.child"
KEPT: Final = ("LANG", "LC_ALL", "LC_CTYPE", "PATH", "SYSTEMROOT", "TZ")
"""What a child sees of our environment: no password that stands in it."""
ALONE: Final = {
    "PYTHONDONTWRITEBYTECODE": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYDANTIC_DISABLE_PLUGINS": "__all__",
}
"""What it sees besides: libraries start no threads, which it may not have, and load no
plugins of theirs, which would come before the guards."""
GRACE: Final = 2
"""Ours: seconds in which a process that has ended says how."""

OUT_OF_TIME: Final = tuple(
    getattr(signal, name) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name)
)
"""The signals by which a system ends what used up its time."""
UNUSABLE: Final = message("What it gave is no answer that can be used.")
"""What is said of an answer that does not fit."""

T = TypeVar("T")


class ProcessEndedError(AuditorError):
    """A child process is no more; says why in a sentence."""

    def __init__(self, why: Message) -> None:
        self.why = why
        super().__init__(str(why))


class Worker:
    """A process in which one plugin is imported and its checks are judged.

    It ends with this object, or when this process does.

    Raises:
        ProcessEndedError: If it cannot be started.
    """

    def __init__(self, point: EntryPoint, limits: Limits) -> None:
        self._limits = limits
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        try:
            self._process = started(CHILD, kept | ALONE, session=True)
        except OSError as error:
            raise ProcessEndedError(
                message("Its process could not be started.")
            ) from error
        self._end = weakref.finalize(self, _end, self._process)
        where = (point.name, point.value, point.group)
        about = ({"seconds": limits.seconds, "megabytes": limits.megabytes}, where)
        self.guarded = self.ask(about, HELLO).guarded

    def load(self) -> Loaded | Failed:
        """Return what the plugin adds.

        Raises:
            ProcessEndedError: If importing it ended the process, or took too long.
        """
        return self.ask(None, LOADED)

    def ask(self, request: object, answer: TypeAdapter[T]) -> T:
        """Return the answer to a request.

        Args:
            request: What is asked; nothing waits for the answer that is still to come.
            answer: What it has to be.

        Raises:
            ProcessEndedError: If there is none that can be believed; it is ended then.
        """
        asked = b"" if request is None else pickle.dumps(request)
        said: SimpleQueue[bytes | Exception] = SimpleQueue()
        Thread(target=self._exchange, args=(asked, said), daemon=True).start()
        try:
            given = said.get(timeout=self._limits.patience)
        except Empty:
            given = TimeoutError()
        if isinstance(given, bytes):
            try:
                return answer.validate_json(given)
            except ValidationError as error:
                given = error
        why = self._why(given)
        self._end()
        raise ProcessEndedError(why) from given

    def _exchange(self, asked: bytes, said: SimpleQueue[bytes | Exception]) -> None:
        """Write and read in a thread of its own, as a child may refuse either."""
        requests, answers = self._process.stdin, self._process.stdout
        if requests is None or answers is None:
            raise AssertionError("a worker is started with pipes")
        try:
            if asked:
                write_frame(requests.fileno(), asked)
            said.put(read_frame(answers.fileno(), MOST_BYTES))
        except (OSError, EOFError, ValueError) as error:
            said.put(error)

    def _why(self, given: Exception) -> Message:
        """Return why there is no answer."""
        if isinstance(given, TimeoutError):
            return self._too_long()
        if isinstance(given, ValueError):  # also pydantic's
            return UNUSABLE
        with suppress(subprocess.TimeoutExpired):
            code = self._process.wait(GRACE)
            if -code in OUT_OF_TIME:
                return self._too_long()
            return message("Its process ended by itself (code {code}).", code=code)
        return message("It closed its connection.")

    def _too_long(self) -> Message:
        # Both are told: which of them ran out depends on how busy the machine is.
        return message(
            "It took longer than is allowed: {seconds:,} seconds of processor time, "
            "or {clock:,} by the clock.",
            seconds=self._limits.seconds,
            clock=self._limits.patience,
        )


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process, and all that it may have started."""
    process.kill()
    if hasattr(os, "killpg"):
        with suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()
