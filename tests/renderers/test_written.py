"""What is put into bytes once stands in the file as it would have stood anyway."""

from __future__ import annotations

from io import BytesIO

import pydyf
import pytest

from auditor.renderers.proof.written import write_once


def document() -> pydyf.PDF:
    """Return a PDF with a packed stream, a tag and an object that may still change."""
    pdf = pydyf.PDF()
    pdf.add_object(pydyf.Stream([b"q", b"Q"] * 100, compress=True))
    pdf.add_object(pydyf.Dictionary({"Type": "/StructElem", "S": "/P", "K": 0}))
    pdf.add_object(pydyf.Dictionary({"Names": pydyf.Array()}))
    return pdf


def file_of(pdf: pydyf.PDF, *, compress: bool) -> bytes:
    file = BytesIO()
    pdf.write(file, identifier=True, compress=compress)
    return file.getvalue()


@pytest.mark.parametrize("compress", [True, False])
def test_the_file_is_the_same_to_the_byte(*, compress: bool) -> None:
    once = document()
    write_once(once)
    assert file_of(once, compress=compress) == file_of(document(), compress=compress)


def test_tags_are_given_back_and_can_be_left_out() -> None:
    pdf = document()
    (tag,) = write_once(pdf)
    assert b"/StructElem" in file_of(pdf, compress=False)
    tag.free = "f"
    assert b"/StructElem" not in file_of(pdf, compress=False)


def test_what_is_neither_stream_nor_tag_can_still_change() -> None:
    pdf = document()
    write_once(pdf)
    pdf.objects[-1]["Names"].append(pydyf.String("proof.json"))
    assert b"(proof.json)" in file_of(pdf, compress=False)
