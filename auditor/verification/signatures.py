"""Who vouches for a report: its signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.errors import MissingExtraError
from auditor.signing import check_signatures
from auditor.verification.report_file import DamagedError, surviving
from auditor.verification.statement import Part, agrees, disagrees, open_

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditor.signing import SignatureReport
    from auditor.verification.report_file import ReportFile
    from auditor.verification.statement import Statement

__all__ = ["signatures_checked"]


def signatures_checked(
    file: ReportFile, trust: tuple[Path, ...]
) -> Iterator[Statement]:
    """Yield what the signatures of a report say.

    Args:
        file: The report.
        trust: Certificates to be trusted; whoever names one expects a signature.

    Raises:
        InputError: If a certificate cannot be read.
    """
    if not file.signed:
        if trust:
            yield disagrees(Part.SIGNATURE, "The report is not signed.")
        return
    try:
        with surviving("the signature"):
            found = [*check_signatures(file.content, trust)]
    except MissingExtraError as error:
        yield open_(Part.SIGNATURE, f"The report is signed. {error}")
        return
    except DamagedError as error:
        said = str(error)
        yield disagrees(Part.SIGNATURE, f"{said[:1].upper()}{said[1:]}.")
        return
    if not found:
        yield disagrees(Part.SIGNATURE, "The field for a signature is empty.")
    for signature in found:
        yield _told(signature, trusting=bool(trust))


def _told(signature: SignatureReport, *, trusting: bool) -> Statement:
    """Return what one signature says, the worst first."""
    who = signature.holder
    when = f" on {signature.when:%Y-%m-%d %H:%M %Z}" if signature.when else ""
    if not signature.genuine:
        text = f"The signature of {who} does not fit the file: it was changed since."
        return disagrees(Part.SIGNATURE, text, who)
    if not signature.whole:
        text = f"Something was added after {who} signed."
        return disagrees(Part.SIGNATURE, text, who)
    signed = f"Signed by {who}{when}, by the signer's clock"
    if not signature.valid:
        span = f"{signature.valid_from:%Y-%m-%d} to {signature.valid_to:%Y-%m-%d}"
        text = f"{signed}, with a certificate that is valid from {span} only."
        return disagrees(Part.SIGNATURE, text, who)
    if signature.trusted:
        return agrees(Part.SIGNATURE, f"{signed}; the certificate is trusted.", who)
    if trusting:
        text = f"{signed}, with a certificate that does not rest on those trusted."
        return disagrees(Part.SIGNATURE, text, who)
    text = f"{signed}. Who that is was not checked: give --trust CERTIFICATE."
    return open_(Part.SIGNATURE, text, who)
