"""Sessions of mediation: a record that fills up while people talk, and is closed once with its result."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from app.domain.disputes import steps
from app.domain.disputes.cases import Case, MediatorRole
from app.domain.disputes.channels.people import PeopleCount, check_attending, limit_on
from app.domain.disputes.channels.publicity import check_public_meeting
from app.domain.disputes.channels.rules import Channel
from app.domain.disputes.channels.starting import check_begun
from app.domain.disputes.states import CaseEvent, CaseState
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.mediation.schedule.appointments import Appointment, AppointmentPurpose, hold
from app.domain.mediation.sessions import (
    Participant,
    ParticipantRole,
    SessionRecord,
    check_finish,
    check_session,
)
from app.domain.people.organisations import Organisation
from app.domain.trust.actors import Actor
from app.domain.trust.history import FieldChange
from app.domain.values.days.moments import Clock, local_day
from app.domain.values.ids import new_id
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.transactions.channels.citing import in_its_law
from app.services.transactions.clocks.leading_clock import wind
from app.services.transactions.looking import look
from app.services.transactions.moving import refuse_locked, save_moved

_LOOKED_BACK = 200
"""So many acts of a case are read for its notice of rights; an older one is asked for anew."""


class MediationService:
    """Keeps session records; the first one of a case moves it to 调解中."""

    def __init__(self, store: Store, clock: Clock, rules: Rules) -> None:
        self._store = store
        self._clock = clock
        self._rules = rules

    def session(self, session_id: UUID) -> SessionRecord:
        """Give one session; NotFound when there is none."""
        with look(self._store) as work:
            return work.sessions.get(session_id)

    def new_session(self, case_id: UUID) -> SessionRecord:
        """Prepare the next session of a case, unsaved: numbered, everybody attending, no result.

        An appointment whose day has come lends its time, place and people; units that mediate together
        are expected with whom they named. That rights were told is
        remembered from the notice as long as the parties are those it was served to.
        """
        with look(self._store) as work:
            case = work.cases.get(case_id)
            organisation = work.organisations.get(case.organisation_id)
            studio = organisation.studio(case.studio_id)
            recorder = case.mediators_in(MediatorRole.RECORDER)
            session = SessionRecord(
                id=new_id(),
                case_id=case_id,
                sequence=_next_sequence(work, case_id),
                held_at=self._clock.now(),
                place=studio.name if studio else organisation.name,
                matter=case.title,
                attending=tuple(party.id for party in case.parties),
                mediator_names=tuple(
                    m.name for m in case.mediators_in(MediatorRole.FIRST, MediatorRole.SECOND)
                ),
                recorder_name=recorder[0].name if recorder else "",
                rights_told=_were_told(work, case),
            )
            session = replace(session, participants=_from_other_units(case))
            due = _due(work, case_id, local_day(self._clock.now()))
            return session if due is None else _as_planned(session, due, organisation)

    def save(self, session: SessionRecord, *, actor: Actor) -> Done[SessionRecord]:
        """Keep a session as far as it is written; its first save begins mediation.

        Raises RuleRefusal ``session.already_finished`` for a closed record (it was read out and
        signed), ``case.rights_notice_missing`` or ``case.step_not_allowed`` for a case not that far.
        """
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, session.case_id):
            if session.finished_at is not None:
                raise RuleRefusal("session.finish_by_its_step")
            saved = self._write(work, session, "session.saved")
            return Done(saved, work.commit())

    def finish(self, session: SessionRecord, *, actor: Actor) -> Done[SessionRecord]:
        """Close a session with its result; from then on its record does not change."""
        check_finish(session)
        if local_day(session.held_at) > local_day(self._clock.now()):
            raise InvalidInput("date.in_future", field="held_at", day=local_day(session.held_at).isoformat())
        with self._store.unit_of_work(actor) as work, in_its_law(work, self._rules, session.case_id):
            self._check_channel(work.cases.get(session.case_id), session)
            closed = replace(session, finished_at=self._clock.now())
            note = session.result.term if session.result else ""
            saved = self._write(work, closed, "session.finished", note)
            return Done(saved, work.commit())

    def _write(self, work: UnitOfWork, session: SessionRecord, act: str, note: str = "") -> SessionRecord:
        case = work.cases.get(session.case_id)
        refuse_locked(case)
        check_session(session, case.received_at)
        stored = work.sessions.find(session.id)
        if stored is not None and stored.is_finished:
            raise RuleRefusal("session.already_finished")
        if stored is None:
            # Two desks may have prepared the same number: the one that comes second takes the next.
            numbered = replace(session, sequence=_next_sequence(work, case.id))
            self._begin(work, case, local_day(session.held_at))
            saved = work.sessions.add(numbered, act=act, note=note)
            due = _due(work, case.id, local_day(session.held_at))
            if due is not None:
                work.appointments.save(hold(due, saved.id), act="appointment.held")
        else:
            kept = replace(session, case_id=stored.case_id, sequence=stored.sequence)
            saved = work.sessions.save(kept, act=act, note=note)
        wind(work, self._rules, case.id, local_day(self._clock.now()))
        return saved

    def _begin(self, work: UnitOfWork, case: Case, held_on: date) -> None:
        channel = self._channel(case)
        check_begun(channel.start if channel else None, case.start_grounds, case.accepted_on, held_on)
        begun = steps.begin_mediation(case)
        if case.state is not CaseState.MEDIATING:
            save_moved(work, case, begun, CaseEvent.MEDIATE, act="case.mediation_begun")

    def _check_channel(self, case: Case, session: SessionRecord) -> None:
        """Refuse too many people of one side, and a public meeting without the consent it needs."""
        channel = self._channel(case)
        agents = (entry.name for entry in session.participants if entry.role is ParticipantRole.AGENT)
        limit = limit_on(channel.people if channel else (), PeopleCount.ATTENDING)
        check_attending(limit, case.parties, session.attending, agents)
        if session.is_public:
            parties = tuple((party.id, party.name) for party in case.parties)
            check_public_meeting(channel, case.publicity, parties)

    def _channel(self, case: Case) -> Channel | None:
        return self._rules.channel_of(case)


def _next_sequence(work: UnitOfWork, case_id: UUID) -> int:
    return max((session.sequence for session in work.sessions.of_case(case_id)), default=0) + 1


def _were_told(work: UnitOfWork, case: Case) -> bool:
    """Tell whether the notice of rights was served to the parties as they are now."""
    if case.rights_notice_on is None:
        return False
    for entry in work.history.of_subject(case.id, _LOOKED_BACK):  # the latest comes first
        if entry.act == "case.rights_notice_served":
            return True
        if any(_is_new_party(change) for change in entry.changes):
            return False
    return False


def _is_new_party(change: FieldChange) -> bool:
    """Tell a party that came later: only a new one had no name before."""
    path = change.field.split(".")
    return path[0] == "parties" and path[-1] == "name" and not change.before


def _due(work: UnitOfWork, case_id: UUID, day: date) -> Appointment | None:
    """Give the appointment for mediation whose day has come, the latest one."""
    planned = [
        appointment
        for appointment in work.appointments.of_case(case_id)
        if appointment.is_active
        and appointment.purpose is AppointmentPurpose.MEDIATION
        and appointment.day <= day
    ]
    return planned[-1] if planned else None


def _from_other_units(case: Case) -> tuple[Participant, ...]:
    """Expect whom the units that mediate together send (互动调解); consent is still to be asked."""
    return tuple(
        Participant(id=new_id(), name=unit.contact, role=ParticipantRole.ORGANISATION, unit=unit.name)
        for unit in case.co_organisations
        if unit.contact.strip()
    )


def _as_planned(session: SessionRecord, planned: Appointment, organisation: Organisation) -> SessionRecord:
    studio = organisation.studio(planned.room_id)
    interpreters = (
        (Participant(id=new_id(), name=planned.interpreter, role=ParticipantRole.INTERPRETER),)
        if planned.interpreter
        else ()
    )
    return replace(
        session,
        held_at=planned.starts_at,
        place=studio.name if studio is not None else planned.place or session.place,
        mediator_names=tuple(mediator.name for mediator in planned.mediators),
        attending=tuple(invitation.party_id for invitation in planned.invited) or session.attending,
        participants=(*session.participants, *interpreters),
    )
