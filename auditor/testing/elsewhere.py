"""The checks of a module, judged backwards in a process of their own, and watched.

`python -m auditor.testing.elsewhere MODULE` is that process.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.checks import Check, Context
from auditor.finding import Verdict
from auditor.testing.held import held_by
from auditor.testing.judging import asked, attempted, context_of_example
from auditor.testing.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.example import Example
    from auditor.profile.tree import PlainValue
    from auditor.testing.judging import Said

__all__ = ["Seen", "fingerprint", "seen_elsewhere"]

PATIENCE: Final = 600
"""Ours: seconds after which a process that judges a package is given up."""
SEED: Final = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
"""Another seed for hashes than ours, which is a number only where somebody set it."""
MARK: Final = "cxaudit saw: "
"""What stands before the answer: a check may print something, too."""


class Seen(NamedTuple):
    """What was seen of one check in a process of its own."""

    verdicts: list[PlainValue]
    """The fingerprint of each example's verdict, in the order of the examples."""
    touched: list[str]
    """What it touched besides what it was given."""
    kept: list[str]
    """What it left behind in modules of its package."""


def fingerprint(said: Said) -> PlainValue:
    """Return all that a reader sees of a verdict or of an error, as plain values."""
    if not isinstance(said, Verdict):
        return repr(said)
    return [
        said.outcome,
        said.reason,
        said.advice,
        said.share,
        [*said.where],
        [*said.answered_by],
        said.contradicted,
        said.verified_by,
        [measure.id for measure in said.measures],
    ]


def seen_elsewhere(check: Check) -> Seen:
    """Return what another process saw of a check.

    Raises:
        RuntimeError: If the process fails; says with what.
        TimeoutExpired: If it takes too long.
        LookupError: If it does not find the check.
    """
    module = check.judge.__module__
    for name in dict.fromkeys((module.partition(".")[0], module)):
        if seen := _seen(name).get(check.id):
            return seen
    raise LookupError(f"{module} has no {check.id} under a name of its own.")


@cache
def _seen(module: str) -> dict[str, Seen]:
    """Return what another process saw of the checks of a module, by id."""
    path = os.pathsep.join(map(os.path.abspath, filter(None, sys.path)))
    ended = subprocess.run(  # noqa: S603 - our own module and interpreter
        [sys.executable, "-P", "-m", __name__, module],
        env=os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": SEED},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    _, found, answer = ended.stdout.rpartition(MARK)
    if not found:
        last = ended.stderr.strip().splitlines()[-1:] or ["it said nothing"]
        raise RuntimeError(f"{module} fails in a process of its own: {last[0]}")
    return {id_: Seen(*seen) for id_, seen in json.loads(answer).items()}


def _checks_of(module: str) -> list[Check]:
    """Return the checks that a module, and what it imports of its package, has."""
    try:
        import_module(module)
    except ModuleNotFoundError:
        return []
    package = module.partition(".")[0]
    found = {
        value.id: value
        for name, loaded in sys.modules.copy().items()
        if name == package or name.startswith(f"{package}.")
        for value in vars(loaded).values()
        if isinstance(value, Check)
    }
    return [found[id_] for id_ in sorted(found)]


def _watched(checks: Iterable[Check]) -> Iterator[tuple[str, Seen]]:
    """Yield what is seen of each check whose examples are judged backwards."""
    watch = Watch()
    for check in checks:
        package = check.judge.__module__.partition(".")[0]
        before = held_by(package)
        touched: dict[str, None] = {}
        verdicts = [
            _judged(check, example, watch, touched)
            for example in reversed(check.examples)
        ]
        after = held_by(package)
        kept = [name for name in before if after.get(name) != before[name]]
        yield check.id, Seen(verdicts[::-1], [*touched], kept)


def _judged(
    check: Check, example: Example, watch: Watch, touched: dict[str, None]
) -> PlainValue:
    context = attempted(lambda: context_of_example(check, example))
    if not isinstance(context, Context):
        return fingerprint(context)
    with watch.looking() as seen:
        said = asked(check, context)
    touched |= seen
    return fingerprint(said)


if __name__ == "__main__":
    found = dict(_watched(reversed(_checks_of(sys.argv[1]))))
    sys.stdout.write(f"\n{MARK}{json.dumps(found)}\n")
