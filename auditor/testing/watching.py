"""Watching what a check touches besides what it is given.

Python tells its audit hooks of files, sockets and processes, and its profiler of every
function that is called, among them those that read a clock or roll dice. This finds
mistakes; it is no wall against malice. A hook cannot be taken away again,
so watching is done in a process of its own (`auditor.testing.elsewhere`).
"""

from __future__ import annotations

import os
import random
import sys
from contextlib import contextmanager
from datetime import date
from inspect import currentframe
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

__all__ = ["Watch"]

EVENTS: Final = {
    "open": "a file",
    "os.": "the file system or a process",
    "shutil.": "the file system",
    "glob.": "the file system",
    "tempfile.": "the file system",
    "pathlib.": "the file system",
    "socket.": "the network",
    "urllib.": "the network",
    "http.": "the network",
    "ftplib.": "the network",
    "smtplib.": "the network",
    "subprocess.": "a process",
    "pty.": "a process",
    "ctypes.": "memory, by ctypes",
    "sqlite3.": "a database",
    "winreg.": "the registry",
    "webbrowser.": "a browser",
    "builtins.input": "the keyboard",
}
"""What an audit event is about, by its beginning."""
DICE: Final = frozenset({"urandom", "getrandom"})
SHARED_DICE: Final = getattr(random.random, "__self__", None)
"""The generator behind the functions of `random`, which is everybody's."""
CLOCKS: Final = frozenset({"now", "today", "utcnow"})
SAID: Final = frozenset({"print", "input", "breakpoint"})
NEW_THREAD: Final = frozenset({"start_new_thread", "start_joinable_thread"})
SURROUNDINGS: Final = type(os.environ).__getitem__.__code__
IMPORTING: Final = "<frozen importlib"
"""The file in whose frames modules are loaded: that is no reading of files."""


class Watch:
    """Notes what is touched while it looks; to be made once in a process."""

    def __init__(self) -> None:
        self._touched: dict[str, None] = {}
        self._looking = False
        sys.addaudithook(self._on_event)

    @contextmanager
    def looking(self) -> Iterator[dict[str, None]]:
        """Look for as long as this lasts; what is touched is in what it gives."""
        self._touched = {}
        self._looking = True
        sys.setprofile(self._on_call)
        try:
            yield self._touched
        finally:
            sys.setprofile(None)
            self._looking = False

    def _on_event(self, event: str, args: tuple[object, ...]) -> None:
        if not self._looking:
            return
        about = next((EVENTS[e] for e in EVENTS if event.startswith(e)), "")
        if about and not _importing(currentframe()):
            self._note(f"{about}: {event} {str(args[0]) if args else ''}".strip())

    def _on_call(self, frame: FrameType, event: str, arg: object) -> None:
        touched = ""
        if event == "c_call":
            touched = _called(arg)
        elif event == "call" and frame.f_code is SURROUNDINGS:
            touched = "the surroundings: os.environ"
        if touched and not _importing(frame):
            self._note(touched)

    def _note(self, touched: str) -> None:
        self._touched[touched] = None


def _called(function: object) -> str:
    """Return what a built-in function touches; nothing if it is pure."""
    name = getattr(function, "__name__", "")
    owner = getattr(function, "__self__", None)
    module = getattr(function, "__module__", None) or ""
    is_day = isinstance(owner, type) and issubclass(owner, date)
    touched = {
        f"the clock: {name}": module == "time" or (is_day and name in CLOCKS),
        f"chance: random.{name}": isinstance(owner, random.SystemRandom)
        or owner is SHARED_DICE,
        f"chance: os.{name}": name in DICE,
        "a thread": name in NEW_THREAD,
        f"the terminal: {name}": module == "builtins" and name in SAID,
    }
    return next((what for what, found in touched.items() if found), "")


def _importing(frame: FrameType | None) -> bool:
    """Whether a module is being loaded in or above a frame."""
    while frame:
        if frame.f_code.co_filename.startswith(IMPORTING):
            return True
        frame = frame.f_back
    return False
