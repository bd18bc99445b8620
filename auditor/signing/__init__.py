"""Signatures on reports (PAdES), with a key of the firm's.

A signature names whoever holds the key and shows any change to the file after it. It
holds the time of signing, and most keys sign with a number drawn at random, so the same
report signed twice gives different bytes; its pages and attachments stay the same.
"""

from __future__ import annotations

from auditor.signing.checking import SignatureReport, check_signatures
from auditor.signing.key import SigningKey, load_key

__all__ = ["SignatureReport", "SigningKey", "check_signatures", "load_key"]
