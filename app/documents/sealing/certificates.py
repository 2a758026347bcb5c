"""Reads the certificate in a PKCS#12 file; the key in it is looked for and let go."""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.errors import InvalidInput
from app.domain.filing.seals.certificates import CertificateFacts, KeyUsage

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_LAST = datetime(9999, 12, 30, tzinfo=UTC)
"""RFC 5280 writes "without end" as the last second of this year, which lies beyond it in Asia/Shanghai."""
_PKCS7_DATA = bytes.fromhex("06092a864886f70d010701")
_HEAD = 64
_SEQUENCE = 0x30


def read_certificate(content: bytes, password: str) -> CertificateFacts:
    """Read the certificate of a PKCS#12 file.

    Raises InvalidInput ``seal.not_pkcs12``, ``.unprotected``, ``.password_missing``, ``.wrong_password``,
    ``.no_key`` or ``.unknown_key``. A file that opens without a password is refused: whoever finds it seals.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import pkcs12

    if content[:1] != bytes([_SEQUENCE]) or _PKCS7_DATA not in content[:_HEAD]:
        raise InvalidInput("seal.not_pkcs12", field="file")
    if _opens_without_password(content):
        raise InvalidInput("seal.unprotected", field="file")
    if not password:
        raise InvalidInput("seal.password_missing", field="password")
    try:
        key, certificate, _others = pkcs12.load_key_and_certificates(content, password.encode())
    except UnsupportedAlgorithm:
        raise InvalidInput("seal.unknown_key", field="file") from None
    except ValueError:
        raise InvalidInput("seal.wrong_password", field="password") from None
    if key is None or certificate is None:
        raise InvalidInput("seal.no_key", field="file")
    return facts_of(certificate)


def facts_of(certificate: Certificate) -> CertificateFacts:
    """Tell what a certificate says of itself."""
    from cryptography.hazmat.primitives.serialization import Encoding

    return CertificateFacts(
        subject=_name(certificate.subject.rfc4514_string()),
        issuer=_name(certificate.issuer.rfc4514_string()),
        serial=f"{certificate.serial_number:X}",
        fingerprint=hashlib.sha256(certificate.public_bytes(Encoding.DER)).hexdigest(),
        valid_from=certificate.not_valid_before_utc,
        valid_until=min(certificate.not_valid_after_utc, _LAST),
        usages=_usages(certificate),
        is_self_made=certificate.subject == certificate.issuer,
    )


def _opens_without_password(content: bytes) -> bool:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import pkcs12

    try:
        pkcs12.load_key_and_certificates(content, None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        return False
    return True


def _name(rfc4514: str) -> str:
    """Give a name as people read it: the values alone, without the country."""
    parts = [part.partition("=") for part in re.split(r"(?<!\\)[,+]", rfc4514)]
    told = dict.fromkeys(re.sub(r"\\(.)", r"\1", value).strip() for kind, _is, value in parts if kind != "C")
    return " · ".join(part for part in told if part)


def _usages(certificate: Certificate) -> tuple[KeyUsage, ...]:
    from cryptography.x509 import ExtensionNotFound
    from cryptography.x509 import KeyUsage as Usages

    try:
        told = certificate.extensions.get_extension_for_class(Usages).value
    except (ExtensionNotFound, ValueError):
        return ()
    return tuple(usage for usage in KeyUsage if getattr(told, usage.value))
