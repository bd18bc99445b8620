"""What the exit code of a command says."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

__all__ = ["EXIT_CODES", "ExitCode"]


class ExitCode(IntEnum):
    """The exit codes of every command."""

    DONE = 0
    MISSED = 1
    UNUSABLE = 2
    INCOMPLETE = 3
    BUG = 70
    """Internal software error, as sysexits.h counts."""
    INTERRUPTED = 130
    """128 and the number of SIGINT, as shells count."""
    NOBODY_READS = 141
    """128 and the number of SIGPIPE, as shells count."""


EXIT_CODES: Final = {
    ExitCode.DONE: "Audited, or whatever else was asked is done.",
    ExitCode.MISSED: (
        "A threshold, a report, a translation or a promise does not hold."
    ),
    ExitCode.UNUSABLE: "The command or its input cannot be used.",
    ExitCode.INCOMPLETE: "Something failed or could not be checked; the rest was done.",
    ExitCode.BUG: "A bug in cxaudit; the traceback says where.",
    ExitCode.INTERRUPTED: "Interrupted; no file is left half written.",
}
"""The exit codes as the help explains them.

Where two apply, the higher one counts; but a report that disagrees is 1, whatever of it
could not be checked.
"""
