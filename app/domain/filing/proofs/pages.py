"""The proof a page carries: what is signed, the twelve characters, and what its QR code holds. Pure."""

from __future__ import annotations

import base64
import binascii
import hashlib
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from app.domain.errors import InvalidInput

CODE_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's 32 signs: no I, L, O and U, which are taken for 1, 1, 0 and V."""
CODE_LENGTH = 12
_BITS = 5
_GROUP = 4
_TAKEN_FOR = str.maketrans("ILOU", "110V")
_BETWEEN = str.maketrans("", "", " -—–－·\u3000\t\r\n")

_CONTEXT = b"MapleBridge page v1\x00"
_PREFIX = "MB1"
_DIGEST, _SIGNATURE, _KEY, _COUNT, _ID = 32, 64, 4, 2, 16
_FIXED = _KEY + _ID + 2 * _COUNT + _DIGEST + _SIGNATURE


@dataclass(frozen=True, slots=True, kw_only=True)
class PageClaim:
    """What is signed for one page: which document and number, which page of how many, the text's SHA-256.

    The document's id stands in it because papers without a series of their own share their case's number,
    and because the same paper may be issued again after a void: its pages must not pass for the void ones.
    """

    document_id: UUID
    number: str
    page: int
    pages: int
    text_sha256: str

    def message(self) -> bytes:
        """Give the bytes that are signed; every part has a fixed length but the number, which is last."""
        return b"".join((_CONTEXT, self._head(), self.number.encode()))

    def _head(self) -> bytes:
        counts = self.page.to_bytes(_COUNT) + self.pages.to_bytes(_COUNT)
        return self.document_id.bytes + counts + bytes.fromhex(self.text_sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageProof:
    """The proof of one page as the register keeps it; ``text`` is what the page bears, ``signature`` hex."""

    document_id: UUID
    page: int
    pages: int
    code: str
    key_id: str
    signature: str
    text: str

    def claim(self, number: str) -> PageClaim:
        """Say again what was signed, from the registered text."""
        return PageClaim(
            document_id=self.document_id,
            number=number,
            page=self.page,
            pages=self.pages,
            text_sha256=text_digest(self.text),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PageKey:
    """A key that signs pages; a retired one keeps its public half. ``secret`` is empty if a file has it."""

    id: str
    public: str
    secret: str = field(default="", repr=False)
    made_at: datetime
    retired_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class QrContents:
    """What the QR code of a page holds: enough to be checked with the public key alone."""

    claim: PageClaim
    key_id: str
    signature: bytes

    def packed(self) -> str:
        """Write it in the signs of a QR code's narrow mode: digits and capitals."""
        signed = self.claim.message()[len(_CONTEXT) :]
        whole = b"".join((bytes.fromhex(self.key_id), signed, self.signature))
        return _PREFIX + base64.b32encode(whole).decode().rstrip("=")

    @classmethod
    def read(cls, text: str) -> QrContents:
        """Read a scanned code; InvalidInput ``proof.not_ours`` for anything another program wrote."""
        packed = text.strip()
        if not packed.startswith(_PREFIX):
            raise InvalidInput("proof.not_ours", field="proof")
        body = packed[len(_PREFIX) :]
        try:
            whole = base64.b32decode(body + "=" * (-len(body) % 8))
            return cls._parted(whole)
        except (binascii.Error, UnicodeDecodeError, ValueError):
            raise InvalidInput("proof.not_ours", field="proof") from None

    @classmethod
    def _parted(cls, whole: bytes) -> QrContents:
        if len(whole) < _FIXED:
            raise ValueError
        key, rest = whole[:_KEY], whole[_KEY:-_SIGNATURE]
        identity, rest = rest[:_ID], rest[_ID:]
        page, pages, rest = rest[:_COUNT], rest[_COUNT : 2 * _COUNT], rest[2 * _COUNT :]
        claim = PageClaim(
            document_id=UUID(bytes=identity),
            number=rest[_DIGEST:].decode(),
            page=int.from_bytes(page),
            pages=int.from_bytes(pages),
            text_sha256=rest[:_DIGEST].hex(),
        )
        return cls(claim, key.hex(), whole[-_SIGNATURE:])


@dataclass(frozen=True, slots=True)
class ProvenPage:
    """What is drawn into the foot of a page, and what the register keeps of it."""

    proof: PageProof
    qr: str


class PageProver(Protocol):
    """Proves the pages of one document while they are drawn."""

    @property
    def copies(self) -> int:
        """How many copies of the document there are."""

    def prove(self, page: int, pages: int, text: str) -> ProvenPage:
        """Sign one page, counted from 1."""


def squashed(text: str) -> str:
    """Take every blank out of a text: where lines end on paper is no part of what it says."""
    return "".join(unicodedata.normalize("NFC", text).split())


def text_digest(text: str) -> str:
    """Give the SHA-256 of what a text says, blanks left out."""
    return hashlib.sha256(squashed(text).encode()).hexdigest()


def code_of(signature: bytes) -> str:
    """Shorten a signature to twelve characters (60 bits): a tag to find a page by, not a signature itself."""
    bits = int.from_bytes(hashlib.sha256(signature).digest()) >> (256 - _BITS * CODE_LENGTH)
    places = range(_BITS * (CODE_LENGTH - 1), -1, -_BITS)
    return "".join(CODE_SIGNS[bits >> place & (2**_BITS - 1)] for place in places)


def grouped(code: str) -> str:
    """Write a code as people read it: ``7K2M-9QXD-4TRW``."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def read_code(typed: str) -> str:
    """Read a code as it is typed, whatever its case, width and separators; InvalidInput ``proof.code``.

    >>> read_code("7k2m 9qxd－4trw")
    '7K2M9QXD4TRW'
    >>> read_code("7K2M-9QXD-4TRl")[-1]
    '1'
    """
    told = unicodedata.normalize("NFKC", typed).upper().translate(_BETWEEN).translate(_TAKEN_FOR)
    if len(told) != CODE_LENGTH or set(told) - set(CODE_SIGNS):
        raise InvalidInput("proof.code", field="proof", count=len(told))
    return told
