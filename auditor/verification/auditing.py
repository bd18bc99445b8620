"""Auditing once more what a report says it is an audit of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from auditor.engine import audit
from auditor.errors import Position
from auditor.plugin.collection import Plugins
from auditor.profile.files import SUFFIXES
from auditor.profile.notice import Notice
from auditor.renderers.result import ResultDocument
from auditor.report import Isolation, PluginRecord
from auditor.verification.differences import compared
from auditor.verification.recorded import recorded_evidence
from auditor.verification.statement import Part, disagrees, open_
from auditor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.evidence import Evidence
    from auditor.profile.reading import LoadedProfile
    from auditor.report import Report
    from auditor.rubric import Rubric
    from auditor.verification.material import Material
    from auditor.verification.statement import Statement

__all__ = [
    "Tool",
    "audited_again",
    "notices_of_the_folder",
    "result_compared",
    "tool_of",
]

OF_ALL_CHECKS: Final = frozenset(
    {"score", "areas", "outcomes", "roadmap", "claims", "incomplete"}
)
"""Keys of a result that rest on every check."""
PLUGIN_KEYS: Final = PluginRecord.__slots__
"""What a result says of a plugin."""
DEPARTURES: Final = "departures"
"""The key of a rubric that rests on the severities and thresholds of every check."""


@dataclass(frozen=True, slots=True)
class Tool:
    """What of the tool that made a report is here."""

    plugins: Plugins
    """The plugins that took part and are installed here."""
    complete: bool
    """Whether all checks are here that took part."""
    whole: bool
    """Whether all plugins are, also those that bring templates or presets."""


def tool_of(result: ResultDocument, plugins: Plugins, told: list[Statement]) -> Tool:
    """Return the plugins that took part, as far as they are here.

    Args:
        result: The result; it names what made it.
        plugins: The plugins that are installed.
        told: Where to say what is not as it was.
    """
    if result.tool.version != __version__:
        text = (
            f"The report was made with cxaudit {result.tool.version}; this is "
            f"{__version__}. What differs may come from that."
        )
        told.append(open_(Part.TOOL, text, "cxaudit"))
    installed = {each.name: each for each in plugins.installed}
    complete = whole = True
    for said in result.tool.plugins:
        here = installed.get(said.name)
        if here is None or bool(here.failure) != bool(said.failure):
            text = f"The plugin {said.name} {said.version} is not installed here."
            told.append(open_(Part.TOOL, text, said.name))
            complete, whole = complete and not said.checks, False
        elif here.version != said.version:
            text = (
                f"The plugin {said.name} had version {said.version}; here it has "
                f"{here.version}. What differs may come from that."
            )
            told.append(open_(Part.TOOL, text, said.name))
        elif said.sha256 and here.sha256 != said.sha256:
            text = (
                f"The plugin {said.name} {said.version} has other files here than "
                "those that took part. What differs may come from that."
            )
            told.append(open_(Part.TOOL, text, said.name))
    names = {said.name for said in result.tool.plugins}
    chosen = tuple(each for each in plugins.installed if each.name in names)
    return Tool(Plugins(chosen), complete, whole)


def audited_again(
    material: Material,
    loaded: LoadedProfile,
    rubric: Rubric,
    tool: Tool,
    found: Evidence,
) -> Report:
    """Return what auditing the profile with the recorded figures gives now.

    Args:
        material: What the report carries.
        loaded: The profile.
        rubric: What it was held against.
        tool: What of the tool is here.
        found: What the tables show that are given.
    """
    result, apart = material.result, material.result.tool.isolation
    report = audit(
        loaded,
        tool.plugins,
        as_of=result.as_of,
        rubric=rubric,
        evidence=recorded_evidence(result, loaded.profile, rubric.limits, found),
    )
    return replace(
        report,
        version=result.tool.version,
        plugins=tuple(
            PluginRecord(**{name: getattr(each, name) for name in PLUGIN_KEYS})
            for each in result.tool.plugins
        ),
        isolation=None if apart is None else Isolation(apart.guarded),
        notices=(*notices_of_the_folder(material), *report.notices),
    )


def result_compared(
    material: Material, report: Report, tool: Tool
) -> Iterator[Statement]:
    """Yield how a recorded result stands to that of auditing again."""
    try:
        again = ResultDocument.of(report).model_dump(mode="json")
    except ValidationError:
        text = "Auditing again gives no result that can be written."
        yield disagrees(Part.RESULT, text)
        return
    if taken := notices_of_the_folder(material):
        text = f"{taken[0].message} That is taken as recorded."
        yield open_(Part.RESULT, text, "notices")
    recorded = dict(material.recorded)
    if report.comparison is None:
        recorded.pop("comparison", None)
    if tool.complete:
        yield from compared(recorded, again)
        return
    # What all checks decide cannot be said without some of them.
    sure = {
        check.id
        for area in tool.plugins.areas
        if report.rubric.area_weights.get(area.id)
        for check in area.checks
    }
    for content in (recorded, again):
        findings = content.get("findings", [])
        content["findings"] = [f for f in findings if f.get("check") in sure]
        content["rubric"] = {**content["rubric"], DEPARTURES: None}
    yield from compared(recorded, again, OF_ALL_CHECKS)


def notices_of_the_folder(material: Material) -> list[Notice]:
    """Return what the result says of files that were no part of the profile.

    They are not attached, so nobody can say again that they were there.
    """
    source = material.result.profile.source
    if PurePath(source).suffix.lower() in SUFFIXES:
        return []
    return [
        Notice(said.message, "", Position(source, 1, said.column or 1))
        for said in material.result.notices
        if said.pointer == "" and (said.file, said.line) == (source, 1)
    ]
