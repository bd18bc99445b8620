"""Raster images: decoded, bounded, and encoded anew.

What leaves here was drawn by us: pixels alone, without the metadata, comments and
trailing bytes of the file that was given.
"""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Final

from auditor.engagement.refused import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["FORMATS", "read_picture"]

FORMATS: Final = ("PNG", "JPEG")
"""What is read, by the names that Pillow gives them."""
MOST_PIXELS: Final = 16_000_000
"""Ours: a square of 4,000; told from the header, before anything is decoded."""
LARGEST_SIDE: Final = 1_200
"""Ours: pixels of a side that are kept, enough for 10 cm at 300 dpi."""


def read_picture(data: bytes) -> tuple[bytes, int, int]:
    """Return a PNG or JPEG image as a new PNG, with its width and height.

    Raises:
        RefusedError: If it is neither, is too large, or cannot be decoded.
    """
    # Slow, and only an engagement with a logo needs it.
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with _whole(), Image.open(BytesIO(data), formats=FORMATS) as image:
                _check_size(*image.size)
                image.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
                pixels = image.convert("RGBA")
    except UnidentifiedImageError:
        message = "it is neither PNG nor JPEG; save it as one of these"
        raise RefusedError(message) from None
    except RefusedError:
        raise
    # Pillow raises many kinds for broken files, SyntaxError and struct.error included.
    except Exception as error:
        kind = type(error).__name__
        raise RefusedError(f"it cannot be decoded ({kind})") from error
    # A fresh image has no metadata to write.
    fresh = Image.frombytes("RGBA", pixels.size, pixels.tobytes())
    file = BytesIO()
    fresh.save(file, "PNG", optimize=True)
    return file.getvalue(), *fresh.size


@contextmanager
def _whole() -> Iterator[None]:
    """Refuse a file that ends too early: WeasyPrint tells Pillow to take it."""
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise RefusedError(
            f"it has {width:,} × {height:,} pixels, and {MOST_PIXELS:,} in all are "
            "allowed"
        )
