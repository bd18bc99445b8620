"""What all office documents keep: no time of day, and only what XML can hold."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from auditor.renderers import built_in
from auditor.renderers.office.archive import packed_again
from auditor.renderers.xml_text import xml_text
from tests.renderers.office import parts_of
from tests.renderers.reports import HOSTILE, evidenced_report, saying

OFFICE = ("docx", "pptx", "xlsx")


def archives(content: bytes) -> list[ZipFile]:
    """Return an archive and those in it."""
    inner = [part for name, part in parts_of(content).items() if name.endswith("xlsx")]
    return [ZipFile(BytesIO(each)) for each in (content, *inner)]


@pytest.mark.parametrize("name", OFFICE)
def test_no_part_has_a_time(name: str) -> None:
    for archive in archives(built_in()[name].render(evidenced_report())):
        for entry in archive.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert (entry.create_system, entry.external_attr) == (3, 0o600 << 16)


@pytest.mark.parametrize("name", OFFICE)
@pytest.mark.parametrize("text", [HOSTILE, "\x00\x1f\ud800\ufffe\uffff\x85 end"])
def test_every_part_is_well_formed_whatever_a_text_says(name: str, text: str) -> None:
    for report in (saying(text), evidenced_report(HOSTILE)):
        for archive in archives(built_in()[name].render(report)):
            for part in archive.namelist():
                if part.endswith((".xml", ".rels")):
                    etree.fromstring(archive.read(part))


@pytest.mark.parametrize("name", OFFICE)
def test_nothing_leads_outside_of_the_document(name: str) -> None:
    for archive in archives(built_in()[name].render(evidenced_report(HOSTILE))):
        for part in archive.namelist():
            if part.endswith(".rels"):
                assert b'TargetMode="External"' not in archive.read(part)


@given(text=st.text(alphabet=st.characters(exclude_categories=()), max_size=60))
def test_any_text_becomes_one_that_xml_can_hold(text: str) -> None:
    element = etree.Element("text")
    element.text = xml_text(text)
    assert etree.fromstring(etree.tostring(element)).text in {element.text, None}


@given(text=st.text(min_size=1, max_size=300), most=st.integers(80, 200))
def test_a_cut_text_is_no_longer_than_allowed_and_says_so(text: str, most: int) -> None:
    told = xml_text(text, most)
    assert len(told) <= most
    assert told == xml_text(text) or told.endswith("the JSON result has it whole)")


def test_packing_again_changes_no_part() -> None:
    content = built_in()["xlsx"].render(evidenced_report())
    assert packed_again(content) == content
