"""What an engagement adds: who made the report for whom, and their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.engagement.prose import Listing, Quotation, Subheading
from auditor.renderers.plain import short
from auditor.renderers.view.look import data_address
from auditor.renderers.view.words import day
from auditor.translation import message, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor.engagement import Engagement, Logo, Person
    from auditor.engagement.prose import Block, Span
    from auditor.renderers.view.words import Row, View

__all__ = ["LONGEST_AT_FOOT", "engagement", "facts", "own_words", "signatures"]

BROAD: Final = 2.2
"""Ours: ratio of the sides from which a logo is bounded by its width."""
HEADLINES: Final = {
    "introduction": message("Introduction"),
    "closing": message("Closing"),
}
"""What a firm's own words are called where they bring no heading."""
LONGEST_AT_FOOT: Final = 110
"""Ours: characters of each that the foot of a page holds: four lines in all."""
FEW: Final = 4
"""Ours: lines for signatures that need no page of their own."""


def engagement(given: Engagement | None) -> View | None:
    """Return the view of who audits whom."""
    if given is None:
        return None
    return {
        "client": given.client,
        "firm": given.firm,
        "reference": given.reference,
        "confidentiality": given.confidentiality,
        "footer": footer(given),
        "logo": _logo(given.logo) if given.logo else None,
        "people": [_person(person) for person in given.people],
    }


def footer(given: Engagement) -> str:
    """Return what stands at the foot of every page; the cover has all of it."""
    parts = (given.firm, given.reference, given.confidentiality)
    return " · ".join(short(part, LONGEST_AT_FOOT) for part in parts if part)


def facts(given: Engagement | None) -> Iterator[tuple[str, str]]:
    """Yield the facts of an engagement, for the cover."""
    if given is None:
        return
    yield say("Reference"), given.reference
    named = (f"{person.name}, {person.function}" for person in given.people)
    yield say("People"), "; ".join(named)
    if given.began and given.ended:
        span = say("{first:long} to {last:long}", first=given.began, last=given.ended)
        yield say("Work done"), span
    elif given.began:
        yield say("Work done"), say("From {day:long}", day=given.began)
    elif given.ended:
        yield say("Work done"), say("Until {day:long}", day=given.ended)
    yield say("Issued"), day(given.issued)


def own_words(given: Engagement | None, part: str) -> View | None:
    """Return the view of the introduction or of the closing, if there is one.

    Args:
        given: The engagement.
        part: `introduction` or `closing`.
    """
    blocks: Sequence[Block] = getattr(given, part) if given else ()
    if given is None or not blocks:
        return None
    headline = say(HEADLINES[part])
    if isinstance(blocks[0], Subheading):
        headline = "".join(span.text for span in blocks[0].spans)
        blocks = blocks[1:]
    return {
        "label": given.firm,
        "headline": headline,
        "blocks": list(_blocks(blocks)),
    }


def _blocks(blocks: Sequence[Block]) -> Iterator[View]:
    """Yield the blocks of a section; no level of headings is skipped."""
    deep = False
    for block in blocks:
        if isinstance(block, Subheading):
            deep = deep or block.level == 1
            kind = "subheading" if deep and block.level > 1 else "heading"
            yield {"kind": kind, "spans": [_span(span) for span in block.spans]}
        else:
            yield _block(block)


def signatures(given: Engagement | None) -> View | None:
    """Return the view of the lines for signatures, if somebody signs."""
    people = [person for person in given.people if person.signs] if given else []
    if given is None or not people:
        return None
    return {
        "label": say("Signatures"),
        "headline": say("Signed for {firm}", firm=given.firm)
        if all(person.organisation == given.firm for person in people)
        else say("Signed"),
        "people": [_person(person) for person in people],
        "follows": len(people) <= FEW and bool(given.closing),
    }


def _person(person: Person) -> Row:
    return {
        "name": person.name,
        "function": person.function,
        "organisation": person.organisation,
    }


def _logo(logo: Logo) -> Row:
    return {
        "address": data_address(logo.media_type, logo.content),
        "says": logo.says,
        "shape": "broad" if logo.width > BROAD * logo.height else "tall",
    }


def _block(block: Block) -> View:
    """Return a block of prose as plain values."""
    match block:
        case Listing(ordered=ordered, items=items):
            entries = [[_block(inner) for inner in item] for item in items]
            return {"kind": "numbers" if ordered else "points", "items": entries}
        case Quotation(blocks=blocks):
            return {"kind": "quotation", "blocks": [_block(inner) for inner in blocks]}
    # A heading inside a list or a quotation heads nothing of the report.
    return {"kind": "paragraph", "spans": [_span(span) for span in block.spans]}


def _span(span: Span) -> View:
    return {
        "text": span.text.strip(),
        "before": span.text[:1].isspace(),
        "after": span.text[-1:].isspace(),
        "bold": span.bold,
        "italic": span.italic,
        "link": span.link,
    }
