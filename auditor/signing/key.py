"""A firm's key, and signing with it."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from auditor.errors import InputError, MissingExtraError, OutputError, Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["SigningKey", "load_key", "require_library"]

EXTRA: Final = "signing"
MOST_BYTES: Final = 1_000_000
"""Ours: length of a file with a key and its certificates."""
FIELD: Final = "Signature"


def require_library(purpose: str) -> None:
    """Find out whether the library for signatures is installed.

    Args:
        purpose: What it is wanted for, as the beginning of a sentence.

    Raises:
        MissingExtraError: If it is not.
    """
    if find_spec("pyhanko") is None:
        raise MissingExtraError(purpose, EXTRA)
    # It tells of each step; what concerns the user is in what it raises.
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key that signs reports; it never shows itself."""

    _signer: Any
    """The library's signer."""

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"

    @property
    def holder(self) -> str:
        """Who signs, as the certificate has it."""
        return str(self._signer.subject_name)

    def sign(self, pdf: bytes) -> bytes:
        """Return a PDF with an invisible signature over all of it.

        Raises:
            OutputError: If it cannot be signed.
        """
        from pyhanko.pdf_utils.misc import PdfError
        from pyhanko.sign import signers
        from pyhanko.sign.general import SigningError

        signed = BytesIO()
        try:
            signers.sign_pdf(
                _additions(pdf),
                _metadata(),
                signer=self._signer,
                new_field_spec=_field(),
                output=signed,
            )
        except (SigningError, PdfError, ValueError) as error:
            raise OutputError(f"The report cannot be signed: {error}") from error
        return signed.getvalue()


def load_key(path: Path, passphrase: Callable[[], str]) -> SigningKey:
    """Return the key in a PKCS #12 file.

    Args:
        path: The file, with the key and its certificates.
        passphrase: Gives its passphrase; asked only once the file is read.

    Raises:
        InputError: If it cannot be read or opened with the passphrase, or if its
            certificate is not valid today.
        MissingExtraError: If the library for signatures is not installed.
    """
    require_library("Signing")
    from pyhanko.sign.signers import SimpleSigner

    content = _content(path)
    try:
        signer = SimpleSigner.load_pkcs12_data(
            content, other_certs=[], passphrase=passphrase().encode()
        )
    # The library says no more than that it failed; what it says might quote the key.
    except (ValueError, TypeError, AttributeError):
        message = f"{str(path)!r} is no PKCS #12 file, or its passphrase is another."
        hint = "The passphrase stands in CXAUDIT_SIGNING_PASSPHRASE, or is asked for."
        raise InputError([Problem(message, hint=hint)]) from None
    _refuse_invalid(path, signer.signing_cert)
    return SigningKey(signer)


def _refuse_invalid(path: Path, certificate: Any) -> None:
    """Refuse a certificate that is not valid now: its signature would prove nothing."""
    begins, ends = certificate.not_valid_before, certificate.not_valid_after
    if not begins <= datetime.now(UTC) <= ends:
        message = (
            f"The certificate in {str(path)!r} is valid from {begins:%Y-%m-%d} to "
            f"{ends:%Y-%m-%d} only."
        )
        raise InputError([Problem(message, hint="Sign with one that is valid today.")])


def _additions(pdf: bytes) -> Any:
    """Return a writer that adds to a PDF and leaves its title and dates alone."""
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

    class Additions(IncrementalPdfFileWriter):
        """Adds a signature and nothing else: the report was made when it was made."""

        def _update_meta(self) -> None:
            pass

        def ensure_output_version(self, version: tuple[int, int]) -> None:
            """Keep the version: PDF/A-3 is PDF 1.7, with extensions if need be."""

    return Additions(BytesIO(pdf))


def _metadata() -> Any:
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata

    return PdfSignatureMetadata(
        field_name=FIELD, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES
    )


def _field() -> Any:
    """Return a field outside the page.

    PDF/A wants it to be printed, and PDF/UA wants what is printed to be tagged, unless
    it lies outside.
    """
    from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec

    unseen = InvisSigSettings(box_out_of_bounds=True)
    return SigFieldSpec(FIELD, readable_field_name=FIELD, invis_sig_settings=unseen)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        message = f"{str(path)!r} cannot be read: {error.strerror}."
        raise InputError([Problem(message)]) from None
    if len(content) > MOST_BYTES:
        raise InputError([Problem(f"{str(path)!r} is too large for a key.")])
    return content
