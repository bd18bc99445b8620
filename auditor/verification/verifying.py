"""The whole check of a report on one screen: file, inputs, audit, evidence, pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from auditor.errors import InputError, Problem
from auditor.evidence import Evidence
from auditor.renderers import Renderers
from auditor.renderers.proof.attached import RESULT
from auditor.renderers.proof.manifest import Manifest
from auditor.translation import ENGLISH
from auditor.verification.arithmetic import score_follows
from auditor.verification.auditing import (
    audited_again,
    notices_of_the_folder,
    result_compared,
    tool_of,
)
from auditor.verification.changes import compared_again
from auditor.verification.inputs import profile_of, rubric_of
from auditor.verification.mapping import mapping_compared
from auditor.verification.material import material_beside, material_in
from auditor.verification.presentation import look_of
from auditor.verification.printing import printed_again
from auditor.verification.recorded import only_in_english
from auditor.verification.report_file import read_report
from auditor.verification.sealed import manifest_of, sealed
from auditor.verification.signatures import signatures_checked
from auditor.verification.statement import Part, Verification, disagrees, open_
from auditor.verification.tables import Tables, tables_compared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditor.plugin.collection import Plugins
    from auditor.renderers.proof.manifest import PresentationDigest
    from auditor.renderers.result import ResultDocument
    from auditor.report import Renderer, Report
    from auditor.verification.auditing import Tool
    from auditor.verification.material import Given, Material
    from auditor.verification.report_file import ReportFile
    from auditor.verification.statement import Statement

__all__ = ["verify"]

JSON: Final = ".json"
PDF: Final = "pdf"


def verify(
    path: Path,
    given: Given,
    plugins: Plugins,
    renderers: Callable[..., Renderers] = Renderers.of,
) -> Verification:
    """Hold a report against what it was made from.

    Args:
        path: A report as PDF, or a result as JSON.
        given: What else is at hand.
        plugins: The installed plugins.
        renderers: What prints the pages again, by plugins, templates and view.

    Raises:
        InputError: If it is no report of ours, or something given cannot be read.
    """
    with TemporaryDirectory(prefix="cxaudit-") as folder:
        workspace = Path(folder)
        told: list[Statement] = []
        file, material = _opened(path, given, workspace, told)
        if material is not None:
            tool = tool_of(material.result, plugins, told)
            report, found = _follows(material, given, tool, told)
            if file:
                look = look_of(_presentation(file), given, tool.plugins, told)
                chosen = renderers(tool.plugins, look.foreign, look.view)
                dressed = report and replace(
                    report, engagement=look.engagement, language=look.language
                )
                why = (
                    _why_not(given, tool, material, report)
                    or look.missing
                    or _unsaid(dressed, found, material)
                )
                told += _pages(file, dressed, chosen.named(PDF), why)
        title = "" if material is None else _title(material.result)
        return Verification.of(str(path), title, told)


def _opened(
    path: Path, given: Given, workspace: Path, told: list[Statement]
) -> tuple[ReportFile | None, Material | None]:
    """Return the PDF, if it is one, and what it carries, if that can be read."""
    if path.suffix.lower() == JSON:
        if given.trust:
            text = "A result as JSON bears no signature: verify the PDF."
            told.append(disagrees(Part.SIGNATURE, text))
        return None, material_beside(path, workspace)
    file = read_report(path)
    return file, _carried(path, file, given, workspace, told)


def _carried(
    path: Path, file: ReportFile, given: Given, workspace: Path, told: list[Statement]
) -> Material | None:
    """Return what a PDF carries, having held it against its own digests."""
    manifest = manifest_of(file)
    if RESULT not in file.attached and not isinstance(manifest, Manifest):
        message = f"{str(path)!r} is no report of cxaudit: it carries no {RESULT}."
        hint = (
            "Reports that cxaudit wrote before it attached results cannot be checked."
        )
        raise InputError([Problem(message, hint=hint)])
    told += signatures_checked(file, given.trust)
    if isinstance(manifest, Manifest):
        told += sealed(file, manifest)
    else:
        told.append(manifest)
    known = manifest if isinstance(manifest, Manifest) else None
    try:
        return material_in(file, known, workspace)
    except InputError as error:
        text = f"{RESULT} cannot be read: {_first(error, workspace)}"
        told.append(disagrees(Part.RESULT, text, RESULT))
        return None


def _follows(
    material: Material, given: Given, tool: Tool, told: list[Statement]
) -> tuple[Report | None, Evidence]:
    """Audit again, and say what follows and what does not.

    Returns the audit, and what the tables show that are given.
    """
    result = material.result
    told += score_follows(result)
    loaded, beside = profile_of(material, given, tool.plugins, told)
    rubric = rubric_of(material, given, tool.plugins, told)
    if loaded is None:
        text = "Findings were not judged again: the profile is not at hand."
        told.append(open_(Part.FINDING, text))
        return None, Evidence()
    if material.attached:
        told += mapping_compared(material.mapping, result, loaded, tool.plugins)
    if rubric is None:
        text = "Nothing was measured or judged again: the rubric is not at hand."
        told.append(open_(Part.FINDING, text))
        return None, Evidence()
    tables = Tables(dict(given.evidence), beside, rubric.limits)
    found = tables_compared(result, loaded, tool.plugins, tables, told)
    report = audited_again(material, loaded, rubric, tool, found)
    report = compared_again(material, report, loaded, given, tool, told)
    told += result_compared(material, report, tool)
    return report, found


def _presentation(file: ReportFile) -> PresentationDigest | None:
    """Return what a report says of its looks, if it says anything."""
    said = manifest_of(file)
    return said.presentation if isinstance(said, Manifest) else None


def _why_not(
    given: Given, tool: Tool, material: Material, report: Report | None
) -> str:
    """Return why pages cannot be printed again; empty where they can."""
    if not given.pages:
        return "as was asked for"
    if report is None:
        return "as there was nothing to print"
    if material.result.comparison and not report.comparison:
        return "as they compare with an earlier audit"
    return "" if tool.whole else "as a plugin is missing"


def _unsaid(report: Report | None, found: Evidence, material: Material) -> str:
    """Return why pages cannot be printed in their language; empty where they can."""
    if report is None or report.language == ENGLISH:
        return ""
    if only_in_english(report.evidence, found):
        return "as words about tables are recorded in English: give all (--evidence)"
    if notices_of_the_folder(material):
        return "as what was seen in the profile's folder is recorded in English"
    return ""


def _pages(
    file: ReportFile, report: Report | None, renderer: Renderer, why_not: str
) -> Iterator[Statement]:
    if report is None or why_not:
        yield open_(Part.PAGES, f"The pages were not printed again, {why_not}.")
    else:
        yield from printed_again(file, report, renderer)


def _title(result: ResultDocument) -> str:
    made = f"{result.tool.name} {result.tool.version}"
    return f"{result.profile.organisation}, as of {result.as_of}, made with {made}"


def _first(error: InputError, workspace: Path) -> str:
    return str(error.problems[0]).replace(f"{workspace}/", "")
