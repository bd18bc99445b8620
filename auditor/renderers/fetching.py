"""What a page may show besides its own text: nothing that is fetched.

Images and fonts stand in addresses that hold their content. Of these, only what we
made ourselves is taken, and raster images that are what they claim to be: a drawing
(SVG) in such an address can be a bomb of entities.
"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["fetcher_of", "own_addresses"]

RASTER: Final = {
    "data:image/png;base64,": b"\x89PNG\r\n\x1a\n",
    "data:image/jpeg;base64,": b"\xff\xd8\xff",
    "data:image/webp;base64,": b"RIFF",
}
"""How an address of a raster image begins, and how the image in it does."""
LONGEST: Final = 3_000_000
"""Ours: characters of an address that holds an image."""
SHOWN: Final = 80
"""Characters of an address that messages repeat."""


def own_addresses(values: Mapping[str, Any]) -> frozenset[str]:
    """Return the addresses of the logo and the fonts that we drew and wrote anew."""
    return frozenset(_own_addresses(values))


def _own_addresses(values: Mapping[str, Any]) -> Iterator[str]:
    engagement = values.get("engagement")
    if engagement and engagement["logo"]:
        yield engagement["logo"]["address"]
    for face in values["look"]["faces"]:
        yield face["address"]


def fetcher_of(own: frozenset[str], refused: list[str]) -> object:
    """Return a fetcher of what a page brings along, for WeasyPrint.

    Args:
        own: Addresses that are taken as they are.
        refused: Takes the addresses that were asked for in vain.
    """
    from weasyprint.urls import URLFetcher

    class Fetcher(URLFetcher):
        """Refuses every address but those that hold an image or a font of ours."""

        def fetch(self, url: str, headers: object = None) -> object:
            if url in own or _is_raster(url):
                return super().fetch(url, headers)
            refused.append(url[:SHOWN])
            raise ValueError(f"a report fetches nothing, not even {url[:SHOWN]!r}")

    return Fetcher(allowed_protocols={"data"})


def _is_raster(url: str) -> bool:
    """Whether an address holds a raster image, by what is in it."""
    if len(url) > LONGEST:
        return False
    for start, magic in RASTER.items():
        if url.startswith(start):
            try:
                head = base64.b64decode(url[len(start) :][:16], validate=True)
            except binascii.Error:
                return False
            return head.startswith(magic)
    return False
