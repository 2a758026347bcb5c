"""What stands in the fields of a session record, as typed; valid or not, it is what a draft keeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from app.domain.disputes.cases import Case
from app.domain.errors import InvalidInput
from app.domain.mediation.sessions import (
    Participant,
    ParticipantRole,
    PartyStatement,
    SessionRecord,
    SessionResult,
)
from app.domain.values.days.calendar_days import parse_day
from app.domain.values.days.clock_times import parse_time
from app.domain.values.days.moments import SHANGHAI
from app.domain.values.ids import new_id
from app.domain.values.naming.names import clean_name
from app.domain.values.plain import from_json, to_json
from app.domain.values.texts import clean_text, one_line
from app.i18n.formats import Formats

T = TypeVar("T")


@dataclass(slots=True, kw_only=True)
class GuestEntry:
    """Somebody invited, being typed."""

    id: UUID
    name: str = ""
    role: ParticipantRole = ParticipantRole.RELATIVE
    unit: str = ""
    parties_consent: bool = False


@dataclass(slots=True, kw_only=True)
class StatementEntry:
    """What one party says, being typed."""

    id: UUID
    party_id: UUID
    text: str = ""


@dataclass(slots=True, kw_only=True)
class SessionEntry:
    """The whole record; ``version`` is the saved one it goes back to, 0 while never saved."""

    id: UUID
    version: int = 0
    sequence: int = 1
    day: str = ""
    start: str = ""
    end: str = ""
    place: str = ""
    matter: str = ""
    mediators: str = ""
    recorder: str = ""
    is_public: bool = False
    attending: tuple[UUID, ...] = ()
    guests: tuple[GuestEntry, ...] = ()
    rights_told: bool = False
    statements: tuple[StatementEntry, ...] = ()
    record: str = ""
    undisputed_facts: str = ""
    concessions: str = ""
    caucus_notes: str = ""
    result: SessionResult | None = None
    result_note: str = ""
    routes_told: bool = False

    def guest(self, guest_id: UUID) -> GuestEntry | None:
        """Find somebody invited."""
        return next((guest for guest in self.guests if guest.id == guest_id), None)

    def statement_of(self, party_id: UUID) -> StatementEntry | None:
        """Find what a party says."""
        return next((entry for entry in self.statements if entry.party_id == party_id), None)


def entry_of(session: SessionRecord, case: Case, formats: Formats) -> SessionEntry:
    """Write a record as it stands in the fields, with a place for every party to speak."""
    said = {statement.party_id: statement for statement in session.statements}
    known = {party.id for party in case.parties}
    order = [party.id for party in case.parties] + [id_ for id_ in said if id_ not in known]
    return SessionEntry(
        id=session.id,
        version=session.version,
        sequence=session.sequence,
        day=formats.day(session.held_at),
        start=formats.time(session.held_at),
        end=formats.time(session.ended_at) if session.ended_at else "",
        place=session.place,
        matter=session.matter,
        mediators="、".join(session.mediator_names),
        recorder=session.recorder_name,
        is_public=session.is_public,
        attending=session.attending,
        guests=tuple(
            GuestEntry(
                id=guest.id,
                name=guest.name,
                role=guest.role,
                unit=guest.unit,
                parties_consent=guest.parties_consent,
            )
            for guest in session.participants
        ),
        rights_told=session.rights_told,
        statements=tuple(
            StatementEntry(id=said[id_].id, party_id=id_, text=said[id_].text)
            if id_ in said
            else StatementEntry(id=new_id(), party_id=id_)
            for id_ in order
        ),
        record=session.record,
        undisputed_facts=session.undisputed_facts,
        concessions=session.concessions,
        caucus_notes=session.caucus_notes,
        result=session.result,
        result_note=session.result_note,
        routes_told=session.routes_told,
    )


def read_session(entry: SessionEntry, base: SessionRecord, formats: Formats, today: date) -> SessionRecord:
    """Read the fields over the record they began from; InvalidInput names the field that cannot be read."""
    day = _at("day", lambda: parse_day(entry.day, today))
    held_at = datetime.combine(day, _at("start", lambda: parse_time(entry.start)), SHANGHAI)
    ended_at = None
    if entry.end.strip():
        ended_at = datetime.combine(day, _at("end", lambda: parse_time(entry.end)), SHANGHAI)
    return SessionRecord(
        id=entry.id,
        version=entry.version,
        case_id=base.case_id,
        sequence=base.sequence,
        held_at=_kept(base.held_at, held_at, formats) or held_at,
        ended_at=_kept(base.ended_at, ended_at, formats),
        place=one_line(entry.place),
        matter=one_line(entry.matter),
        is_public=entry.is_public,
        attending=entry.attending,
        participants=tuple(
            Participant(
                id=guest.id,
                name=clean_name(one_line(guest.name)),
                role=guest.role,
                unit=one_line(guest.unit),
                parties_consent=guest.parties_consent,
            )
            for guest in entry.guests
            if guest.name.strip() or guest.unit.strip()
        ),
        mediator_names=tuple(name.strip() for name in entry.mediators.split("、") if name.strip()),
        recorder_name=one_line(entry.recorder),
        rights_told=entry.rights_told,
        statements=tuple(
            PartyStatement(id=said.id, party_id=said.party_id, text=clean_text(said.text))
            for said in entry.statements
            if said.text.strip()
        ),
        record=clean_text(entry.record),
        undisputed_facts=clean_text(entry.undisputed_facts),
        concessions=clean_text(entry.concessions),
        caucus_notes=clean_text(entry.caucus_notes),
        result=entry.result,
        result_note=clean_text(entry.result_note),
        routes_told=entry.routes_told,
        finished_at=base.finished_at,
    )


def to_payload(entry: SessionEntry) -> str:
    """Write the fields as a draft keeps them."""
    return to_json(entry)


def from_payload(payload: str) -> SessionEntry:
    """Read a draft back; raises ValueError, TypeError or KeyError for what is none."""
    return from_json(SessionEntry, payload)


def _kept(base: datetime | None, typed: datetime | None, formats: Formats) -> datetime | None:
    """Keep the seconds of a moment that the fields show to the minute and nobody changed."""
    if base is not None and typed is not None and formats.moment(base) == formats.moment(typed):
        return base
    return typed


def _at(field: str, parse: Callable[[], T]) -> T:
    try:
        return parse()
    except InvalidInput as error:
        raise InvalidInput(error.code, field=field, **error.facts) from error
