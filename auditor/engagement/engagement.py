"""What an engagement says, read and made harmless."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from auditor.engagement.palette import Palette
    from auditor.engagement.prose import Block

__all__ = ["Engagement", "FontFile", "Logo", "Person", "Typeface"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part, and as what."""

    name: str
    """The person's name."""
    function: str
    """What the person does in this engagement, such as "Lead auditor"."""
    organisation: str
    """For whom: the firm, unless the file says otherwise."""
    signs: bool
    """Whether the report has a line for the signature."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The firm's mark: an image that was drawn anew from the one given."""

    media_type: str
    """`image/png` or `image/svg+xml`."""
    content: bytes
    """The image."""
    says: str
    """What it shows, for those who do not see it."""
    width: float
    """Its width; only the ratio to its height matters."""
    height: float
    """Its height."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """One cut of a typeface, brought along."""

    weight: str
    """`normal` or `bold`."""
    style: str
    """`normal` or `italic`."""
    content: bytes
    """The font, written anew from the file given."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface by name; one without files has to be installed."""

    family: str
    """Its name."""
    files: tuple[FontFile, ...] = ()
    """Its cuts, if they are brought along."""


@dataclass(frozen=True, slots=True)
class Engagement:
    """Who audits whom, and how the report looks; it holds no figure."""

    client: str
    """For whom the report is made."""
    firm: str
    """Who makes it."""
    palette: Palette
    """The colours, every one checked for contrast."""
    language: str = "en"
    """Language in which the report is asked for, as a tag of BCP 47."""
    reference: str = ""
    """The firm's own number of the engagement."""
    confidentiality: str = ""
    """Who may read the report: on every page."""
    people: tuple[Person, ...] = ()
    """Who takes part."""
    began: date | None = None
    """First day of the work."""
    ended: date | None = None
    """Last day of it."""
    issued: date | None = None
    """Day on which the report is handed over."""
    logo: Logo | None = None
    """The firm's mark."""
    text: Typeface | None = None
    """The typeface of the text; ours if absent."""
    headings: Typeface | None = None
    """The typeface of headings; that of the text if absent."""
    sections: tuple[str, ...] = ()
    """The sections that are wanted, in this order; all of them if empty."""
    introduction: tuple[Block, ...] = ()
    """What the firm says first."""
    closing: tuple[Block, ...] = ()
    """What it says last."""
    notices: tuple[str, ...] = ()
    """What was mended or left out, and why: sentences."""
