"""Checking the signatures on a PDF: whole, genuine, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from auditor.errors import InputError, Problem
from auditor.signing.key import require_library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["SignatureReport", "check_signatures"]


@dataclass(frozen=True, slots=True)
class SignatureReport:
    """What a signature says, and whether it holds."""

    holder: str
    """Who signed, as the certificate has it."""
    when: datetime | None
    """When, by the signer's own clock."""
    genuine: bool
    """Whether the key of the certificate made it, over these bytes."""
    whole: bool
    """Whether it covers all of the file: nothing was added later."""
    trusted: bool
    """Whether the certificate rests on one that is trusted."""
    valid_from: datetime
    """When the certificate begins to be valid."""
    valid_to: datetime
    """When it ends."""

    @property
    def valid(self) -> bool:
        """Whether the certificate was valid when it signed; now, if nobody says when.

        A report stays signed when its certificate has expired since.
        """
        return self.valid_from <= (self.when or datetime.now(UTC)) <= self.valid_to


def check_signatures(
    pdf: bytes, trust: Iterable[Path] = ()
) -> Iterator[SignatureReport]:
    """Yield what each signature on a PDF says.

    Nothing is fetched: neither certificates nor lists of those that were withdrawn.

    Args:
        pdf: The file.
        trust: Certificates to be trusted, as PEM or DER.

    Raises:
        InputError: If a certificate to be trusted cannot be read.
        MissingExtraError: If the library for signatures is not installed.
        Exception: Whatever the library makes of a damaged file.
    """
    require_library("Checking a signature")
    from pyhanko.pdf_utils.reader import PdfFileReader

    roots = [certificate for path in trust for certificate in _certificates(path)]
    for signature in PdfFileReader(BytesIO(pdf)).embedded_signatures:
        yield _checked(signature, roots)


def _checked(signature: Any, roots: list[Any]) -> SignatureReport:
    from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints
    from pyhanko_certvalidator import ValidationContext

    when = signature.self_reported_timestamp
    status = validate_pdf_signature(
        signature,
        # At the time of signing. The library does not ask it of a trusted certificate.
        ValidationContext(trust_roots=roots, allow_fetching=False, moment=when),
        key_usage_settings=KeyUsageConstraints(
            key_usage={"digital_signature", "non_repudiation"},
            match_all_key_usages=False,
        ),
    )
    certificate = status.signing_cert
    return SignatureReport(
        holder=certificate.subject.human_friendly,
        when=when,
        genuine=status.intact and status.valid,
        whole=status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
        trusted=status.trusted,
        valid_from=certificate.not_valid_before,
        valid_to=certificate.not_valid_after,
    )


def _certificates(path: Path) -> list[Any]:
    from pyhanko.keys import load_certs_from_pemder

    # A file that is no certificate is told apart only by reading what it names.
    try:
        listed = load_certs_from_pemder([str(path)])
        # To turn one into plain values is to read all of it.
        found = [each for each in listed if each.native]
    except (OSError, ValueError, TypeError):
        found = []
    if not found:
        raise InputError([Problem(f"{str(path)!r} holds no certificate (PEM or DER).")])
    return found
