"""Pages against pages printed again from the result that follows from the profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.errors import RenderError
from auditor.renderers.proof.attached import PROOF
from auditor.renderers.proof.manifest import Manifest, PartDigests
from auditor.verification.alignment import aligned
from auditor.verification.report_file import DamagedError, report_in, surviving
from auditor.verification.sealed import PARTS, manifest_of, parts_of
from auditor.verification.statement import Part, agrees, disagrees, open_
from auditor.verification.words import in_words, words_apart

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.report import Renderer, Report
    from auditor.verification.alignment import Alignment
    from auditor.verification.report_file import ReportFile
    from auditor.verification.statement import Statement

__all__ = ["printed_again"]

MOST_PAGES: Final = 30
"""Ours: pages whose words are told."""


def printed_again(
    file: ReportFile, report: Report, renderer: Renderer
) -> Iterator[Statement]:
    """Yield how the pages of a file stand to those that an audit gives.

    Args:
        file: The report as it was handed over.
        report: What the profile, audited once more, gives.
        renderer: What prints it.
    """
    try:
        fresh = report_in(renderer.render(report))
    except (RenderError, DamagedError) as error:
        yield open_(Part.PAGES, f"The pages were not printed again: {error}")
        return
    if _laid_out_alike(manifest_of(file), manifest_of(fresh)):
        yield from _to_the_point(file, fresh)
    else:
        yield from in_words(file, fresh)


def _laid_out_alike(said: Manifest | Statement, here: Manifest | Statement) -> bool:
    """Whether the machine that printed a report had what this one has.

    A report that does not say is held to be printed like this one.
    """
    if not isinstance(said, Manifest) or not isinstance(here, Manifest):
        return True
    return (said.weasyprint, said.fonts) == (here.weasyprint, here.fonts)


def _to_the_point(file: ReportFile, fresh: ReportFile) -> Iterator[Statement]:
    """Yield every difference: nothing of a page may differ."""
    alignment = aligned(file.pages, fresh.pages)
    yield from _pages(alignment, file, fresh)
    yield from _parts(file, fresh)
    if alignment.complete:
        count = len(file.pages)
        yield agrees(Part.PAGES, f"{count} pages are those that the profile gives.")


def _pages(
    alignment: Alignment, file: ReportFile, fresh: ReportFile
) -> Iterator[Statement]:
    for page, place in alignment.changed[:MOST_PAGES]:
        yield _changed(page, place, file, fresh)
    if more := alignment.changed[MOST_PAGES:]:
        yield disagrees(Part.PAGES, f"{len(more)} more pages differ.")
    for page, place in alignment.moved:
        text = f"Page {page + 1} stands where page {place + 1} of the audit belongs."
        yield disagrees(Part.PAGES, text, f"page {page + 1}")
    for page in alignment.added:
        text = f"Page {page + 1} is none that the audit gives."
        yield disagrees(Part.PAGES, text, f"page {page + 1}")
    for page in alignment.missing:
        text = f"Page {page + 1} of the audit is missing."
        yield disagrees(Part.PAGES, text, f"page {page + 1}")


def _changed(page: int, place: int, file: ReportFile, fresh: ReportFile) -> Statement:
    """Return what differs on a page, in its words where that shows it."""
    name = f"page {page + 1}"
    try:
        apart = words_apart(file.words(page), fresh.words(place))
    except DamagedError as error:
        return disagrees(Part.PAGES, f"Page {page + 1}: {error}.", name)
    if not apart:
        text = (
            f"Page {page + 1} has the right words, but something else on it differs: "
            "a drawing, a place, a colour, or what was laid over it."
        )
        return disagrees(Part.PAGES, text, name)
    told = "; ".join(f"{said!r} where {right!r} belongs" for said, right in apart)
    said, right = apart[0]
    return disagrees(Part.PAGES, f"Page {page + 1}: {told}.", name, said, right)


def _parts(file: ReportFile, fresh: ReportFile) -> Iterator[Statement]:
    """Yield what differs besides pages."""
    ours, theirs = parts_of(file), parts_of(fresh)
    if isinstance(ours, PartDigests) and isinstance(theirs, PartDigests):
        for name, words in PARTS.items():
            if getattr(ours, name) != getattr(theirs, name):
                yield disagrees(Part.PAGES, f"{words}: not as printed again.", name)
    try:
        with surviving("what a screen reader reads"):
            if file.digester.tags() != fresh.digester.tags():
                text = "What a screen reader reads is not as printed again."
                yield disagrees(Part.PAGES, text, "tags")
            yield from _specifications(file, fresh)
    except DamagedError as error:
        yield disagrees(Part.PAGES, f"Some of it cannot be read: {error}.")


def _specifications(file: ReportFile, fresh: ReportFile) -> Iterator[Statement]:
    """Yield attachments of which dates or the like differ, though not the content."""
    for name, content in fresh.attached.items():
        if name == PROOF or file.attached.get(name) != content:
            continue
        pair = file.specifications[name], fresh.specifications[name]
        if file.digester.file(pair[0]) != fresh.digester.file(pair[1]):
            text = f"Dates, description or relation of the attachment {name} differ."
            yield disagrees(Part.PAGES, text, name)
