"""What was disclosed, asked and decided about the mediators of a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.errors import InvalidInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """A relation told to the parties, and who accepts the mediator all the same.

    The mediator may go on only while every party accepts and nobody objects (最高人民法院关于人民法院
    特邀调解的规定 art. 15): a party that joins later has not accepted, and the waiver lapses.
    """

    id: UUID
    staff_id: UUID
    staff_name: str
    what: str
    disclosed_on: date
    accepting: tuple[UUID, ...] = ()
    objecting: tuple[UUID, ...] = ()

    def is_waived_by(self, party_ids: frozenset[UUID]) -> bool:
        """Tell whether all these parties accept the mediator."""
        return bool(party_ids) and party_ids <= set(self.accepting) and not self.objecting


@dataclass(frozen=True, slots=True, kw_only=True)
class RecusalRequest:
    """Somebody asked that a mediator step back; ``asked_by`` None is the mediator himself.

    A party's request alone is enough: the committee names another mediator.
    """

    id: UUID
    staff_id: UUID
    staff_name: str
    asked_by: UUID | None
    asked_by_name: str
    reason: str
    asked_on: date
    decided_by: str
    replaced_by_id: UUID
    replaced_by_name: str


def check_disclosure(disclosure: Disclosure) -> None:
    """Refuse a disclosure without words, or a party that both accepts and objects."""
    if not disclosure.what.strip():
        raise InvalidInput("disclosure.words_missing", field="what")
    if set(disclosure.accepting) & set(disclosure.objecting):
        raise InvalidInput("disclosure.answer_twice", field="accepting")


def check_request(request: RecusalRequest) -> None:
    """Refuse a request without a reason or decision, or one that replaces a mediator by the same."""
    if not request.reason.strip():
        raise InvalidInput("recusal.reason_missing", field="reason")
    if not request.decided_by.strip():
        raise InvalidInput("recusal.decider_missing", field="decided_by")
    if request.replaced_by_id == request.staff_id:
        raise InvalidInput("recusal.same_person", field="replacement", person=request.staff_name)
