"""Putting `proof.json` into a PDF: the last thing before it is written."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from pypdf import PdfReader

from auditor.renderers.proof.attached import PROOF, AttachedFile, Role
from auditor.renderers.proof.digests import Digester
from auditor.renderers.proof.manifest import (
    AttachedDigest,
    FontDigest,
    Manifest,
    PartDigests,
    PresentationDigest,
)
from auditor.renderers.proof.tagging import complete_tags
from auditor.renderers.proof.written import write_once

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from auditor.renderers.proof.enclosure import Enclosure
    from auditor.renderers.proof.written import WrittenObject

__all__ = ["Seal", "attachments_of"]

DESCRIPTION: Final = "Digests of the pages and attachments"


@dataclass(frozen=True, slots=True)
class Seal:
    """Finishes a PDF: completes its tags, and attaches the digests of all it holds."""

    weasyprint: Any
    """The module that prints."""
    enclosed: Enclosure
    """What is attached already, and what is to be said of it."""

    def __call__(self, document: Any, pdf: Any) -> None:
        """Finish a document, as WeasyPrint asks for it."""
        complete_tags(pdf)
        tags = write_once(pdf)
        manifest = self._manifest(_draft(pdf, tags), document.fonts.values())
        self._attach(pdf, manifest.text())

    def _manifest(self, draft: bytes, fonts: Iterable[Any]) -> Manifest:
        digester = Digester(PdfReader(BytesIO(draft)))
        pages = tuple(digester.pages())
        used = {(font.family, sha256(font.file_content).hexdigest()) for font in fonts}
        return Manifest(
            cxaudit=self.enclosed.version,
            weasyprint=self.weasyprint.__version__,
            fonts=tuple(
                FontDigest(family=name, sha256=digest) for name, digest in sorted(used)
            ),
            attachments=tuple(
                AttachedDigest(
                    name=file.name,
                    role=file.role,
                    path=file.path,
                    size=len(file.content),
                    sha256=file.sha256,
                )
                for file in self.enclosed.files
            ),
            presentation=PresentationDigest(**asdict(self.enclosed.presentation)),
            document=PartDigests(
                bookmarks=digester.bookmarks(),
                information=digester.information(),
                catalogue=digester.catalogue(),
            ),
            pages=pages,
        )

    def _attach(self, pdf: Any, content: bytes) -> None:
        """Add the manifest to the names and files of the document."""
        from weasyprint.pdf.anchors import write_pdf_attachment

        proof = AttachedFile(PROOF, Role.PROOF, PROOF, content, DESCRIPTION)
        added = write_pdf_attachment(
            pdf,
            _attachment(self.weasyprint, proof, self.enclosed.made),
            compress=True,
        )
        added["AFRelationship"] = "/Supplement"
        by_reference = {each.reference: each for each in pdf.objects}
        names = by_reference[pdf.catalog["Names"]["EmbeddedFiles"]]["Names"]
        pairs = [*zip(names[::2], names[1::2], strict=True)]
        pairs.append((added["F"], added.reference))
        # A tree of names is sorted, and WeasyPrint names each file twice.
        pairs.sort(key=lambda pair: pair[0].string)
        names[:] = [part for pair in pairs for part in pair]
        pdf.catalog["AF"][:] = [reference for _, reference in pairs]


def attachments_of(weasyprint: Any, enclosed: Enclosure) -> list[Any]:
    """Return files as WeasyPrint attaches them, made on the day of the audit."""
    return [_attachment(weasyprint, file, enclosed.made) for file in enclosed.files]


def _attachment(weasyprint: Any, file: AttachedFile, made: datetime) -> Any:
    return weasyprint.Attachment(
        file_obj=BytesIO(file.content),
        name=file.name,
        description=file.description,
        created=made,
        modified=made,
        relationship=file.relationship,
    )


def _draft(pdf: Any, tags: list[WrittenObject]) -> bytes:
    """Return the document as it would be written now; it can still be changed.

    Written with a plain table of objects, which are then read only where wanted, and
    without tags, which no digest covers.
    """
    count, draft = len(pdf.objects), BytesIO()
    _set_state(tags, "f")
    pdf.write(draft)
    _set_state(tags, "n")
    # What writing has added is added again when the whole is written.
    del pdf.objects[count:]
    pdf.current_position = 0
    return draft.getvalue()


def _set_state(tags: list[WrittenObject], state: str) -> None:
    for tag in tags:
        tag.free = state
