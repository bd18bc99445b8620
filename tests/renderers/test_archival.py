"""A report can be read in decades, and carries what it was made from (PDF/A-3a)."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from auditor.renderers import built_in
from auditor.renderers.proof.attached import MAPPING, PROOF, RESULT, RUBRIC
from tests.renderers.reports import AS_OF, evidenced_report

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "sample_audits").rglob("*report.pdf"))
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"


@pytest.fixture(scope="module", params=["made now", *SAMPLES], ids=str)
def pdf(request: pytest.FixtureRequest) -> Iterator[pikepdf.Pdf]:
    source: Any = request.param
    if source == "made now":
        source = BytesIO(built_in()["pdf"].render(evidenced_report()))
    with pikepdf.open(source) as opened:
        yield opened


def test_one_description_declares_pdf_a_and_pdf_ua(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    (description,) = ET.fromstring(packet).iter(f"{RDF}RDF")
    told = {key: value for part in description for key, value in part.attrib.items()}
    assert told[f"{PDFA}part"] == "3"
    assert told[f"{PDFA}conformance"] == "A"
    assert told[f"{PDFUA}part"] == "1"
    namespaces = [each.text for each in description.iter(f"{SCHEMA}namespaceURI")]
    assert namespaces == [PDFUA.strip("{}")]
    assert b"pdfaExtension:schemas" in packet
    assert b"pdfaProperty:valueType" in packet


def test_colours_have_a_profile(pdf: pikepdf.Pdf) -> None:
    (intent,) = pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    assert intent.DestOutputProfile.N == 3
    assert b"acsp" in intent.DestOutputProfile.read_bytes()[:128]


def test_every_font_is_embedded_and_its_text_can_be_searched(pdf: pikepdf.Pdf) -> None:
    fonts = {
        font.objgen: font
        for page in pdf.pages
        for font in page.Resources.get("/Font", {}).values()
    }
    assert fonts
    for font in fonts.values():
        assert "/ToUnicode" in font
        (descendant,) = font.DescendantFonts
        embedded = {"/FontFile", "/FontFile2", "/FontFile3"}
        assert embedded & descendant.FontDescriptor.keys()


def test_nothing_in_it_acts_hides_or_refers_elsewhere(pdf: pikepdf.Pdf) -> None:
    assert not {"/OpenAction", "/AA", "/OCProperties", "/AcroForm"} & pdf.Root.keys()
    assert not pdf.is_encrypted
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            assert annotation.Subtype == "/Link"
            assert annotation.F == 4  # printed, neither hidden nor locked


def test_every_attachment_says_what_it_is_to_the_report(pdf: pikepdf.Pdf) -> None:
    names = {str(each.UF): each for each in pdf.Root.AF}
    assert set(names) == set(pdf.attachments)
    assert len(names) == len(pdf.Root.AF)
    assert [*pdf.attachments] == sorted(pdf.attachments)
    relations = {name: str(each.AFRelationship) for name, each in names.items()}
    assert relations[RESULT] == "/Data"
    assert {relations[RUBRIC], relations[PROOF]} == {"/Supplement"}
    for name, each in names.items():
        if name not in {RESULT, RUBRIC, MAPPING, PROOF}:
            assert relations[name] == "/Source"
        assert str(each.Desc)
        assert str(each.EF.F.Subtype).startswith(("/application", "/text"))


def test_every_attachment_was_made_on_the_day_of_the_audit(pdf: pikepdf.Pdf) -> None:
    day = f"D:{AS_OF:%Y%m%d}000000Z"
    for each in pdf.Root.AF:
        told = each.EF.F.Params
        assert (str(told.CreationDate), str(told.ModDate)) == (day, day)


def test_it_carries_its_result_as_it_would_be_written(pdf: pikepdf.Pdf) -> None:
    result = json.loads(pdf.attachments[RESULT].get_file().read_bytes())
    assert result["result_version"] == 1
    assert result["as_of"] == AS_OF.isoformat()
