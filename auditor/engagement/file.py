"""The vocabulary of an engagement file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, PlainValidator, WithJsonSchema

from auditor.engagement.contrast import Colour, read_colour
from auditor.engagement.sections import SECTIONS
from auditor.profile.tree import LONGEST_SCALAR
from auditor.profile.values import Day, Flag, Text
from auditor.profile.wording import refusal
from auditor.schema import schema_of

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "ColoursEntry",
    "DatesEntry",
    "EngagementFile",
    "LogoEntry",
    "PersonEntry",
    "TypefaceEntry",
    "TypefacesEntry",
    "engagement_schema",
]

LONGEST_LINE: Final = 160
"""Ours: characters of a name or a function."""
LANGUAGE: Final = r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}"
"""A tag of BCP 47, as far as a report needs one."""
COLOUR: Final = "#[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{3}"
FAMILY: Final = r"[A-Za-z0-9][A-Za-z0-9 _-]{0,59}"


def _line(value: object) -> str:
    """Return a text of one line."""
    if not isinstance(value, str) or not value.strip():
        raise refusal("line", value, "write a text, in quotes if it holds a colon")
    text = value.strip()
    if "\n" in text or len(text) > LONGEST_LINE:
        allowed = f"write one line of at most {LONGEST_LINE} characters"
        raise refusal("line", value, allowed)
    return text


def _colour(value: object) -> Colour:
    """Return a colour."""
    colour = read_colour(value.strip()) if isinstance(value, str) else None
    if colour is None:
        allowed = "write a colour in quotes, such as '#1f4e79'"
        raise refusal("colour", value, allowed)
    return colour


def _language(value: object) -> str:
    """Return a tag of a language."""
    if not isinstance(value, str) or not re.fullmatch(LANGUAGE, value.strip()):
        raise refusal("language", value, "write a tag such as en, de or fr-CH")
    return value.strip()


def _family(value: object) -> str:
    """Return the name of a typeface."""
    if not isinstance(value, str) or not re.fullmatch(FAMILY, value.strip()):
        allowed = "write the name of a typeface: letters, digits, spaces and hyphens"
        raise refusal("family", value, allowed)
    return value.strip()


def _prose(value: object) -> str:
    """Return a text in Markdown."""
    if not isinstance(value, str) or not value.strip():
        raise refusal("prose", value, "write a text in Markdown")
    return value


Line = Annotated[
    str,
    PlainValidator(_line),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST_LINE}),
]
"""A text of one line."""
# YAML takes an unquoted #1f4e79 for a comment: nothing is left, and must be told.
HexColour = Annotated[
    Colour | None,
    PlainValidator(_colour),
    WithJsonSchema({"type": "string", "pattern": f"^({COLOUR})$"}),
]
"""A colour of sRGB."""
Language = Annotated[
    str,
    PlainValidator(_language),
    WithJsonSchema({"type": "string", "pattern": f"^{LANGUAGE}$"}),
]
Family = Annotated[
    str,
    PlainValidator(_family),
    WithJsonSchema({"type": "string", "pattern": f"^{FAMILY}$"}),
]
Prose = Annotated[
    str,
    PlainValidator(_prose),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST_SCALAR}),
]


class Part(BaseModel):
    """A part of an engagement file; unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class PersonEntry(Part):
    """Somebody who takes part."""

    name: Line
    """The person's name."""
    function: Line
    """What the person does in this engagement, such as Lead auditor."""
    organisation: Line | None = None
    """For whom; the firm if left out."""
    signs: Flag | None = None
    """Whether the report has a line for the person's signature."""


class DatesEntry(Part):
    """Days of the engagement; the day of the audit is that of the audit itself."""

    began: Day | None = None
    """First day of the work."""
    ended: Day | None = None
    """Last day of it."""
    issued: Day | None = None
    """Day on which the report is handed over."""


class LogoEntry(Part):
    """The firm's mark, on the cover."""

    file: Text
    """Path of a PNG, JPEG or SVG file, from the folder of this file."""
    says: Line | None = None
    """What it shows, for those who do not see it; the firm's name if left out."""


class ColoursEntry(Part):
    """The firm's colours, as '#rrggbb' in quotes."""

    primary: HexColour = None
    """Headings, links and drawings."""
    accent: HexColour = None
    """The band on the cover and the rules; the primary colour if left out."""
    ink: HexColour = None
    """Text."""
    contrast: Literal["mend", "refuse"] = "mend"
    """What to do with a colour that cannot be read (WCAG 2.2, AA)."""


class TypefaceEntry(Part):
    """A typeface: an installed one by its name, or one brought along in files."""

    family: Family
    """Its name."""
    regular: Text | None = None
    """Path of its regular font, .ttf or .otf, from the folder of this file."""
    bold: Text | None = None
    """Path of its bold font."""
    italic: Text | None = None
    """Path of its italic font."""


class TypefacesEntry(Part):
    """The firm's typefaces."""

    text: TypefaceEntry | None = None
    """The typeface of text."""
    headings: TypefaceEntry | None = None
    """The typeface of headings; that of the text if left out."""


class EngagementFile(Part):
    """Who audits whom, and how the report of it looks; no figure depends on it."""

    client: Line
    """For whom the report is made."""
    firm: Line
    """Who makes it."""
    reference: Line | None = None
    """The firm's own number of the engagement."""
    confidentiality: Line | None = None
    """Who may read the report, such as Confidential; it stands on every page."""
    language: Language | None = None
    """Language of the report, as a tag such as en or de."""
    people: tuple[PersonEntry, ...] | None = None
    """Who takes part, and as what."""
    dates: DatesEntry | None = None
    """Days of the engagement."""
    logo: LogoEntry | None = None
    """The firm's mark."""
    colours: ColoursEntry | None = None
    """The firm's colours."""
    typefaces: TypefacesEntry | None = None
    """The firm's typefaces."""
    sections: tuple[Text, ...] | None = None
    """The sections of the report, in this order; all of them if left out."""
    introduction: Prose | None = None
    """What the firm says first, in Markdown."""
    closing: Prose | None = None
    """What it says last, in Markdown."""


def engagement_schema(sections: Sequence[str] = SECTIONS) -> dict[str, Any]:
    """Return the JSON Schema of an engagement file."""
    schema = schema_of(EngagementFile, "Engagement of cxaudit")
    entries = {"type": "string", "enum": list(sections)}
    schema["properties"]["sections"] |= {"items": entries, "uniqueItems": True}
    return schema
