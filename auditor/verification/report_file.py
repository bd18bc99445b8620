"""A PDF that may be anything, opened with bounds."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from auditor.errors import AuditorError, InputError, Problem
from auditor.renderers.plain import short
from auditor.renderers.proof.attached import RESULT
from auditor.renderers.proof.digests import UNPACKED, Digester

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pypdf import PdfReader
    from pypdf.generic import DictionaryObject, PdfObject

__all__ = [
    "DamagedError",
    "ReportFile",
    "read_report",
    "report_in",
    "result_in",
    "surviving",
]

MOST_BYTES: Final = 100_000_000
"""Ours: length of a file; a report of 200 departments has three megabytes."""
MOST_PAGES: Final = 5_000
MOST_FILES: Final = 1_100
"""Ours: a few more than a profile may have."""
MOST_ATTACHED: Final = 20_000_000
"""Ours: length of all attachments together, unpacked."""
MOST_DRAWN: Final = 2_000_000
"""Ours: length of what draws a page whose words are read; 50,000 is usual."""
START: Final = 1024
"""Bytes among which a PDF has its mark (ISO 32000-1, annex H)."""


class DamagedError(Exception):
    """A part of a PDF cannot be read; says why."""


@contextmanager
def surviving(what: str) -> Iterator[None]:
    """Turn whatever a parser makes of hostile bytes into one error.

    Raises:
        DamagedError: If the file cannot be read on.
    """
    quiet = logging.getLogger("pypdf")
    level = quiet.level
    quiet.setLevel(logging.CRITICAL)
    try:
        yield
    except (DamagedError, AuditorError):
        raise
    # Somebody else's parser on bytes that may be meant to break it: any error at all
    # says no more than that the file is damaged.
    except Exception as error:
        message = f"{what} cannot be read: {type(error).__name__}"
        raise DamagedError(message) from error
    finally:
        quiet.setLevel(level)


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A PDF with what is attached to it."""

    reader: PdfReader
    """The parsed file."""
    attached: dict[str, bytes]
    """The attached files by name."""
    specifications: dict[str, PdfObject]
    """What the PDF says of each: dates, relation."""
    twice: tuple[str, ...]
    """Names that more than one attached file has."""
    associated: frozenset[str]
    """The names of files that belong to the document, whatever its names say."""
    signed: bool
    """Whether it has a field for a signature."""
    digester: Digester
    """Computes digests of its parts."""
    pages: tuple[str, ...]
    """The digest of each page."""
    content: bytes = field(repr=False)
    """All its bytes."""

    def words(self, page: int) -> list[str]:
        """Return the words of a page, counted from 0, in the order in which drawn."""
        with surviving(f"the text of page {page + 1}"):
            found = self.reader.pages[page]
            contents = found.get_contents()
            if contents is not None and len(contents.get_data()) > MOST_DRAWN:
                raise DamagedError(f"page {page + 1} is too long to be read")
            return str(found.extract_text()).split()


def read_report(path: Path) -> ReportFile:
    """Open the PDF at `path`.

    Raises:
        InputError: If it is no PDF that can be read, is encrypted or exceeds a limit.
    """
    content = _bytes_of(path)
    if b"%PDF-" not in content[:START]:
        raise _refused(path, "is no PDF.", "Name a report.pdf or result.json.")
    try:
        return report_in(content)
    except DamagedError as error:
        hint = "It may be damaged or cut short: ask for the file again."
        raise _refused(path, f"cannot be checked: {error}.", hint) from error


def result_in(path: Path) -> bytes:
    """Return the result that a report carries, as it stands there.

    Raises:
        InputError: If it is no PDF that can be read, or carries none.
    """
    found = read_report(path).attached.get(RESULT)
    if found is None:
        hint = "Reports that cxaudit wrote before it attached results carry none."
        raise _refused(path, f"carries no {RESULT}.", hint)
    return found


def report_in(content: bytes) -> ReportFile:
    """Return the report that these bytes hold.

    Raises:
        DamagedError: If they are no PDF that can be read, or exceed a limit.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - only a PDF needs it

    with surviving("the file"):
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise DamagedError("it is encrypted, which no report of ours is")
        _bound(reader)
        specifications, twice = _specifications(reader)
        digester = Digester(reader)
        return ReportFile(
            reader,
            _contents(specifications),
            specifications,
            twice,
            _associated(reader.root_object),
            _signed(reader.root_object),
            digester,
            tuple(digester.pages()),
            content,
        )


def _bound(reader: PdfReader) -> None:
    """Refuse more pages than can be looked at; each is looked at but once."""
    found = set()
    for count, page in enumerate(reader.pages, 1):
        if count > MOST_PAGES:
            raise DamagedError(f"it has more than {MOST_PAGES:,} pages")
        found.add(id(page))
    if not found:
        raise DamagedError("it has no page")


def _specifications(
    reader: PdfReader,
) -> tuple[dict[str, PdfObject], tuple[str, ...]]:
    """Return what is said of each attached file, and which names come twice."""
    found: dict[str, PdfObject] = {}
    twice = set()
    for name, specification in _named(reader.root_object):
        if name in found:
            twice.add(name)
        elif len(found) == MOST_FILES:
            raise DamagedError(f"it has more than {MOST_FILES:,} attachments")
        found[name] = specification
    return found, tuple(sorted(twice))


def _named(root: DictionaryObject) -> Iterator[tuple[str, PdfObject]]:
    """Yield the name of each attached file and what is said of it."""
    names: Any = root.get("/Names", {})
    tree: Any = names.get_object().get("/EmbeddedFiles") if names else None
    waiting = [tree] if tree is not None else []
    looked_at = 0
    while waiting:
        # Branches may lead back to each other: without a bound there is no end.
        looked_at += 1
        if looked_at > MOST_FILES:
            raise DamagedError("the tree of its attachments has too many branches")
        node = waiting.pop().get_object()
        entries = list(node.get("/Names", []))
        yield from (
            (str(entries[at]), entries[at + 1].get_object())
            for at in range(0, len(entries) - 1, 2)
        )
        waiting += node.get("/Kids", [])


def _associated(root: DictionaryObject) -> frozenset[str]:
    listed = root.get("/AF")
    files = listed.get_object() if listed is not None else []
    return frozenset(str(file.get_object().get("/UF")) for file in files)


def _signed(root: DictionaryObject) -> bool:
    form = root.get("/AcroForm")
    fields = form.get_object().get("/Fields", []) if form is not None else []
    return any(each.get_object().get("/FT") == "/Sig" for each in fields)


def _contents(specifications: dict[str, PdfObject]) -> dict[str, bytes]:
    """Return the attached files, unpacked, as far as the bound allows."""
    contents, left = {}, MOST_ATTACHED
    for name, specification in specifications.items():
        stream: Any = specification
        held = stream["/EF"]
        file = held["/F"].get_object()
        # Other programs name the same stream twice, as /F and /UF.
        alone = all(held[key].get_object() is file for key in held)
        if file.get("/Filter") not in UNPACKED or not alone:
            raise DamagedError(f"the attachment {short(name, 80)} is packed oddly")
        content: bytes = file.get_data()
        left -= len(content)
        if left < 0:
            raise DamagedError(f"its attachments exceed {MOST_ATTACHED:,} bytes")
        contents[name] = content
    return contents


def _bytes_of(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise _refused(path, "is no file.", "Check the spelling.")
        if path.stat().st_size > MOST_BYTES:
            raise _refused(path, f"is too large: {MOST_BYTES:,} bytes are allowed.")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)[:MOST_BYTES]
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise _refused(path, f"cannot be read: {reason}.") from None


def _refused(path: Path, message: str, hint: str = "") -> InputError:
    return InputError([Problem(f"{str(path)!r} {message}", hint=hint)])
