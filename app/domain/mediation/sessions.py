"""The record of one mediation session (调解记录), with what may and what may not leave the room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.domain.errors import InvalidInput
from app.domain.values.days.moments import local_day
from app.domain.values.termed import Termed


class SessionResult(Termed):
    """How a session ended: three values, the third is no failure."""

    AGREED = "agreed", "调解成功"
    FAILED = "failed", "调解不成"
    TO_BE_CONTINUED = "to_be_continued", "有待继续调解"


class ParticipantRole(Termed):
    """As what somebody other than parties, mediators and recorder takes part (art. 20)."""

    AGENT = "agent", "代理人"
    RELATIVE = "relative", "亲属、邻里、同事"
    EXPERT = "expert", "专业人员"
    DEPUTY = "deputy", "两代表一委员"
    INTERPRETER = "interpreter", "翻译"
    ORGANISATION = "organisation", "有关单位人员"
    OBSERVER = "observer", "其他"


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody invited; outsiders need the parties' consent (art. 20)."""

    id: UUID
    name: str
    role: ParticipantRole
    unit: str = ""
    parties_consent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyStatement:
    """What one party said in the session."""

    id: UUID
    party_id: UUID
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRecord:
    """One session: dated, of any length.

    ``undisputed_facts`` may be used later; ``concessions`` were made only to settle and
    are not printed on the record; ``caucus_notes`` are the mediator's own and never
    print or leave the database (domain dossier 7.2, trap 15).
    """

    id: UUID
    version: int = 0
    case_id: UUID
    sequence: int
    held_at: datetime
    ended_at: datetime | None = None
    place: str = ""
    matter: str = ""
    is_public: bool = False
    attending: tuple[UUID, ...] = ()
    participants: tuple[Participant, ...] = ()
    mediator_names: tuple[str, ...] = ()
    recorder_name: str = ""
    rights_told: bool = False
    statements: tuple[PartyStatement, ...] = ()
    record: str = ""
    undisputed_facts: str = ""
    concessions: str = ""
    caucus_notes: str = ""
    result: SessionResult | None = None
    result_note: str = ""
    routes_told: bool = False
    finished_at: datetime | None = None

    @property
    def is_finished(self) -> bool:
        """Tell whether the record was closed with a result."""
        return self.finished_at is not None


def check_session(session: SessionRecord, received_at: datetime) -> None:
    """Refuse a session held before the case came in or ended before it began."""
    if local_day(session.held_at) < local_day(received_at):
        raise InvalidInput("session.before_registration", field="held_at")
    if session.ended_at is not None and session.ended_at < session.held_at:
        raise InvalidInput("session.ends_before_start", field="ended_at")


def check_finish(session: SessionRecord) -> None:
    """Refuse to close a record that lacks result, text, notice of rights or, on failure, the other routes."""
    if session.result is None:
        raise InvalidInput("session.result_missing", field="result")
    if not session.record.strip() and not any(s.text.strip() for s in session.statements):
        raise InvalidInput("session.record_missing", field="record")
    if not session.attending:
        raise InvalidInput("session.nobody_attending", field="attending")
    if not session.rights_told:
        raise InvalidInput("session.rights_not_told", field="rights_told")
    if session.result is SessionResult.FAILED and not session.routes_told:
        raise InvalidInput("session.routes_not_told", field="routes_told")
    if any(not invited.parties_consent for invited in session.participants if _needs_consent(invited)):
        raise InvalidInput("session.participant_consent_missing", field="participants")


def _needs_consent(invited: Participant) -> bool:
    return invited.role not in (ParticipantRole.AGENT, ParticipantRole.INTERPRETER)
