"""Certificates of an organisation as files, made when a test asks: cheap keys, any validity, any usage."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID

PASSWORD = "Key 42!"
OWNER = "石桥社区人民调解委员会"
_MADE = datetime(2026, 1, 1, tzinfo=UTC)
_YEAR = timedelta(days=365)


@cache
def a_key(_which: int = 0) -> ec.EllipticCurvePrivateKey:
    """Make a key, once for each number."""
    return ec.generate_private_key(ec.SECP256R1())


def a_certificate_file(
    *,
    owner: str = OWNER,
    valid_from: datetime = _MADE - _YEAR * 2,
    valid_until: datetime = _MADE + _YEAR * 20,
    may_sign: bool = True,
    password: str = PASSWORD,
    issuer: str = "",
    which: int = 0,
) -> bytes:
    """Make a PKCS#12 file; without an ``issuer`` it is self-made, without a password unprotected."""
    key, maker = a_key(which), a_key(99) if issuer else a_key(which)
    usage = x509.KeyUsage(
        digital_signature=may_sign,
        content_commitment=may_sign,
        key_encipherment=not may_sign,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(_name(owner))
        .issuer_name(_name(issuer or owner))
        .public_key(key.public_key())
        .serial_number(4242 + which)
        .not_valid_before(valid_from)
        .not_valid_after(valid_until)
        .add_extension(usage, critical=True)
        .sign(maker, hashes.SHA256())
    )
    guard = _cheap(password) if password else NoEncryption()
    return pkcs12.serialize_key_and_certificates(b"seal", key, certificate, None, guard)


def kept_at(folder: Path, content: bytes, name: str = "印章.p12") -> Path:
    """Put a certificate file into a folder."""
    path = folder / name
    path.write_bytes(content)
    return path


def _name(of: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, of),
            x509.NameAttribute(NameOID.COMMON_NAME, f"{of}, 电子签章"),
        ]
    )


def _cheap(password: str) -> KeySerializationEncryption:
    """Protect with few rounds: a test needs no strong file."""
    builder = PrivateFormat.PKCS12.encryption_builder().kdf_rounds(1)
    return builder.build(password.encode())
