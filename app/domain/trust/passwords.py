"""The password that opens a locked screen again: kept only as a salted hash that is slow to try."""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from dataclasses import dataclass
from typing import Self

from app.domain.errors import InvalidInput

SHORTEST = 4
"""Signs a password has at least: it guards a desk for minutes; waiting after wrong tries does the rest."""
_KIND = "scrypt"
_COST, _BLOCK, _LANES = 2**14, 8, 1
_MEMORY = 64 * 2**20


@dataclass(frozen=True, slots=True)
class LockPassword:
    """A member of staff's lock password as it is kept: salt, digest and how costly each try is."""

    salt: bytes
    digest: bytes
    cost: int = _COST
    block: int = _BLOCK
    lanes: int = _LANES

    @classmethod
    def of(cls, typed: str, salt: bytes) -> Self:
        """Make the hash of a new password; InvalidInput ``lock.password_short`` below four signs."""
        if len(typed) < SHORTEST:
            raise InvalidInput("lock.password_short", field="new", least=SHORTEST)
        return cls(salt, _digest(typed, salt, _COST, _BLOCK, _LANES))

    @classmethod
    def read(cls, text: str) -> Self:
        """Read what :attr:`text` wrote; ValueError for anything else."""
        kind, cost, block, lanes, salt, digest = text.split("$")
        if kind != _KIND:
            raise ValueError(kind)
        return cls(bytes.fromhex(salt), bytes.fromhex(digest), int(cost), int(block), int(lanes))

    @property
    def text(self) -> str:
        """Give the form in which it is stored."""
        parts = (_KIND, self.cost, self.block, self.lanes, self.salt.hex(), self.digest.hex())
        return "$".join(str(part) for part in parts)

    def fits(self, typed: str) -> bool:
        """Tell whether this was typed; takes as long for a right as for a wrong one."""
        tried = _digest(typed, self.salt, self.cost, self.block, self.lanes)
        return hmac.compare_digest(tried, self.digest)


def _digest(typed: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    # One spelling of what looks the same: an input method may compose it in another way next time.
    told = unicodedata.normalize("NFC", typed).encode()
    return hashlib.scrypt(told, salt=salt, n=cost, r=block, p=lanes, maxmem=_MEMORY, dklen=32)
