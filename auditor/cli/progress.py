"""Progress on stderr, for what takes longer than a second, only in a terminal."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["progress"]

INTERVAL: Final = 1.0
"""Seconds before the first word, and between the words after it."""
ERASE_LINE: Final = "\r\x1b[K"


@contextmanager
def progress(doing: str, *, silent: bool = False) -> Iterator[None]:
    """Say what is being done, and for how long, while it goes on.

    Args:
        doing: What is being done, such as "Writing report.pdf".
        silent: Whether to say nothing.
    """
    if silent or not _has_terminal():
        yield
        return
    done = Event()
    teller = Thread(target=_tell, args=(doing, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(doing: str, done: Event) -> None:
    seconds = 0
    while not done.wait(INTERVAL):
        seconds += 1
        sys.stderr.write(f"{ERASE_LINE}{doing} … {seconds} s")
        sys.stderr.flush()
    if seconds:
        sys.stderr.write(ERASE_LINE)
        sys.stderr.flush()


def _has_terminal() -> bool:
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb"
