"""What verifying finds of the electronic seals in a file: whole, added to, changed, whose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.filing.seals.certificates import CertificateFacts
from app.domain.values.termed import Termed


class SealFinding(Termed):
    """How the file stands to one seal in it."""

    WHOLE = "whole", "盖章以后文件一字节未变"
    ADDED_TO = "added_to", "盖章以后文件又添了内容"
    CHANGED = "changed", "盖章以后内容被改动"
    NOT_ALL = "not_all", "签章没有覆盖整个文件"
    OUT_OF_DATE = "out_of_date", "盖章时证书不在有效期内"
    UNREADABLE = "unreadable", "签章已损坏，读不出来"
    NOT_CHECKED = "not_checked", "这台电脑没有装核对电子签章的部件"


SOUND_SEALS = frozenset({SealFinding.WHOLE, SealFinding.NOT_CHECKED})


@dataclass(frozen=True, slots=True, kw_only=True)
class SealVerdict:
    """One seal of a file. ``sealed_at`` is what the seal says itself: no third party dated it.

    ``is_own`` tells that the certificate is one this centre sealed with.
    """

    finding: SealFinding
    certificate: CertificateFacts | None = None
    sealed_at: datetime | None = None
    reason: str = ""
    location: str = ""
    is_own: bool = False

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing speaks against the seal."""
        return self.finding in SOUND_SEALS
