"""Whatever is handed over as a report, it is refused in words and within bounds."""

from __future__ import annotations

import json
import zlib
from contextlib import suppress
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Encryption, Name, Pdf

from auditor.errors import InputError
from auditor.renderers.proof.attached import PROOF, RESULT
from auditor.verification import report_file
from tests.verification.planting import detach, specification
from tests.verification.small import changed, checked

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.verification.small import Small

START = b"%PDF-1.7\n"


def unchanged(pdf: Pdf) -> None:
    """Leave it as it is."""


def blank(change: Callable[[Pdf], None] = unchanged, **options: Any) -> bytes:
    """Return a PDF of one empty page, after a change."""
    written = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        change(pdf)
        pdf.save(written, **options)
    return written.getvalue()


def bomb(pdf: Pdf) -> None:
    """Attach 300 MB of zeros, packed into 300 kB."""
    packer = zlib.compressobj(9)
    zeros = bytes(10_000_000)
    packed = b"".join(packer.compress(zeros) for _ in range(30)) + packer.flush()
    pdf.attachments[RESULT] = specification(pdf, b"{}")
    stream = pdf.attachments[RESULT].obj.EF.F
    stream.write(packed, filter=Name.FlateDecode)


def tree_that_loops(pdf: Pdf) -> None:
    names = pdf.make_indirect(Dictionary())
    names.Kids = Array([names])
    pdf.Root.Names = Dictionary(EmbeddedFiles=names)


def tree_that_branches_without_end(pdf: Pdf) -> None:
    node = pdf.make_indirect(Dictionary())
    node.Kids = Array([node] * 20)
    pdf.Root.Names = Dictionary(EmbeddedFiles=node)


def pages_that_loop(pdf: Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def nested(pdf: Pdf) -> None:
    """Hang a thousand dictionaries into each other on a page."""
    inner = pdf.make_indirect(Dictionary())
    for _ in range(1_000):
        inner = pdf.make_indirect(Dictionary(Inner=inner))
    pdf.pages[0].PieceInfo = inner


def many_attachments(pdf: Pdf) -> None:
    file = specification(pdf, b"").obj
    names = [part for n in range(2_000) for part in (pikepdf.String(f"{n}"), file)]
    pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(names)))


HOSTILE: dict[str, Callable[[], bytes]] = {
    "no bytes": lambda: START[:5],
    "a start alone": lambda: START,
    "a start and noise": lambda: START + bytes(range(256)) * 400,
    "a start and brackets": lambda: START + b"[" * 200_000,
    "a table of objects that is its own": lambda: (
        START + b"trailer<</Root 1 0 R/Size 1/Prev 9>>\nstartxref\n9\n%%EOF"
    ),
    "no attachment": blank,
    "encrypted": lambda: blank(encryption=Encryption(owner="o", user="u")),
    "encrypted without a word": lambda: blank(
        encryption=Encryption(owner="o", user="")
    ),
    "a bomb": lambda: blank(bomb),
    "attachments in a circle": lambda: blank(tree_that_loops),
    "attachments that branch without end": lambda: blank(
        tree_that_branches_without_end
    ),
    "pages in a circle": lambda: blank(pages_that_loop),
    "nested": lambda: blank(nested),
    "very many attachments": lambda: blank(many_attachments),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_report_is_refused(what: str, folder: Path) -> None:
    with pytest.raises(InputError) as refused:
        checked(HOSTILE[what](), folder)
    assert "report.pdf" in str(refused.value)


def test_a_report_that_is_cut_short_is_refused(small: Small, folder: Path) -> None:
    for part in (0.1, 0.5, 0.9):
        with pytest.raises(InputError):
            checked(small.pdf[: int(len(small.pdf) * part)], folder)


def test_a_file_without_result_and_digests_is_no_report_of_ours(
    small: Small, folder: Path
) -> None:
    def strip(pdf: Pdf) -> None:
        detach(RESULT)(pdf)
        detach(PROOF)(pdf)

    with pytest.raises(InputError, match=r"carries no result\.json"):
        checked(changed(small.pdf, strip), folder)


def test_a_report_whose_result_was_taken_out_disagrees(
    small: Small, folder: Path
) -> None:
    found = checked(changed(small.pdf, detach(RESULT)), folder)
    assert not found.agrees


@pytest.mark.parametrize("key", ["AF", "AcroForm", "Names"])
@pytest.mark.parametrize("value", [b"7", b"[7]", b"<</Fields [7] /EmbeddedFiles 7>>"])
def test_a_report_whose_catalogue_makes_no_sense_is_refused_or_disagrees(
    key: str, value: bytes, small: Small, folder: Path
) -> None:
    def spoil(pdf: Pdf) -> None:
        pdf.Root[f"/{key}"] = pikepdf.Object.parse(value)

    with suppress(InputError):
        assert not checked(changed(small.pdf, spoil), folder, pages=False).agrees


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b'{"result_version": 9}']
)
def test_a_result_that_cannot_be_read_disagrees(
    content: bytes, small: Small, folder: Path
) -> None:
    def spoil(pdf: Pdf) -> None:
        pdf.attachments[RESULT].obj.EF.F.write(content)

    found = checked(changed(small.pdf, spoil), folder)
    assert any("result.json cannot be read" in each.text for each in found.statements)
    assert str(folder) not in "".join(each.text for each in found.statements)


@pytest.mark.parametrize(
    "path",
    ["../outside.yaml", "/etc/passwd", "a/b/c.yaml", ".hidden.yaml", "a\\b.yaml"],
)
def test_an_attached_profile_stays_within_its_folder(
    path: str, small: Small, folder: Path
) -> None:
    def lead_out(pdf: Pdf) -> None:
        stream = pdf.attachments[PROOF].obj.EF.F
        proof = json.loads(stream.read_bytes())
        for each in proof["attachments"]:
            if each["role"] == "profile":
                each["path"] = path
        stream.write(json.dumps(proof).encode())
        result = pdf.attachments[RESULT].obj.EF.F
        said = json.loads(result.read_bytes())
        said["profile"]["source"] = "company"
        result.write(json.dumps(said).encode())

    found = checked(changed(small.pdf, lead_out), folder)
    assert any("which none can have" in each.text for each in found.statements)
    assert [each.name for each in folder.iterdir()] == ["report.pdf"]


def test_a_file_that_is_too_large_is_refused_unread(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_file, "MOST_BYTES", 100)
    with pytest.raises(InputError, match="too large"):
        checked(blank(), folder)


def test_pages_are_bounded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_file, "MOST_PAGES", 0)
    with pytest.raises(InputError, match="more than 0 pages"):
        checked(blank(), folder)


@given(st.data())
@settings(
    max_examples=settings().max_examples // 4,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_flipped_bytes_never_crash_it(
    small: Small, tmp_path: Path, data: st.DataObject
) -> None:
    content = bytearray(small.pdf)
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] ^= data.draw(st.integers(1, 255))
    content[:5] = b"%PDF-"
    with suppress(InputError):
        checked(bytes(content), tmp_path, pages=False)
