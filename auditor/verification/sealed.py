"""A file against its own digests: is it as it was printed?"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from auditor.renderers.plain import short
from auditor.renderers.proof.attached import PROOF
from auditor.renderers.proof.manifest import Manifest, PartDigests
from auditor.verification.alignment import aligned
from auditor.verification.report_file import DamagedError, surviving
from auditor.verification.statement import Part, agrees, disagrees

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.verification.report_file import ReportFile
    from auditor.verification.statement import Statement

__all__ = ["PARTS", "manifest_of", "parts_of", "sealed"]

LONGEST: Final = 80
"""Ours: letters of a name that are repeated."""
PARTS: Final = {
    "bookmarks": "The bookmarks",
    "information": "Title, author, dates or conformance",
    "catalogue": "What a reader program obeys (language, colours, scripts, layers)",
}


def manifest_of(file: ReportFile) -> Manifest | Statement:
    """Return the digests that a report carries, or why there are none."""
    if PROOF not in file.attached:
        text = f"{PROOF} is missing, so nothing says how the file was printed."
        return disagrees(Part.FILE, text, PROOF)
    try:
        return Manifest.model_validate_json(file.attached[PROOF])
    except ValidationError:
        text = f"{PROOF} cannot be read, so nothing says how the file was printed."
        return disagrees(Part.FILE, text, PROOF)


def sealed(file: ReportFile, manifest: Manifest) -> Iterator[Statement]:
    """Yield how a file stands to its own digests."""
    found = [*_attachments(file, manifest), *_parts(file, manifest)]
    found += _pages(file, manifest)
    yield from found
    if not found:
        pages, files = len(manifest.pages), len(manifest.attachments)
        text = f"{pages} pages and {files} attachments are as they were printed."
        yield agrees(Part.FILE, text)


def parts_of(file: ReportFile) -> PartDigests | Statement:
    """Return the digests of what is neither page nor attachment, or why not."""
    try:
        with surviving("the document"):
            return PartDigests(
                bookmarks=file.digester.bookmarks(),
                information=file.digester.information(),
                catalogue=file.digester.catalogue(),
            )
    except DamagedError as error:
        return disagrees(Part.FILE, f"Some of it cannot be read: {error}.")


def _parts(file: ReportFile, manifest: Manifest) -> Iterator[Statement]:
    found = parts_of(file)
    if not isinstance(found, PartDigests):
        yield found
        return
    for name, words in PARTS.items():
        if getattr(found, name) != getattr(manifest.document, name):
            yield disagrees(Part.FILE, f"{words}: not as printed.", name)


def _attachments(file: ReportFile, manifest: Manifest) -> Iterator[Statement]:
    known = {each.name: each for each in manifest.attachments}
    for name in file.twice:
        text = f"{short(name, LONGEST)} is attached twice: programs may show either."
        yield disagrees(Part.FILE, text, name)
    for name in sorted({*file.attached, *file.associated} - known.keys() - {PROOF}):
        text = f"The attachment {short(name, LONGEST)} was added after printing."
        yield disagrees(Part.FILE, text, short(name, LONGEST))
    for name, said in known.items():
        if name not in file.attached:
            text = f"The attachment {name} was taken out."
            yield disagrees(Part.FILE, text, name, found=said.sha256)
            continue
        digest = sha256(file.attached[name]).hexdigest()
        if digest != said.sha256:
            text = f"The attachment {name} was changed after printing."
            yield disagrees(Part.FILE, text, name, digest, said.sha256)


def _pages(file: ReportFile, manifest: Manifest) -> Iterator[Statement]:
    alignment = aligned(file.pages, manifest.pages)
    for page, _ in alignment.changed:
        text = f"Page {page + 1} was changed after printing."
        yield disagrees(Part.FILE, text, f"page {page + 1}")
    for page, place in alignment.moved:
        text = f"Page {page + 1} was page {place + 1} when printed."
        yield disagrees(Part.FILE, text, f"page {page + 1}")
    for page in alignment.added:
        text = f"Page {page + 1} was added after printing."
        yield disagrees(Part.FILE, text, f"page {page + 1}")
    for page in alignment.missing:
        text = f"Page {page + 1} as printed was taken out."
        yield disagrees(Part.FILE, text, f"page {page + 1}")
