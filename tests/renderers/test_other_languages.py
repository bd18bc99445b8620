from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

import pytest
import yaml

from auditor.renderers.foreign_templates import ForeignTemplates
from auditor.renderers.html import HtmlRenderer
from auditor.renderers.json import JsonRenderer
from auditor.renderers.oscal import OscalRenderer
from auditor.renderers.limits import applied_limits
from auditor.renderers.report_view import ReportView
from auditor.renderers.sarif import SarifRenderer
from auditor.renderers.view.citations import cited
from auditor.translation import Language
from tests.renderers.compared import compared_report
from tests.renderers.foreign_language import WIDE, wide
from tests.renderers.reports import full_report
from tests.renderers.samples import SAMPLES, audited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditor.report import Report

ROOT: Final = Path(__file__).parents[2]
READ_ALOUD: Final = ("aria-label", "alt", "title", "data-label")
WORDS: Final = re.compile(r"[A-Za-z][A-Za-z_'’ -]*[A-Za-z]")
SIGNS: Final = {"SHA", "SHA-256", "JSON", "cxaudit", "min", "h", "s", "n"}
"""What is no word, or the same in every language."""


def texts(page: bytes) -> Iterator[str]:
    """Yield what a page shows or has read aloud, piece by piece."""
    root = ET.fromstring(page.decode().replace("<!DOCTYPE html>", ""))
    for element in root.iter():
        if element.tag in {"style", "meta"}:
            yield element.tail or ""
            continue
        yield element.text or ""
        yield element.tail or ""
        for name in READ_ALOUD:
            yield element.get(name, "")


def leaves(value: object) -> Iterator[str]:
    """Yield the values of a document, as texts."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from leaves(part)
    else:
        yield f"{value}"


def own_words(name: str, report: Report) -> str:
    """Return the organisation's own words, titles of works, ids and names of files."""
    path = ROOT / "sample_audits" / name
    files = sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
    said = [f.relative_to(ROOT).as_posix() for f in files]
    for file in files:
        said += leaves(yaml.safe_load(file.read_text()))
    for work in cited(report).values():
        said += [work.author, work.title, work.address]
    for table in report.evidence.tables:
        said += [f"{table.info.source} {table.info.sha256}"]
        said += [remark.column for remark in table.remarks]
        for measure in table.measures:
            said += measure.by.values()
    for check in report.checks.values():
        said += [check.id, *(key for key in check.needs)]
    for finding in report.findings:
        said += [
            *finding.answered_by,
            *(f"{p.pointer} {p.label}" for p in finding.where),
        ]
    said += [limit.name for limit in applied_limits(report)]
    said += [plugin.name for plugin in report.plugins]
    said += [report.rubric.name, report.subject.sha256, report.rubric.digest()]
    return " ".join(" ".join(said).split())


@pytest.mark.parametrize("view", ReportView)
@pytest.mark.parametrize("name", SAMPLES)
def test_no_word_of_ours_is_left_in_english(name: str, view: ReportView) -> None:
    report = replace(audited(name), language=WIDE)
    own = own_words(name, report)
    left = {
        words
        for text in texts(HtmlRenderer(view=view).render(report))
        for words in WORDS.findall(text)
        if words not in SIGNS and words not in own
    }
    assert not left


if __name__ == "__main__":
    import sys

    name = sys.argv[1]
    report = replace(audited(name), language=WIDE)
    own = own_words(name, report)
    for text in texts(HtmlRenderer().render(report)):
        for words in WORDS.findall(text):
            if words not in SIGNS and words not in own:
                print(repr(words), "|", text[:150])
