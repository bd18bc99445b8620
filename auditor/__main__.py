"""The process of the command line: `cxaudit`, or `python -m auditor`.

Before Python ends a process it frees its objects one by one. A report that was printed
leaves millions, and freeing them takes a tenth of the whole time; the system frees all
memory at once. So the process is left as soon as nothing remains to be done in it.
"""

from __future__ import annotations

import atexit
import os
import sys

from auditor.cli import main

__all__ = ["run"]


def run() -> None:
    """Run a command, and leave the process with its exit code.

    What is registered for the end of the process is done first, and all output is
    written. Under a debugger or a profiler, and where output cannot be written, the
    process ends as Python ends it.

    Raises:
        SystemExit: There.
    """
    try:
        main(prog_name="cxaudit")
    except SystemExit as end:
        if isinstance(end.code, int) and not _is_watched():
            _leave(end.code)
        raise


def _is_watched() -> bool:
    """Whether somebody wants to tell of this process after its end."""
    return sys.gettrace() is not None or sys.getprofile() is not None


def _leave(code: int) -> None:
    """Leave the process, unless output cannot be written."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return  # Python says so in its own way
    atexit._run_exitfuncs()  # noqa: SLF001 - Python calls it before it tidies up; it has no public name
    os._exit(code)


if __name__ == "__main__":
    run()
