"""One's own day: the next session as the card to begin with, and everything planned for today."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from app.domain.disputes.case_parties import PartySide
from app.domain.disputes.states import CaseState
from app.domain.mediation.schedule.appointments import Appointment, AppointmentPurpose
from app.domain.values.days.moments import local_day
from app.i18n.formats import Formats
from app.i18n.translator import Translator
from app.presenters.calendar.words import CalendarWords
from app.presenters.cases.rows import GAP
from app.presenters.desk import Desk
from app.presenters.due_words import Chip, ChipKind
from app.presenters.navigation import TAB_SESSIONS
from app.presenters.step_words import StepWords
from app.presenters.workbench.words import Check, HeroCase
from app.services.disputes.case_folder import CaseAtWork

_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)
_NOTICE_STATES = frozenset({CaseState.ASSIGNED, CaseState.MEDIATING})


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One appointment of today; ``is_next`` marks the one that comes next."""

    case_id: UUID | None
    time: str
    title: str
    second: str
    is_next: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class PlannedToday:
    """An appointment of today with its place, its case where it has one, and whether it clashes."""

    appointment: Appointment
    place: str
    clash: str
    folder: CaseAtWork | None = None


@dataclass(frozen=True, slots=True)
class MyDay:
    """Everything one leads or interprets today that is still to take place or took place, by time."""

    planned: tuple[PlannedToday, ...]

    def next_session(self, now: datetime) -> PlannedToday | None:
        """Give the mediation that comes next, or is on."""
        coming = (
            one
            for one in self.planned
            if one.appointment.is_active
            and one.folder is not None
            and one.appointment.purpose is AppointmentPurpose.MEDIATION
            and one.appointment.ends_at > now
        )
        return next(coming, None)


def read_my_day(desk: Desk) -> MyDay:
    """Read today of this user; call it on the database lane."""
    services, today, me = desk.services, desk.today, desk.me
    agenda = services.appointments.agenda(today, today, me.organisation_id)
    words = CalendarWords(desk.translator, desk.formats)
    mine = [a for a in agenda.appointments if me.id in a.staff_ids and (a.is_active or a.session_id)]
    found = [PlannedToday(a, agenda.room_name(a), words.clashes(agenda.clashes.get(a.id, ()))) for a in mine]
    now = desk.clock.now()
    coming = {a.id: a.case_id for a in mine if a.case_id is not None and a.is_active and a.ends_at > now}
    cases = {read.case.id: read for read in services.cases.at_work(list(coming.values()))}
    return MyDay(
        tuple(
            replace(one, folder=cases[coming[id_]]) if (id_ := one.appointment.id) in coming else one
            for one in found
        )
    )


class MyDayWords:
    """Words one's own day."""

    def __init__(self, translator: Translator, formats: Formats) -> None:
        self._say, self._formats = translator.text, formats
        self._words = CalendarWords(translator, formats)

    def rows(self, day: MyDay, now: datetime) -> tuple[PlanRow, ...]:
        """List the day."""
        coming = day.next_session(now)
        return tuple(self._row(one, is_next=one is coming) for one in day.planned)

    def hero(self, one: PlannedToday, now: datetime) -> HeroCase | None:
        """Word the next session as the card to begin with."""
        appointment, folder = one.appointment, one.folder
        if folder is None:
            return None
        when = self._words.when(appointment.starts_at, appointment.ends_at, local_day(now))
        return HeroCase(
            case_id=folder.case.id,
            chip=Chip(ChipKind.TODAY, when, one.clash),
            caption=self.time_left(appointment, now),
            figure=self._formats.time(appointment.starts_at),
            foot=one.place,
            title=folder.case.title,
            stage=self._say("第 {n} 次调解", n=len(folder.sessions) + 1),
            people=self._sides(folder),
            checks=self._checks(appointment, folder),
            step=StepWords(self._say("进入调解"), "talk", TAB_SESSIONS, acts=True),
            prints_notice=folder.case.state in _NOTICE_STATES,
        )

    def _sides(self, folder: CaseAtWork) -> str:
        sides = [
            "、".join(party.name for party in folder.case.on_side(side))
            for side in (PartySide.APPLICANT, PartySide.RESPONDENT)
        ]
        return self._say("{a} 对 {b}", a=sides[0], b=sides[1]) if all(sides) else "".join(sides)

    def time_left(self, appointment: Appointment, now: datetime) -> str:
        """Say how long it is until an appointment, or that it is on."""
        left = -(-(appointment.starts_at - now) // _MINUTE)
        if left > _HOUR // _MINUTE:
            hours, minutes = divmod(left, _HOUR // _MINUTE)
            return self._say("还有 {h} 小时 {m} 分", h=hours, m=minutes)
        if left > 0:
            return self._say("还有 {n} 分钟", n=left)
        return self._say("已到时间")

    def _checks(self, appointment: Appointment, folder: CaseAtWork) -> tuple[Check, ...]:
        served = folder.case.rights_notice_on is not None
        rights = self._say("权利义务已告知") if served else self._say("权利义务待告知")
        return (
            Check(self._words.told(appointment), not appointment.untold()),
            Check(rights, served),
            self._interpreter(appointment),
        )

    def _interpreter(self, appointment: Appointment) -> Check:
        if appointment.interpreter:
            return Check(self._say("翻译{name}", name=appointment.interpreter), is_done=True)
        if appointment.interpreter_language:
            return Check(self._say("翻译待定"), is_done=False)
        return Check(self._say("调解员{name}", name=self._words.mediators(appointment)), is_done=True)

    def _row(self, one: PlannedToday, *, is_next: bool) -> PlanRow:
        appointment = one.appointment
        time = self._formats.time(appointment.starts_at)
        about = self._words.people(appointment) or self._say(appointment.purpose.term)
        second = GAP.join(part for part in (one.place, one.clash or about) if part)
        spoken = "，".join(part for part in (time, appointment.title, second) if part)
        return PlanRow(appointment.case_id, time, appointment.title, second, is_next, spoken)
