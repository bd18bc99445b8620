"""Tasks done side by side by processes that live on: each pays its start-up once.

A task that ends its process costs only itself: another process takes its place.
"""

from __future__ import annotations

import gc
import signal
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

__all__ = ["side_by_side"]

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

PATIENCE: Final = 5.0
"""Ours: seconds that a process has to clean up when it is stopped."""
_PROCESSES: Final = get_context("spawn")
"""New processes, not copies of this one: libraries with threads survive no copying."""


@dataclass(slots=True)
class _Worker(Generic[_Task]):
    """One process, and what it works on."""

    process: SpawnProcess
    connection: Connection[Any, Any]
    task: _Task

    def give(self, task: _Task) -> None:
        """Let it begin; that a process has died is noticed when it is read."""
        self.task = task
        try:
            self.connection.send(task)
        except OSError:
            return

    def result(self) -> Any:  # noqa: ANN401 - whatever the work returns
        """Return what came of its task, or None if its process has died."""
        try:
            return self.connection.recv()
        except (EOFError, OSError):
            return None

    def end(self) -> None:
        """Stop it, gently first."""
        self.connection.close()
        self.process.terminate()
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
    with _workers() as workers:
        while waiting or workers:
            while waiting and len(workers) < jobs:
                task = waiting.pop()
                workers.append(_started(work, task))
            for ready in wait([worker.connection for worker in workers]):
                worker = next(each for each in workers if each.connection is ready)
                task, result = worker.task, worker.result()
                if result is not None and waiting:
                    worker.give(waiting.pop())
                else:
                    workers.remove(worker)
                    worker.end()
                yield task, result


@contextmanager
def _workers() -> Iterator[list[_Worker[Any]]]:
    """Stop, in the end, all processes that are still there."""
    workers: list[_Worker[Any]] = []
    try:
        yield workers
    finally:
        for worker in workers:
            worker.end()


def _started(work: Callable[[_Task], object], task: _Task) -> _Worker[_Task]:
    ours, theirs = _PROCESSES.Pipe()
    process = _PROCESSES.Process(target=_serve, args=(work, theirs), daemon=True)
    process.start()
    theirs.close()
    worker = _Worker(process, ours, task)
    worker.give(task)
    return worker


def _serve(work: Callable[[Any], Any], connection: Connection[Any, Any]) -> None:
    """Work, in a process of its own, until nobody asks any more."""
    # Ctrl-C reaches every process of a terminal: the first one decides. When it ends
    # this one, what cleans up after an interruption cleans up.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        while True:
            task = connection.recv()
            connection.send(work(task))
            # What the last task left must not add up.
            gc.collect()
    except (EOFError, OSError, KeyboardInterrupt):
        return
