"""`proof.json`: the digests by which a report is held against what it was."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

from auditor.renderers.proof.attached import Role
from auditor.translation import ENGLISH

__all__ = [
    "AttachedDigest",
    "FontDigest",
    "Manifest",
    "PartDigests",
    "PresentationDigest",
]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class AttachedDigest(_Part):
    """An attached file as it was put in."""

    name: str
    """Its name in the PDF."""
    role: Role
    """What it is to the report."""
    path: str
    """Path within the profile's folder; else the name."""
    size: int
    """Its length in bytes."""
    sha256: str
    """Digest of its bytes."""


class FontDigest(_Part):
    """A font that the pages were laid out with."""

    family: str
    """Its name."""
    sha256: str
    """Digest of its file on the machine that printed the report."""


class PresentationDigest(_Part):
    """What decides how the report looks, and is not attached."""

    view: str
    """Which view of the result it is."""
    engagement: str
    """Digest of what the engagement said; empty without one."""
    templates: str
    """Digest of a folder of templates; empty without one."""
    language: str = ENGLISH.tag
    """Tag of the language in which it is written; English where older reports do not
    say."""


class PartDigests(_Part):
    """Digests of what is neither a page nor an attached file."""

    bookmarks: str
    """The bookmarks."""
    information: str
    """Title, author, dates and conformance."""
    catalogue: str
    """All else that a reader program obeys, but for the tags."""


class Manifest(_Part):
    """What a report was when it was printed.

    Nothing here is secret: who changes a page can change its digest too. That the two
    agree says that nobody did so unwittingly; that the pages follow from the result is
    found by printing them again, and who vouches for all of it by a signature.
    """

    proof_version: Literal[1] = 1
    """The version of this format."""
    cxaudit: str
    """Version of cxaudit."""
    weasyprint: str
    """Version of WeasyPrint, which laid out the pages."""
    fonts: tuple[FontDigest, ...]
    """The fonts, by name: with others, lines break elsewhere."""
    attachments: tuple[AttachedDigest, ...]
    """The attached files, by name."""
    presentation: PresentationDigest
    """How the report looks."""
    document: PartDigests
    """What is neither page nor attachment."""
    pages: tuple[str, ...]
    """The digest of each page."""

    def text(self) -> bytes:
        """Return it as JSON."""
        return f"{self.model_dump_json(indent=2)}\n".encode()
