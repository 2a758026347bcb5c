"""Appointments: made, moved, cancelled, told of, held; a clash is kept only with a reason."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from uuid import UUID

from app.domain.disputes.risk.rules import RiskRules
from app.domain.duties.rules import Rules
from app.domain.errors import InvalidInput, RuleRefusal
from app.domain.filing.documents import IssuedDocument
from app.domain.filing.kinds import DocumentKind
from app.domain.mediation.schedule import appointments as acts
from app.domain.mediation.schedule.appointments import (
    Appointment,
    MeetingPlace,
    NoticeManner,
    check_appointment,
    meeting_of,
)
from app.domain.trust.actors import Actor
from app.domain.values.days.moments import Clock
from app.domain.values.ids import new_id
from app.persistence.store import Store
from app.persistence.work import UnitOfWork
from app.services.done import Done
from app.services.mediation.appointment_reading import AppointmentReading
from app.services.mediation.planning import refuse_crowd
from app.services.transactions.as_seen import as_seen
from app.services.transactions.numbered import Issue, number_and_freeze
from app.services.transactions.printing import Printing

CLASHES = "appointment.clashes"
"""The refusal of a clash nobody gave a reason for."""
_MOVED = "appointment.moved"


class AppointmentService(AppointmentReading):
    """Writes appointments; ``version`` is that of the appointment the user saw."""

    def __init__(self, store: Store, clock: Clock, rules: Rules, printing: Printing, risk: RiskRules) -> None:
        super().__init__(store, clock, rules, risk)
        self._printing = printing

    # writing
    def save(self, appointment: Appointment, *, actor: Actor, move_reason: str = "") -> Done[Appointment]:
        """Make an appointment or change it; another time or place is a move and keeps the old one.

        Raises InvalidInput ``appointment…`` for what it lacks, ``appointment.move_reason_missing`` when
        somebody was told of the old time, RuleRefusal ``appointment.clashes`` for a clash without a
        reason.
        """
        check_appointment(appointment)
        with self._store.unit_of_work(actor) as work:
            stored = work.appointments.find(appointment.id)
            if stored is None:
                self._refuse_past(appointment)
                made = self._settled(work, appointment)
                return Done(work.appointments.add(made, act="appointment.made"), work.commit())
            changed, act = self._changed(stored, appointment, move_reason)
            settled = self._settled(work, changed)
            saved = work.appointments.save(settled, act=act, note=move_reason if act == _MOVED else "")
            return Done(saved, work.commit())

    def move(
        self,
        appointment_id: UUID,
        to: MeetingPlace,
        *,
        actor: Actor,
        version: int,
        reason: str = "",
        clash_reason: str = "",
    ) -> Done[Appointment]:
        """Move an appointment; raises what ``save`` raises."""

        def moved(work: UnitOfWork, stored: Appointment) -> Appointment:
            at = self._clock.now()
            went = acts.move(stored, to, reason=reason, at=at, move_id=new_id())
            check_appointment(went)
            self._refuse_past(went)
            return self._settled(work, replace(went, clash_reason=clash_reason))

        return self._write(appointment_id, moved, _MOVED, actor, version, note=reason)

    def move_back(self, appointment_id: UUID, *, actor: Actor, version: int) -> Done[Appointment]:
        """Undo the last move."""
        return self._write(
            appointment_id,
            lambda _work, stored: acts.move_back(stored),
            "appointment.moved_back",
            actor,
            version,
        )

    def cancel(self, appointment_id: UUID, reason: str, *, actor: Actor, version: int) -> Done[Appointment]:
        """Cancel an appointment with a reason."""
        return self._write(
            appointment_id,
            lambda _work, stored: acts.cancel(stored, reason),
            "appointment.cancelled",
            actor,
            version,
            note=reason,
        )

    def reopen(self, appointment_id: UUID, *, actor: Actor, version: int) -> Done[Appointment]:
        """Take a cancellation back; what was booked meanwhile shows as a clash."""
        return self._write(
            appointment_id,
            lambda _work, stored: acts.reopen(stored),
            "appointment.reopened",
            actor,
            version,
        )

    def hold(self, appointment_id: UUID, *, actor: Actor, version: int) -> Done[Appointment]:
        """Note that a meeting without a record took place."""
        return self._write(
            appointment_id,
            lambda _work, stored: acts.hold(stored, None),
            "appointment.held",
            actor,
            version,
        )

    def tell(
        self,
        appointment_id: UUID,
        invitation_ids: Collection[UUID],
        manner: NoticeManner,
        *,
        actor: Actor,
        version: int,
    ) -> Done[Appointment]:
        """Note that parties were told, otherwise than by a notice printed here."""
        return self._write(
            appointment_id,
            lambda _work, stored: acts.tell(stored, invitation_ids, manner, at=self._clock.now()),
            "appointment.told",
            actor,
            version,
            note=manner.term,
        )

    def issue_notices(
        self,
        appointment_id: UUID,
        invitation_ids: Collection[UUID],
        *,
        actor: Actor,
        version: int,
        is_large: bool = False,
    ) -> Done[tuple[IssuedDocument, ...]]:
        """Issue 调解通知书, one to each party, and note that they are told in writing."""
        now = self._clock.now()
        with self._store.unit_of_work(actor) as work:
            stored = as_seen("appointment", work.appointments.get(appointment_id), version)
            if stored.case_id is None:
                raise RuleRefusal("appointment.no_case_no_notice")
            told = acts.tell(stored, invitation_ids, NoticeManner.WRITTEN, at=now, is_large_print=is_large)
            written = NoticeManner.WRITTEN.term
            work.appointments.save(told, act="appointment.told", note=written)
            issue = Issue(work, self._printing, self._rules, actor, now)
            case = work.cases.get(stored.case_id)
            documents = tuple(
                number_and_freeze(issue, DocumentKind.MEDIATION_NOTICE, case, invitation.id, copies=1)
                for invitation in told.invited
                if invitation.id in invitation_ids
            )
            changes = work.commit()
        drawn = [self._printing.draw(document, actor=actor) for document in documents]
        for done in drawn:
            changes = changes | done.changes
        return Done(tuple(done.value for done in drawn), changes)

    # pieces
    def _write(
        self,
        appointment_id: UUID,
        act_on: Callable[[UnitOfWork, Appointment], Appointment],
        act: str,
        actor: Actor,
        version: int,
        *,
        note: str = "",
    ) -> Done[Appointment]:
        with self._store.unit_of_work(actor) as work:
            stored = as_seen("appointment", work.appointments.get(appointment_id), version)
            saved = work.appointments.save(act_on(work, stored), act=act, note=note)
            return Done(saved, work.commit())

    def _changed(self, stored: Appointment, typed: Appointment, move_reason: str) -> tuple[Appointment, str]:
        """Lay what was typed over the stored one; state, moves and links stay what steps made them."""
        to = meeting_of(typed)
        kept = replace(
            typed,
            starts_at=stored.starts_at,
            ends_at=stored.ends_at,
            room_id=stored.room_id,
            place=stored.place,
            state=stored.state,
            moves=stored.moves,
            cancel_reason=stored.cancel_reason,
            session_id=stored.session_id,
        )
        if to == meeting_of(stored):
            if not stored.is_active:
                raise RuleRefusal("appointment.closed", state=stored.state.term)
            return kept, "appointment.changed"
        moved = acts.move(kept, to, reason=move_reason, at=self._clock.now(), move_id=new_id())
        self._refuse_past(moved)
        return replace(moved, clash_reason=typed.clash_reason), _MOVED

    def _settled(self, work: UnitOfWork, appointment: Appointment) -> Appointment:
        """Refuse a clash without a reason; forget a reason for which there is no clash.

        Raises RuleRefusal ``channel.too_many_people`` for more of one side than may attend: the law of
        the channel leaves no reason to give.
        """
        refuse_crowd(work, self._rules, appointment)
        clashes = self._against(work, appointment)
        if not clashes:
            return replace(appointment, clash_reason="")
        if not appointment.clash_reason.strip():
            raise RuleRefusal(CLASHES, field="clash_reason", count=len(clashes), kind=clashes[0].kind.term)
        return appointment

    def _refuse_past(self, appointment: Appointment) -> None:
        if appointment.ends_at <= self._clock.now():
            raise InvalidInput("appointment.in_past", field="day")
