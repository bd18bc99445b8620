"""Timing whole processes in turn, so that a machine that drifts hurts both alike."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["CXAUDIT", "ENVIRONMENT", "Comparison", "compare", "seconds"]

CXAUDIT: Final = str(Path(sys.executable).with_name("cxaudit"))
"""The command that is timed."""
PATIENCE: Final = 3600
"""Seconds after which a command is taken to hang."""

ENVIRONMENT = {
    name: value
    for name, value in os.environ.items()
    if name != "PYTHONDONTWRITEBYTECODE"
}
"""What is timed are compiled modules, as whoever installs the package has them."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two commands, run in turn."""

    name: str
    """What is compared with what."""
    ours: float
    """Median seconds of our command, start to end."""
    theirs: float
    """Median seconds of the other."""
    ratio: float
    """Median of the ratios of neighbouring runs."""
    goal: float | None = None
    """The ratio that we aim at, if there is one."""

    def __str__(self) -> str:
        goal = f"  goal ≤ {self.goal:g}×" if self.goal else ""
        each = f"({self.ours:.3f} s / {self.theirs:.3f} s)"
        return f"{self.name:66} {self.ratio:6.2f}×{goal}  {each}"


def compare(
    name: str,
    ours: Sequence[str],
    theirs: Sequence[str],
    *,
    runs: int = 9,
    goal: float | None = None,
) -> Comparison:
    """Run two commands in turn, once for warmth and then `runs` times each."""
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(runs + 1)][1:]
    return Comparison(
        name,
        median(a for a, _ in pairs),
        median(b for _, b in pairs),
        median(a / b for a, b in pairs),
        goal,
    )


def seconds(command: Sequence[str]) -> float:
    """Return how long a command takes, start to end.

    Raises:
        RuntimeError: If it fails; says why.
    """
    start = perf_counter()
    done = subprocess.run(
        command, check=False, capture_output=True, env=ENVIRONMENT, timeout=PATIENCE
    )
    took = perf_counter() - start
    if done.returncode:
        raise RuntimeError(f"{command}: {done.stderr.decode()[-2000:]}")
    return took
