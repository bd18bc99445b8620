"""Plugin packages as an installer would leave them, made in a moment."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["CHECK", "install", "plugin_of"]

CHECK = """
from auditor import (
    Area, Effort, Example, Outcome, Severity, Verdict, Verification, bibliography,
    check, hookimpl,
)

@check(
    {id!r},
    title="Guests are greeted",
    severity=Severity.LOW,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    logic="Always met.",
    remedy="Greet guests.",
    sources=[bibliography.BROWN],
    examples=[Example(Outcome.MET, "Any"), Example(Outcome.NOT_MET, "None")],
)
def guests_are_greeted(context):
    '''A greeting costs nothing.'''
    {body}

@hookimpl
def auditor_checks():
    return [Area({area!r}, "Hospitality", "Guests.", 10, (guests_are_greeted,))]
"""


def plugin_of(
    id_: str = "HO001",
    body: str = "return Verdict(Outcome.MET, 'They are.')",
    area: str = "hospitality",
) -> str:
    """Return the source of a plugin with one check."""
    return CHECK.format(id=id_, body=body, area=area)


def install(site: Path, name: str, source: str, version: str = "1.2.3") -> None:
    """Leave a package in `site`, with the entry point that makes it a plugin."""
    module = f"auditor_{name}"
    (site / f"{module}.py").write_text(dedent(source))
    info = site / f"{module}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: auditor-{name}\nVersion: {version}\n"
    )
    (info / "entry_points.txt").write_text(f"[auditor]\n{name} = {module}\n")
