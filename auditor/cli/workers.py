"""Tasks done side by side by processes that live on: each pays its start-up once.

A task that ends its process costs only itself: another process takes its place.
"""

from __future__ import annotations

import gc
import signal
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

__all__ = ["side_by_side"]

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

PATIENCE: Final = 5.0
"""Ours: seconds that a process has to clean up when it is to end."""
_PROCESSES: Final = get_context("spawn")
"""New processes, not copies of this one: libraries with threads survive no copying."""


@dataclass(slots=True)
class _Worker(Generic[_Task, _Result]):
    """One process, and what it works on."""

    process: SpawnProcess
    connection: Connection[_Task, _Result]
    task: _Task

    def give(self, task: _Task) -> None:
        """Let it begin; that a process has died is noticed when it is read."""
        self.task = task
        try:
            self.connection.send(task)
        except OSError:
            return

    def result(self) -> _Result | None:
        """Return what came of its task, or None if its process has died."""
        try:
            return self.connection.recv()
        except (EOFError, OSError):
            return None

    def end(self) -> None:
        """Ask it no more, and wait until it has ended."""
        self.connection.close()
        self.process.join(PATIENCE)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def side_by_side(
    work: Callable[[_Task], _Result], tasks: Sequence[_Task], jobs: int
) -> Iterator[tuple[_Task, _Result | None]]:
    """Yield each task with its result as it is done; None if its process died.

    Args:
        work: What is done; a function of a module, which a new process can import.
        tasks: What it is done with.
        jobs: The most processes at a time, 1 or more.
    """
    waiting = list(reversed(tasks))
    workers: list[_Worker[_Task, _Result]] = []
    try:
        while waiting or workers:
            while waiting and len(workers) < jobs:
                workers.append(_started(work, waiting.pop()))
            ready = wait([worker.connection for worker in workers])
            for worker in [each for each in workers if each.connection in ready]:
                task, result = worker.task, worker.result()
                if result is not None and waiting:
                    worker.give(waiting.pop())
                else:
                    workers.remove(worker)
                    worker.end()
                yield task, result
    finally:
        # All are told before any is waited for.
        for worker in workers:
            worker.process.terminate()
        for worker in workers:
            worker.end()


def _started(work: Callable[[_Task], _Result], task: _Task) -> _Worker[_Task, _Result]:
    ours, theirs = _PROCESSES.Pipe()
    process = _PROCESSES.Process(target=_serve, args=(work, theirs), daemon=True)
    # Ctrl-C reaches every process of a terminal: the first one decides. New ones are
    # deaf to it from the beginning, as they could only say where it met them.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.start()
    finally:
        signal.signal(signal.SIGINT, before)
    theirs.close()
    worker = _Worker(process, ours, task)
    worker.give(task)
    return worker


def _serve(
    work: Callable[[_Task], _Result], connection: Connection[_Result, _Task]
) -> None:
    """Work, in a process of its own, until nobody asks any more."""
    # Windows does not hand down what is ignored.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # When it is told to end, what cleans up after an interruption cleans up.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        while True:
            task = connection.recv()
            connection.send(work(task))
            # What the last task left must not add up.
            gc.collect()
    except (EOFError, OSError, KeyboardInterrupt):
        return
