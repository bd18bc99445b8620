"""The child's side: guards first, then one plugin, then a verdict for each request."""

from __future__ import annotations

import os
import pickle
from dataclasses import replace
from importlib.metadata import EntryPoint
from typing import TYPE_CHECKING, Any, Final

from auditor.confinement import Limits, confine
from auditor.finding import Verdict
from auditor.isolation.carrying import joined
from auditor.isolation.frames import read_frame, write_frame
from auditor.isolation.parts import Failed, Hello, Loaded, VerdictPart
from auditor.plugin.failures import LONGEST_FAILURE, failure_of
from auditor.plugin.loading import Plugin, imported

if TYPE_CHECKING:
    from pydantic import BaseModel

    from auditor.checks import Check, Context
    from auditor.profile import Extension

__all__ = ["main"]

ASKED: Final = 0
ANSWERED: Final = 1


def main() -> None:
    """Load the plugin that the first request names, and judge until nobody asks."""
    answers = os.dup(ANSWERED)
    # What a plugin prints must not get between our bytes.
    os.dup2(2, ANSWERED)
    limits, point = _request()
    guarded = confine(Limits(**limits))
    _tell(answers, Hello(guarded=guarded))
    bench = _Bench()
    _tell(answers, bench.load(EntryPoint(*point)))
    while True:
        _tell(answers, bench.answer(*_request()))


def _request() -> tuple[Any, ...]:
    try:
        asked = read_frame(ASKED)
    except EOFError:
        os._exit(0)
    request: tuple[Any, ...] = pickle.loads(asked)  # noqa: S301 - only our parent writes here
    return request


def _tell(answers: int, answer: BaseModel) -> None:
    write_frame(answers, answer.model_dump_json().encode())


class _Bench:
    """A plugin's checks, and what they judge at present."""

    context: Context
    """What was given last; the first request brings one."""

    def __init__(self) -> None:
        self.checks: dict[str, Check] = {}
        self.extensions: tuple[Extension, ...] = ()

    def load(self, point: EntryPoint) -> BaseModel:
        """Import the plugin, and return what it adds."""
        # Our parent knows the rest of it.
        plugin = imported(point, Plugin(point.name, package="", version=""))
        if plugin.failure:
            return Failed(failure=plugin.failure)
        self.checks = {check.id: check for check in plugin.checks}
        self.extensions = plugin.extensions
        try:
            return Loaded.of(plugin)
        except ValueError as error:
            return Failed(failure=failure_of(error))

    def _read(self, context: Context, added: dict[str, object]) -> Context:
        """Return a context whose profile has the plugin's own keys, by its models."""
        profile = joined(context.profile, added, self.extensions)
        return replace(context, profile=profile)

    def answer(
        self,
        check: str,
        parameters: dict[str, float],
        assurance: float | None,
        sent: tuple[Context, dict[str, object]] | None,
    ) -> BaseModel:
        """Return what a check says of a context, the one before if there is no new one.

        Whatever a check raises is told by its kind, as when it is judged in the open.
        """
        try:
            if sent is not None:
                self.context = self._read(*sent)
            own = replace(self.context, parameters=parameters, assurance=assurance)
            verdict: object = self.checks[check].judge(own)
            if not isinstance(verdict, Verdict):
                return Failed(failure="")
            return VerdictPart.of(verdict)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a check can raise anything
            return Failed(failure=type(error).__name__[:LONGEST_FAILURE])


if __name__ == "__main__":
    main()
