"""Changes that somebody might make to a report, with or without care."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Operator, Pdf, String
from pypdf import PdfReader

from auditor.renderers.proof.attached import PROOF, RESULT
from auditor.renderers.proof.digests import Digester
from tests.renderers.tags import codes_of, operators

if TYPE_CHECKING:
    from collections.abc import Callable

BOARD = 1
"""The page for the board."""
FIGURE = re.compile(r"[0-9]+\.[0-9]+")


def forged(content: bytes) -> bytes:
    """Return a changed report whose digests were computed again, as we compute them.

    Whoever changes a report and knows this source can do so: nothing in it is secret.
    """
    digester = Digester(PdfReader(BytesIO(content)))
    pages = digester.pages()
    document = {
        "bookmarks": digester.bookmarks(),
        "information": digester.information(),
        "catalogue": digester.catalogue(),
    }
    with pikepdf.open(BytesIO(content)) as pdf:
        if PROOF in pdf.attachments:
            proof = json.loads(attached(pdf, PROOF))
            roles = {each["name"]: each for each in proof["attachments"]}
            proof |= {"pages": pages, "document": document}
            proof["attachments"] = [
                {
                    **roles.get(name, {"name": name, "role": "profile", "path": name}),
                    "size": len(attached(pdf, name)),
                    "sha256": sha256(attached(pdf, name)).hexdigest(),
                }
                for name in sorted(pdf.attachments)
                if name != PROOF
            ]
            attach(pdf, PROOF, json.dumps(proof).encode())
        written = BytesIO()
        pdf.save(written, fix_metadata_version=False)
    return written.getvalue()


def attached(pdf: Pdf, name: str) -> bytes:
    return pdf.attachments[name].get_file().read_bytes()


def attach(pdf: Pdf, name: str, content: bytes) -> None:
    """Put other bytes into an attachment, and leave all else as it is."""
    specification = pdf.attachments[name].obj
    specification.EF.F.write(content)


def in_result(change: Callable[[dict[str, Any]], None]) -> Callable[[Pdf], None]:
    """Return a change of the attached result, written as we write it."""

    def plant(pdf: Pdf) -> None:
        result = json.loads(attached(pdf, RESULT))
        change(result)
        attach(pdf, RESULT, json.dumps(result, indent=2).encode())

    return plant


def in_file(name: str, old: bytes, new: bytes) -> Callable[[Pdf], None]:
    """Return a change of some bytes of an attachment."""

    def plant(pdf: Pdf) -> None:
        content = attached(pdf, name)
        assert old in content
        attach(pdf, name, content.replace(old, new))

    return plant


def finding(result: dict[str, Any], check: str) -> dict[str, Any]:
    (found,) = (each for each in result["findings"] if each["check"] == check)
    assert isinstance(found, dict)
    return found


def change_a_figure(pdf: Pdf) -> None:
    """Show the digits of the first figure on a page the other way round."""
    reverse(pdf.pages[BOARD], FIGURE)


def reverse(page: pikepdf.Page, what: re.Pattern[str]) -> None:
    """Show the first text on a page that is like this the other way round."""
    font: dict[int, str] = {}
    changed: list[tuple[list[Any], Operator]] = []
    left = 1
    for operands, operator in operators(page):
        shown = list(operands)
        if str(operator) == "Tf":
            font = codes_of(page.Resources.Font[str(operands[0])])
        if str(operator) == "TJ" and left:
            codes = b"".join(bytes(o) for o in operands[0] if isinstance(o, String))
            pairs = [codes[at : at + 2] for at in range(0, len(codes), 2)]
            text = "".join(font.get(int.from_bytes(pair), "") for pair in pairs)
            if what.fullmatch(text):
                shown = [Array([String(b"".join(reversed(pairs)))])]
                left = 0
        changed.append((shown, operator))
    assert not left
    page.contents_coalesce()
    page.Contents.write(pikepdf.unparse_content_stream(changed))


def draw_over(pdf: Pdf) -> None:
    """Paint a white rectangle over the middle of a page."""
    pdf.pages[BOARD].contents_add(b"q 1 1 1 rg 60 500 400 60 re f Q")


def annotate_over(pdf: Pdf) -> None:
    """Lay a note over the text, as any reader program can."""
    note = Dictionary(
        Type=Name.Annot,
        Subtype=Name.FreeText,
        Rect=[60, 500, 460, 560],
        Contents=String("Excellent"),
        DA=String("/Helv 12 Tf 0 g"),
        F=4,
    )
    annotations = pdf.pages[BOARD].get("/Annots", Array())
    annotations.append(pdf.make_indirect(note))
    pdf.pages[BOARD].Annots = annotations


def disguise_as_signature(pdf: Pdf) -> None:
    """Lay a note over the text that says it is a field for a signature."""
    annotate_over(pdf)
    pdf.pages[BOARD].Annots[-1].Subtype = Name.Widget
    pdf.pages[BOARD].Annots[-1].FT = Name.Sig
    pdf.pages[BOARD].Annots[-1].T = String("Signature")
    field = Array([pdf.pages[BOARD].Annots[-1]])
    pdf.Root.AcroForm = Dictionary(Fields=field, SigFlags=3)


def remove_a_page(pdf: Pdf) -> None:
    del pdf.pages[3]


def swap_pages(pdf: Pdf) -> None:
    kids = pdf.Root.Pages.Kids
    kids[4], kids[5] = kids[5], kids[4]


def add_a_page(pdf: Pdf) -> None:
    pdf.add_blank_page(page_size=(595, 842))


def turn_all_pages(pdf: Pdf) -> None:
    pdf.Root.Pages.Rotate = 180


def change_glyphs(pdf: Pdf) -> None:
    """Put another font's outlines under the same codes: text stays, looks do not."""
    fonts = pdf.pages[BOARD].Resources.Font
    (one, other, *_) = (font.DescendantFonts[0] for font in fonts.values())
    one.FontDescriptor.FontFile2 = other.FontDescriptor.FontFile2


def change_alternative_text(pdf: Pdf) -> None:
    for element in pdf.objects:
        if isinstance(element, Dictionary) and element.get("/S") == Name.Figure:
            element.Alt = String("The score is 99 of 100.")
            return


def change_title(pdf: Pdf) -> None:
    pdf.docinfo.Title = String("Audit of somebody else")


def change_date(pdf: Pdf) -> None:
    content = pdf.Root.Metadata.read_bytes()
    assert b"2026-11-21" in content
    pdf.Root.Metadata.write(content.replace(b"2026-11-21", b"2027-11-21"))


def change_bookmark(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.Title = String("All is well")


def run_a_script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def specification(pdf: Pdf, content: bytes, name: str = "") -> AttachedFileSpec:
    """Return a file to be attached."""
    return AttachedFileSpec(
        pdf,
        content,
        description="",
        filename=name,
        mime_type="",
        creation_date="",
        mod_date="",
    )


def attach_more(pdf: Pdf) -> None:
    pdf.attachments["profile-2.yaml"] = specification(pdf, b"organisation: {}")


def attach_aside(pdf: Pdf) -> None:
    """Link a file to the document that its list of attachments does not have."""
    pdf.Root.AF.append(specification(pdf, b"{}", "aside.json").obj)


def attach_twice(pdf: Pdf) -> None:
    other = specification(pdf, b"{}", RESULT)
    names = pdf.Root.Names.EmbeddedFiles.Names
    names.append(String(RESULT))
    names.append(other.obj)


def detach(name: str) -> Callable[[Pdf], None]:
    def plant(pdf: Pdf) -> None:
        del pdf.attachments[name]

    return plant


def redate_attachment(pdf: Pdf) -> None:
    pdf.attachments[RESULT].obj.EF.F.Params.ModDate = String("D:20200101000000Z")
