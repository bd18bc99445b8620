"""What a child process does, once it is limited: fill templates in, print the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor.renderers.confined.language import from_plain_values
from auditor.renderers.dead_links import without_dead_links
from auditor.renderers.fetching import own_addresses
from auditor.renderers.foreign_templates import ForeignTemplates
from auditor.renderers.templating import render_template
from auditor.renderers.undefined_names import noted
from auditor.translation import speaking

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["fulfil"]


def fulfil(request: dict[str, Any]) -> tuple[bytes, dict[str, Any]]:
    """Return the report that a request asks for, and what is to be told of it.

    Raises:
        RenderError: If a template or the printing fails.
    """
    foreign = ForeignTemplates(tuple(request["packages"]), _pairs(request["files"]))
    with speaking(from_plain_values(request["language"])):
        page = without_dead_links(
            render_template(
                request["page"], request["values"], foreign, lenient=request["lenient"]
            )
        )
    content = page.encode()
    refused: tuple[str, ...] = ()
    if request["format"] == "pdf":
        # Imported only for PDF: it takes a second.
        from auditor.renderers.pdf import print_page
        from auditor.renderers.proof.enclosure import Enclosure

        given = request["enclosed"]
        enclosed = Enclosure.decoded(given) if given else None
        own = own_addresses(request["values"])
        content, refused = print_page(page, own, enclosed)
    return content, {"undefined": noted(), "refused": refused}


def _pairs(given: Iterable[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, text) for name, text in given)
