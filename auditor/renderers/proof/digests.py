"""Digests of what a PDF holds, whatever the order and numbers of its objects.

A page's digest covers all that is drawn on it or laid over it: content, fonts, boxes,
annotations. Two files have the same digests if they show the same.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pypdf import PdfReader

__all__ = ["UNPACKED", "Digester"]

INHERITED: Final = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
"""What a page may have from the tree above it (ISO 32000-1, table 30)."""
BACKWARDS: Final = frozenset({"/Parent", "/P", "/StructParent", "/StructParents"})
"""Where an object hangs, which says nothing of what it is."""
DEEPEST: Final = 100
"""Ours: levels of dictionaries within dictionaries; a report of ours has ten."""
MOST_BYTES: Final = 500_000_000
"""Ours: what all streams may hold, unpacked; a report of 70 pages holds 5 MB."""
FORMS: Final = ("/AcroForm", "/Extensions", "/Version", "/Perms", "/DSS")
"""What a signature adds to a document; see `_signature_alone`."""


class Digester:
    """Computes digests of the parts of one document, each object once.

    Raises, from all methods:
        ValueError: If objects lie too deep within each other, or hold too much.
    """

    def __init__(self, reader: PdfReader) -> None:
        self._left = MOST_BYTES
        self._known: dict[tuple[int, int], bytes] = {}
        self._pages = {_key(page): n for n, page in enumerate(reader.pages)}
        self._reader = reader

    def pages(self) -> list[str]:
        """Return the digest of each page."""
        return [self._page(page).hex() for page in self._reader.pages]

    def bookmarks(self) -> str:
        """Return the digest of the bookmarks, in their order."""
        found = sha256()
        waiting = [self._root.get("/Outlines")]
        seen: set[int] = set()
        while waiting:
            entry = waiting.pop()
            entry = entry.get_object() if entry is not None else None
            if not isinstance(entry, DictionaryObject) or id(entry) in seen:
                continue
            seen.add(id(entry))
            for key in ("/Title", "/Dest", "/A", "/Count"):
                found.update(self._of(entry.get(key), DEEPEST))
            # The last of the two is looked at first: what is below comes before next.
            waiting += [entry.get("/Next"), entry.get("/First")]
        return found.hexdigest()

    def information(self) -> str:
        """Return the digest of title, author, dates and conformance."""
        parts = (self._reader.trailer.get("/Info"), self._root.get("/Metadata"))
        return sha256(b"".join(self._of(part, DEEPEST) for part in parts)).hexdigest()

    def catalogue(self) -> str:
        """Return the digest of all else that a reader program obeys.

        Such are language, colours, scripts, layers; not the tags, which take long.
        """
        left_out = {
            *("/Pages", "/Outlines", "/Metadata", "/StructTreeRoot", "/AF", "/Names"),
            *(key for key in FORMS if _signature_alone(self._root)),
        }
        rest = {key: self._root[key] for key in self._root if key not in left_out}
        names = self._root.get("/Names", DictionaryObject()).get_object()
        rest |= {f"names{key}": names[key] for key in names if key != "/EmbeddedFiles"}
        return self._dictionary(rest, DEEPEST).hex()

    def tags(self) -> str:
        """Return the digest of what a screen reader reads; this takes seconds."""
        return self._of(self._root.get("/StructTreeRoot"), DEEPEST).hex()

    def file(self, specification: PdfObject) -> str:
        """Return the digest of an attached file with its name, dates and relation."""
        return self._of(specification, DEEPEST).hex()

    @property
    def _root(self) -> DictionaryObject:
        return self._reader.root_object

    def _page(self, page: DictionaryObject) -> bytes:
        own = {key: page.raw_get(key) for key in page if key != "/Annots"}
        for key in INHERITED:
            if key not in own and (value := _inherited(page, key)) is not None:
                own[key] = value
        laid_over = [each for each in _annotations(page) if not _is_signature(each)]
        if laid_over:
            own["/Annots"] = ArrayObject(laid_over)
        return self._dictionary(own, DEEPEST)

    def _of(self, value: PdfObject | None, depth: int) -> bytes:
        """Return the digest of a value."""
        if isinstance(value, IndirectObject):
            return self._referred(value, depth)
        if value is None or isinstance(value, NullObject):
            return b"null"
        if not depth:
            raise ValueError("objects lie too deep within each other")
        if isinstance(value, StreamObject):
            return self._stream(value, depth)
        if isinstance(value, DictionaryObject):
            return self._dictionary({k: value.raw_get(k) for k in value}, depth)
        if isinstance(value, ArrayObject):
            parts = (self._of(part, depth - 1) for part in list.__iter__(value))
            return sha256(b"[" + b"".join(parts)).digest()
        return sha256(_written(value)).digest()

    def _stream(self, stream: StreamObject, depth: int) -> bytes:
        """Return the digest of what a stream holds, unpacked where we would pack it."""
        packed = stream.get("/Filter") not in UNPACKED
        data = getattr(stream, "_data", b"") if packed else stream.get_data()
        self._left -= len(data)
        if self._left < 0:
            raise ValueError("it holds too much")
        left_out = {"/Length"} if packed else PACKING
        own = {key: stream.raw_get(key) for key in stream if key not in left_out}
        return sha256(sha256(data).digest() + self._dictionary(own, depth)).digest()

    def _referred(self, reference: IndirectObject, depth: int) -> bytes:
        key = (reference.idnum, reference.generation)
        if key in self._pages:
            return b"page %d" % self._pages[key]
        if key not in self._known:
            self._known[key] = b"within itself"
            self._known[key] = self._of(reference.get_object(), depth)
        return self._known[key]

    def _dictionary(self, own: Mapping[str, PdfObject], depth: int) -> bytes:
        found = sha256(b"<<")
        for key in sorted(own.keys() - BACKWARDS):
            found.update(key.encode() + b" " + self._of(own[key], depth - 1))
        return found.digest()


UNPACKED: Final = (None, "/FlateDecode")
"""How our own streams are packed; another packing is left to programs that show it."""
PACKING: Final = frozenset({"/Length", "/Filter", "/DecodeParms"})
"""How a stream is stored, which says nothing of what is in it."""


def _written(value: PdfObject) -> bytes:
    """Return a name, text, number or truth value, whatever program wrote it."""
    if isinstance(value, NumberObject | FloatObject):
        return f"number {float(value):.6f}".encode()  # some write 10.0 as 10
    return f"{type(value).__name__} {value!r}".encode()


def _signature_alone(root: DictionaryObject) -> bool:
    """Whether all that can be filled in is signatures that nobody sees."""
    form = root.get("/AcroForm", DictionaryObject()).get_object()
    plain = form.keys() <= {"/Fields", "/SigFlags"}
    return plain and all(_is_signature(field) for field in form.get("/Fields", []))


def _is_signature(annotation: PdfObject) -> bool:
    """Whether an annotation is a signature that covers nothing."""
    found = annotation.get_object()
    if not isinstance(found, DictionaryObject) or found.get("/FT") != "/Sig":
        return False
    corners = found.get("/Rect")
    if not isinstance(corners, ArrayObject):
        return False
    left, bottom, right, top = (float(corner) for corner in corners)
    return left == right and bottom == top


def _annotations(page: DictionaryObject) -> list[PdfObject]:
    listed = page.get("/Annots")
    found = listed.get_object() if listed is not None else None
    return [*list.__iter__(found)] if isinstance(found, ArrayObject) else []


def _inherited(page: DictionaryObject, key: str) -> PdfObject | None:
    above, steps = page.get("/Parent"), DEEPEST
    while above is not None and steps:
        above, steps = above.get_object(), steps - 1
        if key in above:
            value: PdfObject = above.raw_get(key)
            return value
        above = above.get("/Parent")
    return None


def _key(page: DictionaryObject) -> tuple[int, int]:
    reference = page.indirect_reference
    return (reference.idnum, reference.generation) if reference else (-1, -1)
