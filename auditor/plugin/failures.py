"""Why a plugin could not be used, in a few words, and where in its files."""

from __future__ import annotations

from pathlib import Path
from traceback import walk_tb
from typing import Final

__all__ = ["LONGEST_FAILURE", "failure_of"]

LONGEST_FAILURE: Final = 1_000
"""Ours: characters of a plugin's own words on why it failed."""


def failure_of(error: BaseException, module: str = "") -> str:
    """Return in a few words why a plugin could not be used.

    Args:
        error: What was raised.
        module: The module that its entry point names. If a line of it, or of the
            package around it, led to the error, the innermost one is named.
    """
    said = f"{type(error).__name__}: {error}".strip(": ")
    place = _place_in(error, module.partition(".")[0]) if module else ""
    within = f" ({place})" if place else ""
    return f"{said[: LONGEST_FAILURE - len(within)]}{within}"[:LONGEST_FAILURE]


def _place_in(error: BaseException, package: str) -> str:
    """Return the innermost line of a package that led to an error, if there is one.

    Its file is told from the package on, so that it is the same on every machine.
    """
    place = ""
    for frame, line in walk_tb(error.__traceback__):
        name = str(frame.f_globals.get("__name__", ""))
        if name.partition(".")[0] == package:
            path = Path(frame.f_code.co_filename)
            depth = name.count(".") + (2 if path.stem == "__init__" else 1)
            place = f"{'/'.join(path.parts[-depth:])}:{line}"
    return place
