from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

import pytest
import yaml

from auditor.comparison import compare
from auditor.errors import RenderError
from auditor.evidence.columns import TABLES
from auditor.finding import Outcome
from auditor.renderers import built_in
from auditor.renderers.foreign_templates import ForeignTemplates
from auditor.renderers.html import HtmlRenderer
from auditor.renderers.limits import applied_limits
from auditor.renderers.report_view import ReportView
from auditor.renderers.view.citations import cited
from auditor.translation import Language, message
from tests.comparison.editions import EARLIER, edition
from tests.findings import finding
from tests.renderers.foreign_language import WIDE, wide
from tests.renderers.reports import full_report, report_of
from tests.renderers.samples import SAMPLES, audited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.report import Report

ROOT: Final = Path(__file__).parents[2]
READ_ALOUD: Final = ("aria-label", "alt", "title", "data-label")
WORDS: Final = re.compile(r"[A-Za-z][A-Za-z_'’ -]*[A-Za-z]")
NO_CAUSE: Final = ("other", "others", "unknown", "miscellaneous", "unspecified")
"""Causes in tables that name none, in any language."""
SIGNS: Final = {"SHA", "SHA-256", "JSON", "cxaudit", "min"}
"""What is no word, or the same in every language."""
FINDINGS: Final = "{{ n }} finding{% pluralize %}{{ n }} findings{% endtrans %}"
VIEWS: Final = (ReportView.BOARD, ReportView.OWNERS)
GERMAN: Final = Language(
    "de",
    {
        "Hello": "Hallo",
        "95 % of <b>us</b>": "95 % von <b>uns</b>",
        "%(name)s says 5 %%": "5 %% sagt %(name)s",
        "Plain": "Ganz <b>schlicht</b>",
    },
    {("%(n)s finding", "%(n)s findings"): ("%(n)s Befund", "%(n)s Befunde")},
)


def texts(page: bytes) -> Iterator[str]:
    """Yield what a page shows or has read aloud, piece by piece."""
    root = ET.fromstring(page.decode().replace("<!DOCTYPE html>", ""))
    for element in root.iter():
        if element.tag not in {"style", "meta"}:
            yield element.text or ""
            yield from (element.get(name, "") for name in READ_ALOUD)
        yield element.tail or ""


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
    own = [file.name for file in files]
    for file in files:
        own += leaves(yaml.safe_load(file.read_text(encoding="utf-8")))
    for work in cited(report).values():
        own += [work.author, work.title, work.address]
    for table in report.evidence.tables:
        own += [table.info.source, table.info.sha256]
        own += [remark.column for remark in table.remarks]
        own += [group for measure in table.measures for group in measure.by.values()]
    for each in report.findings:
        own += [each.check, *each.answered_by, *(place.pointer for place in each.where)]
    own += [limit.name for limit in applied_limits(report)]
    own += [plugin.name for plugin in report.plugins]
    own += [report.rubric.name, report.rubric.digest(), report.subject.sha256]
    own += [plugin.sha256 for plugin in report.plugins]
    own += [column.name for columns in TABLES.values() for column in columns]
    own += NO_CAUSE
    return " ".join(" ".join(own).split())


@pytest.mark.parametrize(
    ("name", "view"),
    [*((name, ReportView.FULL) for name in SAMPLES), *((SAMPLES[0], v) for v in VIEWS)],
)
def test_no_words_of_ours_are_left_in_english(name: str, view: ReportView) -> None:
    report = replace(audited(name), language=WIDE)
    own = own_words(name, report)
    page = HtmlRenderer(view=view).render(report)
    words = {words for text in texts(page) for words in WORDS.findall(text)}
    assert {each for each in words - SIGNS if each not in own} == set()


def test_what_changed_is_told_in_the_language_of_the_report() -> None:
    before = edition([finding("JC001", Outcome.NOT_MET)], as_of=EARLIER)
    now = edition([finding("JC001", Outcome.MET)], profile_sha256="ef" * 32)
    compared = compare(before, now)
    report = replace(full_report(), comparison=compared, language=WIDE)
    page = HtmlRenderer().render(report).decode()
    assert f">{wide('What changed since')} 21. 11. 2025</p>" in page
    assert wide("What the organisation changed") in page


def test_figures_and_days_are_written_as_the_language_does() -> None:
    report = replace(full_report(), language=WIDE)
    total = f"{report.score.total:.1f}"
    page = HtmlRenderer().render(report).decode()
    assert total.replace(".", ",") in page
    assert f">{total}<" not in page
    assert "21. 11. 2026" in page


def test_a_page_names_its_language() -> None:
    page = HtmlRenderer().render(replace(full_report(), language=WIDE))
    assert b'<html lang="de">' in page


@pytest.mark.parametrize("format_", ["json", "sarif", "junit", "csv", "oscal"])
def test_what_programs_read_stays_english(format_: str) -> None:
    renderer, report = built_in()[format_], full_report()
    assert renderer.render(replace(report, language=WIDE)) == renderer.render(report)


def test_one_language_leaves_nothing_behind_for_the_next() -> None:
    report, renderer = full_report(), HtmlRenderer()
    before = renderer.render(report)
    renderer.render(replace(report, language=WIDE))
    assert renderer.render(report) == before


def test_the_organisation_is_never_translated() -> None:
    report = report_of([finding("JC001", Outcome.MET)], organisation="Met")
    page = HtmlRenderer().render(replace(report, language=WIDE)).decode()
    assert ">Met</h1>" in page


def test_a_text_of_a_plugin_may_hold_braces() -> None:
    hurt = "The name {of {} it } is not known."
    told = replace(finding("JC001", Outcome.NOT_MET), reason=hurt)
    assert hurt in HtmlRenderer().render(report_of([told])).decode()


def test_a_reason_is_told_in_whole_with_its_figures() -> None:
    reason = message("Of {n} themes {share:.1f} % are owned.", n=3, share=33.3)
    told = replace(finding("JC001", Outcome.NOT_MET), reason=reason)
    report = replace(report_of([told]), language=WIDE)
    page = HtmlRenderer().render(report).decode()
    said = (
        f"{wide('Of')} 3 {wide('themes')} 33,3\N{NO-BREAK SPACE}% {wide('are owned')}."
    )
    assert said in page


def rendered(cover: str, language: Language = GERMAN) -> str:
    """Return a report whose cover is a template of somebody else."""
    foreign = ForeignTemplates(files=(("cover.html.j2", cover),))
    report = replace(full_report("A & B"), language=language)
    return HtmlRenderer(foreign).render(report).decode()


@pytest.mark.parametrize(
    ("cover", "said"),
    {
        "a text": ("{% trans %}Hello{% endtrans %}", "Hallo"),
        "an unknown one": ('{% trans %}Say "so"{% endtrans %}', 'Say "so"'),
        "markup": ("{% trans %}95 % of <b>us</b>{% endtrans %}", "95 % von <b>uns</b>"),
        "a value, escaped": (
            "{% trans name=cover.organisation %}{{ name }} says 5 %{% endtrans %}",
            "5 % sagt A &amp; B",
        ),
        "a translation with markup of its own": (
            "{% trans %}Plain{% endtrans %}",
            "Ganz &lt;b&gt;schlicht&lt;/b&gt;",
        ),
        "one": (
            "{% trans n=1 %}" + FINDINGS,
            "1 Befund",
        ),
        "many": (
            "{% trans n=2 %}" + FINDINGS,
            "2 Befunde",
        ),
    }.values(),
)
def test_templates_of_others_can_be_translated(cover: str, said: str) -> None:
    assert f"<p>{said}</p>" in rendered(f"<p>{cover}</p>")


@pytest.mark.parametrize(
    "cover",
    [
        '{{ gettext("Hello") }}',
        '{{ _("Hello") }}',
        '{% trans "context" %}Hello{% endtrans %}',
        "{% trans %}{{ nothing_of_the_kind }}{% endtrans %}",
    ],
)
def test_only_the_tag_translates_and_only_what_is_there(cover: str) -> None:
    with pytest.raises(RenderError, match=r"cover\.html\.j2"):
        rendered(cover)
