"""Starting a module of ours as a process with pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["started"]


def started(
    module: str, surroundings: Mapping[str, str], *, session: bool = False
) -> subprocess.Popen[bytes]:
    """Start a module by the interpreter that runs this one; it imports what we can.

    Not `multiprocessing`: spawning would import the caller's main module, forking
    would inherit its locks and memory.

    Args:
        module: Its name.
        surroundings: Its environment; where packages lie is added.
        session: Whether it has no terminal, and gets no Ctrl-C: its parent ends it.

    Raises:
        OSError: If no process can be started.
    """
    folders = map(os.path.abspath, filter(None, sys.path))
    return subprocess.Popen(  # noqa: S603 - our own module and interpreter
        [sys.executable, "-P", "-m", module],
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**surroundings, "PYTHONPATH": os.pathsep.join(folders)},
        start_new_session=session,
    )
