"""The parent's side: start the child, wait, and say what went wrong."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from auditor.confinement import Limits, started
from auditor.errors import RenderError
from auditor.renderers.confined.language import in_plain_values
from auditor.translation import spoken_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.renderers.foreign_templates import ForeignTemplates
    from auditor.renderers.proof.enclosure import Enclosure

__all__ = ["OverLimitError", "Rendered", "Request", "render_confined"]

CHILD: Final = "auditor.renderers.confined.child"
ADVICE: Final = "`cxaudit templates check` says more of a folder of templates."

_LOGGER: Final = logging.getLogger(__name__)


class OverLimitError(RenderError):
    """Templates took more time or memory than they may."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a child process is asked to do."""

    format: str
    """`html` or `pdf`."""
    page: str
    """The template to begin with."""
    values: Mapping[str, object]
    """What templates may see."""
    foreign: ForeignTemplates
    """The templates that come before ours."""
    lenient: bool = False
    """Whether to note names that are not there and go on, instead of giving up."""
    enclosed: Enclosure | None = None
    """What is attached to a PDF."""

    def encoded(self, limits: Limits) -> bytes:
        """Return the request as the child reads it."""
        content = {
            "format": self.format,
            "page": self.page,
            "values": self.values,
            "packages": self.foreign.packages,
            "files": self.foreign.files,
            "lenient": self.lenient,
            "enclosed": self.enclosed and self.enclosed.encoded(),
            "language": in_plain_values(spoken_language()),
            "limits": asdict(limits),
        }
        return json.dumps(content).encode()


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came back."""

    content: bytes
    """The report."""
    undefined: tuple[str, ...] = ()
    """Names that are not there, each as `file:line: name`."""
    refused: tuple[str, ...] = ()
    """Addresses that the page asked for and did not get."""


def render_confined(request: Request, limits: Limits | None = None) -> Rendered:
    """Return a report that a child process renders.

    Raises:
        RenderError: If a template fails.
        OverLimitError: If it takes more time or memory than it may.
    """
    limits = limits or Limits()
    try:
        process = started(CHILD, os.environ)
    except OSError as error:
        cause = error.strerror or error
        raise RenderError(
            f"No process for templates can be started: {cause}."
        ) from error
    with process as child:
        try:
            given, _ = child.communicate(request.encoded(limits), limits.patience)
        except subprocess.TimeoutExpired:
            child.kill()
            child.communicate()
            raise OverLimitError(_too_long(limits)) from None
        except BaseException:
            child.kill()
            raise
    return _read(given, child.returncode, limits)


def _read(given: bytes, code: int, limits: Limits) -> Rendered:
    """Return what the child gave, or say what ended it."""
    head, _, content = given.partition(b"\n")
    if not head:
        raise OverLimitError(_ended(code, limits))
    told: dict[str, Any] = json.loads(head)
    if "over_limit" in told:
        raise OverLimitError(told["over_limit"])
    if "error" in told:
        raise RenderError(told["error"])
    for warning in told["warnings"]:
        _LOGGER.warning("%s", warning)
    return Rendered(content, tuple(told["undefined"]), tuple(told["refused"]))


def _ended(code: int, limits: Limits) -> str:
    """Return why a child ended without a word."""
    if code == -getattr(signal, "SIGXCPU", 0) or code == -getattr(signal, "SIGKILL", 0):
        return _too_long(limits)
    return (
        f"The templates made the process that renders them end ({code}), probably for "
        f"want of memory: {limits.megabytes:,} MB are allowed. {ADVICE}"
    )


def _too_long(limits: Limits) -> str:
    return (
        f"The templates took too long: {limits.seconds} seconds are allowed. {ADVICE}"
    )
