"""Urging performance (督促履行, 人民调解法 art. 31): when, how, whom, and what they answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.values.termed import Termed


class UrgingManner(Termed):
    """How somebody was urged."""

    PHONE = "phone", "电话"
    VISIT = "visit", "上门"
    IN_PERSON = "in_person", "当面"
    MESSAGE = "message", "短信、微信"
    LETTER = "letter", "书面催告"


@dataclass(frozen=True, slots=True, kw_only=True)
class Urging:
    """One time the other side was urged; the answer may come later and is then written once.

    ``pay_by`` is the day set for performance, ``document_id`` the letter where one was issued.
    """

    id: UUID
    urged_on: date
    manner: UrgingManner
    item_ids: tuple[UUID, ...]
    addressee_ids: tuple[UUID, ...]
    addressees: str
    pay_by: date | None = None
    note: str = ""
    answer: str = ""
    answered_on: date | None = None
    document_id: UUID | None = None
    recorded_at: datetime
    recorded_by: str

    @property
    def in_one_line(self) -> str:
        """Say whom it was put to and how, for the history."""
        return "，".join(part for part in (self.addressees, self.manner.term, self.note) if part)
