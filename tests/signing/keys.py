"""Throw-away keys, made anew for each run of the tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["PASSPHRASE", "Key", "make_key"]

PASSPHRASE: Final = "correct horse, battery"  # noqa: S105 - of throw-away keys


@dataclass(frozen=True)
class Key:
    """A key with its certificate, as files."""

    p12: Path
    pem: Path


def make_key(
    folder: Path,
    holder: str = "Northern Audits Ltd",
    days: tuple[int, int] = (-1, 30),
) -> Key:
    """Write a key and a certificate that it signed itself.

    Args:
        folder: Where to write them.
        holder: Whose they are.
        days: When the certificate begins and ends to be valid, in days from now.
    """
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, holder)])
    now = datetime.now(UTC)
    begins, ends = (now + timedelta(days=count) for count in days)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(_usage(), critical=True)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(private, hashes.SHA256())
    )
    lock = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    p12 = pkcs12.serialize_key_and_certificates(
        holder.encode(), private, certificate, None, lock
    )
    stem = holder.partition(" ")[0].lower()
    key = Key(folder / f"{stem}.p12", folder / f"{stem}.pem")
    key.p12.write_bytes(p12)
    key.pem.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return key


def _usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
