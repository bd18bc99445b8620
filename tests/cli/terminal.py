"""A terminal in which a command asks, and somebody answers."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["in_a_terminal"]

PATIENCE = 60
"""Seconds of silence after which a process is taken to hang, on a busy machine too."""
DEAF = 8
"""Seconds of silence, and as many again, after which it has missed the last key."""
TIMES = 8
"""How often that key is pressed at most."""
MOMENT = 0.2
"""Seconds between a question and its answer.

Python misses a Ctrl-C that comes between its question and its wait for an answer.
"""


def in_a_terminal(
    arguments: Sequence[str | Path], *dialogue: tuple[str, str]
) -> tuple[int, str]:
    """Run `cxaudit` in a terminal, and return its exit code and words.

    Args:
        arguments: The command and its arguments.
        dialogue: What to type, each after what it says. The space behind a question
            shows that it listens.
    """
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "auditor", *map(str, arguments)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=_at_the_terminal,  # noqa: PLW1509 - no threads here
    ) as asking:
        os.close(theirs)
        said = ""
        for question, answer in dialogue:
            said += _heard(ours, question)
            time.sleep(MOMENT)
            os.write(ours, answer.encode())
        for _ in range(TIMES):
            said += _heard(ours, within=DEAF)
            if _ended(asking):
                break
            os.write(ours, dialogue[-1][1].encode())
        else:
            asking.kill()
    os.close(ours)
    return asking.returncode, said


def _ended(process: subprocess.Popen[bytes]) -> bool:
    """Whether a process ends, which it does a moment after its terminal closes."""
    try:
        process.wait(DEAF)
    except subprocess.TimeoutExpired:
        return False
    return True


def _heard(terminal: int, question: str = "", *, within: float = PATIENCE) -> str:
    """Return what is said up to a question, to the end, or to a silence."""
    said = ""
    while more := _read(terminal, within):
        said += more
        if question and question in said:
            break
    return said


def _at_the_terminal() -> None:
    """Let the terminal's Ctrl-C reach a process whose parent may be deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


def _read(terminal: int, within: float) -> str:
    """Return what is said next; nothing when the other end is closed or silent."""
    if not select.select([terminal], [], [], within)[0]:
        return ""
    try:
        return os.read(terminal, 4096).decode(errors="replace")
    # So Linux says that it is closed.
    except OSError:
        return ""
