"""Ed25519 keys of a data store: made once, kept beside the data for the owner's eyes alone, used to sign."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.errors import StorageRefusal

_ID_LENGTH = 8
_SECRET_LENGTH = 32


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A private key; it never shows itself. The same key and message always give the same signature."""

    secret: bytes = field(repr=False)

    @classmethod
    def make(cls) -> SigningKey:
        """Make a new key from the system's own randomness."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def public(self) -> bytes:
        """The public half, 32 bytes."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.secret).public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """Sign a message: 64 bytes."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        return Ed25519PrivateKey.from_private_bytes(self.secret).sign(message)


def key_id_of(public: bytes) -> str:
    """Name a public key by the beginning of its SHA-256, eight hexadecimal digits."""
    return hashlib.sha256(public).hexdigest()[:_ID_LENGTH]


def is_signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Tell whether the owner of a public key signed a message."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def public_pem(public: bytes) -> bytes:
    """Write a public key as other programs read it (PEM, SubjectPublicKeyInfo)."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

    key = Ed25519PublicKey.from_public_bytes(public)
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


class KeyFolder:
    """Files with one private key each, named by the key's id; readable for their owner alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, key_id: str) -> SigningKey | None:
        """Read a key; None where its file is missing, cut short or another's."""
        try:
            secret = bytes.fromhex(self._path(key_id).read_text(encoding="ascii"))
        except (OSError, ValueError):
            return None
        key = SigningKey(secret)
        return key if len(secret) == _SECRET_LENGTH and key_id_of(key.public) == key_id else None

    def keep(self, key: SigningKey) -> None:
        """Write a key; StorageRefusal ``file.not_writable`` where that is impossible."""
        path = self._path(key_id_of(key.public))
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(key.secret.hex())
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StorageRefusal("file.not_writable", path=str(path), reason=error.strerror) from error

    def _path(self, key_id: str) -> Path:
        return self._folder / f"{key_id}.key"
