"""A small plugin with one check, sound or with one fault planted in it."""

from __future__ import annotations

import sys
from importlib import import_module, invalidate_caches
from textwrap import indent
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.checks import Check

__all__ = ["SOUND", "planted"]

SOUND = "return by_rate(context)"
SOURCE = '''
from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
import time
from datetime import date, datetime
from pathlib import Path

from auditor import (
    OURS, Context, Effort, Example, Outcome, Parameter, Severity, Source, Unit, Verdict,
    Verification, bibliography, check, message, sentences,
)

SEEN: list[str] = []
NAMES = {"a", "b", "c", "d", "e", "f", "g"}


def survey(**changes: object) -> dict[str, object]:
    return {"feedback": {"sources": [{"id": "door", "kind": "survey"} | changes]}}


def rate(context: Context) -> float:
    feedback = context.profile.feedback
    sources = (feedback.sources or ()) if feedback else ()
    return max((source.response_rate or 0 for source in sources), default=0)


def by_rate(context: Context) -> Verdict:
    share = rate(context)
    if share >= context.parameters["met"]:
        return Verdict(Outcome.MET, message("Enough answer."), where=PLACE)
    reason = message("{share:.0f} % answer.", share=100 * share)
    outcome = Outcome.PARTLY_MET if share else Outcome.NOT_MET
    return Verdict(outcome, reason, share=share, where=PLACE)


PLACE = ("/feedback/sources",)


@check(
    "HO001",
    title="{title}",
    severity=Severity.LOW,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs={needs},
    logic="{logic}",
    remedy="{remedy}",
    parameters=[Parameter("met", 0.2, Unit.SHARE, "share that answers", {whose})],
    sources=[bibliography.BROWN],
    examples=[
        Example(Outcome.MET, "Half", survey(response_rate=0.5)),
        Example(Outcome.PARTLY_MET, "A tenth", survey(response_rate=0.1)),
        Example(Outcome.NOT_MET, "Nobody", survey(response_rate={nobody})),
    ],
)
def guests_are_asked(context: Context) -> Verdict:
    """A greeting costs nothing."""
{body}
'''


def planted(site: Path, name: str, body: str = SOUND, **parts: str) -> Check:
    """Write and import a plugin; return its check.

    Args:
        site: A folder on the path of modules.
        name: The package's name, which no other test has.
        body: What the check does.
        **parts: Its title, logic, remedy, what it needs, whose its threshold is, or the
            share that nobody's answer is.
    """
    texts = {
        "title": "Guests are asked before they leave",
        "logic": "Met with a share of {met} or more.",
        "remedy": "Ask one question at the door.",
        "whose": "OURS",
        "needs": "['feedback.sources']",
        "nobody": "0",
    } | parts
    source = SOURCE
    for key, text in (texts | {"body": indent(body, "    ")}).items():
        source = source.replace(f"{{{key}}}", text)
    folder = site / name
    folder.mkdir()
    (folder / "__init__.py").write_text(source, "utf-8")
    invalidate_caches()
    sys.modules.pop(name, None)
    return cast("Check", import_module(name).guests_are_asked)
